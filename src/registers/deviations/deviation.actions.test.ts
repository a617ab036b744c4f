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
import { close, decide, describe as describeAction, reopen, report } from './deviation.actions.ts';
import { demands, list, record } from './deviation.views.ts';
import { deviationRegister } from './register.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let otherHead: Actor;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const of = (unit: typeof town.school) => ({ scope: 'unit', scopeId: unit, units: [unit] }) as const;
  head = holderOf('manager', town.manager, of(town.school));
  otherHead = holderOf('manager', town.other, of(town.care));
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const described = (more: object = {}) => ({
  title: 'Journaler i papperskorgen',
  description: 'Tre papper',
  clause: 'P43',
  sentenceId: null,
  unitId: town.school,
  discoveredOn: '2026-11-20',
  handling: 'Plockades upp',
  cause: '',
  risk: null,
  secrecyProvisions: [],
  ...more,
});
const input = (more: object = {}) => ({ ...described(more), source: null });
const known = { cause: 'Inget låst kärl', risk: { consequence: 3, likelihood: 3 } };
const decision = { decision: 'Köp ett kärl', followUpOn: '2026-12-01' };

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
type Listed = { items: { id: string; title: string }[]; total: number };
const codeOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};

it('is reported by anybody where she works, investigated and decided by the head, and closed by the right office', async () => {
  const reporter = employee(town.other, town.school);
  const { id } = await done(actAs(services, reporter, report, { input: input() }));
  const elsewhere = { input: input({ unitId: town.care }) };
  expect(await codeOf(actAs(services, reporter, report, elsewhere))).toBe('forbidden');
  // She sees what became of it, and nobody else of her colleagues does.
  expect(await answerOf(record, reporter, id)).toMatchObject({ reporter: 'Åke Öberg', state: 'reported' });
  const colleague = employee(newId<'Person'>(), town.school);
  expect(await ask(services, record, { actor: colleague, id, query: {} })).toMatchObject({
    code: 'notFound',
  });
  expect(await codeOf(actAs(services, head, decide, { id, version: 1, input: decision }))).toBe(
    'causeMissing',
  );
  await done(actAs(services, head, describeAction, { id, version: 1, input: described(known) }));
  expect(await codeOf(actAs(services, reporter, decide, { id, version: 2, input: decision }))).toBe(
    'forbidden',
  );
  await done(actAs(services, head, decide, { id, version: 2, input: decision }));
  const outcome = { outcome: 'Inga fler papper' };
  expect(await codeOf(actAs(services, head, close, { id, version: 3, input: outcome }))).toBe('notTheCloser');
  expect(await answerOf(record, head, id)).toMatchObject({
    level: 'high',
    may: { close: { allowed: false, because: 'notTheCloser' }, decide: { allowed: true } },
  });
  await done(actAs(services, coordinator, close, { id, version: 3, input: outcome }));
  expect(await answerOf(record, head, id)).toMatchObject({
    ...outcome,
    state: 'closed',
    closedOn: '2026-11-23',
  });
  await done(actAs(services, head, reopen, { id, version: 4, input: { reason: 'Fler papper' } }));
  expect(await answerOf(record, head, id)).toMatchObject({ state: 'reported', closedOn: null });
});

it('whose risk is lowered by the head is not for her to close', async () => {
  const { id } = await done(actAs(services, head, report, { input: input({ ...known, title: 'Sänkt' }) }));
  const low = described({ ...known, title: 'Sänkt', risk: { consequence: 1, likelihood: 1 } });
  await done(actAs(services, head, describeAction, { id, version: 1, input: low }));
  await done(actAs(services, head, decide, { id, version: 2, input: decision }));
  const attempt = { id, version: 3, input: { outcome: 'Klart' } };
  expect(await codeOf(actAs(services, head, close, attempt))).toBe('notTheCloser');
  expect(await answerOf(record, head, id)).toMatchObject({
    level: 'low',
    highestLevel: 'high',
    may: { close: { allowed: false, because: 'notTheCloser' } },
  });
  await done(actAs(services, coordinator, close, attempt));
});

it('is overdue when its day of follow-up has passed', async () => {
  const made = await done(actAs(services, head, report, { input: input({ ...known, title: 'Sen' }) }));
  await done(actAs(services, head, decide, { id: made.id, version: 1, input: decision }));
  expect((await answerOf<Listed>(list, head, null, { overdue: 'true' })).total).toBe(0);
  const later = { ...services, clock: () => new Date('2026-12-02T10:00:00Z') };
  const late = await ask(later, list, { actor: head, id: null, query: { overdue: 'true' } });
  expect(isRefusal(late) ? late : late.answer).toMatchObject({ total: 1, items: [{ title: 'Sen' }] });
});

it('looks absent from another unit, and is not moved where one may do nothing', async () => {
  const { id } = await done(actAs(services, head, report, { input: input({ title: 'Skolans' }) }));
  expect((await answerOf<Listed>(list, otherHead, null, { search: 'skolans' })).total).toBe(0);
  const attempt = { id, version: 1, input: decision };
  expect(await codeOf(actAs(services, otherHead, decide, attempt))).toBe('notFound');
  const moved = { id, version: 1, input: described({ unitId: town.care }) };
  expect(await codeOf(actAs(services, head, describeAction, moved))).toBe('forbidden');
  const unseen = { ...input(), source: { register: 'exception', id: newId() } };
  expect(await codeOf(actAs(services, head, report, { input: unseen }))).toBe('sourceUnknown');
});

it('departs from a sentence of a document in force, and from no other', async () => {
  const [sentence, plain] = [newId<'Sentence'>(), newId<'Sentence'>()];
  await database.db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.adopted', record: null };
    const at = new Date('2026-06-01T10:00:00Z');
    const { eventId } = await appendEvent(transaction, system, 'document', draft, at);
    const [document, version] = [newId(), newId()];
    await sql`insert into document (id, version, changed_by_event, kind, title, keeper_office)
      values (${document}, 1, ${eventId}, 'policy', 'Policy', 'informationSecurityCoordinator')`.execute(
      transaction,
    );
    await sql`insert into document_version (id, version, changed_by_event, document_id, number, state, source_name,
        source_text, outline, content_hash, decision, decided_by, decided_on, in_force_from)
      values (${version}, 1, ${eventId}, ${document}, 1, 'inForce', 'a', 'b', '{}', 'hash', 'KF § 1', 'council',
        '2026-06-01', '2026-06-01')`.execute(transaction);
    for (const [id, number, text, demand] of [
      [sentence, 1, 'Papper ska förstöras säkert.', 'ska'],
      [plain, 2, 'Det är bra.', null],
    ] as const)
      await sql`insert into sentence (id, version, changed_by_event, document_version_id, number, section, heading,
          paragraph, text, hash, demand)
        values (${id}, 1, ${eventId}, ${version}, ${number}, 0, 'Mål', 0, ${text}, 'h', ${demand})`.execute(
        transaction,
      );
  });
  const found = await answerOf<{ items: object[] }>(demands, employee(town.other), null, { text: 'papper' });
  expect(found.items).toMatchObject([
    { sentenceId: sentence, text: 'Papper ska förstöras säkert.', document: 'Policy' },
  ]);
  const about = (sentenceId: string) => ({ input: input({ clause: null, sentenceId }) });
  expect(await codeOf(actAs(services, head, report, about(plain)))).toBe('demandUnknown');
  const made = await done(actAs(services, head, report, about(sentence)));
  expect(await answerOf(record, head, made.id)).toMatchObject({
    demand: { text: 'Papper ska förstöras säkert.' },
  });
  // When the document has been superseded, what was departed from is the same, and can still be described.
  await database.db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.superseded', record: null };
    const { eventId } = await appendEvent(transaction, system, 'document', draft, services.clock());
    await sql`update document_version set state = 'superseded', version = version + 1, changed_by_event = ${eventId}`.execute(
      transaction,
    );
  });
  const more = described({ clause: null, sentenceId: sentence, ...known });
  await done(actAs(services, head, describeAction, { id: made.id, version: 1, input: more }));
  expect(await codeOf(actAs(services, head, report, about(sentence)))).toBe('demandUnknown');
});

it('follows its unit into the successor', async () => {
  const { id } = await done(actAs(services, head, report, { input: input({ title: 'Flyttar' }) }));
  const { followers } = deviationRegister;
  await database.db.transaction().execute(async (transaction) => {
    const touched = (await followers?.touched(transaction, town.school)) ?? [];
    expect(touched).toContain(`deviation:${id}`);
    const event = { kind: 'test.moved', record: null, touched };
    const stamp = await appendEvent(transaction, system, 'unit', event, services.clock());
    await followers?.follow(transaction, town.school, town.care, stamp);
  });
  expect((await answerOf<Listed>(list, otherHead, null, { search: 'flyttar' })).total).toBe(1);
});
