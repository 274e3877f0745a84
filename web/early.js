// Captures what a visitor does on the prerendered page before the program runs, so that no input is lost, and applies
// what must be right at the first paint: the configured colours, title, logo and content (src/app/config.rs reports
// invalid values). The build inlines this script into the head of the page: it must run before the first statement can
// be touched. The program replays the captured input (src/platform/early.rs) and ends the capture by removing the list.
import { accents } from './accent.js';
import { settings } from './settings.js';

const root = document.documentElement;

// A link to a result whose `#` was encoded on its way arrives as a path; the server answers with this page.
const [, encoded] = /\/%(?:25)*23(r[^/]*)$/i.exec(location.pathname) ?? [];
if (encoded) location.replace(`./${location.search}#${encoded}`);

const address = new URLSearchParams(location.search);
const caught = (window.flexkompasEarly = []);

// The configuration of the site owner.
let config = {};
try {
  config = JSON.parse(document.getElementById('flexkompas-config').textContent) || config;
} catch {
  // The program reports the error.
}
const { title, logo, content, ...rest } = settings(config);

accents(address.get('accent') || config.accent)?.forEach((shade, at) => {
  shade.forEach((colour, on) => {
    root.style.setProperty(`--${on ? 'on-' : ''}accent-${at ? 'dark' : 'light'}`, `rgb(${colour})`);
  });
});

const appearance = settings({ appearance: address.get('appearance') }).appearance ?? rest.appearance;
if (appearance && appearance !== 'auto') root.dataset.appearance = appearance;

if (content) {
  root.dataset.content = root.dataset.content.replace(/(\S+)=\S+/g, `$1=${content.folder}$1.json`);
  root.dataset.questionSet = content.questionSet;
}

if (title) {
  const sheet = new CSSStyleSheet();
  // In the margin of every page on paper (styles/print.css).
  sheet.replaceSync(`@page { @bottom-left { content: "${title.replace(/["\\]/g, '\\$&')}" } }`);
  document.adoptedStyleSheets = [sheet];
}
if (title || logo) {
  // As soon as the brand exists, and before it is painted.
  new MutationObserver((_, observer) => {
    const brand = document.querySelector('.brand');
    // The next element has started, so the brand is complete.
    if (!brand?.nextSibling) return;
    observer.disconnect();
    if (title) {
      brand.lastElementChild.textContent = title;
      document.title = document.title.replace(/[^·]*$/, ` ${title}`);
    }
    if (logo) {
      const picture = Object.assign(new Image(), { className: 'brand__logo', alt: '', src: logo });
      brand.firstElementChild.replaceWith(picture);
    }
  }).observe(root, { childList: true, subtree: true });
}

// Inside an iframe (styles/layout.css); frame.js finds out whose page it is.
if (parent !== window) root.dataset.framed = '';

/** The stored text; storage may be forbidden, as in a sandboxed iframe. */
const key = `flexkompas.v1.${root.dataset.questionSet}`;
const stored = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

// Not every visitor starts with the first statement in the language of the page: a returning visitor continues, a
// shared link shows its result, and another language or other statements must be waited for.
const asked = address.get('lang') || root.dataset.language || config.language;
const listed = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
const preferred = listed.includes('en') && !listed.includes('nl') ? 'en' : 'nl';
const language = /^(nl|en)\b/i.test(asked) ? asked.slice(0, 2).toLowerCase() : preferred;
const elsewhere = history.state && history.state !== 'start';
const others = content || (address.get('set') || config.set) === 'full' || address.get('role') || config.role;
if (stored(key) || elsewhere || /^#r(=|%3D)/i.test(location.hash) || language !== root.lang || others) {
  root.dataset.prerendered = 'hidden';
  root.dataset.wanted = language;
}

// boot.js reports failures once it runs; only this script can report that it never ran.
const tell = () => {
  const message = document.getElementById('boot-failed');
  if (message && !window.flexkompasText) message.hidden = false;
};
addEventListener('error', async ({ target }) => {
  if (!target.dataset?.wasm) return;
  // Served without its slash, a folder has every relative address lead beside it.
  const { pathname, search, hash } = location;
  if (/\/[^/.]+$/.test(pathname)) location.replace(`${pathname}/${search}${hash}`);
  else tell();
  // A file that the site lacks is no lost connection (index.html has words for both).
  const { status } = await fetch(target.src).catch(() => ({}));
  if (status >= 400 && status < 500) root.dataset.fault = 'site';
}, true);
setTimeout(tell, 9000);

// The page as the server has it now, which also takes the place of one in the cache. The files of a page carry its
// fingerprint: where they are gone, only a newer page knows which there are.
window.flexkompasFreshPage = async () => {
  const page = await fetch(location.href, { cache: 'reload' });
  if (!page.ok) throw new Error(`${page.status}`);
  return page.text();
};
addEventListener('click', (event) => {
  if (!event.target.closest('#boot-failed [href=""]')) return;
  event.preventDefault();
  window.flexkompasFreshPage().catch(() => {}).finally(() => location.reload());
});

const catchIt = (...entry) => {
  if (!window.flexkompasEarly) return;
  caught.push(entry);
  try {
    localStorage.setItem(`${key}.early`, JSON.stringify(caught));
  } catch {
    // Not stored; the list in the page suffices unless the page is left.
  }
};
const filled = ({ target }) => target.name && target.closest('#app') && catchIt(target.name, target.value);
addEventListener('change', filled, true);
addEventListener('click', ({ target, detail }) => {
  const button = target.closest('#app [data-action]');
  // The second press of a double click is meant for the page that the first one leads away from.
  if (button && detail < 2) catchIt(button.dataset.action);
}, true);
