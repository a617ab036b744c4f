import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { describe as describeAction, end, register, review } from './agreement-review.actions.ts';
import { demands, list, record } from './agreement-review.views.ts';
import { agreementReviewRegister } from './register.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  head = holderOf('manager', town.manager, where);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const input = (unitId: string, counterparty = 'Leverantören AB') => ({
  counterparty,
  subject: 'Drift av växeln',
  reference: 'KS 2026/12',
  unitId,
});
const clean = {
  outcome: 'noConflict',
  nextReviewOn: '2027-11-23',
  conflict: '',
  sentenceId: null,
  decision: null,
  decider: null,
  decidedOn: null,
};

const document = newId<'Document'>();

/** A version of the policy with these demands, in force from a day on; the one before it is superseded. */
async function adoptPolicy(texts: readonly string[], number: number, day: string): Promise<void> {
  await database.db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.adopted', record: null };
    const { eventId } = await appendEvent(
      transaction,
      system,
      'document',
      draft,
      new Date(`${day}T10:00:00Z`),
    );
    if (number === 1)
      await sql`insert into document (id, version, changed_by_event, kind, title, keeper_office)
        values (${document}, 1, ${eventId}, 'policy', 'Policy', 'informationSecurityCoordinator')`.execute(
        transaction,
      );
    await sql`update document_version set state = 'superseded', version = version + 1, changed_by_event = ${eventId}
      where document_id = ${document}`.execute(transaction);
    const version = newId();
    await sql`insert into document_version (id, version, changed_by_event, document_id, number, state, source_name,
        source_text, outline, content_hash, decision, decided_by, decided_on, in_force_from)
      values (${version}, 1, ${eventId}, ${document}, ${number}, 'inForce', 'a', 'b', '{}', ${`hash ${number}`},
        'KF § 1', 'council', ${day}, ${day})`.execute(transaction);
    for (const [index, text] of texts.entries())
      await sql`insert into sentence (id, version, changed_by_event, document_version_id, number, section, heading,
          paragraph, text, hash, demand)
        values (${newId()}, 1, ${eventId}, ${version}, ${index + 1}, 0, 'Mål', 0, ${text}, 'h',
          ${text.includes('ska') ? 'ska' : null})`.execute(transaction);
  });
}

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
type Listed = { items: { id: string; current: boolean; counterparty: string }[]; total: number };

it('an agreement is entered, cannot be reviewed without a policy, and then is, and goes out of date with the next', async () => {
  const made = await done(actAs(services, head, register, { input: input(town.school) }));
  expect(await actAs(services, head, review, { id: made.id, version: 1, input: clean })).toMatchObject({
    code: 'noPolicy',
  });
  await adoptPolicy(['Alla ska läsa policyn.', 'Det är bra.'], 1, '2026-09-01');
  const { items } = await answerOf<{ items: { id: string; text: string }[] }>(demands, head);
  expect(items.map((one) => one.text)).toEqual(['Alla ska läsa policyn.']);
  const [demand] = items;
  const conflict = {
    ...clean,
    outcome: 'conflict',
    conflict: 'Får inte läsas.',
    sentenceId: demand?.id ?? '',
  };
  const unknown = { id: made.id, version: 1, input: { ...conflict, sentenceId: newId() } };
  expect(await actAs(services, head, review, unknown)).toMatchObject({ code: 'demandUnknown' });
  await done(actAs(services, head, review, { id: made.id, version: 1, input: conflict }));
  const shown = await answerOf<{
    review: { current: boolean; demand: { text: string }; policyNumber: number };
  }>(record, head, made.id);
  expect(shown.review).toMatchObject({
    current: true,
    policyNumber: 1,
    demand: { text: 'Alla ska läsa policyn.' },
  });
  await done(actAs(services, head, review, { id: made.id, version: 2, input: clean }));
  await adoptPolicy(['Alla ska läsa policyn varje år.'], 2, '2026-11-02');
  const old = await answerOf<Listed>(list, head, null, { current: 'false' });
  expect(old.items.map((one) => one.id)).toEqual([made.id]);
  await done(actAs(services, head, review, { id: made.id, version: 3, input: clean }));
  expect((await answerOf<Listed>(list, head, null, { current: 'true' })).total).toBe(1);
  await done(actAs(services, head, end, { id: made.id, version: 4, input: { reason: 'Uppsagt' } }));
  expect((await answerOf<Listed>(list, head)).total).toBe(0);
  expect((await answerOf<Listed>(list, head, null, { ended: 'true' })).total).toBe(1);
});

it('a head reviews her own unit’s agreements, sees no other’s, and moves none to where she may do nothing', async () => {
  const theirs = await done(actAs(services, coordinator, register, { input: input(town.care, 'Omsorg AB') }));
  const own = await done(actAs(services, head, register, { input: input(town.school, 'Skol AB') }));
  expect(await actAs(services, head, register, { input: input(town.care) })).toMatchObject({
    code: 'forbidden',
  });
  const attempt = { id: theirs.id, version: 1, input: clean };
  expect(await actAs(services, head, review, attempt)).toMatchObject({ code: 'notFound' });
  expect(await ask(services, record, { actor: head, id: theirs.id, query: {} })).toMatchObject({
    code: 'notFound',
  });
  const moved = { id: own.id, version: 1, input: input(town.care, 'Skol AB') };
  expect(await actAs(services, head, describeAction, moved)).toMatchObject({ code: 'forbidden' });
  const found = await answerOf<Listed>(list, head, null, { search: 'g ab' });
  expect(found.items.map((one) => one.counterparty)).toEqual([]);
  expect((await answerOf<Listed>(list, head, null, { search: 'skol' })).total).toBe(1);
  expect((await answerOf<Listed>(list, coordinator, null, { search: ' AB', unitId: town.care })).total).toBe(
    1,
  );
  const colleague = employee(town.manager, town.school);
  expect((await answerOf<Listed>(list, colleague)).total).toBe(1);
  expect(await actAs(services, colleague, review, { ...attempt, id: own.id })).toMatchObject({
    code: 'forbidden',
  });
  expect((await answerOf<Listed>(list, employee(newId()))).total).toBe(0);
});

it('the database refuses half a review, whatever the code lets through', async () => {
  const made = await done(actAs(services, head, register, { input: input(town.school, 'Halv AB') }));
  const set = (what: string) =>
    database.db.transaction().execute(async (transaction) => {
      await sql.raw(`update agreement_review set ${what} where id = '${made.id}'`).execute(transaction);
    });
  await expect(set(`outcome = 'noConflict'`)).rejects.toThrow();
  await expect(set(`decision = 'endAgreement', decider = 'x', decided_on = '2026-01-01'`)).rejects.toThrow();
});

it('agreements follow their unit into its successor, the ended ones do not', async () => {
  const made = await done(actAs(services, head, register, { input: input(town.school, 'Flyttar AB') }));
  const ended = await done(actAs(services, head, register, { input: input(town.school, 'Slut AB') }));
  await done(actAs(services, head, end, { id: ended.id, version: 1, input: { reason: 'Uppsagt' } }));
  const { followers } = agreementReviewRegister;
  await database.db.transaction().execute(async (transaction) => {
    const touched = (await followers?.touched(transaction, town.school)) ?? [];
    expect(touched).toContain(`agreementReview:${made.id}`);
    expect(touched).not.toContain(`agreementReview:${ended.id}`);
    const draft = { kind: 'test.moved', record: null, touched };
    const stamp = await appendEvent(transaction, system, 'unit', draft, services.clock());
    await followers?.follow(transaction, town.school, town.care, stamp);
  });
  expect(
    (await answerOf<Listed>(list, coordinator, null, { unitId: town.care, search: 'flyttar' })).total,
  ).toBe(1);
  expect((await answerOf<Listed>(list, head, null, { ended: 'true', search: 'slut' })).total).toBe(1);
});
