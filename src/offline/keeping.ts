import { viewPath } from '../ui/client.ts';

/** Pages that are kept on the device together, and what the worker (src/ui/public/krisparm.js) is told of them. */
interface Store {
  readonly cacheName: string;
  /** The page that is handed out for any of the pages. */
  readonly shell: string;
  /** Where it stands who has kept what, and since when. */
  readonly facts: string;
  /** Where it stands for whom something is kept or being kept, from before the first of it is. */
  readonly owner: string;
  /** The pages that the worker answers for. */
  readonly scopes: readonly string[];
  readonly worker: string;
}

const binder: Store = {
  cacheName: 'varna-krisparm',
  shell: '/krisparm',
  facts: '/krisparm/sparat',
  owner: '/krisparm/vems',
  scopes: ['/krisparm', '/planer'],
  worker: '/krisparm.js',
};
/** A case is followed for days, where a plan is for months. */
const cases: Store = {
  cacheName: 'varna-handelser',
  shell: '/handelser',
  facts: '/handelser/sparat',
  owner: '/handelser/vems',
  scopes: ['/handelser'],
  worker: '/krisparm.js?cache=varna-handelser&shell=/handelser&days=7',
};
/** The latest cases that somebody has looked at; older ones give way. */
const mostCases = 5;
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
  return readFacts<Kept>(binder);
}

/** What stands of what is kept in a store; null when nothing is. It is written here alone. */
function readFacts<Facts>(store: Store): Promise<Facts | null> {
  return readNote<Facts>(store, store.facts);
}

async function readNote<Note>({ cacheName }: Store, path: string): Promise<Note | null> {
  if (!canKeep() || !(await caches.has(cacheName))) return null;
  const said = await (await caches.open(cacheName)).match(path);
  return said === undefined ? null : ((await said.json()) as Note);
}

type Owned = Pick<Kept, 'personId'>;

/** What is kept of cases, for whom, and since when. */
interface KeptCases extends Omit<Kept, 'plans'> {
  readonly cases: readonly { readonly id: string; readonly keptAt: string }[];
}

/** When a case was kept on this device; null where it is not. */
export async function caseKeptAt(id: string): Promise<string | null> {
  const kept = await readFacts<KeptCases>(cases);
  return kept?.cases.find((one) => one.id === id)?.keptAt ?? null;
}

/**
 * Is something kept on this device that is not hers? Also what was begun and never ended, as when the page was closed: it was fetched
 * in another's name. Undefined is somebody who has not signed in.
 */
export async function holdsAnothers(personId: string | undefined): Promise<boolean> {
  for (const store of [binder, cases]) {
    if (await isAnothers(store, personId)) return true;
  }
  return false;
}

async function isAnothers(store: Store, personId: string | undefined): Promise<boolean> {
  // What an earlier release kept says it among its facts alone.
  const owner = (await readNote<Owned>(store, store.owner)) ?? (await readFacts<Owned>(store));
  return owner !== null && owner.personId !== personId;
}

/** Takes away all that is kept here: at sign-out, for another person, or because somebody asked for it. */
export async function eraseKept(): Promise<void> {
  if (!canKeep()) return;
  for (const { cacheName } of [binder, cases]) await caches.delete(cacheName);
}

/**
 * Keeps the binder and its plans on this device, in place of what was kept before: the page, its parts, and the answers to the
 * questions it asks. Each plan is asked for anew, so that the log is told of what was taken along. Answers with whether all of
 * it was kept.
 */
export async function keepBinder(personId: string, planIds: readonly string[]): Promise<boolean> {
  if (!canKeep() || !isWanted()) return false;
  const answers = [
    viewPath('session.current'),
    viewPath('plan.binder'),
    viewPath('advice.support'),
    viewPath('incident.contacts'),
    ...planIds.map((id) => viewPath('plan.record', id)),
  ];
  const said: Kept = { personId, keptAt: new Date().toISOString(), plans: planIds.length };
  return keepIn(binder, answers, [], said);
}

/**
 * Keeps a case that is shown, with what the law asks because of it, beside the latest others that were. Only what is secret to
 * nobody is given here to be kept: a device is also in the hands of others.
 */
export async function keepCase(personId: string, id: string): Promise<boolean> {
  if (!canKeep() || !isWanted()) return false;
  const before = await readFacts<KeptCases>(cases);
  const own = before?.personId === personId ? before.cases : [];
  const others = own.filter((one) => one.id !== id).slice(0, mostCases - 1);
  const keptAt = new Date().toISOString();
  const answersOf = (one: string) => [viewPath('incident.record', one), viewPath('incident.duties', one)];
  const anew = [viewPath('session.current'), viewPath('advice.support'), ...answersOf(id)];
  const said: KeptCases = { personId, keptAt, cases: [{ id, keptAt }, ...others] };
  return keepIn(
    cases,
    anew,
    others.flatMap((one) => answersOf(one.id)),
    said,
  );
}

/** Takes a case away that is no longer to be kept: what is secret in it has been marked since. */
export async function dropCase(id: string): Promise<void> {
  const before = await readFacts<KeptCases>(cases);
  if (before === null || !before.cases.some((one) => one.id === id)) return;
  const cache = await caches.open(cases.cacheName);
  for (const path of [viewPath('incident.record', id), viewPath('incident.duties', id)])
    await cache.delete(path);
  const said: KeptCases = { ...before, cases: before.cases.filter((one) => one.id !== id) };
  await cache.put(cases.facts, Response.json(said));
}

/** Keeps pages in a store: their parts, the answers asked for anew, and those that stay. Answers with whether all was kept. */
async function keepIn(
  store: Store,
  anew: readonly string[],
  staying: readonly string[],
  said: Owned,
): Promise<boolean> {
  const { cacheName, shell, facts, owner, scopes, worker } = store;
  for (const scope of scopes) await navigator.serviceWorker.register(worker, { scope });
  if (await isAnothers(store, said.personId)) await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  await cache.put(owner, Response.json({ personId: said.personId }));
  const parts = partsOfPage();
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const part of parts) if (!kept.has(part)) await cache.add(part);
  const isWhole = (await Promise.all([...anew, shell].map((path) => keepAnswer(cache, path, shell)))).every(
    Boolean,
  );
  const needed = new Set([...anew, ...staying, ...parts, shell, facts, owner]);
  await Promise.all([...kept].filter((path) => !needed.has(path)).map((path) => cache.delete(path)));
  if (isWhole) await cache.put(facts, Response.json(said));
  return isWhole;
}

async function keepAnswer(cache: Cache, path: string, shell: string): Promise<boolean> {
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
