// Runs before the scripts of a measured page (page.rs prepends `settings`). It reports when there is something to answer,
// when an answer is recorded and when the frame after a click is painted. Its only change to the page is that it wraps
// the instantiation of WebAssembly, to measure the memory of the program afterwards.
//
// A task after a frame's callbacks runs when that frame has been styled, laid out and painted: the end of a frame.
(() => {
  const bench = (window.bench = { shift: 0, lcp: 0, memories: new Set(), armed: null });
  const tell = (what, values) => window.benchTells(JSON.stringify({ what, ...values }));
  const after = (work) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(null);
  };

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async function (...given) {
      const made = await original.apply(this, given);
      const { exports } = made.instance || made;
      Object.values(exports).forEach((thing) => thing instanceof WebAssembly.Memory && bench.memories.add(thing));
      return made;
    };
  }
  bench.memory = () => [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('layout-shift', (entry) => (bench.shift += entry.hadRecentInput ? 0 : entry.value));
  observe('largest-contentful-paint', (entry) => (bench.lcp = entry.startTime));
  bench.fcp = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;

  const shown = (element) => Boolean(element) && element.checkVisibility({ visibilityProperty: true });
  const labelled = (radio) => radio.labels[0] || radio;
  const choices = () => [...document.querySelectorAll('input[type=radio]')].filter((radio) => shown(labelled(radio)));
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  /** Whether a click in the middle of an element reaches it. */
  const reachable = (element) => {
    const { x, y } = middle(element);
    const hit = document.elementFromPoint(x, y);
    return Boolean(hit) && element.contains(hit);
  };

  /** Whether storage holds this answer to this statement, in whatever form. */
  bench.stored = (id, value) => {
    const pair = new RegExp(`"${id}"[:,]"?${value}\\b`);
    return Object.keys(localStorage).some((key) => pair.test(localStorage.getItem(key)));
  };
  bench.recorded = (id, value) => choices().some((radio) => radio.checked && radio.value === value) && bench.stored(id, value);

  /** Whether all of these texts stand on the page; which one does not. */
  bench.missing = (texts) => {
    const page = document.body.innerText.replace(/\s+/g, ' ');
    return texts.filter((text) => !page.includes(text));
  };

  // The first answer that can be given: painted, inside the window and not covered.
  let first = null;
  const lookForFirst = () => {
    const painted = bench.fcp() !== undefined;
    const way = painted && (choices()[0] || [...document.querySelectorAll(settings.carryOn)].find(shown));
    if (way && !bench.back) {
      bench.back = performance.now();
      tell('back', { at: bench.back });
    }
    const radio = painted && choices().find((radio) => reachable(labelled(radio)));
    if (!radio) return setTimeout(lookForFirst, 4);
    first = radio.value;
    tell('there', { at: performance.now(), ...middle(labelled(radio)) });
  };
  lookForFirst();
  const lookForRecorded = () => {
    if (!bench.recorded(settings.first, first)) return after(lookForRecorded);
    tell('recorded', { at: performance.now(), value: first });
  };
  let answered = false;
  addEventListener('click', ({ isTrusted }) => {
    if (!isTrusted || !first || answered || bench.armed) return;
    answered = true;
    after(lookForRecorded);
  }, true);

  /** Gets ready for a click on the choice with this value, or on the way to the next statement; says where to click. */
  bench.aim = async (id, value) => {
    const find = () => (value === null ? [...document.querySelectorAll(settings.next)].find(shown) : choices().filter((radio) => radio.value === value).map(labelled)[0]);
    if (!find()) return null;
    if (!reachable(find())) find().scrollIntoView({ block: 'center', behavior: 'instant' });
    // Scrolling is painted before the measurement starts.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => after(resolve))));
    if (!find() || !reachable(find())) return null;
    const before = choices().map((radio) => radio.name).join();
    const done = value === null
      ? () => choices().map((radio) => radio.name).join() !== before
      : () => choices().some((radio) => radio.checked && radio.value === value);
    bench.armed = { id, value, done };
    return middle(find());
  };
  addEventListener('click', ({ isTrusted, timeStamp }) => {
    if (!isTrusted || !bench.armed) return;
    const { id, value, done } = bench.armed;
    bench.armed = null;
    const frame = () => requestAnimationFrame(() => after(() => {
      if (!done()) return frame();
      tell('painted', { took: performance.now() - timeStamp });
      if (value === null) return;
      const deadline = performance.now() + 2000;
      const keep = () => {
        const kept = bench.recorded(id, value);
        if (kept || performance.now() > deadline) tell('kept', { kept });
        else setTimeout(keep, 4);
      };
      keep();
    }));
    frame();
  }, true);
})();
