import type { Actor } from '../../kernel/access.ts';
import { groupBy } from '../../kernel/facts.ts';
import type { AppointmentFact } from '../../people/appointment.facts.ts';
import { isDutyOf } from '../clause.access.ts';
import type { Finding } from '../clause.ts';
import type { Facts } from '../facts.ts';

/** A day ahead, or past, from which a clause finds a lack unless somebody has acted: whose it is follows as for the finding. */
export interface DueFinding
  extends Pick<
    Finding,
    'register' | 'recordName' | 'responsible' | 'responsiblePersonId' | 'unitId' | 'action'
  > {
  readonly recordId: string;
  readonly action: NonNullable<Finding['action']>;
  /** The last day on which it is in time. */
  readonly on: string;
  /** The system or information that the office is held for; null where it is held for a unit, or for the whole. */
  readonly scopeId: string | null;
}

/** The due days that the facts of one register tell. Pure. */
export type DueDays = (facts: Facts, today: string) => Iterable<DueFinding>;

/** The due day as a finding, for the rules that say who sees one and whose it is. */
export function findingOf({ scopeId: _scopeId, on: _on, ...due }: DueFinding): Finding {
  return { ...due, field: null, message: '', parameters: {} };
}

const byPerson = (one: AppointmentFact): string => one.personId;

/** Is the day hers: by the duty, as the finding would be, or as deputy of whoever has it? */
export function isDueFor(
  actor: Actor,
  due: DueFinding,
  { appointments }: Pick<Facts, 'appointments'>,
): boolean {
  if (isDutyOf(actor, findingOf(due))) return true;
  const { responsible, responsiblePersonId, scopeId, unitId } = due;
  const deputised = actor.held.filter((held) => held.office === responsible && held.scopeId !== null);
  if (deputised.length === 0 || responsiblePersonId === null) return false;
  const holders = groupBy(appointments, byPerson).get(responsiblePersonId) ?? [];
  return deputised.some(
    (held) =>
      held.scopeId === scopeId ||
      (unitId !== null &&
        held.units.some((unit) => unit === unitId) &&
        holders.some((one) => one.office === responsible && one.scopeId === held.scopeId)),
  );
}
