import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import type { Reader } from '../../kernel/db.ts';
import { newId, type PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { holderOf, system } from '../../testing/actors.ts';

/** Somebody who really holds the office: who may answer is read from the appointments. */
export async function appointed(
  db: Reader,
  office: Office,
  isDeputy: boolean,
  from = '2020-01-01',
  known?: PersonId,
): Promise<Actor> {
  const person = known ?? newId<'Person'>();
  await db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.appointed', record: null };
    const at = new Date('2026-01-02T00:00:00Z');
    const { eventId } = await appendEvent(transaction, system, 'setting', draft, at);
    if (known === undefined)
      await sql`insert into person (id, version, changed_by_event, kind, given_name, family_name, email, valid)
      values (${person}, 1, ${eventId}, 'employee', 'Siv', ${office}, ${`${person}@prov.example`}, daterange('2020-01-01', null))`.execute(
        transaction,
      );
    await sql`insert into appointment (id, version, changed_by_event, person_id, office, scope, deputy, valid)
      values (${newId()}, 1, ${eventId}, ${person}, ${office}, 'municipality', ${isDeputy}, daterange(${from}::date, null))`.execute(
      transaction,
    );
  });
  return holderOf(office, person);
}
