// For host pages: `<flex-kompas lang="nl" set="quick"></flex-kompas>`, or `<script src="…/embed.js" data-flexkompas
// data-lang="nl"></script>` in the place of the iframe. docs/embedding.md lists the attributes and events. A classic
// script without dependencies, small enough to read.
(() => {
  const script = document.currentScript;

  class FlexKompas extends HTMLElement {
    connectedCallback() {
      // The element itself is the listener (`handleEvent`), so that connecting it twice adds one listener.
      addEventListener('message', this);
      if (this.frame) return;
      // `role` itself would be that of ARIA.
      const wish = (name) => this.getAttribute(`data-${name}`) ?? (name === 'role' ? null : this.getAttribute(name));
      const folder = wish('src');
      // The English page starts in English; the Dutch one would have to fetch the English texts first.
      const page = /^en/i.test(wish('lang')) ? 'en/' : '.';
      const address = new URL(page, folder ? new URL(folder, document.baseURI) : script.src);
      for (const name of ['lang', 'set', 'parts', 'role', 'theme', 'accent']) {
        if (wish(name)) address.searchParams.set(name, wish(name));
      }
      const sandbox = wish('sandbox');
      const height = parseInt(wish('height'), 10);
      this.follows = !height;
      const frame = (this.frame = document.createElement('iframe'));
      frame.title = wish('title') || 'Flexkompas';
      frame.allow = 'clipboard-write; web-share';
      frame.loading = wish('loading') || 'lazy';
      // The site, not the page.
      frame.referrerPolicy = 'strict-origin';
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox || 'allow-scripts');
      // A sandboxed iframe has no other origin.
      const isOpaque = origin === 'null' || (sandbox !== null && !/allow-same-origin/.test(sandbox));
      this.origin = isOpaque ? 'null' : address.origin;
      Object.assign(this.style, { display: 'block', position: 'relative' });
      Object.assign(frame.style, { display: 'block', width: '100%', height: `${height || 640}px`, border: 0 });
      frame.src = address;
      this.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this);
    }

    handleEvent({ source, origin, data }) {
      if (source !== this.frame.contentWindow || origin !== this.origin || !data) return;
      const { type, height, top } = data;
      if (type === 'iframe-resized' && this.follows && height > 0) this.frame.style.height = `${height}px`;
      if (type === 'flexkompas:heading' && top >= 0) {
        // An element at the position of the heading lets the browser take scroll containers and sticky headers into
        // account.
        const mark = this.appendChild(document.createElement('div'));
        const { scrollMarginTop } = getComputedStyle(this);
        Object.assign(mark.style, { position: 'absolute', top: `${Math.max(0, top - 16)}px`, height: '40vh', scrollMarginTop });
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        mark.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
        mark.remove();
      }
      if (/^flexkompas:(ready|progress|result)$/.test(type)) {
        this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: data }));
      }
    }
  }

  if (!customElements.get('flex-kompas')) customElements.define('flex-kompas', FlexKompas);
  if (script.dataset.flexkompas !== undefined) {
    const element = document.createElement('flex-kompas');
    for (const [name, value] of Object.entries(script.dataset)) element.setAttribute(`data-${name}`, value);
    script.after(element);
  }
})();
