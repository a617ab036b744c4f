import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedCampaign, written } from '../governance/acknowledgements/testing.ts';
import { ask as askAdvice } from '../governance/advice/advice.actions.ts';
import { appointed } from '../governance/advice/testing.ts';
import { register as enterAgreement } from '../governance/agreement-reviews/agreement-review.actions.ts';
import type { Actor } from '../kernel/access.ts';
import { dayOf } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import type { Services } from '../kernel/run.ts';
import { loadActor } from '../people/actor.store.ts';
import { decide as decideDeviation, report } from '../registers/deviations/deviation.actions.ts';
import { secrecy } from '../registers/incidents/incident.actions.ts';
import { draftedReport, serveTestInstallation } from '../registers/incidents/testing.ts';
import { classify } from '../registers/information/information.actions.ts';
import { register as enterMeasure } from '../registers/measures/measure.actions.ts';
import { exercisedPlan, plan } from '../registers/plans/testing.ts';
import { holderOf } from '../testing/actors.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { classification, enterInformation } from '../testing/sensitive.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { dueFor } from './collected.ts';
import type { Due } from './due.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let head: Actor;
let secretCase: string;
/** Answers questions, and coordinates what happens. */
let secure: Actor;
const now = new Date('2026-12-02T10:00:00Z');
const early = new Date('2026-11-23T10:00:00Z');

/** Who is appointed as she really is that day, as the feed finds her. */
async function dueOfPerson(personId: string, at = now): Promise<Due[]> {
  const loaded = await loadActor(database.db, personId as Arranged['other'], dayOf(at));
  if (loaded === null) throw new Error('nobody');
  const actor: Actor = { ...loaded, language: 'sv', credentialId: null };
  return dueFor(database.db, actor, { today: dayOf(at), now: at });
}
const lines = (due: readonly Due[]) =>
  due
    .map((one) =>
      one.kind === 'clock'
        ? `clock ${one.words}`
        : `${one.action} ${one.concerns.length > 0 ? '-' : one.recordName} ${one.on}`,
    )
    .sort();

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db, early);
  town = await arrange(database.db);
  head = holderOf('manager', town.manager, { scope: 'unit', scopeId: town.school, units: [town.school] });
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  secure = await appointed(database.db, 'securityCoordinator', false);
  await fillSchool();
  const { policy } = await askedCampaign(services, coordinator, town.school);
  const { rows } = await sql<{ version: string }>`
    select id as version from document_version where document_id = ${policy}`.execute(database.db);
  await written(
    database.db,
    early,
    (event) => [
      sql`update document set review_on = '2027-03-01', version = version + 1, changed_by_event = ${event}
        where id = ${policy}`,
      sql`update agreement_review set outcome = 'noConflict', policy_version_id = ${rows[0]?.version ?? null},
        reviewed_on = '2026-11-23', next_review_on = '2027-11-23', version = version + 1, changed_by_event = ${event}`,
      sql`insert into referral (id, version, changed_by_event, document_version_id, until, message, asked_units, asked_persons)
        values (${newId()}, 1, ${event}, ${rows[0]?.version ?? null}, '2026-12-18', '', ${[town.school]}::uuid[], '{}')`,
      // A deputy for whoever leads the school.
      sql`insert into appointment (id, version, changed_by_event, person_id, office, scope, unit_id, deputy, valid)
        values (${newId()}, 1, ${event}, ${town.other}, 'manager', 'unit', ${town.school}, true,
          daterange('2026-12-01', '2026-12-31'))`,
      sql`insert into appointment (id, version, changed_by_event, person_id, office, scope, valid)
        values (${newId()}, 1, ${event}, ${town.other}, 'informationSecurityCoordinator', 'municipality',
          daterange('2027-02-01', null))`,
    ],
    ['document', 'agreementReview', 'appointment'].map((register) => `${register}:${policy}`),
  );
});
afterAll(() => database.close());

/** Something with a day of each kind, of the school's. */
async function fillSchool(): Promise<void> {
  const enter = (action: Parameters<typeof actAs>[2], input: object) =>
    done(actAs(services, head, action, { input }));
  const owned = { ownerPersonId: null, ownerOffice: 'manager', cost: null, source: null, description: '' };
  const measure = { ...owned, unitId: town.school, clause: null, dueOn: '2026-12-10' };
  await enter(enterMeasure, { ...measure, title: 'Byt lås', secrecyProvisions: [] });
  await enter(enterMeasure, { ...measure, title: 'Hemligt', secrecyProvisions: ['OSL 18:8'] });
  const found = {
    discoveredOn: '2026-11-01',
    handling: '',
    cause: 'Slarv',
    risk: { consequence: 1, likelihood: 1 },
    sentenceId: null,
  };
  const told = { title: 'Öppen dörr', description: '', source: null, clause: null, secrecyProvisions: [] };
  const deviation = await enter(report, { ...found, ...told, unitId: town.school });
  const decision = { decision: 'Köp ett lås', followUpOn: '2026-12-20' };
  await done(actAs(services, head, decideDeviation, { id: deviation.id, version: 1, input: decision }));
  await plan(services, head, town.school, '', 'continuity');
  await exercisedPlan(services, head, town.school);
  const information = await enterInformation(services, head, town.school, 'Närvaro');
  await done(
    actAs(services, coordinator, classify, { id: information, version: 1, input: classification(1) }),
  );
  const secret = await enterInformation(services, head, town.school, 'Journaler');
  await done(actAs(services, coordinator, classify, { id: secret, version: 1, input: classification(3) }));
  await enter(enterAgreement, {
    counterparty: 'Leverantören AB',
    subject: 'Växeln',
    reference: 'KS 2026/1',
    unitId: town.school,
  });
  await done(
    actAs(services, head, askAdvice, {
      input: { askedOf: 'securityCoordinator', subject: 'Om en kollega', question: 'Får jag?', about: null },
    }),
  );
  await draftedReport(services, coordinator, town.executive, {
    handlerId: town.manager,
    unitId: town.school,
  });
  const hidden = await draftedReport(services, coordinator, town.executive, { handlerId: town.manager });
  secretCase = hidden.id;
  const { rows } = await sql<{
    version: number;
  }>`select version from incident where id = ${secretCase}`.execute(database.db);
  const osl = { secret: true, secretParts: [], secrecyProvision: 'OSL 18:8', secrecyReason: '' };
  await done(
    actAs(services, coordinator, secrecy, { id: secretCase, version: rows[0]?.version ?? 0, input: osl }),
  );
}

describe('what is in somebody’s calendar', () => {
  it('is hers by office, and what is secret has no name', async () => {
    const found = lines(await dueOfPerson(town.manager));
    expect(found).toEqual(
      expect.arrayContaining([
        'measure.finish Byt lås 2026-12-10',
        'measure.finish - 2026-12-10',
        'deviation.close Öppen dörr 2026-12-20',
        'information.classify Närvaro 2027-11-20',
        'information.classify - 2027-11-20',
        'exercise.enter - 2027-11-02',
        'agreementReview.review Leverantören AB: Växeln 2027-11-23',
      ]),
    );
    expect(found.some((line) => /^referral.comment .* 2026-12-18$/.test(line))).toBe(true);
    expect(found.some((line) => /^acknowledgement.make .* 2027-01-31$/.test(line))).toBe(true);
    expect(found.some((line) => /^plan.begin Skolan /.test(line))).toBe(true);
    expect(found.some((line) => /^clock H 2026-\d{4}: Anmälan till IMY$/.test(line))).toBe(true);
    expect(found).toContain('clock null');
    expect(found.join()).not.toMatch(/Hemligt|Journaler|HS 2026/);
  });

  it('is the deputy’s too while she stands in, and not before or after', async () => {
    const own = 'deviation.close Öppen dörr 2026-12-20';
    expect(lines(await dueOfPerson(town.other))).toContain(own);
    expect(lines(await dueOfPerson(town.other, early))).not.toContain(own);
    expect(lines(await dueOfPerson(town.other, new Date('2026-12-31T10:00:00Z')))).not.toContain(own);
  });

  it('is, for who comes to coordinate, the clocks of all cases and the policy she keeps, from that day', async () => {
    const later = new Date('2027-02-01T10:00:00Z');
    const before = lines(await dueOfPerson(town.other));
    expect(before.some((line) => line.startsWith('clock'))).toBe(false);
    const after = lines(await dueOfPerson(town.other, later));
    expect(after.filter((line) => line.startsWith('clock')).length).toBeGreaterThan(1);
    expect(after.some((line) => /^document.keep .* 2027-03-01$/.test(line))).toBe(true);
  });

  it('is, for whoever is asked for advice, by when to answer and never what the question is', async () => {
    const found = lines(await dueOfPerson(secure.personId ?? '', early));
    expect(found.some((line) => line.startsWith('advice.answer - '))).toBe(true);
    expect(found.filter((line) => line === 'clock null').length).toBeGreaterThan(0);
  });
});

describe('a column with a day in a register', () => {
  /** Days ahead that somebody is to act by, and where the calendar finds them; or why it does not. */
  const known: Readonly<Record<string, string>> = {
    'agreement_review.next_review_on': 'dueAgreements',
    'campaign.closes_on': 'dueAcknowledgements',
    'classification.next_review_on': 'dueInformation',
    'deviation.follow_up_on': 'dueDeviations',
    'document.review_on': 'dueDocuments',
    'duty_recipient.valid_until': 'a row of law that holds until then; nobody is to do anything by it',
    'duty_term.valid_until': 'as the recipient',
    'document.valid_until': 'says until when it holds; that it is looked at again is review_on',
    'exception.ends_on': 'dueExceptions',
    'handling_decision.next_review_on': 'dueInformation',
    'incident.follow_up_on': 'dueFollowUps',
    'measure.due_on': 'waitingMeasures',
    'plan_version.next_review_on': 'dueReviews',
    'referral.until': 'dueReferrals',
  };
  it('by which something is to be done is in the calendar, or says why not', async () => {
    const { rows } = await sql<{ name: string }>`select c.table_name || '.' || c.column_name as name
      from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'date'
        and exists (select from information_schema.tables h where h.table_schema = 'history' and h.table_name = c.table_name)
        and c.column_name ~ '(due|review_on|follow_up|ends_on|closes_on|until|deadline|expires)'
      order by 1`.execute(database.db);
    const looked = rows.map(({ name }) => name);
    expect(looked.filter((name) => known[name] === undefined)).toEqual([]);
    expect(Object.keys(known).filter((name) => !looked.includes(name))).toEqual([]);
  });
});
