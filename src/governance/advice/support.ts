import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { isAddress } from '../../mail/smtp.ts';
import { supportRoles } from './advice.ts';
import { defaultTargetDays, type Target } from './response.ts';

/** How a support role is reached, whoever holds it. An address of the office, never of a person's own. */
export const contactInput = Fields({
  office: OneOf(supportRoles),
  email: OrNull(Line(254)),
  telephone: OrNull(Type.String({ maxLength: 40, pattern: '^\\+?[0-9][0-9 ()/-]{4,39}$' })),
});

export interface SupportContact extends Static<typeof contactInput> {
  readonly id: Id<'SupportContact'>;
  readonly version: number;
}

export const contactRefusals = ['emailUnreadable', 'nothingChanged'] as const;

/** It becomes a mailto link at the foot of every page: nothing that could add a subject, a copy or another address. */
const addsToLink = /[?&%]/u;

/** Says how a role is reached. */
export function setContact(
  before: SupportContact | null,
  input: Static<typeof contactInput>,
  { newId }: Circumstances,
): Decision<SupportContact> | Refusal {
  if (input.email !== null && (!isAddress(input.email) || addsToLink.test(input.email)))
    return refuse('emailUnreadable', { field: 'email' });
  const told =
    before === null ? null : { office: before.office, email: before.email, telephone: before.telephone };
  const changes = changesBetween(told, input);
  if (before !== null && changes.length === 0) return refuse('nothingChanged');
  const next: SupportContact = {
    ...input,
    id: before?.id ?? newId<'SupportContact'>(),
    version: (before?.version ?? 0) + 1,
  };
  return { next, event: { kind: 'supportContact.set', record: next.id, changes } };
}

export const targetInput = Fields({
  workingDays: Type.Integer({ minimum: 1, maximum: 60 }),
  validFrom: Day(),
  reason: Reason(),
});

export interface AdviceTarget extends Static<typeof targetInput> {
  readonly id: Id<'AdviceTarget'>;
  readonly version: number;
}

/** Sets how long an answer may take from a day on. Never backwards: what was promised when somebody asked stands. */
export function setTarget(
  before: AdviceTarget | null,
  inForce: Target | null,
  input: Static<typeof targetInput>,
  { today, newId }: Circumstances,
): Decision<AdviceTarget> | Refusal {
  if (input.validFrom < today) return refuse('targetBackwards', { field: 'validFrom' });
  const current = before?.workingDays ?? inForce?.workingDays ?? defaultTargetDays;
  if (current === input.workingDays) return refuse('nothingChanged');
  const next: AdviceTarget = {
    ...input,
    id: before?.id ?? newId<'AdviceTarget'>(),
    version: (before?.version ?? 0) + 1,
  };
  const changes = changesBetween(
    before === null
      ? null
      : { workingDays: before.workingDays, validFrom: before.validFrom, reason: before.reason },
    input,
  );
  return { next, event: { kind: 'adviceTarget.set', record: next.id, changes, reason: input.reason } };
}
