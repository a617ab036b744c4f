import { afterAll, describe, expect, it } from 'vitest';
import { actAs, done } from '../../../testing/services.ts';
import { duties } from '../duties.views.ts';
import { answer, secrecy, triage } from '../incident.actions.ts';
import { record } from '../incident.views.ts';
import { figures, ownAnswers } from '../measured.actions.ts';
import { concern } from '../party.actions.ts';
import { add, follow, report } from '../report.actions.ts';
import {
  asked,
  newestCase,
  openDesk,
  reportOf,
  triaged,
  triageOf,
  type Version,
  visitor,
} from '../testing.ts';
import { waitingCases } from '../waiting.store.ts';
import { close, conclude, note } from '../work.actions.ts';
import { merge } from './merge.actions.ts';
import { merging } from './merge.views.ts';

let now = new Date('2026-11-23T10:00:00Z');
const desk = await openDesk(() => now);
const { services, town, coordinator, act, step } = desk;
afterAll(() => desk.database.close());

interface Told {
  readonly version: number;
  readonly parties: readonly {
    id: string;
    name: string;
    roles: readonly string[];
    knowledgeAt: string | null;
    knowledgeReason: string;
    questions: readonly { key: string; ofCase: string | null; own: { answer: string } | null }[];
  }[];
  readonly figures: readonly object[];
  readonly disputes: readonly { number: string; answers: readonly object[]; figures: readonly object[] }[];
}
const told = async ({ id }: Pick<Version, 'id'>) =>
  (await asked(services, duties, coordinator, id)) as unknown as Told;
const numberOf = async ({ id }: Version) =>
  ((await asked(services, record, coordinator, id)) as { number: string }).number;
const saysOf = (question: string, said: string) => ({ answers: [{ question, answer: said }] });
const figure = (value: string) => ({
  partyId: null,
  figures: [{ measure: 'peopleExposed', value, isEstimate: false }],
});
const board = (knowledgeAt: string | null = null, roles = ['controller']) => ({
  ...{ bodyId: town.executive, entityId: null, roles, sectors: [] },
  ...{ knowledgeAt, knowledgeReason: knowledgeAt === null ? '' : 'Ringde själva' },
});
const into = (one: Version) => ({ intoId: one.id, reason: 'Samma brev' });

describe('what follows a case into another', () => {
  it('is whom it concerned, its answers and its figures, where the other says nothing', async () => {
    const target = await triaged(services, coordinator);
    let gone: Version = await triaged(services, coordinator);
    gone = await step(concern, gone, board('2026-11-23T08:00:00Z'));
    gone = await step(answer, gone, saysOf('personalData', 'yes'));
    gone = await step(figures, gone, figure('300'));
    const number = await numberOf(gone);
    const party = { name: 'Kommunstyrelsen', isNew: true, knowledgeAt: '2026-11-23T08:00:00.000Z' };
    expect(await asked(services, merging, coordinator, gone.id, { intoId: target.id })).toMatchObject({
      parties: [party],
      answers: [{ party: null, answer: 'yes' }],
      figures: [{ party: null, measure: 'peopleExposed', value: 300 }],
      differs: { answers: [], figures: [] },
    });
    await step(merge, gone, into(target));
    expect(await told(target)).toMatchObject({
      parties: [
        { name: 'Kommunstyrelsen', knowledgeAt: party.knowledgeAt, knowledgeReason: 'Ringde själva' },
      ],
      figures: [{ measure: 'peopleExposed', value: 300, isCurrent: true, fromCase: number }],
      disputes: [],
    });
    expect(await asked(services, record, coordinator, target.id)).toMatchObject({
      answers: [{ question: 'personalData', answer: 'yes' }],
    });
  });

  it.each([
    ['the earlier that was said', '2026-11-23T09:00:00Z', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00.000Z'],
    [
      'its own, where that is the earlier',
      '2026-11-23T08:00:00Z',
      '2026-11-23T09:00:00Z',
      '2026-11-23T08:00:00.000Z',
    ],
  ])('leaves a party of both knowing from %s, in all its capacities', async (_what, here, there, kept) => {
    const target = await step(concern, await triaged(services, coordinator), board(here));
    const gone = await step(concern, await triaged(services, coordinator), board(there, ['processor']));
    await step(merge, gone, into(target));
    const { parties } = await told(target);
    expect(parties).toMatchObject([{ roles: ['controller', 'processor'], knowledgeAt: kept }]);
  });

  it('keeps what a party was answered for when the other case answers otherwise for its own', async () => {
    let target: Version = await triaged(services, coordinator);
    target = await step(answer, target, saysOf('riskToPeople', 'no'));
    let gone: Version = await step(concern, await triaged(services, coordinator), board());
    gone = await step(answer, gone, saysOf('riskToPeople', 'yes'));
    await step(merge, gone, into(target));
    const [party] = (await told(target)).parties;
    expect(party?.questions.find(({ key }) => key === 'riskToPeople')).toMatchObject({
      ofCase: 'no',
      own: { answer: 'yes' },
    });
  });
});

describe('what the two say differently', () => {
  /** Two cases that became one, with what each says. */
  async function merged(): Promise<Version> {
    let target: Version = await step(concern, await triaged(services, coordinator), board());
    target = await step(answer, target, saysOf('riskToPeople', 'no'));
    target = await step(figures, target, figure('20'));
    let gone: Version = await step(concern, await triaged(services, coordinator), board());
    gone = await step(answer, gone, saysOf('riskToPeople', 'yes'));
    gone = await step(figures, gone, figure('300'));
    await step(merge, gone, into(target));
    now = new Date(now.getTime() + 60_000);
    return { id: target.id, version: target.version + 1 };
  }

  it('is not asked of what the case that goes does not know', async () => {
    const target = await step(answer, await triaged(services, coordinator), saysOf('riskToPeople', 'no'));
    const gone = await step(answer, await triaged(services, coordinator), saysOf('riskToPeople', 'unknown'));
    await step(merge, gone, into(target));
    expect((await told(target)).disputes).toEqual([]);
  });

  it('is asked, and nothing is overwritten or added up', async () => {
    const { figures: said, disputes } = await told(await merged());
    expect(said).toMatchObject([{ value: 20, isCurrent: true, fromCase: null }]);
    expect(disputes).toMatchObject([
      {
        answers: [{ key: 'riskToPeople', here: 'no', there: 'yes' }],
        figures: [{ measure: 'peopleExposed', here: 20, there: 300 }],
      },
    ]);
  });

  it.each([
    ['what it said', 'no', '20'],
    ['what the other said', 'yes', '300'],
  ])('is asked no more when somebody has said that %s holds', async (_what, said, value) => {
    let one = await step(answer, await merged(), saysOf('riskToPeople', said));
    expect(await told(one)).toMatchObject({ disputes: [{ answers: [], figures: [{}] }] });
    one = await step(figures, one, figure(value));
    expect(await told(one)).toMatchObject({ disputes: [] });
    expect(await act(answer, one, saysOf('riskToPeople', said))).toMatchObject({ code: 'nothingChanged' });
  });

  it('is asked of one party where it answers for itself', async () => {
    let target: Version = await step(concern, await triaged(services, coordinator), board());
    target = await step(answer, target, saysOf('riskToPeople', 'no'));
    let gone: Version = await step(concern, await triaged(services, coordinator), board());
    const [party] = (await told(gone)).parties;
    gone = await step(ownAnswers, gone, {
      partyId: party?.id,
      ...saysOf('riskToPeople', 'yes'),
      reason: 'Skyddade',
    });
    await step(merge, gone, into(target));
    const [own] = (await told(target)).parties;
    expect(await told(target)).toMatchObject({
      disputes: [{ answers: [{ partyId: own?.id, party: 'Kommunstyrelsen', here: 'no', there: 'yes' }] }],
    });
  });
});

describe('a case that has gone into one that goes on into a third', () => {
  /** Three cases, each with its answer; the first has gone into the second. */
  async function chain(): Promise<readonly [Version, Version, Version]> {
    const saying = async (said: string): Promise<Version> =>
      step(answer, await triaged(services, coordinator), saysOf('riskToPeople', said));
    const [a, b, c] = [await saying('yes'), await saying('no'), await triaged(services, coordinator)];
    await step(merge, a, into(b));
    now = new Date(now.getTime() + 60_000);
    return [a, { id: b.id, version: b.version + 1 }, c];
  }

  it('has its questions asked there, under its own number, and before it goes', async () => {
    const [a, b, c] = await chain();
    expect(await asked(services, merging, coordinator, b.id, { intoId: c.id })).toMatchObject({
      answers: [{ answer: 'no' }],
      differs: { answers: [{ here: 'no', there: 'yes' }] },
    });
    await step(merge, b, into(c));
    now = new Date(now.getTime() + 60_000);
    const number = await numberOf(a);
    expect(await told(c)).toMatchObject({ disputes: [{ number, answers: [{ here: 'no', there: 'yes' }] }] });
    const settled = await step(answer, { id: c.id, version: c.version + 1 }, saysOf('riskToPeople', 'no'));
    expect((await told(settled)).disputes).toEqual([]);
  });

  it('is named there with the second, and is as secret as what it has ended up in', async () => {
    const [a, b, c] = await chain();
    await step(merge, b, into(c));
    const merged = await asked(services, record, coordinator, c.id);
    expect(merged).toMatchObject({ merged: [{ id: a.id }, { id: b.id }] });
    const hidden = { secret: true, secretParts: [], secrecyProvision: 'OSL 18:8', secrecyReason: '' };
    await step(secrecy, { id: c.id, version: c.version + 1 }, hidden);
    expect(await asked(services, record, coordinator, a.id)).toMatchObject({ secret: true });
  });

  it('becomes secret when the second goes into a secret one', async () => {
    const [a, b] = await chain();
    const hidden = { secret: true, secrecyProvision: 'OSL 18:8' };
    await step(merge, b, into(await triaged(services, coordinator, hidden)));
    expect(await asked(services, record, coordinator, a.id)).toMatchObject({ secret: true });
  });
});

describe('who reported a case that has gone into another', () => {
  const line = (kind: string) => ({ kind, text: 'Det är samma brev.', happenedAt: null });
  const waits = async (id: string) =>
    (await waitingCases(services.db, coordinator, '2026-11-23')).filter(({ recordId }) => recordId === id);

  it('is answered there, and what she has added waits until she is', async () => {
    const [target, visiting] = [await triaged(services, coordinator), visitor('192.0.2.9')];
    const { code } = await done(actAs(services, visiting, report, { input: reportOf() }));
    const id = await newestCase(services.db);
    const placed = await step(triage, { id, version: 1 }, await triageOf(services.db, id));
    const gone = await step(merge, placed, into(target));
    await done(actAs(services, visiting, add, { input: { code, text: 'Det kom ett till.' } }));
    expect(await waits(id)).toMatchObject([{ action: 'incident.note' }]);
    expect(await asked(services, record, coordinator, id)).toMatchObject({
      may: { note: { because: 'merged' }, reply: { allowed: true } },
    });
    expect(await act(note, gone, line('fact'))).toMatchObject({ code: 'merged' });
    await step(note, gone, line('toReporter'));
    expect(await waits(id)).toEqual([]);
    expect(await done(actAs(services, visiting, follow, { input: { code } }))).toMatchObject({
      messages: [{ byReporter: true }, { byReporter: false, text: 'Det är samma brev.' }],
    });
  });
});

describe('a merge that would tell or hide something', () => {
  const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };

  it('of a secret case into an open one is refused', async () => {
    const target = await triaged(services, coordinator);
    const gone = await triaged(services, coordinator, { secret: true, ...osl });
    expect(await act(merge, gone, into(target))).toMatchObject({ code: 'intoOpen', field: 'intoId' });
  });

  it('makes secret in the other what was secret here', async () => {
    const target = await triaged(services, coordinator);
    const gone = await triaged(services, coordinator, { secretParts: ['affected'], ...osl });
    await step(merge, gone, into(target));
    expect(await asked(services, record, coordinator, target.id)).toMatchObject({
      secretParts: ['affected'],
      secrecyProvision: 'OSL 18:8',
    });
  });

  it('into a closed case is refused where something would be left undecided there, and is else allowed', async () => {
    let target: Version = await triaged(services, coordinator);
    const words = { rootCause: 'Fel etikett', lessons: 'Två läser adressen', followUpOn: null };
    target = await step(close, await step(conclude, target, words), { decision: 'Klart' });
    const gone = await step(concern, await triaged(services, coordinator), board());
    expect(await act(merge, gone, into(target))).toMatchObject({ code: 'intoClosed', field: 'intoId' });
    await step(merge, await triaged(services, coordinator), into(target));
  });
});
