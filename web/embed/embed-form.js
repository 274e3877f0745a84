// The snippet page (embed.html): the snippet follows the choices, and the iframe below is built from the same choices.
// Nothing leaves this page.
import { accents, channels, contrast } from '../accent.js';

const form = document.getElementById('form');
const preview = document.getElementById('preview');
const told = document.getElementById('told');
const field = (name) => form.elements[name];
/** The folder of this page and the product. */
const folder = new URL('.', location.href);

const WORDS = {
  nl: {
    title: 'Flexkompas op je eigen site',
    copied: 'Gekopieerd. Plak de regels nu in je pagina.',
    byHand: 'Kopiëren lukt hier niet. De regels zijn geselecteerd: kopieer ze met Ctrl+C of ⌘C.',
    noColour: 'Dit is geen kleur zoals 0b6e69. De eigen kleur van Flexkompas blijft.',
    shade: (scheme, colour, ratio, changed) =>
      `Op ${scheme ? 'een donkere' : 'een lichte'} pagina ${colour}: contrast ${ratio} op 1${changed ? `, ${scheme ? 'lichter' : 'donkerder'} gemaakt om leesbaar te zijn` : ''}.`,
    decimals: ',',
  },
  en: {
    title: 'Flexkompas on your own site',
    copied: 'Copied. Now paste the lines into your page.',
    byHand: 'Copying does not work here. The lines are selected: copy them with Ctrl+C or ⌘C.',
    noColour: 'This is no colour such as 0b6e69. The colour of Flexkompas stays.',
    shade: (scheme, colour, ratio, changed) =>
      `On a ${scheme ? 'dark' : 'light'} page ${colour}: contrast ${ratio} to 1${changed ? `, made ${scheme ? 'lighter' : 'darker'} so that it can be read` : ''}.`,
    decimals: '.',
  },
};
const words = () => WORDS[document.documentElement.lang];

const hex = (colour) => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The choices as attributes of the element. */
function choices() {
  const accent = field('accent').value.trim().replace('#', '');
  const chosen = {
    lang: field('lang').value,
    set: field('set').value,
    accent: channels(accent) ? accent : '',
    appearance: field('appearance').value,
    title: field('title').value.trim() || 'Flexkompas',
    height: field('fixed').value || field('way').value === 'frame' ? field('height').value : '',
    sandbox: field('sandbox').checked ? 'allow-scripts' : '',
  };
  return Object.entries(chosen).filter(([, value]) => value);
}

/** The iframe as markup, for pages without scripts. */
function frameAttributes() {
  const chosen = Object.fromEntries(choices());
  const src = new URL(chosen.lang === 'en' ? 'en/' : '.', folder);
  for (const name of ['lang', 'set', 'accent', 'appearance']) if (chosen[name]) src.searchParams.set(name, chosen[name]);
  return Object.entries({
    src: src.href,
    title: chosen.title,
    width: '100%',
    height: chosen.height,
    frameborder: '0',
    loading: 'lazy',
    allow: 'clipboard-write; web-share',
    referrerpolicy: 'strict-origin',
    ...(chosen.sandbox && { sandbox: chosen.sandbox }),
  });
}

function snippet() {
  const script = `<script src="${escaped(new URL('embed.js', folder).href)}"`;
  const written = (entries, prefix = '') => entries.map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`).join('');
  switch (field('way').value) {
    case 'script':
      return `${script} data-flexkompas${written(choices(), 'data-')} async></script>`;
    case 'element':
      return `${script} async></script>\n<flex-kompas${written(choices())}></flex-kompas>`;
    default:
      return `<iframe${written(frameAttributes())}></iframe>`;
  }
}

/** The configuration block of index.html with the valid values. */
function block() {
  const config = {};
  for (const [name, key] of [['brand', 'title'], ['logo', 'logo'], ['contact', 'contact'], ['results', 'results']]) {
    const input = field(name);
    const value = input.value.trim();
    const isWrong = value !== '' && !input.checkValidity();
    input.setAttribute('aria-invalid', String(isWrong));
    const hint = document.getElementById(`${name}-wrong`);
    if (hint) hint.hidden = !isWrong;
    if (value && !isWrong) config[key] = key === 'results' ? [value] : value;
  }
  // In a script, `<` could end it.
  const json = JSON.stringify(config, null, 2).replace(/</g, '\\u003c');
  return `<script type="application/json" id="flexkompas-config">\n${json}\n</script>`;
}

/** Describes what happens to the colour. */
function tellColour() {
  const text = field('accent').value.trim();
  const result = document.getElementById('accent-result');
  const wish = channels(text);
  field('accent').setAttribute('aria-invalid', String(text !== '' && !wish));
  if (!wish) {
    result.textContent = text && words().noColour;
    return;
  }
  document.getElementById('picker').value = hex(wish);
  const grounds = [[0xfb, 0xfa, 0xf7], [0x0f, 0x18, 0x19]];
  result.replaceChildren(
    ...accents(text).flatMap(([accent], scheme) => {
      const swatch = Object.assign(document.createElement('span'), { className: 'swatch' });
      swatch.style.backgroundColor = hex(accent);
      const ratio = contrast(accent, grounds[scheme]).toFixed(1).replace('.', words().decimals);
      return [swatch, ` ${words().shade(scheme, hex(accent), ratio, hex(accent) !== hex(wish))} `];
    }),
  );
}

function write() {
  field('height').disabled = !(field('fixed').value || field('way').value === 'frame');
  document.getElementById('snippet').value = snippet();
  document.getElementById('block').value = block();
  tellColour();
}

/** Replaces the iframe, unless it would be the same. */
let shown;
function show() {
  const isFrame = field('way').value === 'frame';
  const element = document.createElement(isFrame ? 'iframe' : 'flex-kompas');
  for (const [name, value] of isFrame ? frameAttributes() : choices()) element.setAttribute(name, value);
  element.setAttribute('loading', 'lazy');
  if (element.outerHTML === shown) return;
  shown = element.outerHTML;
  preview.replaceChildren(element);
}

function speak(language) {
  document.documentElement.lang = language;
  document.title = words().title;
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
  told.textContent = '';
  write();
}

async function copy(id) {
  const lines = document.getElementById(id);
  try {
    await navigator.clipboard.writeText(lines.value);
    told.textContent = words().copied;
  } catch {
    // Also if there is no clipboard at all: without https.
    lines.focus();
    lines.select();
    told.textContent = words().byHand;
  }
}

form.addEventListener('input', write);
form.addEventListener('change', show);
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('picker').addEventListener('input', ({ target }) => {
  field('accent').value = target.value.slice(1);
  write();
});
document.getElementById('widths').addEventListener('change', ({ target }) => {
  preview.dataset.width = target.value;
});
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => speak(button.dataset.language));
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => copy(button.dataset.copy));
}

const asked = new URLSearchParams(location.search).get('lang') || navigator.language;
speak(/^en/i.test(asked) ? 'en' : 'nl');
show();
