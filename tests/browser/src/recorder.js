// Runs first in every page of a browser whose driver provides no logs. Sends every console line and every requested address
// to the server of the test, which outlives the page.
(() => {
  const send = window.fetch.bind(window);
  const pending = new Set();

  const note = (level, text) => {
    const sent = send('/.notes', { method: 'POST', body: JSON.stringify({ level, text }), keepalive: true });
    const arrived = sent.catch(() => {}).finally(() => pending.delete(arrived));
    pending.add(arrived);
  };

  const described = (thing) => {
    if (typeof thing !== 'object' || thing === null) return String(thing);
    return thing instanceof Error ? `${thing} ${thing.stack}` : JSON.stringify(thing);
  };
  for (const [method, level] of [['error', 'SEVERE'], ['warn', 'WARNING']]) {
    const say = console[method].bind(console);
    console[method] = (...things) => {
      note(level, things.map(described).join(' '));
      say(...things);
    };
  }

  // Capturing, because the error event of an element that failed to load does not bubble.
  addEventListener('error', (event) => {
    const { target } = event;
    note('SEVERE', target instanceof Element ? `failed to load ${target.src || target.href}` : `uncaught: ${event.message}`);
  }, true);
  addEventListener('unhandledrejection', (event) => note('SEVERE', `unhandled: ${described(event.reason)}`));
  addEventListener('securitypolicyviolation', (event) => {
    note('SEVERE', `the policy ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
  });

  const requested = (entries) => entries.filter((entry) => !entry.name.endsWith('/.notes')).forEach((entry) => note('REQUESTED', entry.name));
  const observer = new PerformanceObserver((list) => requested(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  addEventListener('pagehide', () => requested(observer.takeRecords()));
  note('REQUESTED', location.href);

  // Resolves once every note so far has arrived.
  Object.defineProperty(window, 'flexkompasNotes', {
    value: () => {
      requested(observer.takeRecords());
      return Promise.all(pending);
    },
  });
})();
