import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { code, World } from '../../../people/organisation/testing.ts';
import { holderOf } from '../../../testing/actors.ts';

let world: World;
let security: Actor;
let itManager: Actor;
let documentId: string;
let versionId: string;
beforeAll(async () => {
  world = await World.open();
  security = holderOf('securityCoordinator', await world.newPerson(null));
  itManager = holderOf('itManager', await world.newPerson(null));
  const document = {
    kind: 'guideline',
    title: 'Riktlinje för besök',
    keeperOffice: 'securityCoordinator',
    reviewOn: null,
    scope: 'organisation',
    unitId: null,
    systemId: null,
    situation: '',
    validUntil: null,
  };
  documentId = (await world.did('document.register', document)).id;
  versionId = await edition('Besök ska anmälas.', 'Dörrar ska låsas.');
});
afterAll(() => world.close());

/** A version of the document, written, proposed and adopted. */
async function edition(...texts: string[]): Promise<string> {
  const { id } = await world.did('documentVersion.begin', { documentId, source: 'empty', content: '' });
  const blocks = texts.map((text) => ({ kind: 'paragraph', text }));
  await world.did('documentVersion.write', { blocks, demandMarks: [] }, id, 1);
  await world.did('documentVersion.propose', {}, id, 2);
  const adoption = {
    decision: 'KS 2026-11-23 § 12',
    decidedBy: 'executive',
    inForceFrom: '2026-11-23',
    adjustedOn: null,
    announcedOn: null,
    reviewOn: null,
  };
  await world.did('documentVersion.adopt', adoption, id, 3);
  return id;
}
const follow = (sentence: number, change: object = {}) =>
  world.act('documentVersion.tie', {
    id: versionId,
    input: {
      sentence,
      clauses: [],
      setAsideReason: null,
      responsibleOffice: 'securityCoordinator',
      attested: true,
      ...change,
    },
  });
interface Row {
  readonly sentenceHash: string;
  readonly text: string;
  readonly isMet: boolean | null;
  readonly isDue: boolean;
  readonly mayAttest: boolean;
}
async function listed(actor: Actor): Promise<readonly Row[]> {
  const answer = await world.ask('demandAttest.list', {}, actor);
  if (answer === null || isRefusal(answer)) throw new Error('refused');
  return (answer as { items: readonly Row[] }).items; // the view's own answer
}

it.each([
  ['an office that nobody has named', { responsibleOffice: null }, 'attestNeedsOffice'],
  ['an office of many, for the whole organisation', { responsibleOffice: 'manager' }, 'officeOfAnother'],
  [
    'a decision that cannot be read',
    { attested: false, setAsideReason: 'Nej', setAsideDecision: 'i går' },
    'decisionUnreadable',
  ],
])('a demand is not followed up by %s', async (_what, change, refusal) => {
  expect(code(await follow(1, change))).toBe(refusal);
});

it('is attested by whoever holds the office, and by nobody else; that it is not met takes a reason', async () => {
  expect(code(await follow(1))).toBe('done');
  const [row] = await listed(security);
  expect(row).toMatchObject({ text: 'Besök ska anmälas.', isDue: true, mayAttest: true });
  expect((await listed(itManager))[0]?.mayAttest).toBe(false);
  const say = (actor: Actor, change: object = {}) =>
    world.act(
      'demandAttest.attest',
      { input: { documentId, sentenceHash: row?.sentenceHash, isMet: true, note: '', ...change } },
      actor,
    );
  expect(code(await say(itManager))).toBe('notYourDemand');
  expect(code(await say(security, { isMet: false }))).toBe('noteMissing');
  expect(code(await say(security, { sentenceHash: 'a'.repeat(64) }))).toBe('notToAttest');
  expect(code(await say(security))).toBe('done');
  expect((await listed(security))[0]).toMatchObject({ isMet: true, isDue: false });
});

it('outlives an edition that leaves its words, and not one that changes them', async () => {
  expect(code(await follow(2))).toBe('done');
  const [, door] = await listed(security);
  const input = { documentId, sentenceHash: door?.sentenceHash, isMet: false, note: 'Låset är trasigt' };
  expect(code(await world.act('demandAttest.attest', { input }, security))).toBe('done');
  versionId = await edition(
    'Nytt är att alla ska bära bricka.',
    'Besök ska anmälas.',
    'Dörrar ska låsas varje kväll.',
  );
  const rows = await listed(security);
  expect(rows).toMatchObject([{ text: 'Besök ska anmälas.', isMet: true, isDue: false }]);
});
