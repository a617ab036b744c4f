import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { registers } from '../../app.ts';
import type { Actor } from '../../kernel/access.ts';
import { leafHash, leafText } from '../../kernel/audit/leaf.ts';
import type { Reader } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { ask, type Services } from '../../kernel/run.ts';
import {
  describe as describeInformation,
  register,
} from '../../registers/information/information.actions.ts';
import { holderOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import type { ToldEvent } from '../telling.ts';

interface Reading {
  readonly at: Date;
  readonly by: string;
  readonly kind: string;
  readonly register: string;
  /** `register:id` of what was shown. */
  readonly concerns: readonly string[];
  readonly purpose?: string;
}

/** Tells the log of a reading, as the kernel does when a view has shown something; answers with the event's id. */
export async function tellReading(db: Reader, reading: Reading): Promise<string> {
  const id = newId<'Event'>(reading.at.getTime());
  const salt = randomBytes(16).toString('base64url');
  const { at, by, kind, register, concerns, purpose } = reading;
  const leaf = leafText({
    v: 1,
    id,
    at: at.toISOString(),
    kind,
    actor: { kind: 'person', person: by },
    register,
    record: null,
    touched: [],
    changes: [],
    data: { concerns },
    reason: purpose ?? null,
    salt,
  });
  await sql`insert into audit_event
      (id, occurred_at, kind, actor_kind, actor_person, register, touched, concerns, salt, leaf, leaf_hash)
    values (${id}, ${at}, ${kind}, 'person', ${by}, ${register}, '{}', ${concerns}, ${salt}, ${leaf}, ${leafHash(leaf)})`.execute(
    db,
  );
  return id;
}

/** What a view of the log answers with, as the tests look at it. */
export interface LogAnswer {
  readonly items: readonly (ToldEvent & { readonly offices?: readonly string[] })[];
  readonly next: string | null;
  readonly previous?: string | null;
}

/** A small municipality in which something has happened: Åke entered the school's salaries, and Maria described them. */
export async function townWithLog() {
  const database = await testDatabase();
  const town = await arrange(database.db);
  let minute = 0;
  /** Each thing happens a minute after the one before, so that the order is known. */
  const services = (): Services =>
    testServices(database.db, new Date(Date.parse('2026-11-23T10:00:00Z') + minute++ * 60_000));
  const coordinator = holderOf('informationSecurityCoordinator', town.other);
  const schoolManager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
  const described = (more: object = {}) => ({
    name: 'Löner',
    description: '',
    unitId: town.school,
    area: 'skola',
    carriers: ['paper'],
    personalData: 'none',
    personalDataKinds: [],
    secrecyProvisions: [],
    ...more,
  });
  const enter = (more: object = {}) =>
    done(actAs(services(), coordinator, register, { input: { ...described(more), draft: false } }));
  const describe = (actor: Actor, { id, version }: { id: string; version: number }, more: object) =>
    done(actAs(services(), actor, describeInformation, { id, version, input: described(more) }));
  const asked = async (
    actor: Actor,
    name: string,
    query: Record<string, string>,
    id: string | null = null,
    purpose?: string,
  ) => {
    const view = registers.flatMap((one) => [...one.views]).find((one) => one.name === name);
    if (view === undefined) throw new Error(`no view ${name}`);
    return ask(services(), view, { actor, id, query, purpose });
  };
  const answered = async <A = LogAnswer>(...question: Parameters<typeof asked>): Promise<A> => {
    const result = await asked(...question);
    if (!('answer' in result)) throw new Error(`refused: ${result.code}`);
    return result.answer as A; // the view's own answer
  };
  const made = await enter();
  const salaries = await describe(schoolManager, made, {
    name: 'Löner och arvoden',
    carriers: ['paper', 'film'],
  });
  return {
    database,
    town,
    services,
    coordinator,
    schoolManager,
    auditor: holderOf('auditor', town.other),
    salaries,
    ofSalaries: { register: 'information', id: salaries.id },
    enter,
    describe,
    asked,
    answered,
  };
}

export type TownWithLog = Awaited<ReturnType<typeof townWithLog>>;
