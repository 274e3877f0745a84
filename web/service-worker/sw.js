// The service worker: keeps this release of Flexkompas on the device, so that it opens without a network, and quickly with
// one. boot.js registers it once the program runs. The build fills in the files of the release and what names it
// (xtask/build/src/bundle/service_worker.rs). A new release waits until no page of the old one is open, or until somebody asks for it: nothing
// changes under somebody's hands. kill-switch.js takes all of this back.

const RELEASE = '__RELEASE__';
const FILES = ['__FILES__'];
const ROOT = new URL('.', location);
/** What this bundle keeps begins with this: an origin may hold several bundles, and the caches of others. No path holds
 *  a space, so no other name can begin with it. */
const OURS = `flexkompas ${ROOT.pathname} `;
const NAME = OURS + RELEASE;
/** A line that has not begun to answer after so long is as good as none. */
const PATIENCE_IN_MS = 3000;
/** A file with a hash in its name never changes; the same as in xtask/build/src/serve/headers.rs. */
const HASHED = /[-._]([0-9a-f]{8}|[0-9a-f]{14,16})[-._][^/]*$/;

/** What the owner of the site has added beside the release: content and a logo, as the block of a page names them. */
function added(text, page) {
  try {
    const { content, logo } = JSON.parse(text.match(/id="flexkompas-config">([^<]*)/)[1]);
    const parts = ['start', 'library', 'modules'].flatMap((part) => [`${part}.nl`, `${part}.en`]);
    const paths = content ? parts.map((part) => `${content.folder}${part}.json`) : [];
    return paths.concat(logo || []).map((path) => new URL(path, new URL(page, ROOT)).href);
  } catch {
    // The program tells what is wrong with it.
    return [];
  }
}

/** Keeps the whole release, or nothing of it. */
async function keep() {
  const cache = await caches.open(NAME);
  try {
    // What the page has just fetched comes out of the browser's own cache.
    await cache.addAll(FILES.map((file) => new Request(file, { cache: HASHED.test(file) ? 'default' : 'no-cache' })));
    for (const page of FILES.filter((file) => file.endsWith('/'))) {
      const text = await (await cache.match(page)).text();
      // While a release is being uploaded, its pages may still be those of the one before.
      if (!text.includes(RELEASE)) throw new Error(`${page} is of another release`);
      // Not every language need be there.
      const files = added(text, page).filter((file) => file.startsWith(ROOT));
      await Promise.allSettled(files.map((file) => cache.add(new Request(file, { cache: 'no-cache' }))));
    }
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** The names of all releases that are kept, oldest first. */
const releases = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/** Lets go of what no page needs any more. One that was open before may still need the release before. */
async function tidy() {
  const others = (await releases()).filter((name) => name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // The page of the first visit, too, goes on without a network.
  await clients.claim();
}

/** A file that may have changed: from the network, unless that fails or takes too long. */
async function fresh(request, name) {
  const found = await caches.match(name, { cacheName: NAME, ignoreVary: true });
  const coming = fetch(request);
  if (!found) return coming;
  // What an owner has added changes without a release. A page of the next release must not get into this one.
  if (!FILES.includes(name)) coming.then((response) => renew(name, response.clone())).catch(() => {});
  // A new answer, because one that came by a detour may not be the answer to a visit.
  const kept = new Response(found.body, found);
  return Promise.race([
    coming.then((response) => (response.status < 500 ? response : kept), () => kept),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MS, kept)),
  ]);
}

/** Keeps what has just come in the place of what was kept. */
async function renew(name, response) {
  if (response.ok) await (await caches.open(NAME)).put(name, response);
}

/** A file that never changes: from any release that has it. */
async function unchanging(request) {
  for (const name of await releases()) {
    const found = await caches.match(request.url, { cacheName: name, ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(tidy()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(ROOT)) return;
  const name = url.pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, '$1') || './';
  if (HASHED.test(name)) {
    // What came damaged out of a cache is asked for past it.
    if (request.cache !== 'reload') event.respondWith(unchanging(request));
  } else if (FILES.includes(name) || request.mode !== 'navigate') {
    event.respondWith(fresh(request, name));
  }
});

// A page says which release it is and hears when this one is another; or it asks for this one.
addEventListener('message', ({ data, source }) => {
  if (data === 'now') skipWaiting();
  else if (data !== RELEASE) source.postMessage(RELEASE);
});
