import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { viewPath } from '../ui/client.ts';
import { caseKeptAt, eraseKept, holdsAnothers, keepCase } from './keeping.ts';

/** As a browser keeps answers, by their path. */
class Kept {
  readonly answers = new Map<string, Response>();
  keys = () =>
    Promise.resolve([...this.answers.keys()].map((path) => ({ url: `https://varna.example${path}` })));
  match = (path: string) => Promise.resolve(this.answers.get(path)?.clone());
  put = (path: string, answer: Response) => Promise.resolve(void this.answers.set(path, answer));
  delete = (path: string) => Promise.resolve(this.answers.delete(path));
  add = () => Promise.resolve();
}

const stores = new Map<string, Kept>();
const [hers, anothers] = ['a', 'b'];
const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
/** What the network never answers. */
let silent: string | null = null;

beforeEach(() => {
  silent = null;
  stores.clear();
  const open = (name: string) => {
    const kept = stores.get(name) ?? new Kept();
    stores.set(name, kept);
    return Promise.resolve(kept);
  };
  vi.stubGlobal('caches', {
    open,
    has: (name: string) => Promise.resolve(stores.has(name)),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
  });
  vi.stubGlobal('navigator', { serviceWorker: { register: () => Promise.resolve() } });
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { querySelectorAll: () => [], documentElement: { lang: 'sv' } });
  vi.stubGlobal('performance', { getEntriesByType: () => [] });
  vi.stubGlobal('fetch', (path: string) =>
    path === silent ? new Promise(() => undefined) : Promise.resolve(new Response(path)),
  );
});
afterEach(() => vi.unstubAllGlobals());

const keptPaths = () => [...stores.values()].flatMap((one) => [...one.answers.keys()]);

it('is hers and nobody else’s, until it is erased', async () => {
  expect(await holdsAnothers(hers)).toBe(false);
  expect(await keepCase('a', first)).toBe(true);
  expect([await holdsAnothers(hers), await holdsAnothers(anothers), await holdsAnothers(undefined)]).toEqual([
    false,
    true,
    true,
  ]);
  await eraseKept();
  expect(await holdsAnothers(anothers)).toBe(false);
});

it('is known for hers also when it was begun and never ended', async () => {
  silent = viewPath('incident.duties', first);
  void keepCase('a', first);
  await vi.waitFor(() => expect(keptPaths()).toContain(viewPath('incident.record', first)));
  expect(await holdsAnothers(hers)).toBe(false);
  expect(await holdsAnothers(anothers)).toBe(true);
});

it('is gone before anything of another’s is kept, however far that comes', async () => {
  await keepCase('a', first);
  silent = viewPath('incident.duties', second);
  void keepCase('b', second);
  await vi.waitFor(() => expect(keptPaths()).toContain(viewPath('incident.record', second)));
  expect(keptPaths()).not.toContain(viewPath('incident.record', first));
});

it('does not stay beside what is another’s', async () => {
  await keepCase('a', first);
  await keepCase('b', second);
  expect(keptPaths()).not.toContain(viewPath('incident.record', first));
  expect(await caseKeptAt(first)).toBe(null);
  expect(await caseKeptAt(second)).not.toBe(null);
});
