// Inside the page of another site: finds out whose it is, and tells that page how high the content is and where the heading of a new step stands.
// boot.js loads it there and nowhere else. Both messages hold nothing about the visitor, so any page may hear them. What
// the program itself has to tell goes its own way (src/platform/host.rs).
//
// - `iframe-resized` is the open form of @open-iframe-resizer/core, which works on such a page without a script in here.
// - `height` with a secret is the form of WordPress, which puts the secret into the fragment of the address.
const root = document.documentElement;
const tell = (message) => parent.postMessage(message, '*');

// Whose page it is, where the browser tells: the program shows its name (src/app/update/host.rs). Asking a page of another site
// throws, not all browsers know the second way, and the page may have forbidden the third.
try {
  root.dataset.framed = parent.location.origin;
} catch {
  let host = location.ancestorOrigins?.[0];
  if (!host && document.referrer) {
    const { origin } = new URL(document.referrer);
    // This page itself, after a reload by a link.
    if (origin !== location.origin) host = origin;
  }
  root.dataset.framed = host || '';
}

let told;

/** Tells the height if it has changed, or if it is asked for. */
function tellHeight(isAsked) {
  // Of the content, which never depends on the height of the frame (styles/layout.css): else each would wait for the other.
  const box = root.getBoundingClientRect();
  const height = Math.ceil(box.height);
  if (height === told && !isAsked) return;
  told = height;
  tell({ type: 'iframe-resized', width: Math.ceil(box.width), height });
  const secret = /^#\?secret=([a-z\d]+)$/i.exec(location.hash)?.[1];
  if (secret) tell({ message: 'height', value: height, secret });
}

// It is called once in a painted frame at most, after all changes of that frame.
new ResizeObserver(() => tellHeight()).observe(root);
addEventListener('hashchange', () => tellHeight(true));
addEventListener('message', ({ source, data }) => {
  const asks = ['iframe-child-init', 'iframe-get-child-dimensions'].includes(data?.type) || data?.message === 'ready';
  if (source === parent && asks) tellHeight(true);
});

let seen;

// Where the frame is as high as its content, its top is not what the visitor sees first, and it is there that the page
// would tell what became of the press of a button (styles/parts/notice.css). How much of the frame is in sight, the browser
// tells nobody but an observer.
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
  // Also on a page that does not listen: some browsers find a heading in sight of which a part is.
  target.scrollIntoView({ block: 'nearest' });
  // First, because a change of height ends a smooth scroll.
  tellHeight();
  tell({ type: 'flexkompas:heading', top: Math.round(target.getBoundingClientRect().top) });
});
