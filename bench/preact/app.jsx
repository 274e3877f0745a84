// One statement at a time with Preact, as its documentation would have it: components, hooks, state in one place.
import { render } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { statements, words } from 'content';

const KEY = 'bench-preact';

function restored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || { answers: {}, at: 0 };
  } catch {
    return { answers: {}, at: 0 };
  }
}

function update(state, [what, ...values]) {
  switch (what) {
    case 'answer': {
      const [id, value] = values;
      return { ...state, answers: { ...state.answers, [id]: value } };
    }
    case 'go':
      return { ...state, at: state.at + values[0] };
  }
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function Choice({ name, value, label, quiet, chosen, send }) {
  return (
    <label class={quiet ? 'option option--quiet' : 'option'}>
      <input type="radio" name={name} value={value} checked={chosen} onChange={() => send(['answer', name, value])} />
      <span>{label}</span>
    </label>
  );
}

function Statement({ at, chosen, send }) {
  const { id, kicker, ask, anchors, notApplicable } = statements[at];
  const Heading = at === 0 ? 'h2' : 'h1';
  const choice = (value, label, quiet) => (
    <Choice key={value} name={id} value={value} label={label} quiet={quiet} chosen={chosen === value} send={send} />
  );
  return (
    <div class="statement">
      <div class="progress">
        <p class="progress__label">{fill(words.place, { n: at + 1, all: statements.length })}</p>
        <progress class="progress__bar" max={statements.length} value={at + 1} aria-hidden="true" />
      </div>
      <fieldset class="radios">
        <legend class="radios__legend">
          <span class="eyebrow">{kicker}</span>
          <Heading class="radios__question" tabIndex={-1}>{ask}</Heading>
        </legend>
        <div class="radios__options">
          {anchors.map((label, index) => choice(String(index + 1), label, false))}
          {choice('unknown', words.unknown, true)}
          {notApplicable && choice('not-applicable', words.notApplicable, true)}
        </div>
      </fieldset>
      <div class="primary-action">
        <button type="button" data-action="next" class="button button--primary" onClick={() => send(['go', 1])}>{words.next}</button>
      </div>
    </div>
  );
}

function App() {
  const [state, send] = useReducer(update, undefined, restored);
  const { answers, at } = state;
  const page = useRef();
  const before = useRef(at);

  useEffect(() => {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
    } catch {
      // Not kept; the page works on.
    }
  }, [state]);

  useLayoutEffect(() => {
    if (before.current === at) return;
    before.current = at;
    scrollTo(0, 0);
    page.current.querySelector('h1, h2').focus({ preventScroll: true });
  }, [at]);

  return (
    <div class="shell">
      <header class="header">
        <p class="brand">{words.name}</p>
        <p class="hint" role="status">{fill(words.done, { done: Object.keys(answers).length, all: statements.length })}</p>
      </header>
      <main class="main">
        <div class="page" ref={page}>
          {at === 0 ? (
            <div class="intro">
              <h1>{words.title}</h1>
              <p class="lead">{words.intro}</p>
            </div>
          ) : (
            <button type="button" data-action="back" class="button button--quiet" onClick={() => send(['go', -1])}>{words.back}</button>
          )}
          {at < statements.length ? (
            <Statement key={at} at={at} chosen={answers[statements[at].id]} send={send} />
          ) : (
            <h1 tabIndex={-1}>{words.end}</h1>
          )}
        </div>
      </main>
      <footer class="footer"><p>{words.kept}</p></footer>
    </div>
  );
}

render(<App />, document.getElementById('app'));
