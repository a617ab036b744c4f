import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { holderOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { decide, draft, giveOpinion, submit } from './exception.actions.ts';
import { draftException, type Exception, type ExceptionInput } from './exception.ts';

/** The day on which the rules are tried. */
export const today = '2026-11-23';
export const unit = newId<'Unit'>();
const applicant = newId<'Person'>();
/** Who decides, hears and ends in the tables of rules. */
export const somebody = newId<'Person'>();

/** The circumstances of somebody's step on a day. */
export function at(actor: Actor, day = today): Circumstances {
  return { actor, now: new Date(`${day}T10:00:00Z`), today: day, newId, confirmed: new Set() };
}

export const manager = holderOf('manager', somebody, { scopeId: unit, units: [unit] });
export const coordinator = holderOf('informationSecurityCoordinator', somebody);

/** An application as it should be. */
export const input: ExceptionInput = {
  title: 'Gamla plattor utan inloggning',
  object: { register: 'unit', id: unit },
  clause: 'P43',
  sentenceId: null,
  unitId: unit,
  reason: 'De byts i vår',
  compensation: 'De står i ett låst rum',
  riskBefore: { consequence: 3, likelihood: 3 },
  riskAfter: { consequence: 1, likelihood: 2 },
  personalData: false,
  secrecyProvisions: [],
  endsOn: '2027-11-22',
};
export const around = { unitStands: true, demandStands: true, objectSeen: true };

/** What it was refused with; null when it was not. */
export function code(result: object | Refusal): string | null {
  return isRefusal(result) ? result.code : null;
}

/** An exception that is handed in, but for what `row` says. */
export function exception(row: Partial<Exception> = {}): Exception {
  const drafted = draftException(input, around, at(holderOf('manager', applicant)));
  if (isRefusal(drafted)) throw new Error(drafted.code);
  return { ...drafted.next, state: 'opinion', ...row };
}

/** What the director or head of department grants with, and the coordinator's opinion. */
export const grants = {
  granted: true,
  decision: 'Beviljas',
  conditions: 'Låst rum',
  validFrom: null,
  endsOn: '2027-02-01',
};
export const opinion = { office: 'informationSecurityCoordinator', stance: 'supports', text: 'Rimligt' };

/** A small municipality with a clock that can be moved, and those who take part in an exception of the school's. */
export async function arrangeExceptions() {
  const database = await testDatabase();
  const clock = { now: new Date(`${today}T10:00:00Z`) };
  const services: Services = { ...testServices(database.db), clock: () => clock.now };
  const town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  await appointed(database.db, 'informationSecurityCoordinator', false, '2020-01-01', town.other);
  serveInstallation({
    publicUrl: 'https://varna.prov.example',
    secretKey: Buffer.alloc(32),
    isDemo: false,
    version: '0',
  });
  return {
    database,
    services,
    town,
    head: holderOf('manager', town.manager, where),
    department: holderOf('departmentHead', town.other, { ...where, scopeId: town.care }),
    coordinator: holderOf('informationSecurityCoordinator', town.other),
    /** Moves the clock to a day, at ten in universal time. */
    go: (day: string) => {
      clock.now = new Date(`${day}T10:00:00Z`);
    },
  };
}
export type Stage = Awaited<ReturnType<typeof arrangeExceptions>>;

/** An application of the school's, of medium risk. */
export function applicationOf({ town }: Stage, more: object = {}): object {
  const object = { register: 'unit', id: town.school };
  const riskAfter = { consequence: 2, likelihood: 2 };
  return { ...input, object, unitId: town.school, riskAfter, endsOn: '2027-02-01', ...more };
}

/** An exception of the school's, granted until a day. */
export async function granted(stage: Stage, more: object = {}, endsOn = '2027-02-01') {
  const { services, head, coordinator: hearing, department } = stage;
  const application = { input: applicationOf(stage, { ...more, endsOn }) };
  const { id } = await done(actAs(services, head, draft, application));
  await done(actAs(services, head, submit, { id, version: 1 }));
  await done(actAs(services, hearing, giveOpinion, { id, version: 2, input: opinion }));
  return done(actAs(services, department, decide, { id, version: 3, input: { ...grants, endsOn } }));
}

/** Asks a view. @throws with the code when it refuses */
export async function answerOf<T>(
  { services }: Stage,
  view: View,
  actor: Actor,
  id: string | null = null,
  query = {},
): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(`${view.name}: ${result.code}`);
  return result.answer as T; // the view's own shape, as the test knows it
}

/** The mails that remind of an end, the oldest first. */
export async function remindersSent({ database }: Stage) {
  const found = await sql<{ address: string; subject: string; text: string }>`
    select address, subject, body_text as text from mail where kind = 'exceptionEnding'
    order by queued_at, address`.execute(database.db);
  return found.rows;
}
