// One statement at a time in plain JavaScript: no framework, one listener for all changes and one for all clicks, and
// only what has changed is touched.
import { statements, words } from 'content';

const KEY = 'bench-plain';
const app = document.getElementById('app');
const state = restored();

function restored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || { answers: {}, at: 0 };
  } catch {
    return { answers: {}, at: 0 };
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Not kept; the page works on.
  }
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const button = (action, label, kind) => element('button', { type: 'button', 'data-action': action, class: `button button--${kind}` }, label);

const done = element('p', { class: 'hint', role: 'status' });
const page = element('div', { class: 'page' });

function count() {
  done.textContent = fill(words.done, { done: Object.keys(state.answers).length, all: statements.length });
}

function options({ id, anchors, notApplicable }) {
  const all = anchors.map((label, at) => [String(at + 1), label, 'option']);
  all.push(['unknown', words.unknown, 'option option--quiet']);
  if (notApplicable) all.push(['not-applicable', words.notApplicable, 'option option--quiet']);
  return all.map(([value, label, kind]) =>
    element('label', { class: kind },
      element('input', { type: 'radio', name: id, value, ...(state.answers[id] === value && { checked: '' }) }),
      element('span', {}, label)));
}

function statement() {
  const { at } = state;
  const shown = statements[at];
  const level = at === 0 ? 'h2' : 'h1';
  return element('div', { class: 'statement' },
    element('div', { class: 'progress' },
      element('p', { class: 'progress__label' }, fill(words.place, { n: at + 1, all: statements.length })),
      element('progress', { class: 'progress__bar', max: statements.length, value: at + 1, 'aria-hidden': 'true' })),
    element('fieldset', { class: 'radios' },
      element('legend', { class: 'radios__legend' },
        element('span', { class: 'eyebrow' }, shown.kicker),
        element(level, { class: 'radios__question', tabindex: '-1' }, shown.ask)),
      element('div', { class: 'radios__options' }, ...options(shown))),
    element('div', { class: 'primary-action' }, button('next', words.next, 'primary')));
}

function paint() {
  const { at } = state;
  const parts = [];
  if (at === 0) {
    parts.push(element('div', { class: 'intro' }, element('h1', {}, words.title), element('p', { class: 'lead' }, words.intro)));
  } else {
    parts.push(button('back', words.back, 'quiet'));
  }
  parts.push(at < statements.length ? statement() : element('h1', { tabindex: '-1' }, words.end));
  page.replaceChildren(...parts);
}

app.addEventListener('change', ({ target }) => {
  state.answers[target.name] = target.value;
  keep();
  count();
});

app.addEventListener('click', ({ target }) => {
  const action = target.closest('[data-action]')?.dataset.action;
  if (!action) return;
  state.at += action === 'next' ? 1 : -1;
  keep();
  paint();
  scrollTo(0, 0);
  page.querySelector('h1, h2').focus({ preventScroll: true });
});

app.replaceChildren(
  element('div', { class: 'shell' },
    element('header', { class: 'header' }, element('p', { class: 'brand' }, words.name), done),
    element('main', { class: 'main' }, page),
    element('footer', { class: 'footer' }, element('p', {}, words.kept))));
count();
paint();
