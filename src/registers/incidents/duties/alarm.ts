import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { caseEvent, type Incident } from '../incident.ts';
import { passedPercent, type RunningClock } from './clock.ts';

/** How far up a clock that nobody stops has woken: each step wakes those of the earlier ones too. */
export const alarmSteps = ['begun', 'responsible', 'deputies', 'manager', 'director', 'out'] as const;
export type AlarmStep = (typeof alarmSteps)[number];

/** After how many per cent of the time the four steps between the first and the last come, in their order. */
export const usualWakeAt: readonly number[] = [25, 50, 75, 90];

/** That somebody was woken about a clock. */
export interface Alarm {
  readonly id: Id<'IncidentAlarm'>;
  readonly partyId: string;
  readonly duty: string;
  readonly stage: string;
  readonly startsAt: Date;
  readonly step: AlarmStep;
}

/** What the law wants at once wakes as if it had a day: by then somebody has done it, or nobody will. */
const atOnceLasts = 24 * 3_600_000;

/** The step that a clock has come to. */
export function stepReached(
  { standing: { startsAt, dueAt } }: RunningClock,
  wakeAt: readonly number[],
  now: Date,
): AlarmStep {
  if (startsAt === null) return 'begun';
  const end = dueAt ?? new Date(Date.parse(startsAt) + atOnceLasts).toISOString();
  const percent = passedPercent({ startsAt, dueAt: end }, now) ?? 0;
  if (percent >= 100) return 'out';
  const passed = wakeAt.filter((limit) => percent >= limit).length;
  return alarmSteps[passed] ?? 'begun';
}

/**
 * Whom a step wakes. While somebody is at work on the report, deputies and managers sleep on, until little is left; then it does
 * not matter who has begun.
 */
export function wakes(step: AlarmStep, isBegun: boolean): AlarmStep {
  return isBegun && (step === 'deputies' || step === 'manager') ? 'responsible' : step;
}

/** What is due for a clock: its step, unless that or a later one has been raised. Steps that were missed are not raised after. */
export function alarmDue(
  clock: RunningClock,
  raised: readonly Omit<Alarm, 'id'>[],
  wakeAt: readonly number[],
  now: Date,
): AlarmStep | null {
  const step = stepReached(clock, wakeAt, now);
  const { startsAt } = clock.standing;
  const isRaised = raised.some(
    (one) =>
      one.partyId === clock.partyId &&
      one.duty === clock.duty.id &&
      one.stage === clock.standing.stage.key &&
      one.startsAt.getTime() === Date.parse(startsAt ?? '') &&
      alarmSteps.indexOf(one.step) >= alarmSteps.indexOf(step),
  );
  return isRaised ? null : step;
}

export interface RaisedAlarms {
  readonly incident: Incident;
  readonly alarms: readonly Alarm[];
  /** The highest step, and so whom the mails go to. */
  readonly wakes: AlarmStep;
  /** When the first of these clocks runs out; null where all are to be done at once. */
  readonly firstDueAt: string | null;
}

/** Raises what is due of a case's clocks: one row for each, and one mail to each person for all of them. */
export function raiseAlarms(
  {
    incident,
    clocks,
    raised,
    wakeAt,
  }: {
    readonly incident: Incident;
    readonly clocks: readonly RunningClock[];
    readonly raised: readonly Alarm[];
    readonly wakeAt: readonly number[];
  },
  { now, newId }: Circumstances,
): Decision<RaisedAlarms> | Refusal {
  const due = clocks.flatMap((clock) => {
    const step = alarmDue(clock, raised, wakeAt, now);
    return step === null || clock.standing.startsAt === null ? [] : [{ clock, step }];
  });
  if (due.length === 0) return refuse('notDue');
  const alarms = due.map(
    ({ clock, step }): Alarm => ({
      id: newId<'IncidentAlarm'>(),
      partyId: clock.partyId,
      duty: clock.duty.id,
      stage: clock.standing.stage.key,
      startsAt: new Date(clock.standing.startsAt ?? now),
      step,
    }),
  );
  const highest = Math.max(
    ...due.map(({ clock, step }) => alarmSteps.indexOf(wakes(step, clock.reportId !== null))),
  );
  const dues = due.flatMap(({ clock }) => (clock.standing.dueAt === null ? [] : [clock.standing.dueAt]));
  const next: RaisedAlarms = {
    incident,
    alarms,
    wakes: alarmSteps[highest] ?? 'begun',
    firstDueAt: dues.sort()[0] ?? null,
  };
  const event = caseEvent(
    'incident.alarmRaised',
    incident,
    { incident },
    {
      changes: [{ field: 'alarm.step', from: null, to: next.wakes }],
      touched: alarms.map(({ id }) => `incidentAlarm:${id}`),
    },
  );
  return { next, event };
}
