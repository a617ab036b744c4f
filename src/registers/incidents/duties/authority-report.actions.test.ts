import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import type { Action } from '../../../kernel/action.ts';
import type { Services } from '../../../kernel/run.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { duties } from '../duties.views.ts';
import { setSetting } from '../file.actions.ts';
import { admit, answer, secrecy } from '../incident.actions.ts';
import { concern, release } from '../party.actions.ts';
import { asked, serveTestInstallation, triaged } from '../testing.ts';
import { close, conclude } from '../work.actions.ts';
import { merge } from '../merging/merge.actions.ts';
import { approve, draft, reopenApproved, reply, send, write } from './authority-report.actions.ts';
import { authorityReport } from './authority-report.views.ts';
import { readCaseDutyFacts } from './case-duty.facts.store.ts';
import { dutyDone, reportRequested } from './delivery.actions.ts';

let database: TestDatabase, services: Services;
let town: Arranged;
let coordinator: Actor, second: Actor;
// A Monday at eleven in Sweden.
const morning = new Date('2026-11-23T10:00:00Z');
let now = morning;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => now };
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  second = holderOf('securityCoordinator', town.manager);
});
afterAll(() => database.close());

type Version = { readonly id: string; readonly version: number; readonly reportId?: unknown };
const act = (action: Action, one: Version, input: object, actor = coordinator) =>
  actAs(services, actor, action, { id: one.id, version: one.version, input });
const step = async (action: Action, one: Version, input: object, actor?: Actor): Promise<Version> =>
  done(act(action, one, input, actor));
const after = (hours: number): Date => new Date(morning.getTime() + hours * 3_600_000);

interface Stage {
  readonly key: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly reports: readonly { readonly id: string; readonly part: number; readonly state: string }[];
  readonly delivery: { readonly caseNumber: string | null; readonly isProven: boolean } | null;
}
async function stageOf(one: Version, number: string, key?: string): Promise<Stage | undefined> {
  const told = (await asked(services, duties, coordinator, one.id)) as unknown as {
    arising: { number: string; stages: Stage[] }[];
  };
  const stages = told.arising.find((duty) => duty.number === number)?.stages;
  return stages?.find((stage) => key === undefined || stage.key === key);
}

/** A breach with the board as controller and the municipality as covered entity, known at eleven. */
async function breach(more: object = {}): Promise<Version & { board: string; town: string }> {
  now = morning;
  let one: Version = await triaged(services, coordinator, more);
  const yes = ['networkOrSystem', 'significant', 'personalData', 'riskToPeople'];
  one = await step(answer, one, { answers: yes.map((question) => ({ question, answer: 'yes' })) });
  const party = { sectors: ['publicAdministration'], knowledgeAt: null, knowledgeReason: '' };
  one = await step(concern, one, { ...party, bodyId: town.executive, entityId: null, roles: ['controller'] });
  one = await step(concern, one, { ...party, bodyId: null, entityId: town.entity, roles: ['coveredEntity'] });
  const { rows } = await sql<{ id: string; body: string | null }>`
    select id, body_id as body from incident_party where incident_id = ${one.id}`.execute(database.db);
  const of = (isBody: boolean) => rows.find((row) => (row.body !== null) === isBody)?.id ?? '';
  return { ...one, board: of(true), town: of(false) };
}

const notification = { duty: 'dataskydd/anmalan-till-imy', stage: 'notification' };
const warning = { duty: 'cybersakerhet/upplysning', stage: 'earlyWarning' };

interface ShownField {
  readonly key: string;
  readonly isMissing: boolean;
  readonly text: string;
}
async function shown(one: Version, actor = coordinator) {
  return (await asked(services, authorityReport, actor, one.id, { reportId: one.reportId })) as unknown as {
    state: string;
    fields: ShownField[];
    approveRefused: string | null;
    contentHash: string | null;
    replies: unknown[];
  };
}
/** Fills what is missing. */
async function filled(one: Version): Promise<Version> {
  const { fields } = await shown(one);
  const said = fields.filter((field) => field.isMissing).map(({ key }) => ({ key, text: 'Inte känt ännu' }));
  return step(write, one, { reportId: one.reportId, said });
}
const sending = (more: object = {}) => ({
  sentAt: now.toISOString(),
  channel: 'IMY:s e-tjänst',
  caseNumber: 'IMY-2026-1',
  receiptId: null,
  lateReason: '',
  ...more,
});

describe('a report to an authority', () => {
  it('is written from the case, says what is missing, and is approved by another and sent', async () => {
    const { board, ...one } = await breach();
    const drafted = await step(draft, one, { ...notification, partyId: board });
    const first = await shown(drafted);
    expect(first.fields.find(({ key }) => key === 'nature')?.text).toContain(
      'Ett brev med uppgifter om en elev',
    );
    expect(first.fields.find(({ key }) => key === 'controller')?.text).toBe('Kommunstyrelsen');
    expect(first.fields.find(({ key }) => key === 'peopleCount')).toMatchObject({
      isMissing: true,
      text: '',
    });
    const { reportId } = drafted;
    expect(await act(approve, drafted, { reportId, aloneReason: '' }, second)).toMatchObject({
      code: 'fieldsMissing',
    });
    let next = await filled(drafted);
    expect(await act(approve, next, { reportId, aloneReason: '' })).toMatchObject({ code: 'sameWriter' });
    expect(await act(send, next, { reportId, ...sending() })).toMatchObject({ code: 'notApproved' });
    next = await step(approve, next, { reportId, aloneReason: '' }, second);
    expect((await shown(next)).contentHash).toMatch(/^[0-9a-f]{64}$/);
    const words = { reportId, said: [{ key: 'nature', text: 'Något annat' }] };
    expect(await act(write, next, words)).toMatchObject({ code: 'frozen' });
    now = after(2);
    next = await step(send, next, { reportId, ...sending() });
    expect(await stageOf(next, 'G1')).toMatchObject({
      state: 'metInTime',
      delivery: { caseNumber: 'IMY-2026-1', isProven: true },
    });
    expect(await act(reopenApproved, next, { reportId })).toMatchObject({ code: 'notApproved' });
  });

  it('is a draft again while it is not sent, with another hash when it says something else', async () => {
    const { board, ...one } = await breach();
    let next = await filled(await step(draft, one, { ...notification, partyId: board }));
    const { reportId } = next;
    expect(await act(draft, next, { ...notification, partyId: board })).toMatchObject({ code: 'draftWaits' });
    next = await step(approve, next, { reportId, aloneReason: '' }, second);
    const { contentHash } = await shown(next);
    next = await step(reopenApproved, next, { reportId });
    next = await step(write, next, { reportId, said: [{ key: 'nature', text: 'Två brev' }] });
    next = await step(approve, next, { reportId, aloneReason: '' }, second);
    expect((await shown(next)).contentHash).not.toBe(contentHash);
  });

  it('is supplemented by a report of its own, which begins with what was sent and moves no clock', async () => {
    const { board, ...one } = await breach();
    let next = await filled(await step(draft, one, { ...notification, partyId: board }));
    next = await step(approve, next, { reportId: next.reportId, aloneReason: '' }, second);
    next = await step(send, next, { reportId: next.reportId, ...sending() });
    next = await step(reply, next, { reportId: next.reportId, receivedAt: now.toISOString(), text: 'Tack' });
    expect((await shown(next)).replies).toHaveLength(1);
    now = after(100);
    next = await step(draft, next, { ...notification, partyId: board });
    const { fields } = await shown(next);
    expect(fields.find(({ key }) => key === 'peopleCount')?.text).toBe('Inte känt ännu');
    next = await step(write, next, { reportId: next.reportId, said: [{ key: 'peopleCount', text: '1' }] });
    next = await step(approve, next, { reportId: next.reportId, aloneReason: '' }, second);
    next = await step(send, next, { reportId: next.reportId, ...sending() });
    const stage = await stageOf(next, 'G1');
    expect(stage?.state).toBe('metInTime');
    expect(stage?.reports.map(({ part, state }) => [part, state])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ]);
  });

  it('is sent after its time, with the reason, and is then late for ever', async () => {
    const { town: entity, ...one } = await breach();
    let next = await filled(await step(draft, one, { ...warning, partyId: entity }));
    const { reportId } = next;
    next = await step(approve, next, { reportId, aloneReason: '' }, second);
    now = after(25);
    expect(await act(send, next, { reportId, ...sending() })).toMatchObject({ code: 'lateReasonMissing' });
    expect(
      await act(send, next, { reportId, ...sending({ sentAt: after(30).toISOString() }) }),
    ).toMatchObject({
      code: 'timeInFuture',
    });
    const unknown = sending({ receiptId: '01900000-0000-7000-8000-000000000001', lateReason: 'Ingen vaken' });
    expect(await act(send, next, { reportId, ...unknown })).toMatchObject({ code: 'fileUnknown' });
    next = await step(send, next, { reportId, ...sending({ lateReason: 'Ingen var i tjänst' }) });
    expect(await stageOf(next, 'C1')).toMatchObject({ state: 'metLate' });
  });

  it('is approved alone only at night, where the municipality has decided so, with the reason', async () => {
    const { board, ...one } = await breach();
    let next = await filled(await step(draft, one, { ...notification, partyId: board }));
    const { reportId } = next;
    now = new Date('2026-11-24T01:00:00Z');
    expect(await act(approve, next, { reportId, aloneReason: 'Ingen svarar' })).toMatchObject({
      code: 'sameWriter',
    });
    const wake = { wakeAt: [25, 50, 75, 90], noticeTo: [] };
    const setting = { largestFileMb: 40, aloneAtNight: true, ...wake, reason: 'Beredskap med en person' };
    await done(actAs(services, coordinator, setSetting, { input: setting }));
    expect(await act(approve, next, { reportId, aloneReason: '' })).toMatchObject({
      code: 'aloneReasonMissing',
    });
    now = new Date('2026-11-24T09:00:00Z');
    expect(await act(approve, next, { reportId, aloneReason: 'Ingen svarar' })).toMatchObject({
      code: 'sameWriter',
    });
    now = new Date('2026-11-24T19:00:00Z');
    next = await step(approve, next, { reportId, aloneReason: 'Ingen svarar' });
    expect(await shown(next)).toMatchObject({ state: 'approved' });
  });

  it('is there for those whom the whole case is open to, and for nobody else', async () => {
    const { board, ...one } = await breach({ handlerId: null });
    let next = await filled(await step(draft, one, { ...notification, partyId: board }));
    const { reportId } = next;
    const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };
    next = await step(secrecy, next, { secret: true, secretParts: [], ...osl });
    const outsider = employee(town.manager);
    expect(await asked(services, authorityReport, outsider, one.id, { reportId })).toBe('notFound');
    expect(await asked(services, duties, outsider, one.id)).toBe('notFound');
    expect(await act(approve, next, { reportId, aloneReason: '' }, outsider)).toMatchObject({
      code: 'notFound',
    });
    next = await step(admit, next, { personId: town.manager });
    expect(await asked(services, authorityReport, outsider, one.id, { reportId })).toMatchObject({
      approveRefused: null,
    });
    next = await step(approve, next, { reportId, aloneReason: '' }, outsider);
    expect(await act(send, next, { reportId, ...sending() }, outsider)).toMatchObject({ code: 'forbidden' });
    const facts = await readCaseDutyFacts(database.db, { kind: 'ids', ids: [one.id] });
    expect(facts).toEqual([]);
  });
});

describe('what is done without a report', () => {
  it('is noted, and what has a report is not', async () => {
    const { board, ...one } = await breach();
    const record = { duty: 'dataskydd/incidentforteckning', stage: 'record', partyId: board };
    const g4 = await stageOf(one, 'G4');
    const input = { ...record, stage: g4?.key ?? '', ...sending({ channel: 'Egen förteckning' }) };
    const next = await step(dutyDone, one, input);
    expect(await stageOf(next, 'G4')).toMatchObject({ state: 'metInTime' });
    const wrong = { ...notification, partyId: board, ...sending() };
    expect(await act(dutyDone, next, wrong)).toMatchObject({ code: 'needsReport' });
    expect(await act(dutyDone, next, { ...wrong, stage: 'finns inte' })).toMatchObject({
      code: 'stageUnknown',
    });
    expect(await act(draft, next, { ...record, stage: g4?.key })).toMatchObject({ code: 'noReportToWrite' });
  });

  it('has a clock when an authority asks for it', async () => {
    const { town: entity, ...one } = await breach();
    const [askedAt, dueAt] = [now.toISOString(), after(48).toISOString()];
    const asks = { partyId: entity, duty: 'cybersakerhet/delrapport', askedBy: '', askedAt };
    expect(await act(reportRequested, one, { ...asks, duty: warning.duty, dueAt })).toMatchObject({
      code: 'notAsked',
    });
    expect(await act(reportRequested, one, { ...asks, dueAt: now.toISOString() })).toMatchObject({
      code: 'timesBackwards',
    });
    const next = await step(reportRequested, one, { ...asks, dueAt });
    expect(await stageOf(next, 'C3')).toMatchObject({ dueAt });
  });
});

describe('nothing that was done is lost', () => {
  it('when an answer changes, a party is taken away, the case closes or is to be merged', async () => {
    const { board, ...one } = await breach();
    let next = await filled(await step(draft, one, { ...notification, partyId: board }));
    next = await step(approve, next, { reportId: next.reportId, aloneReason: '' }, second);
    next = await step(send, next, { reportId: next.reportId, ...sending() });
    const no = { answers: [{ question: 'riskToPeople', answer: 'unknown' }] };
    next = await step(answer, next, no);
    expect(await stageOf(next, 'G1')).toMatchObject({ state: 'metInTime' });
    next = await step(answer, next, { answers: [{ question: 'personalData', answer: 'no' }] });
    expect(await stageOf(next, 'G1')).toBeUndefined();
    expect(await asked(services, duties, coordinator, one.id)).toMatchObject({
      kept: [{ state: 'sent', part: 1 }],
    });
    next = await step(answer, next, { answers: [{ question: 'personalData', answer: 'yes' }] });
    expect(await stageOf(next, 'G1')).toMatchObject({ state: 'metInTime' });
    expect(await act(release, next, { partyId: board })).toMatchObject({ code: 'partyHasDone' });
    const other = await triaged(services, coordinator);
    expect(await act(merge, next, { intoId: other.id, reason: 'Samma brev' })).toMatchObject({
      code: 'hasReports',
    });
    const words = { rootCause: 'Fel etikett', lessons: 'Två läser', followUpOn: null };
    next = await step(conclude, next, words);
    next = await step(close, next, { decision: 'Klart', undecidedReason: 'Sent redan' }, second);
    const [fact] = await readCaseDutyFacts(database.db, { kind: 'ids', ids: [one.id] });
    expect(fact?.facts.deliveries).toMatchObject([{ duty: notification.duty, isProven: true }]);
  });
});
