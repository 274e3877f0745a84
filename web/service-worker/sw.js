// The service worker: caches this release of Flexkompas on the device, so that it opens without a network, and faster
// with one. boot.js registers it once the program runs. The build fills in the files and the name of the release
// (xtask/build/src/bundle/service_worker.rs). A new release waits until no page of the old one is open or the visitor
// asks for it: nothing changes while a page is in use. kill-switch.js undoes all of this.

const RELEASE = '__RELEASE__';
const FILES = ['__FILES__'];
const ROOT = new URL('.', location);
/** The prefix of the caches of this bundle: an origin may have several bundles, and caches of other programs. Paths
 *  contain no spaces, so no other name starts with it. */
const OURS = `flexkompas ${ROOT.pathname} `;
const NAME = OURS + RELEASE;
/** The time without a response after which a connection counts as offline. */
const PATIENCE_IN_MS = 3000;
/** Files with a hash in their name never change; the same expression as in xtask/build/src/serve/headers.rs. */
const HASHED = /[-._]([0-9a-f]{8}|[0-9a-f]{14,16})[-._][^/]*$/;

/** What the site owner has added to the release: content and a logo, as configured in the page. */
function added(text, page) {
  try {
    const { content, logo } = JSON.parse(text.match(/id="flexkompas-config">([^<]*)/)[1]);
    const parts = ['start', 'library', 'modules'].flatMap((part) => [`${part}.nl`, `${part}.en`]);
    const paths = content ? parts.map((part) => `${content.folder}${part}.json`) : [];
    return paths.concat(logo || []).map((path) => new URL(path, new URL(page, ROOT)).href);
  } catch {
    // The program reports invalid configuration.
    return [];
  }
}

/** Caches the whole release, or nothing of it. */
async function keep() {
  const cache = await caches.open(NAME);
  try {
    // Files that the page has just fetched come from the browser's cache.
    await cache.addAll(FILES.map((file) => new Request(file, { cache: HASHED.test(file) ? 'default' : 'no-cache' })));
    for (const page of FILES.filter((file) => file.endsWith('/'))) {
      const text = await (await cache.match(page)).text();
      // During an upload the pages may still be those of the previous release.
      if (!text.includes(RELEASE)) throw new Error(`${page} is of another release`);
      // Not every language need exist.
      const files = added(text, page).filter((file) => file.startsWith(ROOT));
      await Promise.allSettled(files.map((file) => cache.add(new Request(file, { cache: 'no-cache' }))));
    }
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** The names of all cached releases, oldest first. */
const releases = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/** Deletes what no page needs any more. A page that was open before may still need the previous release. */
async function tidy() {
  const others = (await releases()).filter((name) => name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // The page of the first visit works without a network from here on, too.
  await clients.claim();
}

/** A file that may have changed: from the network, unless that fails or takes too long. */
async function fresh(request, name) {
  const found = await caches.match(name, { cacheName: NAME, ignoreVary: true });
  const coming = fetch(request);
  if (!found) return coming;
  // Files that a site owner has added change without a release. A page of the next release must not get into this cache.
  if (!FILES.includes(name)) coming.then((response) => renew(name, response.clone())).catch(() => {});
  // A new response, because a redirected one may not answer a navigation.
  const kept = new Response(found.body, found);
  return Promise.race([
    coming.then((response) => (response.status < 500 ? response : kept), () => kept),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MS, kept)),
  ]);
}

/** Replaces the cached file with the new one. */
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
  const name = url.pathname.slice(ROOT.pathname.length).replace(/(^|\/)(index\.html|%(25)*23r[^/]*)$/, '$1') || './';
  if (HASHED.test(name)) {
    // A damaged file is fetched again, bypassing the cache.
    if (request.cache !== 'reload') event.respondWith(unchanging(request));
  } else if (FILES.includes(name) || request.mode !== 'navigate') {
    event.respondWith(fresh(request, name));
  }
});

// A page sends its release and gets a reply if this is another one; or it asks this release to take over.
addEventListener('message', ({ data, source }) => {
  if (data === 'now') skipWaiting();
  else if (data !== RELEASE) source.postMessage(RELEASE);
});
