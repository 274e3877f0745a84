// Starts Flexkompas: fetches the program (WebAssembly) and its glue (JavaScript) side by side and runs them.
// Trunk writes the addresses of both into this script's own element, as data-js and data-wasm (see Trunk.toml).
// When that fails, for whatever reason, the visitor sees the element #boot-failed instead of an endless wait.
// A separate file and not an inline script, so that a strict content security policy can stay in force.

const PATIENCE_IN_MS = 20000;

/** The address in a data attribute of this script's element, relative to the page as in any other attribute. */
function address(name) {
  const own = document.querySelector('script[data-wasm]');
  return new URL(own.dataset[name], document.baseURI).href;
}

/** Shows or hides an element of index.html; an element that is no longer there is not missed. */
function show(id, visible) {
  const element = document.getElementById(id);
  if (element) element.hidden = !visible;
}

/** The running download of the program; a page that says "404" must not be mistaken for it. */
async function fetchProgram() {
  const response = await fetch(address('wasm'));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

/** Resolves once the program runs: its `main` has returned without a trap. */
async function start() {
  if (typeof WebAssembly !== 'object') throw new Error('this browser has no WebAssembly');
  const [glue, program] = await Promise.all([import(address('js')), fetchProgram()]);
  await glue.default({ module_or_path: program });
}

/** Tells the visitor that the program did not start, and the console why. */
function fail(reason) {
  console.error('Flexkompas did not start:', reason);
  show('boot-wait', false);
  show('boot-failed', true);
}

// A stalled line gives no error at all, hence the clock.
const clock = setTimeout(() => fail(`nothing after ${PATIENCE_IN_MS / 1000} seconds`), PATIENCE_IN_MS);
start()
  // A slow line may still deliver after the clock has rung: then the message no longer holds.
  .then(() => show('boot-failed', false))
  .catch(fail)
  .finally(() => clearTimeout(clock));
