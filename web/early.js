// Catches what a visitor does on the prerendered page before the program runs, so that nothing of it is lost, and puts
// to use what must be right when the page is painted for the first time: the colours, the title, the logo and the content
// that the owner of the site has configured (src/app/config.rs names what is wrong with any of it). The build puts this
// script into the head of the page: it must run before the first statement can be touched. The program reads what it
// caught (src/platform/early.rs) and ends it by taking the list away.
import { accents } from './accent.js';

const root = document.documentElement;
const address = new URLSearchParams(location.search);
const caught = (window.flexkompasEarly = []);

// What the owner of the site wants.
let config = {};
try {
  config = JSON.parse(document.getElementById('flexkompas-config').textContent) || config;
} catch {
  // The program says so.
}
/** A path on this very site: with these signs no other site can be named. */
const isPath = (text) => typeof text === 'string' && /^(?!\/\/)[\w./~%?=&-]+$/.test(text);

accents(address.get('accent') || config.accent)?.forEach((shade, at) => {
  shade.forEach((colour, on) => {
    root.style.setProperty(`--${on ? 'on-' : ''}accent-${at ? 'dark' : 'light'}`, `rgb(${colour})`);
  });
});

const { folder, questionSet } = config.content || {};
const hasOwnContent = isPath(folder) && folder.endsWith('/') && /^[a-z\d]+(-[a-z\d]+)*$/.test(questionSet);
if (hasOwnContent) {
  root.dataset.content = root.dataset.content.replace(/(\S+)=\S+/g, `$1=${folder}$1.json`);
  root.dataset.questionSet = questionSet;
}

const title = typeof config.title === 'string' && config.title.trim();
const logo = isPath(config.logo) && config.logo;
if (title || logo) {
  // As soon as the brand is there, and before it is painted.
  new MutationObserver((_, observer) => {
    const brand = document.querySelector('.brand');
    // What follows it has begun, so it is there as a whole.
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

// Inside another page (styles/layout.css); frame.js finds out whose it is.
if (parent !== window) root.dataset.framed = '';

/** What storage holds; it may be forbidden here, as in a sandboxed frame. */
const key = `flexkompas.v1.${root.dataset.questionSet}`;
const stored = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

// The first statement in the language of the page is not for everybody: who was here before sees where they were,
// who follows a link sees that result, and who reads another language, or begins with other statements, waits for it.
const asked = address.get('lang') || root.dataset.language || config.language;
const listed = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
const preferred = listed.includes('en') && !listed.includes('nl') ? 'en' : 'nl';
const language = /^(nl|en)\b/i.test(asked) ? asked.slice(0, 2).toLowerCase() : preferred;
const elsewhere = history.state && history.state !== 'start';
const others = hasOwnContent || (address.get('set') || config.set) === 'full' || address.get('role') || config.role;
if (stored(key) || elsewhere || location.hash.startsWith('#r=') || language !== root.lang || others) {
  root.dataset.prerendered = 'hidden';
  root.dataset.wanted = language;
}

// boot.js tells what fails once it has begun; that it never began can only be told here.
const tell = () => {
  const message = document.getElementById('boot-failed');
  if (message && !window.flexkompasText) message.hidden = false;
};
addEventListener('error', ({ target }) => target.dataset?.wasm && tell(), true);
setTimeout(tell, 9000);

const catchIt = (...entry) => {
  if (!window.flexkompasEarly) return;
  caught.push(entry);
  try {
    localStorage.setItem(`${key}.early`, JSON.stringify(caught));
  } catch {
    // Not kept; the list in the page is enough unless the page is left.
  }
};
const filled = ({ target }) => target.name && target.closest('#app') && catchIt(target.name, target.value);
addEventListener('change', filled, true);
addEventListener('click', ({ target }) => {
  const button = target.closest('#app [data-action]');
  if (button) catchIt(button.dataset.action);
}, true);
