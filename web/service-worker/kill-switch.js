// Takes back what sw.js did: put in its place on the server, it removes the copies of Flexkompas from every device that
// comes by, and then itself. Pages that are open stay as they are and keep every answer. The build puts it into the
// bundle as kill-switch/sw.js (docs/hosting.md#remove-offline-copies says when to use it).

const OURS = `flexkompas ${new URL('.', location).pathname} `;

async function takeBack() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(takeBack()));
