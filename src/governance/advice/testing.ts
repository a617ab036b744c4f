import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import type { Reader } from '../../kernel/db.ts';
import { newId, type PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask as question, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { testServices } from '../../testing/services.ts';

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

/** Gives somebody another address, as an earlier release or a source may have let it in. */
export async function addressed(db: Reader, personId: string, email: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.addressed', record: null };
    const { eventId } = await appendEvent(
      transaction,
      system,
      'setting',
      draft,
      new Date('2026-01-02T00:00:00Z'),
    );
    await sql`update person set email = ${email}, version = version + 1, changed_by_event = ${eventId}
      where id = ${personId}`.execute(transaction);
  });
}

/** A question that nobody but two should know of. */
export const asked = (askedOf = 'securityCoordinator') => ({
  askedOf,
  subject: 'Om en kollega',
  question: 'Jag misstänker att en kollega läser fel journaler.',
  about: null,
});

/** A list, as far as the tests look at it. */
export type Listed = { items: { id: string }[]; total: number };

/** A municipality where Anna asks, and each support role is held by somebody. */
export class AdviceTown {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly town: Arranged;
  readonly anna: Actor;
  readonly secure: Actor;
  readonly technician: Actor;
  /** The widest reach there is, and none of the two roles. */
  readonly nosy: Actor;

  private constructor(database: TestDatabase, town: Arranged, secure: Actor, technician: Actor) {
    this.database = database;
    this.services = testServices(database.db);
    this.town = town;
    this.anna = employee(town.manager);
    this.secure = secure;
    this.technician = technician;
    this.nosy = holderOf('informationSecurityCoordinator', town.other);
  }

  static async open(): Promise<AdviceTown> {
    const database = await testDatabase();
    const town = await arrange(database.db);
    const secure = await appointed(database.db, 'securityCoordinator', false);
    return new AdviceTown(database, town, secure, await appointed(database.db, 'itManager', false));
  }

  /** What a view answers; a refusal is an error. */
  async answerOf<T = Record<string, unknown>>(
    view: View,
    actor: Actor,
    id: string | null = null,
    query = {},
  ): Promise<T> {
    const result = await question(this.services, view, { actor, id, query });
    if (isRefusal(result)) throw new Error(result.code);
    return result.answer as T;
  }

  /** The ids of a list. */
  async ids(view: View, actor: Actor, query = {}): Promise<string[]> {
    return (await this.answerOf<Listed>(view, actor, null, query)).items.map((one) => one.id);
  }
}
