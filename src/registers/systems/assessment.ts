import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { aspects } from '../information/vocabulary.ts';
import type { ProtectionLevels } from './protection.ts';
import type { System } from './system.ts';

const Level = OrNull(Type.Integer({ minimum: 0, maximum: 3 }));
const Levels = Fields({ confidentiality: Level, integrity: Level, availability: Level, traceability: Level });

/** What protection the system was found to give, by what evidence, and when. Null: not proven. */
export const proveInput = Fields({ levels: Levels, evidence: Reason(), provenOn: Day() });
export type ProveInput = Static<typeof proveInput>;

export const proveRefusals = ['retired', 'provenInFuture', 'provenBeforeLast', 'nothingChanged'] as const;

/** Notes the level of protection that has been shown per aspect (P31). A later finding replaces an earlier one. */
export function proveProtection(
  before: System,
  input: ProveInput,
  circumstances: Circumstances,
): Decision<System> | Refusal {
  if (before.lifecycle === 'retired') return refuse('retired');
  if (input.provenOn > circumstances.today) return refuse('provenInFuture', { field: 'provenOn' });
  if (before.provenOn !== null && input.provenOn < before.provenOn) {
    return refuse('provenBeforeLast', { field: 'provenOn', parameters: { day: before.provenOn } });
  }
  const next = {
    ...before,
    proven: input.levels,
    provenBy: input.evidence,
    provenOn: input.provenOn,
    version: before.version + 1,
  };
  const changes = changesBetween(
    { proven: before.proven, evidence: before.provenBy, provenOn: before.provenOn },
    { proven: next.proven, evidence: next.provenBy, provenOn: next.provenOn },
  );
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'system.proven', record: before.id, changes } };
}

/** The class the system is raised to; null in an aspect leaves it where the carried information puts it. */
export const raiseInput = Fields({ levels: Levels, reason: Reason() });
export type RaiseInput = Static<typeof raiseInput>;

export const raiseRefusals = ['retired', 'raiseNotAbove', 'nothingToRaise', 'nothingChanged'] as const;

/**
 * Raises what the system must protect above the class of each part of it: much together can hurt more than any one
 * (ackumulering). Only upwards: a lower class is decided for the information, not for the system.
 */
export function raiseClass(
  before: System,
  carried: ProtectionLevels,
  input: RaiseInput,
): Decision<System> | Refusal {
  if (before.lifecycle === 'retired') return refuse('retired');
  for (const aspect of aspects) {
    const level = input.levels[aspect];
    if (level === null) continue;
    const highest = carried[aspect];
    const field = `levels.${aspect}`;
    if (highest === null) return refuse('nothingToRaise', { field });
    if (level <= highest) return refuse('raiseNotAbove', { field, parameters: { level: highest } });
  }
  const raisesAny = aspects.some((aspect) => input.levels[aspect] !== null);
  // Without a raised level there is nothing for the reason to explain; the log keeps why it was taken back.
  const raisedReason = raisesAny ? input.reason : '';
  const next = { ...before, raised: input.levels, raisedReason, version: before.version + 1 };
  const changes = changesBetween(
    { raised: before.raised, raisedReason: before.raisedReason },
    { raised: next.raised, raisedReason: next.raisedReason },
  );
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'system.raised', record: before.id, changes, reason: input.reason } };
}
