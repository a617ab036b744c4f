import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { code } from '../../../people/organisation/testing.ts';
import { description, Documents } from './testing.ts';

let town: Documents;
beforeAll(async () => {
  town = await Documents.open();
});
afterAll(() => town.world.close());

const registerAs = (actor: Actor, change: object = {}) =>
  town.world.act('document.register', { input: { ...description, ...change } }, actor);

describe('a document that is registered', () => {
  it.each([
    ['an instruction for everything', { kind: 'instruction' }, 'instructionNeedsScope'],
    ['a unit that is not named', { scope: 'unit' }, 'scopeMissing'],
    [
      'a unit that is not there',
      { scope: 'unit', unitId: '0190c1c6-0000-7000-8000-000000000000' },
      'unitUnknown',
    ],
    ['a situation without words', { scope: 'situation', situation: '  ' }, 'scopeMissing'],
    ['two scopes at once', { scope: 'organisation', situation: 'Vid brand' }, 'scopeMissing'],
    ['a keeper who is a manager of nothing', { keeperOffice: 'manager' }, 'keeperOfAnother'],
    ['a review after its end', { validUntil: '2027-01-01' }, 'reviewAfterEnd'],
  ])('is refused with %s', async (_what, change, refusal) => {
    expect(code(await registerAs(town.world.coordinator, change))).toBe(refusal);
  });

  it('is a manager’s own when it is an instruction for her unit, and nobody else’s', async () => {
    expect(code(await registerAs(town.manager, town.ofUnit()))).toBe('done');
    expect(code(await registerAs(town.other, town.ofUnit()))).toBe('forbidden');
    expect(code(await registerAs(town.manager, { ...town.ofUnit(), kind: 'guideline' }))).toBe('forbidden');
  });

  it('does not move to where its keeper may do nothing', async () => {
    const id = await town.made(town.ofUnit());
    const elsewhere = { ...town.ofUnit(), unitId: await town.world.newUnit() };
    const { kind: _kind, ...input } = elsewhere;
    expect(code(await town.world.act('document.keep', { id, version: 1, input }, town.manager))).toBe(
      'forbidden',
    );
  });

  it('tells the log every field that changed', async () => {
    const id = await town.made();
    const { kind: _kind, ...input } = description;
    await town.world.did('document.keep', { ...input, title: 'Ny titel', validUntil: '2029-01-01' }, id, 1);
    const [row] = await town.world.rows(
      `select leaf::jsonb->>'changes' as changes from audit_event where kind = 'document.described' and record_id = $1`,
      [id],
    );
    expect(JSON.parse(row?.['changes'] ?? '')).toEqual([
      { field: 'title', from: 'Riktlinje för lösenord', to: 'Ny titel' },
      { field: 'validUntil', from: null, to: '2029-01-01' },
    ]);
  });
});

describe('the chain', () => {
  it('ties a document to a clause and to a demand of another in force, and shows it both ways', async () => {
    const above = await town.inForce(
      { title: 'Riktlinje för åtkomst' },
      'Alla ska ha eget konto. Kaffe finns.',
    );
    const below = await town.made(town.ofUnit());
    const { items } = await town.asked('document.demands', above.id);
    const [demand] = items as { hash: string }[];
    expect(items).toHaveLength(1);
    const tie = (input: object) =>
      town.world.act('document.tieParent', {
        id: below,
        input: { clause: null, parentDocumentId: null, sentenceHash: null, ...input },
      });
    expect(code(await tie({ clause: 'P41' }))).toBe('done');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: demand?.hash }))).toBe('done');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: demand?.hash }))).toBe('alreadyTied');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: 'a'.repeat(64) }))).toBe(
      'demandUnknown',
    );
    expect(code(await tie({}))).toBe('parentUnclear');
    expect(code(await tie({ clause: 'P00' }))).toBe('clauseUnknown');
    const { parents } = await town.asked('document.record', below);
    expect(parents).toMatchObject([
      { clause: 'P41' },
      { parentTitle: 'Riktlinje för åtkomst', quote: 'Alla ska ha eget konto.', isInForce: true },
    ]);
    expect((await town.asked('document.record', above.id))['children']).toMatchObject([{ id: below }]);
    const [first] = parents as { id: string }[];
    await town.world.did('document.untieParent', { tie: first?.id }, below);
    expect((await town.asked('document.record', below))['parents']).toHaveLength(1);
  });

  it('lets no document become its own ancestor, nor spring from what is below it', async () => {
    const [a, b, c] = [await town.made(), await town.made(), await town.made()];
    const tie = (id: string, parentDocumentId: string) =>
      town.world.act('document.tieParent', {
        id,
        input: { clause: null, parentDocumentId, sentenceHash: null },
      });
    expect(code(await tie(b, a))).toBe('done');
    expect(code(await tie(c, b))).toBe('done');
    expect(code(await tie(a, c))).toBe('ownAncestor');
    expect(code(await tie(a, a))).toBe('ownAncestor');
    expect(code(await tie(a, await town.made(town.ofUnit())))).toBe('parentBelow');
  });

  it('closes no circle when both halves are tied at the same moment', async () => {
    const [a, b] = [await town.made(), await town.made()];
    const tie = (id: string, parentDocumentId: string) =>
      town.world.act('document.tieParent', {
        id,
        input: { clause: null, parentDocumentId, sentenceHash: null },
      });
    const codes = (await Promise.all([tie(a, b), tie(b, a)])).map(code);
    expect(codes.sort()).toEqual(['done', 'ownAncestor']);
  });
});

describe('who decides', () => {
  it('is said by the municipality, but a policy stays the council’s', async () => {
    const rule = (kind: string, ...bodies: string[]) =>
      town.world.act('decidingRule.set', { input: { kind, bodies, reason: 'Enligt delegationsordningen' } });
    expect(code(await rule('policy', 'executive'))).toBe('policyIsTheCouncils');
    expect(code(await rule('guideline'))).toBe('noBody');
    expect(code(await rule('routine', 'director'))).toBe('done');
    expect(code(await rule('routine', 'director'))).toBe('nothingChanged');
    expect(code(await rule('routine', 'manager', 'director'))).toBe('done');
    expect(await town.world.ask('decidingRule.list')).toMatchObject({
      items: [{ isOwn: false }, {}, {}, { kind: 'routine', bodies: ['director', 'manager'], isOwn: true }],
    });
  });
});

it('lists documents by kind, state and overdue review, each with what it is about', async () => {
  const id = await town.made({ ...town.ofUnit(), title: 'Instruktion att lista', reviewOn: '2026-11-22' });
  const answer = await town.world.ask('document.list', {
    query: { kind: 'instruction', overdue: 'true', search: 'lista' },
  });
  expect(answer).toMatchObject({ total: 1, items: [{ id, scope: 'unit', isOverdue: true, state: null }] });
});

it('follows its unit into the one that it is merged into', async () => {
  const [from, into] = [await town.world.newUnit(), await town.world.newUnit()];
  const id = await town.made({ ...town.ofUnit(), unitId: from });
  const merge = { kind: 'merge' as const, unitId: from, intoId: into };
  const done = await town.world.reorganise({ effectiveOn: '2026-11-23', steps: [merge] });
  expect(code(done)).toBe('done');
  expect((await town.asked('document.record', id))['unitId']).toBe(into);
});
