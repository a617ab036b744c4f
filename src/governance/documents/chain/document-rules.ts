import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import { offices } from '../../../kernel/offices.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, type Static } from '../../../kernel/schema.ts';
import { keepersOf } from './keepers.ts';
import { type DocumentKind, documentKinds, documentScopes, type GoverningDocument } from '../document.ts';

const described = {
  title: Line(200),
  keeperOffice: OneOf(offices),
  reviewOn: OrNull(Day()),
  scope: OneOf(documentScopes),
  unitId: OrNull(IdOf<'Unit'>()),
  systemId: OrNull(IdOf<'System'>()),
  situation: Type.String({ maxLength: 200, 'x-free-text': true, pattern: '^[^\\u0000-\\u001F\\u007F]*$' }),
  validUntil: OrNull(Day()),
};

export const describeInput = Fields(described);
export const registerInput = Fields({ kind: OneOf(documentKinds), ...described });
export type RegisterInput = Static<typeof registerInput>;
type DescribeInput = Static<typeof describeInput>;

export const describeRefusals = [
  'scopeMissing',
  'unitUnknown',
  'systemUnknown',
  'instructionNeedsScope',
  'keeperOfAnother',
  'reviewAfterEnd',
] as const;

/** What a description points at that must be there. */
export interface Surroundings {
  readonly unitStands: boolean;
  readonly systemStands: boolean;
  readonly policyExists: boolean;
}

/** Enters a document that is to be written or read in. There is one policy. */
export function registerDocument(
  input: RegisterInput,
  around: Surroundings,
  circumstances: Circumstances,
): Decision<GoverningDocument> | Refusal {
  if (input.kind === 'policy' && around.policyExists) return refuse('policyExists', { field: 'kind' });
  const fault = descriptionFault(input.kind, input, around);
  if (fault !== null) return fault;
  const next: GoverningDocument = {
    ...input,
    id: circumstances.newId<'Document'>(),
    version: 1,
    isOpen: null,
    endedOn: null,
  };
  const changes = changesBetween(null, { kind: next.kind, ...told(next) });
  return { next, event: { kind: 'document.registered', record: next.id, changes } };
}

/** Says something else about what a document is about, who keeps it, and how long it holds. */
export function describeDocument(
  before: GoverningDocument,
  input: DescribeInput,
  around: Surroundings,
): Decision<GoverningDocument> | Refusal {
  if (before.endedOn !== null) return refuse('documentEnded');
  const fault = descriptionFault(before.kind, input, around);
  if (fault !== null) return fault;
  const changes = changesBetween(told(before), told(input));
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...input, version: before.version + 1 };
  return { next, event: { kind: 'document.described', record: before.id, changes } };
}

function descriptionFault(kind: DocumentKind, input: DescribeInput, around: Surroundings): Refusal | null {
  const { scope, unitId, systemId, situation, keeperOffice, reviewOn, validUntil } = input;
  const named = {
    organisation: true,
    unit: unitId !== null,
    system: systemId !== null,
    situation: situation.trim() !== '',
  };
  const field = { organisation: 'scope', unit: 'unitId', system: 'systemId', situation: 'situation' }[scope];
  const surplus =
    (scope !== 'unit' && named.unit) ||
    (scope !== 'system' && named.system) ||
    (scope !== 'situation' && named.situation);
  if (!named[scope] || surplus) return refuse('scopeMissing', { field });
  if (unitId !== null && !around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (systemId !== null && !around.systemStands) return refuse('systemUnknown', { field: 'systemId' });
  // Instructions are for one activity, platform or situation (the policy's own definition; P21).
  if (kind === 'instruction' && scope === 'organisation')
    return refuse('instructionNeedsScope', { field: 'scope' });
  if (!keepersOf(scope).includes(keeperOffice)) return refuse('keeperOfAnother', { field: 'keeperOffice' });
  if (reviewOn !== null && validUntil !== null && reviewOn > validUntil)
    return refuse('reviewAfterEnd', { field: 'reviewOn' });
  return null;
}

function told(row: DescribeInput): Record<string, Json> {
  const { title, keeperOffice, reviewOn, scope, unitId, systemId, situation, validUntil } = row;
  return { title, keeperOffice, reviewOn, scope, unitId, systemId, situation, validUntil };
}
