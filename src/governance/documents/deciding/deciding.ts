import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, OneOf, Reason, SomeOf, type Static } from '../../../kernel/schema.ts';
import { type DocumentKind, documentKinds } from '../document.ts';
import { type DecidingBody, decidingBodies } from './bodies.ts';

/** Who adopts each kind until the municipality has said otherwise; why stands in the texts (`decidingReasons`). */
export const defaultBodies: Readonly<Record<DocumentKind, readonly DecidingBody[]>> = {
  // The will of the highest body; matters of principle may not be delegated (KL 5:1, 5:2).
  policy: ['council'],
  // The whole organisation's, or a committee's own field (KL 6:1, 6:6); in a company its board.
  guideline: ['executive', 'committee', 'board'],
  // Execution of what is already decided, by whoever answers for the activity or the system.
  instruction: ['director', 'departmentHead', 'systemOwner'],
  routine: ['departmentHead', 'systemOwner', 'manager'],
};

/** The municipality's own word on who adopts a kind. */
export interface DecidingRule {
  readonly id: Id<'DecidingRule'>;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly bodies: readonly DecidingBody[];
  readonly reason: string;
}

/** The bodies that may adopt a kind: the municipality's own rule, else ours. */
export function bodiesFor(kind: DocumentKind, rules: readonly DecidingRule[]): readonly DecidingBody[] {
  return rules.find((rule) => rule.kind === kind)?.bodies ?? defaultBodies[kind];
}

export const decidingInput = Fields({
  kind: OneOf(documentKinds),
  bodies: SomeOf(decidingBodies),
  reason: Reason(500),
});

/**
 * Says who adopts a kind of document. The policy stays the council's: P01 asks for it, and the law leaves no choice in
 * matters of principle (KL 5:1).
 */
export function setDecidingRule(
  before: DecidingRule | null,
  input: Static<typeof decidingInput>,
  circumstances: Circumstances,
): Decision<DecidingRule> | Refusal {
  if (input.bodies.length === 0) return refuse('noBody', { field: 'bodies' });
  if (input.kind === 'policy' && input.bodies.some((body) => body !== 'council'))
    return refuse('policyIsTheCouncils', { field: 'bodies' });
  const bodies = decidingBodies.filter((body) => input.bodies.includes(body));
  const next: DecidingRule = {
    id: before?.id ?? circumstances.newId<'DecidingRule'>(),
    version: (before?.version ?? 0) + 1,
    kind: input.kind,
    bodies,
    reason: input.reason,
  };
  const told = (rule: DecidingRule) => ({ kind: rule.kind, bodies: rule.bodies, reason: rule.reason });
  const changes = changesBetween(before === null ? null : told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'decidingRule.set', record: next.id, changes } };
}
