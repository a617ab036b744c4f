/**
 * Hands out the binder (krispärmen), the plans and the cases looked at when there is no network, or one too slow to wait for. It
 * keeps nothing by itself: the pages put in the cache what is to be kept, and take it out again (src/offline/keeping.ts). What is not kept goes
 * to the network as if this were not here. Plain JavaScript, since it is served as it stands; registered for the paths of the
 * binder, the plans and the cases alone, so that it stands in no other worker's way. Its address says which of them it is for.
 */
const asked = new URL(self.location.href).searchParams;
const cacheName = asked.get('cache') ?? 'varna-krisparm';
const shell = asked.get('shell') ?? '/krisparm';
const facts = `${shell}/sparat`;
/** How long the network is waited for before what is on the device is shown (ms). */
const patience = 4000;
/** Days after which what is kept is too old to be followed, and is erased (daysKeptCounts in standing.ts). */
const daysKept = Number(asked.get('days') ?? 30);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // What is asked for to be kept comes from the network, or not at all: an old answer must not be kept as a new one.
  if (request.method !== 'GET' || origin !== self.location.origin || request.headers.has('varna-anew'))
    return;
  if (request.mode === 'navigate') event.respondWith(networkFirst(event, shell));
  else if (pathname.startsWith('/assets/')) event.respondWith(deviceFirst(request));
  else if (pathname.startsWith('/api/v1/')) event.respondWith(networkFirst(event, request.url));
});

/** Parts bear a hash of what they hold: what is on the device is what the network would give. */
async function deviceFirst(request) {
  return (await kept(request.url)) ?? fetch(request);
}

async function networkFirst(event, key) {
  const answerKept = await keptAnswer(key);
  if (answerKept === undefined) return fetch(event.request);
  const fromDevice = async () => {
    const client = await self.clients.get(event.clientId);
    client?.postMessage({ kept: true });
    return answerKept;
  };
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(undefined), patience);
  });
  const answer = await Promise.race([fetch(event.request).catch(() => undefined), late]);
  return answer ?? fromDevice();
}

async function keptAnswer(key) {
  const said = await kept(facts);
  if (said === undefined) return undefined;
  const { keptAt } = await said.json();
  if (Date.now() - Date.parse(keptAt) > daysKept * 86_400_000) {
    await caches.delete(cacheName);
    return undefined;
  }
  return kept(key);
}

/** What is in the cache, which is not made by being asked. */
function kept(key) {
  return caches.match(key, { cacheName, ignoreVary: true });
}
