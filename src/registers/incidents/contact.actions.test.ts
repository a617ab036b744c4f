import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { contactAdded, contactStruck } from './contact.actions.ts';
import { contacts } from './contact.views.ts';
import { record } from './incident.views.ts';
import { asked, contacted, contactOf, reported, serveTestInstallation, triaged } from './testing.ts';
import { close, conclude } from './work.actions.ts';
import { merge } from './merging/merge.actions.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let auditor: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  auditor = await appointed(database.db, 'auditor', false);
});
afterAll(() => database.close());

const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };
const add = (id: string, input: object = contactOf()) =>
  actAs(services, coordinator, contactAdded, { id, input });
const codeOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};
const contactsSeen = async (id: string, actor: Actor = coordinator) =>
  ((await asked(services, record, actor, id)) as { contacts: { id: string; struckOn: string | null }[] })
    .contacts;
const kept = async (actor: Actor) =>
  ((await asked(services, contacts, actor, null)) as { items: { incidentId: string; number: string }[] })
    .items;

describe('a contact of a case', () => {
  it('is added, shown, and struck out; what was written stays', async () => {
    const { id } = await triaged(services, coordinator);
    const contactId = await contacted(services, coordinator, id);
    expect(await contactsSeen(id)).toMatchObject([{ ...contactOf(), struckOn: null }]);
    await done(actAs(services, coordinator, contactStruck, { id, input: { contactId } }));
    expect(await contactsSeen(id)).toMatchObject([{ id: contactId, struckOn: '2026-11-23' }]);
    const again = actAs(services, coordinator, contactStruck, { id, input: { contactId } });
    expect(await codeOf(again)).toBe('contactUnknown');
    const unknown = actAs(services, coordinator, contactStruck, { id, input: { contactId: newId() } });
    expect(await codeOf(unknown)).toBe('contactUnknown');
    const attempt = sql`update incident_contact set version = 3, name = 'Någon annan' where id = ${contactId}`;
    await expect(attempt.execute(database.db)).rejects.toThrow();
  });

  it.each([
    ['no way to reach it', contactOf({ telephone: ' ', reference: '' }), 'contactEmpty'],
    ['an address that no mail can be sent to', contactOf({ email: 'jour@a@b.se' }), 'emailUnreadable'],
    ['no name', contactOf({ contactName: '' }), 'invalid'],
    ['another kind', { ...contactOf(), contactKind: 'friend' }, 'invalid'],
  ])('is refused with %s', async (_name, input, code) => {
    const { id } = await triaged(services, coordinator);
    expect(await codeOf(add(id, input))).toBe(code);
    expect(await contactsSeen(id)).toEqual([]);
  });

  it('is not added before triage, or where the case has gone into another; to a closed one it is', async () => {
    expect(await codeOf(add(await reported(services, employee(town.manager, town.school))))).toBe(
      'notTriaged',
    );
    const one = await triaged(services, coordinator);
    const into = await triaged(services, coordinator);
    const merging = { intoId: into.id, reason: 'Samma sak' };
    await done(actAs(services, coordinator, merge, { ...one, input: merging }));
    expect(await codeOf(add(one.id))).toBe('merged');
    const input = { rootCause: 'Fel adress', lessons: 'Läs igen', followUpOn: null };
    const version = (version: number) => ({ id: into.id, version });
    const handled = await done(
      actAs(services, coordinator, conclude, { ...version(into.version + 1), input }),
    );
    const closing = { ...version(handled.version), input: { decision: 'Klart' } };
    await done(actAs(services, coordinator, close, closing));
    expect(await codeOf(add(into.id))).toBeNull();
  });

  it('is not told of in the log: who it is can be what is secret', async () => {
    const { id } = await triaged(services, coordinator);
    await done(add(id, contactOf({ contactName: 'Lena Ek', email: 'lena@prov.example', remark: 'Jour' })));
    const { rows } = await sql<{ leaf: string }>`
      select leaf from audit_event where record_id = ${id} and kind = 'incident.contactAdded'`.execute(
      database.db,
    );
    expect(rows[0]?.leaf).toContain('"contactKind"');
    expect(rows[0]?.leaf).not.toMatch(/Lena|prov\.example|114 14|K12345|Jour/);
  });

  it('is masked together with what has happened and what is affected', async () => {
    for (const part of ['description', 'affected'] as const) {
      const { id } = await triaged(services, coordinator, { secretParts: [part], ...osl });
      await done(add(id));
      expect(await contactsSeen(id)).toHaveLength(1);
      expect(await contactsSeen(id, auditor)).toEqual([]);
    }
  });
});

it('the binder has the contacts of what is going on, and none of a secret case', async () => {
  const open = await triaged(services, coordinator);
  const masked = await triaged(services, coordinator, { secretParts: ['affected'], ...osl });
  const secret = await triaged(services, coordinator, { secret: true, ...osl });
  const over = await triaged(services, coordinator);
  for (const { id } of [open, masked, secret, over]) await done(add(id));
  const merging = { intoId: open.id, reason: 'Samma sak' };
  await done(actAs(services, coordinator, merge, { ...over, input: merging }));
  const idsOf = async (actor: Actor) => (await kept(actor)).map((one) => one.incidentId);
  const hers = await idsOf(coordinator);
  for (const [id, isKept] of [
    [open.id, true],
    [masked.id, true],
    [secret.id, false],
    [over.id, false],
  ] as const)
    expect(hers.includes(id)).toBe(isKept);
  expect(await idsOf(auditor)).toContain(open.id);
  expect(await idsOf(auditor)).not.toContain(masked.id);
  expect(await kept(employee(town.other, town.care))).toEqual([]);
});
