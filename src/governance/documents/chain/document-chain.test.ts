import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { code, World } from '../../../people/organisation/testing.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { actAs, testServices } from '../../../testing/services.ts';
import { comment } from '../referral/referral.actions.ts';

let world: World;
let unitId: UnitId;
let manager: Actor;
let other: Actor;
beforeAll(async () => {
  world = await World.open();
  unitId = await world.newUnit();
  const elsewhere = await world.newUnit();
  manager = holderOf('manager', (await world.appointManager(unitId)).personId, { scopeId: unitId, units: [unitId] });
  other = holderOf('manager', (await world.appointManager(elsewhere)).personId, {
    scopeId: elsewhere,
    units: [elsewhere],
  });
});
afterAll(() => world.close());

const description = {
  kind: 'guideline',
  title: 'Riktlinje för lösenord',
  keeperOffice: 'informationSecurityCoordinator',
  reviewOn: '2028-06-30',
  scope: 'organisation',
  unitId: null,
  systemId: null,
  situation: '',
  validUntil: null,
};
const ofUnit = () => ({ ...description, kind: 'instruction', keeperOffice: 'manager', scope: 'unit', unitId });
const registerAs = (actor: Actor, change: object = {}) =>
  world.act('document.register', { input: { ...description, ...change } }, actor);
const made = async (change: object = {}) => (await world.did('document.register', { ...description, ...change })).id;
const text = (...texts: string[]) => ({
  blocks: [
    { kind: 'heading', level: 1, text: 'Krav' },
    ...texts.map((one) => ({ kind: 'paragraph', text: one })),
  ],
  demandMarks: [],
});
const asked = async (name: string, id: string) => {
  const answer = await world.ask(name, { id });
  if (answer === null || isRefusal(answer)) throw new Error(`${name} was refused`);
  return answer as Record<string, unknown>; // looked at field by field below
};

/** A document with a version that was written, proposed and adopted. */
async function inForce(change: object, ...texts: string[]): Promise<{ id: string; versionId: string }> {
  const id = await made(change);
  const version = await world.did('documentVersion.begin', { documentId: id, source: 'empty', content: '' });
  await world.did('documentVersion.write', text(...texts), version.id, 1);
  await world.did('documentVersion.propose', {}, version.id, 2);
  await world.did('documentVersion.adopt', adoption, version.id, 3);
  return { id, versionId: version.id };
}
const adoption = {
  decision: 'KS 2026-11-23 § 12',
  decidedBy: 'executive',
  inForceFrom: '2026-11-23',
  adjustedOn: null,
  announcedOn: null,
  reviewOn: '2028-01-01',
};

describe('a document that is registered', () => {
  it.each([
    ['an instruction for everything', { kind: 'instruction' }, 'instructionNeedsScope'],
    ['a unit that is not named', { scope: 'unit' }, 'scopeMissing'],
    ['a unit that is not there', { scope: 'unit', unitId: '0190c1c6-0000-7000-8000-000000000000' }, 'unitUnknown'],
    ['a situation without words', { scope: 'situation', situation: '  ' }, 'scopeMissing'],
    ['two scopes at once', { scope: 'organisation', situation: 'Vid brand' }, 'scopeMissing'],
    ['a keeper who is a manager of nothing', { keeperOffice: 'manager' }, 'keeperOfAnother'],
    ['a review after its end', { validUntil: '2027-01-01' }, 'reviewAfterEnd'],
  ])('is refused with %s', async (_what, change, refusal) => {
    expect(code(await registerAs(world.coordinator, change))).toBe(refusal);
  });

  it('is a manager’s own when it is an instruction for her unit, and nobody else’s', async () => {
    expect(code(await registerAs(manager, ofUnit()))).toBe('done');
    expect(code(await registerAs(other, ofUnit()))).toBe('forbidden');
    expect(code(await registerAs(manager, { ...ofUnit(), kind: 'guideline' }))).toBe('forbidden');
  });

  it('does not move to where its keeper may do nothing', async () => {
    const id = await made(ofUnit());
    const elsewhere = { ...ofUnit(), unitId: await world.newUnit() };
    const { kind: _kind, ...input } = elsewhere;
    expect(code(await world.act('document.keep', { id, version: 1, input }, manager))).toBe('forbidden');
  });

  it('tells the log every field that changed', async () => {
    const id = await made();
    const { kind: _kind, ...input } = description;
    await world.did('document.keep', { ...input, title: 'Ny titel', validUntil: '2029-01-01' }, id, 1);
    const [row] = await world.rows(
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
    const above = await inForce({ title: 'Riktlinje för åtkomst' }, 'Alla ska ha eget konto. Kaffe finns.');
    const below = await made(ofUnit());
    const { items } = await asked('document.demands', above.id);
    const [demand] = items as { hash: string }[];
    expect(items).toHaveLength(1);
    const tie = (input: object) =>
      world.act('document.tieParent', { id: below, input: { clause: null, parentDocumentId: null, sentenceHash: null, ...input } });
    expect(code(await tie({ clause: 'P41' }))).toBe('done');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: demand?.hash }))).toBe('done');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: demand?.hash }))).toBe('alreadyTied');
    expect(code(await tie({ parentDocumentId: above.id, sentenceHash: 'a'.repeat(64) }))).toBe('demandUnknown');
    expect(code(await tie({}))).toBe('parentUnclear');
    expect(code(await tie({ clause: 'P00' }))).toBe('clauseUnknown');
    const { parents } = await asked('document.record', below);
    expect(parents).toMatchObject([
      { clause: 'P41' },
      { parentTitle: 'Riktlinje för åtkomst', quote: 'Alla ska ha eget konto.', isInForce: true },
    ]);
    expect((await asked('document.record', above.id))['children']).toMatchObject([{ id: below }]);
    const [first] = parents as { id: string }[];
    await world.did('document.untieParent', { tie: first?.id }, below);
    expect((await asked('document.record', below))['parents']).toHaveLength(1);
  });

  it('lets no document become its own ancestor, nor spring from what is below it', async () => {
    const [a, b, c] = [await made(), await made(), await made()];
    const tie = (id: string, parentDocumentId: string) =>
      world.act('document.tieParent', { id, input: { clause: null, parentDocumentId, sentenceHash: null } });
    expect(code(await tie(b, a))).toBe('done');
    expect(code(await tie(c, b))).toBe('done');
    expect(code(await tie(a, c))).toBe('ownAncestor');
    expect(code(await tie(a, a))).toBe('ownAncestor');
    expect(code(await tie(a, await made(ofUnit())))).toBe('parentBelow');
  });

  it('closes no circle when both halves are tied at the same moment', async () => {
    const [a, b] = [await made(), await made()];
    const tie = (id: string, parentDocumentId: string) =>
      world.act('document.tieParent', { id, input: { clause: null, parentDocumentId, sentenceHash: null } });
    const codes = (await Promise.all([tie(a, b), tie(b, a)])).map(code);
    expect(codes.sort()).toEqual(['done', 'ownAncestor']);
  });
});

describe('a text that is written', () => {
  it('goes from draft by referral and proposal to force, and stands still where it should', async () => {
    const id = await made({ title: 'Riktlinje för mobiler' });
    const started = { documentId: id, source: 'empty', content: '' };
    const { id: versionId } = await world.did('documentVersion.begin', started);
    const on = (name: string, version: number, input: object = {}, actor?: Actor) =>
      world.act(name, { id: versionId, version, input }, actor);
    expect(code(await world.act('documentVersion.begin', { input: started }))).toBe('draftExists');
    expect(code(await on('documentVersion.propose', 1))).toBe('emptyText');
    expect(code(await on('documentVersion.adopt', 1, adoption))).toBe('notProposed');
    await world.did('documentVersion.write', text('Alla ska låsa sin mobil.'), versionId, 1);
    expect(code(await on('documentVersion.write', 1, text('Någon annan hann före.')))).toBe('versionMoved');
    expect(code(await on('documentVersion.write', 2, text('Av en annan.'), other))).toBe('forbidden');

    const askedPerson = employee(await world.newPerson(unitId), unitId);
    const sent = { until: '2026-12-01', message: '', askedUnits: [unitId], askedPersons: [askedPerson.personId] };
    expect(code(await on('documentVersion.refer', 2, { ...sent, askedUnits: [], askedPersons: [] }))).toBe('nobodyAsked');
    expect(code(await on('documentVersion.refer', 2, { ...sent, until: '2026-11-01' }))).toBe('untilPassed');
    expect(code(await on('documentVersion.refer', 2, sent))).toBe('done');
    expect(code(await on('documentVersion.write', 3, text('Medan den är ute.')))).toBe('textStandsStill');

    const { referral } = (await asked('documentVersion.record', versionId)) as { referral: { id: string } };
    const say = (actor: Actor) =>
      world.act('referral.comment', { id: referral.id, input: { place: 'Krav', text: 'Även plattor.' } }, actor);
    expect(code(await say(other))).toBe('forbidden');
    expect(code(await say(employee(await world.newPerson(unitId), unitId)))).toBe('forbidden');
    expect(code(await say(askedPerson))).toBe('done');
    expect(code(await say(manager))).toBe('done');
    expect(code(await on('documentVersion.propose', 3))).toBe('referralOngoing');
    expect(code(await on('documentVersion.closeReferral', 3, { reason: null }))).toBe('reasonMissing');
    await world.did('documentVersion.closeReferral', { reason: 'Alla har svarat' }, versionId, 3);
    expect(code(await on('documentVersion.propose', 4))).toBe('commentsUnanswered');
    const { comments } = (await asked('documentVersion.record', versionId)) as { comments: { id: string }[] };
    for (const one of comments)
      await world.did('referralComment.answer', { outcome: 'taken', answer: 'Tack, det är med.' }, one.id, 1);
    await world.did('documentVersion.write', text('Alla ska låsa sin mobil och platta.'), versionId, 4);
    await world.did('documentVersion.propose', {}, versionId, 5);
    expect(code(await on('documentVersion.write', 6, text('Efter förslaget.')))).toBe('textStandsStill');

    expect(code(await on('documentVersion.adopt', 6, { ...adoption, decidedBy: 'council' }))).toBe('wrongBody');
    expect(
      code(await on('documentVersion.adopt', 6, { ...adoption, decision: 'Delegationsbeslut 2026-11-23 punkt 4' })),
    ).toBe('referenceNotMinuted');
    expect(code(await on('documentVersion.adopt', 6, { ...adoption, decision: 'KS 2026-11-22 § 1' }))).toBe(
      'decidedBeforeDraft',
    );
    expect(code(await on('documentVersion.repeal', 6, { decision: 'KS 2026-11-23 § 2', repealedOn: '2026-11-23' }))).toBe(
      'notInForce',
    );
    await world.did('documentVersion.adopt', adoption, versionId, 6);
    expect(await asked('documentVersion.record', versionId)).toMatchObject({
      state: 'inForce',
      legalDays: { adjustBy: '2026-12-07', isAdjustedLate: false },
      sentences: [{ text: 'Alla ska låsa sin mobil och platta.', demand: 'ska' }],
    });
  });

  it('is frozen with its hash and its source when it is proposed', async () => {
    const { versionId } = await inForce({ title: 'Riktlinje för papper' }, 'Papper ska strimlas.');
    const [row] = await world.rows('select source_text, content_hash from document_version where id = $1', [versionId]);
    expect(row?.['source_text']).toBe('Krav\n\nPapper ska strimlas.');
    expect(row?.['content_hash']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is sent back as a new draft of the same words; what was proposed stays as it was', async () => {
    const id = await made();
    const { id: versionId } = await world.did('documentVersion.begin', { documentId: id, source: 'empty', content: '' });
    await world.did('documentVersion.write', text('Alla ska läsa.'), versionId, 1);
    await world.did('documentVersion.propose', {}, versionId, 2);
    const draft = await world.did('documentVersion.sendBack', { reason: 'Oklart' }, versionId, 3);
    expect((await asked('documentVersion.record', versionId))['state']).toBe('discarded');
    expect(await asked('documentVersion.record', draft.id)).toMatchObject({ state: 'draft', ...text('Alla ska läsa.') });
  });

  it('is demanded of as a person has marked it, where the machine read otherwise', async () => {
    const id = await made();
    const { id: versionId } = await world.did('documentVersion.begin', { documentId: id, source: 'empty', content: '' });
    const marks = [{ sentence: 'solen ska gå upp', demand: null }];
    const written = { ...text('Solen ska gå upp. Lampor bör släckas.'), demandMarks: marks };
    await world.did('documentVersion.write', written, versionId, 1);
    await world.did('documentVersion.propose', {}, versionId, 2);
    expect((await asked('documentVersion.record', versionId))['sentences']).toMatchObject([
      { demand: null },
      { demand: 'bor' },
    ]);
  });

  it('begins from the version in force, and what was said of untouched demands goes on', async () => {
    const first = await inForce({ title: 'Riktlinje för besök' }, 'Besök ska anmälas.', 'Dörrar ska låsas.');
    const follow = { sentence: 1, clauses: [], setAsideReason: null, responsibleOffice: 'securityCoordinator', attested: true };
    await world.did('documentVersion.tie', follow, first.versionId);
    const { id } = await world.did('documentVersion.begin', { documentId: first.id, source: 'inForce', content: '' });
    expect((await asked('documentVersion.record', id))['blocks']).toEqual(text('Besök ska anmälas.', 'Dörrar ska låsas.').blocks);
    expect(code(await world.act('documentVersion.propose', { id, version: 1 }))).toBe('sameTextInForce');
    await world.did('documentVersion.write', text('Besök ska anmälas.', 'Dörrar ska låsas varje kväll.'), id, 1);
    await world.did('documentVersion.propose', {}, id, 2);
    expect((await asked('documentVersion.record', id))['sentences']).toMatchObject([
      { attested: true, responsibleOffice: 'securityCoordinator' },
      { attested: false, responsibleOffice: null },
    ]);
    await world.did('documentVersion.adopt', adoption, id, 3);
    expect((await asked('documentVersion.record', first.versionId))['state']).toBe('superseded');
    const compared = await world.ask('documentVersion.compare', { id, query: { with: first.versionId } });
    expect(compared).toMatchObject({ rows: [{ kind: 'same' }, { kind: 'changed', demandNow: 'ska' }] });
  });

  it('is read in from a file into blocks, without what was never text', async () => {
    const id = await made();
    const content = Buffer.from('# Rubrik\n\nAlla ska läsa.\n\n- en punkt\n\nSida 1 av 2\n').toString('base64');
    const { id: versionId } = await world.did('documentVersion.begin', { documentId: id, source: 'txt', content });
    expect((await asked('documentVersion.record', versionId))['blocks']).toEqual([
      { kind: 'heading', level: 1, text: 'Rubrik' },
      { kind: 'paragraph', text: 'Alla ska läsa.' },
      { kind: 'item', isNumbered: false, text: 'en punkt' },
    ]);
  });

  it('is plain words, whatever is pasted into it', async () => {
    const id = await made();
    const { id: versionId } = await world.did('documentVersion.begin', { documentId: id, source: 'empty', content: '' });
    const hostile = '<img src=x onerror=alert(1)>\u202E [x](javascript:alert(1))';
    await world.did('documentVersion.write', text(hostile), versionId, 1);
    const { blocks } = (await asked('documentVersion.record', versionId)) as { blocks: object[] };
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: hostile.replace('\u202E', '') });
    const html = { blocks: [{ kind: 'html', text: '<p>' }], demandMarks: [] };
    expect(code(await world.act('documentVersion.write', { id: versionId, version: 2, input: html }))).toBe('invalid');
  });

  it('is repealed with a decision, and the document ends', async () => {
    const { id, versionId } = await inForce({ title: 'Riktlinje för fax' }, 'Fax ska vaktas.');
    const input = { decision: 'KS 2026-11-23 § 3', repealedOn: '2026-11-23' };
    expect(code(await world.act('documentVersion.repeal', { id: versionId, version: 4, input: { ...input, repealedOn: '2026-11-24' } }))).toBe('dayNotCome');
    expect(code(await world.act('documentVersion.repeal', { id: versionId, version: 4, input: { ...input, repealedOn: '2026-11-20' } }))).toBe('repealedBeforeDecision');
    await world.did('documentVersion.repeal', input, versionId, 4);
    expect((await asked('document.record', id))['isEnded']).toBe(true);
    const again = { documentId: id, source: 'empty', content: '' };
    expect(code(await world.act('documentVersion.begin', { input: again }))).toBe('documentEnded');
  });

  it('is not commented on after its day', async () => {
    const id = await made();
    const { id: versionId } = await world.did('documentVersion.begin', { documentId: id, source: 'empty', content: '' });
    await world.did('documentVersion.write', text('Alla ska svara.'), versionId, 1);
    const sent = { until: '2026-12-01', message: '', askedUnits: [unitId], askedPersons: [] };
    await world.did('documentVersion.refer', sent, versionId, 2);
    const { referral } = (await asked('documentVersion.record', versionId)) as { referral: { id: string } };
    const [row] = await world.rows('select count(*)::text as n from referral_comment where referral_id = $1', [referral.id]);
    expect(row?.['n']).toBe('0');
    const late = testServices(world.database.db, new Date('2026-12-02T10:00:00Z'));
    const attempt = { id: referral.id, input: { place: '', text: 'För sent.' } };
    expect(code(await actAs(late, manager, comment, attempt))).toBe('untilPassed');
  });
});

describe('who decides', () => {
  it('is said by the municipality, but a policy stays the council’s', async () => {
    const rule = (kind: string, ...bodies: string[]) =>
      world.act('decidingRule.set', { input: { kind, bodies, reason: 'Enligt delegationsordningen' } });
    expect(code(await rule('policy', 'executive'))).toBe('policyIsTheCouncils');
    expect(code(await rule('guideline'))).toBe('noBody');
    expect(code(await rule('routine', 'director'))).toBe('done');
    expect(code(await rule('routine', 'director'))).toBe('nothingChanged');
    expect(code(await rule('routine', 'manager', 'director'))).toBe('done');
    expect(await world.ask('decidingRule.list')).toMatchObject({
      items: [{ isOwn: false }, {}, {}, { kind: 'routine', bodies: ['director', 'manager'], isOwn: true }],
    });
  });
});

it('lists documents by kind, state and overdue review, each with what it is about', async () => {
  const id = await made({ ...ofUnit(), title: 'Instruktion att lista', reviewOn: '2026-11-22' });
  const answer = await world.ask('document.list', { query: { kind: 'instruction', overdue: 'true', search: 'lista' } });
  expect(answer).toMatchObject({ total: 1, items: [{ id, scope: 'unit', isOverdue: true, state: null }] });
});
