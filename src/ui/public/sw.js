/**
 * Hands out the page for reporting when there is no network, or one too slow to wait for. It keeps nothing by itself: the page
 * puts its parts in the cache (src/registers/incidents/pages/report/offline.ts). Everything else goes to the network as if this
 * were not here. Plain JavaScript, since it is served as it stands.
 */
const cacheName = 'varna-rapportera';
const page = '/rapportera';
/** How long the network is waited for before the page on the device is shown (ms). */
const patience = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const isPage = request.mode === 'navigate' && (pathname === page || pathname.startsWith(`${page}/`));
  if (isPage) event.respondWith(fromNetworkFirst(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(fromDeviceFirst(request));
});

/** Parts bear a hash of what they hold: what is on the device is what the network would give. */
async function fromDeviceFirst(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request.url)) ?? fetch(request);
}

async function fromNetworkFirst(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(page);
  if (kept === undefined) return fetch(request);
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(kept), patience);
  });
  return Promise.race([fetch(request).catch(() => kept), late]);
}
