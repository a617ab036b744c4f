import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import { description, Documents } from '../governance/documents/chain/testing.ts';
import { buildServer } from '../server.ts';
import { KeptPages, SharedAnswer } from './kept-pages.ts';

/** Work that ends when the test says so. */
function held() {
  const begun: { end(answer: number): void; fail(): void }[] = [];
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      begun.push({ end: resolve, fail: () => reject(new Error('broken')) });
    });
  return { begun, ask };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('an answer that is shared', () => {
  it('is asked for once more for all who came while it was being asked for, and for none of them before', async () => {
    const { begun, ask } = held();
    const shared = new SharedAnswer(ask);
    const first = shared.get(null);
    const later = [shared.get(null), shared.get(null), shared.get(null)];
    await soon();
    expect(begun).toHaveLength(1);
    begun[0]?.end(1);
    expect(await first).toBe(1);
    await soon();
    const latest = shared.get(null);
    begun[1]?.end(2);
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    await soon();
    expect(begun).toHaveLength(3);
    begun[2]?.end(3);
    expect(await latest).toBe(3);
  });

  it('that failed is asked for again by the next, who is not told of it', async () => {
    const { begun, ask } = held();
    const shared = new SharedAnswer(ask);
    const first = shared.get(null);
    const second = shared.get(null);
    begun[0]?.fail();
    await expect(first).rejects.toThrow('broken');
    await soon();
    begun[1]?.end(2);
    expect(await second).toBe(2);
  });
});

describe('a page that is kept', () => {
  const pageOf = (body: string) => Promise.resolve({ body, type: 'text/html' as const });

  it('is made once for what it is made of, and anew for something else', async () => {
    const pages = new KeptPages();
    let made = 0;
    const page = async (name: string, ground: string) =>
      (await pages.page(name, ground, () => pageOf(`${name} ${ground} ${++made}`))).body;
    expect(await page('/a', 'x')).toBe('/a x 1');
    expect(await page('/a', 'x')).toBe('/a x 1');
    expect(await page('/b', 'x')).toBe('/b x 2');
    expect(await page('/a', 'y')).toBe('/a y 3');
    expect(await page('/a', 'x')).toBe('/a x 4');
  });

  it('made of what was before is not shown as made of what is now, however late it is done', async () => {
    const pages = new KeptPages();
    let finish: (answer: { body: string; type: 'text/html' }) => void = () => undefined;
    const slow = pages.page('/a', 'before', () => new Promise((resolve) => (finish = resolve)));
    const now = await pages.page('/a', 'now', () => pageOf('now'));
    finish({ body: 'before', type: 'text/html' });
    expect([(await slow).body, now.body]).toEqual(['before', 'now']);
    expect((await pages.page('/a', 'now', () => pageOf('again'))).body).toBe('now');
  });

  it('that could not be made is tried again', async () => {
    const pages = new KeptPages();
    await expect(pages.page('/a', 'x', () => Promise.reject(new Error('broken')))).rejects.toThrow();
    expect((await pages.page('/a', 'x', () => pageOf('made'))).body).toBe('made');
  });
});

describe('the list of documents, its feed and its facts', () => {
  let town: Documents;
  let app: FastifyInstance;
  beforeAll(async () => {
    town = await Documents.open();
    app = await served();
  });
  afterAll(async () => {
    await app.close();
    await town.world.close();
  });

  const served = () =>
    buildServer({
      registers,
      version: '1',
      publicUrl: 'https://varna.kommunen.se',
      web: '/nowhere',
      services: () => town.world.services,
      onFault: (_reference, what, error) => {
        throw new Error(what, { cause: error });
      },
      onProfileChosen: () => undefined,
    });
  const urls = ['/dokument', '/dokument?lang=en', '/dokument/flode.xml', '/dokument.json'];
  const shownBy = async (server: FastifyInstance) =>
    (await Promise.all(urls.map((url) => server.inject({ url })))).map(({ body }) => body);

  /** A server that has kept nothing says the same as the one that has been asked all along. */
  async function expectFresh(): Promise<readonly string[]> {
    const other = await served();
    const [kept, made] = [await shownBy(app), await shownBy(other)];
    await other.close();
    expect(kept).toEqual(made);
    return kept;
  }

  it('say what is recorded after each change of anything that they are made of', async () => {
    const { world } = town;
    let before = await expectFresh();
    const changed = async (what: string, change: () => Promise<unknown>) => {
      await change();
      const now = await expectFresh();
      expect(now, what).not.toEqual(before);
      before = now;
    };
    const parent = await town.inForce({}, 'Alla ska ha lösenord.').then(({ id }) => id);
    await changed('a document in force', () =>
      town.inForce({ title: 'Riktlinje för lås' }, 'Alla ska låsa.'),
    );
    const child = await town.inForce({ title: 'Riktlinje för nycklar' }, 'Nycklar ska låsas in.');
    await expectFresh();
    const tie = { clause: null, parentDocumentId: parent, sentenceHash: null };
    let tied = '';
    await changed('a tie', async () => {
      tied = (await world.did('document.tieParent', tie, child.id))['tie'] as string; // the action’s own
    });
    await changed('a tie that ended', () => world.did('document.untieParent', { tie: tied }, child.id));
    const { kind: _kind, ...described } = description;
    const inUnit = { ...described, title: 'Riktlinje för dörrar', scope: 'unit', unitId: town.unitId };
    await changed('a title and a unit', () => world.did('document.keep', inUnit, child.id, 2));
    await changed('the unit’s name', async () => {
      const unit = { kind: 'unit', name: 'Porten', bodyId: null, from: '2020-01-01' };
      await world.did('unit.describe', unit, town.unitId, 1);
    });
    await changed('how a support role is reached', () =>
      world.did('supportContact.set', { office: 'itManager', email: 'it@kommunen.se', telephone: null }),
    );
    await changed('closed', () => world.did('document.setOpen', { isOpen: false }, child.id, 3));
    await changed('open', () => world.did('document.setOpen', { isOpen: true }, child.id, 4));
  });
});
