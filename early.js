// Catches what a visitor does on the prerendered page before the program runs, so that nothing of it is lost. The build
// puts this script into the head of the page: it must run before the first statement can be touched. The program reads
// what it caught (src/platform/early.rs) and ends it by taking the list away.
(() => {
  const root = document.documentElement;
  const key = `flexkompas.v1.${root.dataset.questionSet}`;
  const address = new URLSearchParams(location.search);
  const caught = (window.flexkompasEarly = []);

  /** What storage holds; it may be forbidden here, as in a sandboxed frame. */
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  // The first statement in the language of the page is not for everybody: who was here before sees where they were,
  // who follows a link sees that result, and who reads another language waits for it.
  const asked = address.get('lang') || root.dataset.language;
  const listed = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
  const preferred = listed.includes('en') && !listed.includes('nl') ? 'en' : 'nl';
  const language = /^(nl|en)/i.test(asked) ? asked.slice(0, 2).toLowerCase() : preferred;
  const elsewhere = history.state && history.state !== 'start';
  if (stored(key) || elsewhere || location.hash.startsWith('#r=') || language !== root.lang) {
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
})();
