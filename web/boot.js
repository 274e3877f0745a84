// Starts Flexkompas: fetches the program (WebAssembly), its glue code (JavaScript) and the first content in parallel,
// verifies that they arrived unaltered, and runs them. Trunk and the build write the URLs into this script's own
// element (see Trunk.toml). Any failure ends in a page that still helps: all statements, to read and to print, with a
// short explanation. A separate file, so that a strict content security policy can stay in force.

/** The time without any data after which a connection is abandoned; a slow one that delivers is not. */
const STALLED_IN_MS = 4000;
/** The number of attempts before a fetch counts as failed. */
const TRIES = 2;
/** The time after which a wait is announced. */
const WORTH_A_WORD_IN_MS = 1000;

const own = document.querySelector('script[data-wasm]');
const root = document.documentElement;

/** The URL in a data attribute of this script's element, relative to the page like any other attribute. */
const address = (name) => new URL(own.dataset[name], document.baseURI).href;

/** Shows or hides an element of index.html, if it still exists. */
function show(id, visible) {
  const element = document.getElementById(id);
  if (element) element.hidden = !visible;
}

/** A fingerprint of eight hex digits; `null` where `crypto.subtle` is unavailable (without a secure connection, where
 *  an attacker could alter this script too). */
async function fingerprint(bytes) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Rejects when `work` neither ends nor reports progress for too long. */
function unlessStalled(work) {
  return new Promise((resolve, reject) => {
    let clock;
    const giveUp = new AbortController();
    const alive = () => {
      clearTimeout(clock);
      clock = setTimeout(() => {
        reject(new Error(`nothing for ${STALLED_IN_MS / 1000} seconds`));
        giveUp.abort();
      }, STALLED_IN_MS);
    };
    alive();
    work(alive, giveUp.signal).then(resolve, reject).finally(() => clearTimeout(clock));
  });
}

/** Retries an operation that fails, up to the limit. */
async function again(work) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await unlessStalled((alive, signal) => work(alive, signal, attempt));
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}

/** The bytes at a URL, once verified. */
function bytes(url, expected) {
  return again(async (alive, signal, attempt) => {
    // A damaged file must not come from the cache again.
    const response = await fetch(url, { signal, cache: attempt === 1 ? 'default' : 'reload' });
    if (!response.ok) throw Object.assign(new Error(`${url} answered ${response.status}`), { status: response.status });
    const parts = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      alive();
      parts.push(part.value);
    }
    const whole = await new Blob(parts).arrayBuffer();
    const found = await fingerprint(whole);
    if (found && expected && found !== expected) throw Object.assign(new Error(`${url} was altered`), { altered: true });
    return whole;
  });
}

/** Whether a file is gone because the server has another release by now. */
async function isOutdated({ status }) {
  if (status !== 404 && status !== 410) return false;
  const page = await globalThis.flexkompasFreshPage();
  return page.includes('data-release=') && !page.includes(`data-release="${root.dataset.release}"`);
}

/** The text of a content file; its name contains its fingerprint. The program fetches all its content here. */
const texts = new Map();
function text(url) {
  if (!texts.has(url)) {
    const expected = /\.([0-9a-f]{8})\.json$/.exec(url)?.[1];
    const coming = bytes(new URL(url, document.baseURI).href, expected).then((whole) => new TextDecoder().decode(whole));
    texts.set(url, coming);
    coming.catch(async (error) => {
      // A later request fetches it again.
      texts.delete(url);
      // Of an older release it will never come; the program offers to reload.
      if (await isOutdated(error).catch(() => false)) {
        globalThis.flexkompasRelease ??= () => location.reload();
        dispatchEvent(new Event('flexkompas-release'));
      }
    });
  }
  return texts.get(url);
}
globalThis.flexkompasText = text;

/** The URL of the first content in the language that will be shown. */
function firstContent() {
  const language = root.dataset.wanted || root.lang;
  const entry = (root.dataset.content || '').split(' ').find((entry) => entry.startsWith(`start.${language}=`));
  return entry?.split('=')[1];
}

/** The glue code between program and browser. */
const glue = () =>
  again((_alive, _signal, attempt) => import(address('js') + (attempt === 1 ? '' : `?again=${attempt}`)));

/** The messages to the host page, which are sent even if the program does not start. Without them the iframe keeps its
 *  height. */
const framed = parent !== window && import('./frame.js').catch(() => {});

/** Resolves once the program runs: its `main` has returned without a trap. */
async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('this browser has no WebAssembly');
  const first = firstContent();
  // The program, which requests it too, reports its failure.
  if (first) text(first).catch(() => {});
  const program = bytes(address('wasm'), own.dataset.fingerprint);
  const [{ default: run }, module_or_path] = await Promise.all([glue(), program, framed]);
  await run({ module_or_path });
}

/** All statements with their anchors, generated from the content; chosen answers are marked. */
async function statements() {
  const place = document.getElementById('boot-statements');
  const { statements } = JSON.parse(await text(firstContent()));
  const chosen = new Set((window.flexkompasEarly || []).map(([name, value]) => `${name}=${value}`));
  const element = (name, words) => Object.assign(document.createElement(name), { textContent: words });
  place.replaceChildren(
    ...statements.flatMap(({ id, ask, anchors }) => {
      const list = document.createElement('ul');
      list.append(...anchors.map((words, at) => element('li', `${chosen.has(`${id}=${at + 1}`) ? '☒' : '☐'} ${words}`)));
      return [element('h2', ask), list];
    }),
  );
}

/** Makes the page say that the site is at fault, which its owner alone can mend: not the connection, not the browser. */
const blameSite = () => void (root.dataset.fault = 'site');
// A policy of the site that forbids what the program needs.
addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective }) => {
  if (disposition === 'enforce' && /^(script|connect|default)-src/.test(effectiveDirective)) blameSite();
});

/** Whether the site lacks a file, or has another one in its place. A failed import does not tell why. */
async function isFaultOfSite({ status, altered }) {
  if (altered) return true;
  const answered = status ?? (await fetch(address('js'))).status;
  return answered >= 400 && answered < 500;
}

/** Tells the visitor that the program did not start, and logs the reason. Where only the page in the cache is too old,
 *  reloads once instead: the fresh page has taken its place, and a reload that fails again must not repeat. */
async function fail(reason) {
  const [{ type } = {}] = performance.getEntriesByType('navigation');
  if (type !== 'reload' && (await isOutdated(reason).catch(() => false))) return location.reload();
  console.error('Flexkompas did not start:', reason);
  show('boot-wait', false);
  show('boot-failed', true);
  show('app', false);
  isFaultOfSite(reason).then((isFault) => isFault && blameSite(), () => {});
  // Without content there is still the link to the page with all statements.
  statements().catch(() => {});
}

/** Registers the service worker (sw.js) and reports a new release to the program. Where a browser or a policy forbids
 *  it, such as in a private window or a sandbox, in which even reading the property throws, nothing happens. */
async function keepCopy() {
  const { serviceWorker } = navigator;
  const address = new URL('sw.js', import.meta.url).href;
  const policy = globalThis.trustedTypes?.createPolicy('flexkompas', { createScriptURL: (url) => url });
  const registration = await serviceWorker.register(policy ? policy.createScriptURL(address) : address);
  // A waiting release answers if it is not that of this page.
  const compare = () => registration.waiting?.postMessage(root.dataset.release);
  const watch = () => registration.installing?.addEventListener('statechange', compare);
  serviceWorker.onmessage = () => dispatchEvent(new Event('flexkompas-release'));
  globalThis.flexkompasRelease = () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    serviceWorker.oncontrollerchange = () => location.reload();
    waiting.postMessage('now');
  };
  registration.onupdatefound = watch;
  watch();
  compare();
  // Not every browser checks for updates on every visit, and a tab may stay open for days.
  const look = () => document.hidden || registration.update().catch(() => {});
  document.addEventListener('visibilitychange', look);
  if (registration.active) look();
}

// The first statement can be answered meanwhile; any other wait is announced.
const wait = setTimeout(() => show('boot-wait', root.dataset.prerendered === 'hidden'), WORTH_A_WORD_IN_MS);
start()
  // In iframes browsers separate storage by site; the offline copy is for visitors who open the page itself.
  .then(() => void (self === top && isSecureContext && keepCopy().catch(() => {})), fail)
  .finally(() => clearTimeout(wait));
