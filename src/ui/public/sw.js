/**
 * Hands out the page for reporting when there is no network, or one too slow to wait for. It keeps nothing by itself: the page
 * puts its parts in the cache (src/registers/incidents/pages/report/offline.ts). Everything else goes to the network as if this
 * were not here. And shows notices that are sent to this device (src/push). Plain JavaScript, since it is served as it stands.
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

self.addEventListener('push', (event) => event.waitUntil(show(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data));
});

/** Browsers let nothing arrive in silence: also what cannot be read is shown, without words of its own. */
function show(data) {
  const {
    title = 'Värna',
    body = '',
    path = '/klockor',
    tag = 'varna',
    language = 'sv',
    ...clock
  } = read(data);
  return self.registration.showNotification(title, {
    body: [body, timeLeft(clock)].filter((part) => part !== '').join(', '),
    lang: language,
    tag,
    // One that takes an earlier one's place wakes as that did, and stays until somebody has seen it.
    renotify: true,
    requireInteraction: true,
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    data: path,
  });
}

function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

/** How long is left now, and not when it was sent: it may have waited for the device. */
function timeLeft({ dueAt = null, left }) {
  if (dueAt === null || left === undefined) return '';
  const minutes = Math.floor((Date.parse(dueAt) - Date.now()) / 60_000);
  if (minutes < 0) return left.out;
  return minutes < 60
    ? left.minutes.replace('{n}', minutes)
    : left.hours.replace('{n}', Math.floor(minutes / 60));
}

/** The page where somebody has it open already, else in a window of its own. Never another site's. */
async function openPage(path) {
  const address = new URL(
    typeof path === 'string' && path.startsWith('/') ? path : '/',
    self.location.origin,
  );
  if (address.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === address.pathname);
  await (open === undefined ? self.clients.openWindow(address.href) : open.focus());
}
