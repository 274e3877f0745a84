// Undoes what sw.js did: a site owner who replaces sw.js with this file removes the offline copies of Flexkompas from
// every device that visits, and then this service worker. Open pages stay as they are and keep every answer. The build
// puts it into the bundle as kill-switch/sw.js (docs/hosting.md#remove-offline-copies).

const OURS = `flexkompas ${new URL('.', location).pathname} `;

async function takeBack() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(takeBack()));
