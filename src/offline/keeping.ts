import { viewPath } from '../ui/client.ts';

/** As the worker (src/ui/public/krisparm.js) knows them. */
const cacheName = 'varna-krisparm';
const shell = '/krisparm';
const facts = '/krisparm/sparat';
/** The pages that the worker answers for. */
const scopes = ['/krisparm', '/planer'];
/** Whoever has erased what was kept on this device has said that nothing is to be kept there. */
const choice = 'varna-krisparm';

/** What is kept on this device, for whom, and since when. */
export interface Kept {
  readonly personId: string;
  /** The instant, in UTC. */
  readonly keptAt: string;
  readonly plans: number;
}

/** Only over https, or on the machine itself; elsewhere a browser keeps nothing. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** Whether something is to be kept here: yes, until somebody has said no on this very device. */
export function isWanted(): boolean {
  return localStorage.getItem(choice) !== 'off';
}

/** Says whether something is to be kept here; no erases what there is. */
export async function choose(wanted: boolean): Promise<void> {
  if (wanted) localStorage.removeItem(choice);
  else {
    localStorage.setItem(choice, 'off');
    await eraseKept();
  }
}

/** What is kept here; null when nothing is. */
export async function readKept(): Promise<Kept | null> {
  if (!canKeep() || !(await caches.has(cacheName))) return null;
  const said = await (await caches.open(cacheName)).match(facts);
  return said === undefined ? null : ((await said.json()) as Kept); // written by keepBinder alone
}

/** Takes away all that is kept here: at sign-out, for another person, or because somebody asked for it. */
export async function eraseKept(): Promise<void> {
  if (canKeep()) await caches.delete(cacheName);
}

/**
 * Keeps the binder and its plans on this device, in place of what was kept before: the page, its parts, and the answers to the
 * questions it asks. Each plan is asked for anew, so that the log is told of what was taken along. Answers with whether all of
 * it was kept.
 */
export async function keepBinder(personId: string, planIds: readonly string[]): Promise<boolean> {
  if (!canKeep() || !isWanted()) return false;
  for (const scope of scopes) await navigator.serviceWorker.register('/krisparm.js', { scope });
  const cache = await caches.open(cacheName);
  const answers = [
    viewPath('session.current'),
    viewPath('plan.binder'),
    viewPath('advice.support'),
    viewPath('incident.contacts'),
    ...planIds.map((id) => viewPath('plan.record', id)),
  ];
  const parts = partsOfPage();
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const part of parts) if (!kept.has(part)) await cache.add(part);
  const isWhole = (await Promise.all([...answers, shell].map((path) => keepAnswer(cache, path)))).every(
    Boolean,
  );
  const needed = new Set([...answers, ...parts, shell, facts]);
  await Promise.all([...kept].filter((path) => !needed.has(path)).map((path) => cache.delete(path)));
  const said: Kept = { personId, keptAt: new Date().toISOString(), plans: planIds.length };
  if (isWhole) await cache.put(facts, Response.json(said));
  return isWhole;
}

async function keepAnswer(cache: Cache, path: string): Promise<boolean> {
  const headers = {
    accept: path === shell ? 'text/html' : 'application/json',
    'accept-language': document.documentElement.lang,
    // From the network, past the worker.
    'varna-anew': 'yes',
  };
  const answer = await fetch(path, { headers }).catch(() => Response.error());
  if (!answer.ok) return false;
  await cache.put(path, answer);
  return true;
}

/** The scripts, styles and fonts that pages have fetched here; Vite names each in the head or asks for it by a script. */
function partsOfPage(): string[] {
  const named = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]'),
  ].map((one) => (one instanceof HTMLScriptElement ? one.src : one.href));
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  const paths = [...named, ...fetched]
    .map((address) => new URL(address, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  return [...new Set(paths)];
}
