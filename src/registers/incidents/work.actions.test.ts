import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import { answer, assign, describe as describeAction, expel, triage } from './incident.actions.ts';
import { close, conclude, followUp, link, note, reopen, unlink } from './work.actions.ts';
import { merge } from './merging/merge.actions.ts';
import { list, record } from './incident.views.ts';
import { asked, openDesk, reported, triaged, triageOf, type Version, visitor } from './testing.ts';

let now = new Date('2026-11-23T10:00:00Z');
const desk = await openDesk(() => now);
const { database, services, town, coordinator, act, step } = desk;
afterAll(() => desk.database.close());

const shown = async (one: { id: string }, actor = coordinator) =>
  (await asked(services, record, actor, one.id)) as Record<string, unknown>;
const events = async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from audit_event`.execute(database.db);
  return rows[0]?.n;
};
const words = { rootCause: 'Fel etikett', lessons: 'Två läser adressen', followUpOn: null };
const none = { informationId: null, systemId: null, unitId: null, relatedId: null, supplier: null };

describe('what concerns Sweden’s security', () => {
  it('leaves no trace at triage, not even that it was tried', async () => {
    const id = await reported(services, visitor('192.0.2.1'));
    const before = await events();
    const consequence = { confidentiality: 4, integrity: null, availability: null, traceability: null };
    const input = await triageOf(database.db, id, { consequence });
    expect(await act(triage, { id, version: 1 }, input)).toMatchObject({ code: 'levelFourStopped' });
    expect(await events()).toBe(before);
    expect(await shown({ id })).toMatchObject({ state: 'reported' });
  });

  it('leaves none as an answer', async () => {
    const one = await triaged(services, coordinator);
    const before = await events();
    const answers = [{ question: 'protectiveSecurity', answer: 'yes' }];
    expect(await act(answer, one, { answers })).toMatchObject({ code: 'protectiveSecurityStopped' });
    expect(await events()).toBe(before);
    expect(await shown(one)).toMatchObject({ answers: [] });
  });
});

describe('triage', () => {
  it.each([
    ['a unit that is none', { unitId: '01900000-0000-7000-8000-000000000001' }, 'unitUnknown'],
    ['a handler who is nobody', { handlerId: '01900000-0000-7000-8000-000000000001' }, 'personUnknown'],
    ['a time to come', { noticedAt: '2027-01-01T00:00Z', knowledgeAt: '2027-01-01T00:00Z' }, 'timeInFuture'],
    [
      'what was noticed before it happened',
      { occurredAt: '2026-11-23T10:00Z', noticedAt: '2026-11-20T10:00Z' },
      'timesBackwards',
    ],
    [
      'knowledge moved without a reason',
      { noticedAt: '2026-11-01T10:00Z', knowledgeAt: '2026-11-02T10:00Z' },
      'knowledgeReasonMissing',
    ],
    ['a day that does not exist', { occurredAt: '2026-02-30T10:00Z' }, 'notATime'],
    ['secrecy by nothing', { secret: true }, 'provisionMissing'],
    ['a provision for nothing', { secrecyProvision: 'OSL 18:8' }, 'provisionNotAsked'],
  ])('with %s is refused', async (_what, more, code) => {
    const id = await reported(services, visitor('192.0.2.1'));
    const input = await triageOf(database.db, id, more);
    expect(await act(triage, { id, version: 1 }, input)).toMatchObject({ code });
  });

  it('is done once', async () => {
    const one = await triaged(services, coordinator);
    const input = await triageOf(database.db, one.id);
    expect(await act(triage, one, input)).toMatchObject({ code: 'alreadyTriaged' });
  });

  it('is not for the handler, nor is what comes before it', async () => {
    const id = await reported(services, employee(town.manager));
    const reporter = employee(town.manager);
    const input = await triageOf(database.db, id);
    expect(await act(triage, { id, version: 1 }, input, reporter)).toMatchObject({ code: 'forbidden' });
    const text = { kind: 'fact', text: 'En uppgift', happenedAt: null };
    expect(await act(note, { id, version: 1 }, text)).toMatchObject({ code: 'notTriaged' });
  });
});

describe('the answers to the questions', () => {
  it('tell who answered and when, and the earlier ones stay in the history', async () => {
    let one = await triaged(services, coordinator);
    one = await step(answer, one, { answers: [{ question: 'personalData', answer: 'unknown' }] });
    one = await step(answer, one, {
      answers: [
        { question: 'personalData', answer: 'yes' },
        { question: 'crime', answer: 'no' },
      ],
    });
    expect(await shown(one)).toMatchObject({
      answers: [
        { question: 'crime', answer: 'no', by: 'Åke Öberg', at: now.toISOString() },
        { question: 'personalData', answer: 'yes' },
      ],
    });
    const { rows } = await sql<{ answer: string }>`
      select answer from history.incident_answer where incident_id = ${one.id} and question = 'personalData'
      order by version`.execute(database.db);
    expect(rows.map((row) => row.answer)).toEqual(['unknown', 'yes']);
    expect(await act(answer, one, { answers: [{ question: 'crime', answer: 'no' }] })).toMatchObject({
      code: 'nothingChanged',
    });
  });
});

describe('the work of a case', () => {
  it('goes from triage to closed, is followed up, and can be opened again', async () => {
    let one = await triaged(services, coordinator, { handlerId: town.manager });
    const handler = employee(town.manager);
    await done(act(note, one, { kind: 'action', text: 'Ringde mottagaren', happenedAt: null }, handler));
    expect(await act(close, one, { decision: 'Klart' })).toMatchObject({ code: 'notHandled' });
    one = await step(conclude, one, { ...words, followUpOn: '2026-12-01' }, handler);
    expect(await act(close, one, { decision: 'Klart' }, handler)).toMatchObject({ code: 'forbidden' });
    one = await step(close, one, { decision: 'Klart' });
    expect(await shown(one)).toMatchObject({
      state: 'closed',
      closedBy: 'Åke Öberg',
      late: null,
      ongoing: 'no',
    });
    now = new Date('2026-12-05T10:00:00Z');
    expect(await shown(one)).toMatchObject({ late: 'followUp' });
    expect(await asked(services, list, coordinator, null, { overdue: 'true' })).toMatchObject({ total: 1 });
    one = await step(followUp, one, { outcome: 'Rutinen används', nextOn: null });
    expect(await act(followUp, one, { outcome: 'Igen', nextOn: null })).toMatchObject({ code: 'noFollowUp' });
    one = await step(reopen, one, { reason: 'Ett brev till' });
    expect(await shown(one)).toMatchObject({ state: 'reopened', closedAt: null, handledAt: null });
    one = await step(conclude, one, words);
    expect((await shown(one))['entries']).toMatchObject([
      { number: 1, kind: 'action', writer: 'Maria Lind' },
      { number: 2, kind: 'decision', text: 'Klart' },
      { number: 3, kind: 'fact', text: 'Rutinen används' },
      { number: 4, kind: 'decision', text: 'Ett brev till' },
    ]);
  });

  it('is closed by who owns a system that it concerns, too', async () => {
    const { id: systemId } = await enterSystem();
    let one = await triaged(services, coordinator);
    one = await step(link, one, { ...none, systemId });
    one = await step(conclude, one, words);
    const owner = holderOf('systemOwner', town.manager, { scope: 'system', scopeId: systemId });
    const stranger = holderOf('systemOwner', town.manager, { scope: 'system', scopeId: one.id });
    expect(await act(close, one, { decision: 'Klart' }, stranger)).toMatchObject({ code: 'notFound' });
    await done(act(close, one, { decision: 'Klart' }, owner));
    expect(await asked(services, list, owner, null, { systemId })).toMatchObject({
      total: 1,
      items: [{ id: one.id }],
    });
  });

  it('is not described by who is not its handler', async () => {
    const one = await triaged(services, coordinator, { unitId: town.school });
    const manager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    const {
      secret: _s,
      secretParts: _p,
      secrecyProvision: _o,
      secrecyReason: _r,
      handlerId: _h,
      ...facts
    } = (await triageOf(database.db, one.id, { title: 'Annat' })) as Record<string, unknown>;
    expect(await act(describeAction, one, facts, manager)).toMatchObject({ code: 'forbidden' });
    const assigned = await step(assign, one, { handlerId: town.manager });
    // Whoever is made the handler sees what is secret: that is not for the handler to say.
    const handedOn = { ...facts, handlerId: town.other };
    expect(await act(describeAction, assigned, handedOn, manager)).toMatchObject({ code: 'invalid' });
    expect(await act(assign, assigned, { handlerId: town.other }, manager)).toMatchObject({
      code: 'forbidden',
    });
    const described = await step(describeAction, assigned, facts, manager);
    expect(await shown(described)).toMatchObject({ title: 'Annat', handlerId: town.manager });
  });
});

async function enterSystem(): Promise<{ id: string }> {
  const { register } = await import('../systems/system.actions.ts');
  const input = {
    ...{
      name: `System ${crypto.randomUUID()}`,
      description: '',
      unitId: town.care,
      lifecycle: 'inOperation',
    },
    ...{ providerKind: 'external', providerName: 'Leverantören AB' },
  };
  return done(actAs(services, system, register, { input }));
}

describe('a tie', () => {
  it.each([
    ['to nothing', none, 'oneLink'],
    ['to two things', { ...none, supplier: 'A', unitId: crypto.randomUUID() }, 'oneLink'],
    ['to a system that is none', { ...none, systemId: crypto.randomUUID() }, 'linkUnknown'],
    ['to information that is none', { ...none, informationId: crypto.randomUUID() }, 'linkUnknown'],
    ['to a case that is none', { ...none, relatedId: crypto.randomUUID() }, 'linkUnknown'],
  ])('%s is refused', async (_what, input, code) => {
    expect(await act(link, await triaged(services, coordinator), input)).toMatchObject({ code });
  });

  it('is made once, shown, and taken away', async () => {
    let one = await triaged(services, coordinator);
    one = await step(link, one, { ...none, supplier: 'Leverantören AB' });
    expect(await act(link, one, { ...none, supplier: 'leverantören ab ' })).toMatchObject({
      code: 'alreadyLinked',
    });
    const [tied] = (await shown(one))['links'] as { id: string; name: string }[];
    expect(tied?.name).toBe('Leverantören AB');
    one = await step(unlink, one, { linkId: tied?.id });
    expect(await shown(one)).toMatchObject({ links: [] });
    expect(await act(expel, one, { personId: town.manager })).toMatchObject({ code: 'notAdmitted' });
  });

  it('to another case makes a wave of them, seen from both', async () => {
    const [one, other] = [await triaged(services, coordinator), await triaged(services, coordinator)];
    await step(link, one, { ...none, relatedId: other.id });
    expect(await shown(one)).toMatchObject({ related: [{ id: other.id }] });
    expect(await shown(other)).toMatchObject({ related: [{ id: one.id, linkId: null }] });
  });
});

describe('a merge', () => {
  it('keeps both numbers, and ties the one that stays to what the other was tied to', async () => {
    const target = await triaged(services, coordinator);
    const gone = await step(link, await triaged(services, coordinator), {
      ...none,
      supplier: 'Leverantören AB',
    });
    const number = (await shown(gone))['number'];
    const input = { intoId: target.id, reason: 'Samma brev' };
    const merged = await step(merge, gone, input);
    expect(await shown(merged)).toMatchObject({ number, state: 'merged', into: { id: target.id } });
    expect(await shown(target)).toMatchObject({
      merged: [{ id: gone.id, number }],
      links: [{ name: 'Leverantören AB' }],
      entries: [{ kind: 'decision', text: 'Samma brev' }],
    });
    expect(await act(merge, merged, input)).toMatchObject({ code: 'merged' });
    expect(await act(note, merged, { kind: 'fact', text: 'Mer', happenedAt: null })).toMatchObject({
      code: 'merged',
    });
  });

  it.each([
    ['itself', (one: Version) => one.id, 'itself'],
    ['what is none', () => crypto.randomUUID(), 'caseUnknown'],
  ])('into %s is refused', async (_what, into, code) => {
    const one = await triaged(services, coordinator);
    expect(await act(merge, one, { intoId: into(one), reason: 'Samma' })).toMatchObject({ code });
  });

  it('into what nobody has looked at is refused', async () => {
    const intoId = await reported(services, visitor('192.0.2.1'));
    const one = await triaged(services, coordinator);
    expect(await act(merge, one, { intoId, reason: 'Samma' })).toMatchObject({ code: 'intoOver' });
  });
});

it('two who change the same case at once are told of each other', async () => {
  const one = await triaged(services, coordinator);
  const facts = await triageOf(database.db, one.id);
  const {
    secret: _s,
    secretParts: _p,
    secrecyProvision: _o,
    secrecyReason: _r,
    handlerId: _h,
    ...input
  } = facts as Record<string, unknown>;
  await done(
    actAs(services, coordinator, describeAction, { ...one, input: { ...input, title: 'Fel adress' } }),
  );
  const second = await actAs(services, holderOf('securityCoordinator', town.manager), describeAction, {
    ...one,
    input,
  });
  expect(second).toMatchObject({ code: 'versionMoved', current: { title: 'Fel adress' } });
});
