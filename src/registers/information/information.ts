import type { ScopeKeys } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { InformationId, UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, Prose, type Static, SomeOf } from '../../kernel/schema.ts';
import { carriers, personalDataAnswers, personalDataKinds, secrecyProvisions } from './vocabulary.ts';

/** draft → active → ended. A draft is nobody's record yet (TF 2:12) and counts in no clause. */
export const informationStates = ['draft', 'active', 'ended'] as const;
export type InformationState = (typeof informationStates)[number];

/** What a person says about a piece of information (informationsmängd). */
export const informationInput = Fields({
  name: Line(200),
  description: Prose(4000),
  unitId: IdOf<'Unit'>(),
  area: Line(40),
  carriers: SomeOf(carriers),
  personalData: OneOf(personalDataAnswers),
  personalDataKinds: SomeOf(personalDataKinds),
  secrecyProvisions: SomeOf(secrecyProvisions),
});
export type InformationInput = Static<typeof informationInput>;

/** A row of the register. */
export interface Information extends InformationInput {
  readonly id: InformationId;
  readonly version: number;
  readonly state: InformationState;
  readonly classificationId: string | null;
  readonly handlingDecisionId: string | null;
}

/** What must be looked up before a description can be accepted. */
export interface InformationSurroundings {
  /** The unit stands today, and the actor may see it. */
  readonly unitStands: boolean;
  /** The area has a row in the default-owner table. */
  readonly areaExists: boolean;
}

/** Codes that describing a piece of information may be refused with. */
export const describeRefusals = [
  'noCarrier',
  'unitUnknown',
  'areaUnknown',
  'kindsWithoutPersonalData',
] as const;

/** The next thing that can be done, or why not. The page asks this and compares no states of its own. */
export const informationTransitions: Record<
  'activate' | 'describe' | 'classify' | 'end',
  readonly InformationState[]
> = {
  activate: ['draft'],
  describe: ['draft', 'active'],
  classify: ['draft', 'active'],
  end: ['draft', 'active'],
};

/** Is the step open in this state? */
export function informationCan(step: keyof typeof informationTransitions, state: InformationState): boolean {
  return informationTransitions[step].includes(state);
}

/** Enters a new piece of information. It is in the register, and an official document, from this moment (TF 2:10). */
export function registerInformation(
  input: InformationInput & { readonly draft: boolean },
  around: InformationSurroundings,
  circumstances: Circumstances,
): Decision<Information> | Refusal {
  const fault = descriptionFault(input, around);
  if (fault !== null) return fault;
  const { draft, ...description } = input;
  const next: Information = {
    ...description,
    id: circumstances.newId<'Information'>(),
    version: 1,
    state: draft ? 'draft' : 'active',
    classificationId: null,
    handlingDecisionId: null,
  };
  return {
    next,
    event: { kind: 'information.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/**
 * Says something else about it. A changed answer about personal data or secrecy calls for a new classification. The unit
 * and the area decide who owns it (P28), so they are not changed without the right to.
 */
export function describeInformation(
  before: Information,
  input: InformationInput,
  around: InformationSurroundings & { readonly mayReassign: boolean },
): Decision<Information> | Refusal {
  if (!informationCan('describe', before.state)) return refuse('ended');
  if (!around.mayReassign && input.unitId !== before.unitId) return refuse('forbidden', { field: 'unitId' });
  if (!around.mayReassign && input.area !== before.area) return refuse('forbidden', { field: 'area' });
  const fault = descriptionFault(input, around);
  if (fault !== null) return fault;
  const next = { ...before, ...input, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'information.described', record: next.id, changes } };
}

/** A draft becomes part of the register proper. */
export function activateInformation(before: Information): Decision<Information> | Refusal {
  if (!informationCan('activate', before.state))
    return refuse(before.state === 'active' ? 'alreadyActive' : 'ended');
  return moveTo(before, 'active', 'information.activated', null);
}

/** The information is no longer handled. The row stays, with all it has been. */
export function endInformation(before: Information, reason: string): Decision<Information> | Refusal {
  if (!informationCan('end', before.state)) return refuse('ended');
  return moveTo(before, 'ended', 'information.ended', reason);
}

function moveTo(
  before: Information,
  state: InformationState,
  kind: string,
  reason: string | null,
): Decision<Information> {
  const next = { ...before, state, version: before.version + 1 };
  const changes = [{ field: 'state', from: before.state, to: state }];
  return { next, event: { kind, record: before.id, changes, reason } };
}

function descriptionFault(input: InformationInput, around: InformationSurroundings): Refusal | null {
  if (input.carriers.length === 0) return refuse('noCarrier', { field: 'carriers' });
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (!around.areaExists) return refuse('areaUnknown', { field: 'area' });
  if (input.personalData === 'none' && input.personalDataKinds.length > 0) {
    return refuse('kindsWithoutPersonalData', { field: 'personalDataKinds' });
  }
  return null;
}

/** The fields of a row that the log tells of. */
function told(row: Information): Record<string, Json> {
  return {
    name: row.name,
    description: row.description,
    unitId: row.unitId,
    area: row.area,
    carriers: row.carriers,
    personalData: row.personalData,
    personalDataKinds: row.personalDataKinds,
    secrecyProvisions: row.secrecyProvisions,
    state: row.state,
  };
}

/** The keys by which rights to a row are limited (see access.ts). */
export function informationKeys(row: {
  id: string;
  unitId: UnitId | string;
  area: string;
  hasOwnOwner: boolean;
}) {
  return {
    record: row.id,
    unit: row.unitId,
    // An owner appointed for the very row stands before the table.
    area: row.hasOwnOwner ? [] : [row.area, `${row.area}:${row.unitId}`],
  };
}

/**
 * The keys of the unit that a description would put the row in; null when it stays. An owner appointed for the very row
 * owns it wherever it is, so her own key says nothing about the unit it goes to.
 */
export function targetKeys(before: Information, input: InformationInput): ScopeKeys | null {
  if (input.unitId === before.unitId) return null;
  return { unit: input.unitId, area: [input.area, `${input.area}:${input.unitId}`] };
}
