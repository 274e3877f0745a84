// Inside an iframe: finds out which site the host page belongs to, and posts the height of the content and the position
// of the heading of a new step. Only boot.js loads it, and only in an iframe. Neither message contains anything about
// the visitor, so any page may receive them. The messages of the program are separate (src/platform/host.rs).
//
// - `iframe-resized` is the public format of @open-iframe-resizer/core, which then needs no script of its own in the
//   iframe.
// - `height` with a secret is the format of WordPress, which puts the secret into the fragment of the URL.
const root = document.documentElement;
const tell = (message) => parent.postMessage(message, '*');

// The site of the host page, if the browser reveals it: the program shows its name (src/app/update/host.rs). Reading
// another origin throws, not all browsers support the second way, and the host page may have forbidden the third.
try {
  root.dataset.framed = parent.location.origin;
} catch {
  let host = location.ancestorOrigins?.[0];
  if (!host && document.referrer) {
    const { origin } = new URL(document.referrer);
    // This page itself, after a link has reloaded it.
    if (origin !== location.origin) host = origin;
  }
  root.dataset.framed = host || '';
}

let told;

/** Posts the height if it has changed or is requested. */
function tellHeight(isAsked) {
  // The height of the content, which never depends on that of the iframe (styles/layout.css): otherwise each would wait
  // for the other.
  const box = root.getBoundingClientRect();
  const height = Math.ceil(box.height);
  if (height === told && !isAsked) return;
  told = height;
  tell({ type: 'iframe-resized', width: Math.ceil(box.width), height });
  const secret = /^#\?secret=([a-z\d]+)$/i.exec(location.hash)?.[1];
  if (secret) tell({ message: 'height', value: height, secret });
}

// Called at most once per painted frame, after all its changes.
new ResizeObserver(() => tellHeight()).observe(root);
addEventListener('hashchange', () => tellHeight(true));
addEventListener('message', ({ source, data }) => {
  const asks = ['iframe-child-init', 'iframe-get-child-dimensions'].includes(data?.type) || data?.message === 'ready';
  if (source === parent && asks) tellHeight(true);
});

let seen;

// If the iframe is as high as its content, visitors may not see its top, where the page reports the effect of a button
// (styles/parts/notice.css). Only an observer can tell how much of the iframe is visible.
addEventListener('click', () => {
  seen?.disconnect();
  seen = new IntersectionObserver(([{ intersectionRect }]) => {
    seen.disconnect();
    root.style.setProperty('--seen-from', `${Math.max(0, intersectionRect.top)}px`);
  });
  seen.observe(document.body);
}, true);

addEventListener('focusin', ({ target }) => {
  if (!target.matches('main h1, [data-ask] h2')) return;
  // A new step begins at the top.
  seen?.disconnect();
  root.style.removeProperty('--seen-from');
  // Also if the host page does not listen: some browsers consider a heading visible of which only a part is.
  target.scrollIntoView({ block: 'nearest' });
  // First, because a change of height ends smooth scrolling.
  tellHeight();
  tell({ type: 'flexkompas:heading', top: Math.round(target.getBoundingClientRect().top) });
});
