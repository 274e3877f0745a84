// For host pages: `<flex-kompas lang="nl" set="quick"></flex-kompas>`, or `<script src="…/embed.js" data-flexkompas
// data-lang="nl"></script>` in the place of the iframe. docs/embedding.md lists the attributes and events. A classic
// script without dependencies, small enough to read.
(() => {
  // A module has no current script.
  const current = document.currentScript ?? document.querySelector('script[type=module][src*="/embed.js"]');
  /** The folder of Flexkompas, unless the file was renamed: then a CMS has moved it, inlined it or joined it with others. */
  const folderOf = (script) => (/\/embed(\.min)?\.js$/.test(script?.src.split(/[?#]/)[0]) ? new URL('.', script.src).href : '');
  const ownFolder = folderOf(current);
  const say = (text) => console.warn(`Flexkompas: ${text}.`);

  class FlexKompas extends HTMLElement {
    connectedCallback() {
      if (this.frame) return this.listen();
      // `role` itself would be that of ARIA.
      const wish = (name) => this.getAttribute(`data-${name}`) ?? (name === 'role' ? null : this.getAttribute(name));
      const folder = wish('src') || ownFolder;
      if (!folder) return say('set src on <flex-kompas>, or data-src on the script, to the folder of Flexkompas');
      // The English page starts in English; the Dutch one would have to fetch the English texts first.
      const page = /^en/i.test(wish('lang')) ? 'en/' : '.';
      const address = new URL(page, new URL(folder, document.baseURI));
      for (const name of ['lang', 'set', 'parts', 'role', 'theme', 'accent', 'appearance']) {
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
      // Sites style every frame, also with !important; `height: auto` would leave 150 pixels.
      const keep = (name, value) => frame.style.setProperty(name, value, 'important');
      this.resize = (pixels) => keep('height', `${pixels}px`);
      this.resize(height || 640);
      for (const [name, value] of [['display', 'block'], ['width', '100%'], ['max-width', 'none'], ['max-height', 'none'], ['border', '0']]) keep(name, value);
      frame.src = address;
      this.replaceChildren(frame);
      this.listen();
    }

    listen() {
      // The element itself is the listener (`handleEvent`), so that connecting it twice adds one listener.
      addEventListener('message', this);
    }

    disconnectedCallback() {
      removeEventListener('message', this);
    }

    handleEvent({ source, origin, data }) {
      if (source !== this.frame.contentWindow || origin !== this.origin || !data) return;
      const { type, height, top } = data;
      if (type === 'iframe-resized' && this.follows && height > 0) this.resize(height);
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
  // All of them: a module runs once, however many scripts name it. One in the head waits for the body.
  const place = () => {
    for (const script of document.querySelectorAll('script[data-flexkompas]')) {
      const isInHead = document.head.contains(script);
      if (script.flexkompas || (isInHead && !document.body)) continue;
      const element = (script.flexkompas = document.createElement('flex-kompas'));
      element.setAttribute('data-src', folderOf(script));
      for (const [name, value] of Object.entries(script.dataset)) element.setAttribute(`data-${name}`, value);
      if (isInHead) document.body.prepend(element);
      else script.after(element);
    }
  };
  const finish = () => {
    place();
    if (!document.querySelector('flex-kompas')) say('put <flex-kompas> where it is to appear, or data-flexkompas on the script');
  };
  if (document.readyState === 'complete') return finish();
  place();
  document.addEventListener('DOMContentLoaded', place);
  addEventListener('load', finish);
})();
