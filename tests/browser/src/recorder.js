// Runs first in every page, where the browser itself keeps no log that a test could read: notes what the console says
// and what is asked for, and sends each note to the test's own server, which outlives the page.
(() => {
  const send = window.fetch.bind(window);
  const onTheWay = new Set();

  const note = (level, text) => {
    const sent = send('/.notes', { method: 'POST', body: JSON.stringify({ level, text }), keepalive: true });
    const arrived = sent.catch(() => {}).finally(() => onTheWay.delete(arrived));
    onTheWay.add(arrived);
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

  // Capturing, because the error of an element that could not load something does not bubble.
  addEventListener('error', (event) => {
    const { target } = event;
    note('SEVERE', target instanceof Element ? `failed to load ${target.src || target.href}` : `uncaught: ${event.message}`);
  }, true);
  addEventListener('unhandledrejection', (event) => note('SEVERE', `unhandled: ${described(event.reason)}`));
  addEventListener('securitypolicyviolation', (event) => {
    note('SEVERE', `the policy ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`);
  });

  const asked = (entries) => entries.filter((entry) => !entry.name.endsWith('/.notes')).forEach((entry) => note('ASKED', entry.name));
  const observer = new PerformanceObserver((list) => asked(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  addEventListener('pagehide', () => asked(observer.takeRecords()));
  note('ASKED', location.href);

  // Resolves when every note so far has arrived.
  Object.defineProperty(window, 'flexkompasNotes', {
    value: () => {
      asked(observer.takeRecords());
      return Promise.all(onTheWay);
    },
  });
})();
