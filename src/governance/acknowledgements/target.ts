import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { addWorkingDays } from '../../kernel/working-calendar.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, Reason, type Static } from '../../kernel/schema.ts';

/** What the municipality may set otherwise than Värna does: a share in per cent, and working days to each reminder. */
export const targetNames = ['staffShare', 'firstReminder', 'secondReminder'] as const;
export type TargetName = (typeof targetNames)[number];

/** What holds where nobody has said otherwise. The policy names no figures; these are Värna's own. */
export const defaultTargets: Readonly<Record<TargetName, number>> = {
  staffShare: 90,
  firstReminder: 7,
  secondReminder: 14,
};

export const targetInput = Fields({
  name: OneOf(targetNames),
  value: Type.Integer({ minimum: 1, maximum: 100 }),
  reason: Reason(),
});

export interface CampaignTarget extends Static<typeof targetInput> {
  readonly id: Id<'CampaignTarget'>;
  readonly version: number;
}

/** The figures that hold, from the rows that have been set. */
export function targetsFrom(
  rows: Iterable<{ readonly name: TargetName; readonly value: number }>,
): Readonly<Record<TargetName, number>> {
  const targets = { ...defaultTargets };
  for (const { name, value } of rows) targets[name] = value;
  return targets;
}

/** Sets a figure, with the reason that is shown beside it. */
export function setTarget(
  before: CampaignTarget | null,
  input: Static<typeof targetInput>,
  { newId }: Circumstances,
): Decision<CampaignTarget> | Refusal {
  const from = before?.value ?? defaultTargets[input.name];
  if (from === input.value && before?.reason === input.reason) return refuse('nothingChanged');
  const next: CampaignTarget = {
    ...input,
    id: before?.id ?? newId<'CampaignTarget'>(),
    version: (before?.version ?? 0) + 1,
  };
  const changes = from === input.value ? [] : [{ field: input.name, from, to: input.value }];
  const { name, reason } = input;
  return { next, event: { kind: 'campaignTarget.set', record: next.id, changes, data: { name }, reason } };
}

/** The latest day on which somebody can have been asked for a reminder, so many working days later, to be due today. */
export function askedAtTheLatest(today: string, workingDays: number): string {
  let day = addDays(today, -workingDays);
  while (addWorkingDays(day, workingDays) > today) day = addDays(day, -1);
  return day;
}
