import { Type } from 'typebox';
import { looksLikePersonnummer } from '../../kernel/personnummer-form.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Prose, type Static } from '../../kernel/schema.ts';

/** What a plan is for: handling what has happened, working on without the system, or both in one. */
export const planKinds = ['incident', 'continuity', 'both'] as const;
export type PlanKind = (typeof planKinds)[number];

/** Who answers for a plan, by office: whoever holds it for the plan's system or unit today. */
export const responsibleOffices = ['systemOwner', 'systemMaintainer', 'manager', 'departmentHead'] as const;
export type ResponsibleOffice = (typeof responsibleOffices)[number];

/** A year: what may be away for longer needs no plan to come back. */
const mostHours = 8760;

/** A telephone number as people write it. One in Sweden begins with 0 or +, a short one with 1; so no personnummer is one. */
function Telephone(least: 0 | 1) {
  const form = '[+01][0-9 ()-]{2,29}';
  return Type.String({ maxLength: 30, pattern: least === 1 ? `^${form}$` : `^(${form})?$` });
}

export const planStep = Fields({
  what: Line(500),
  /** An office or role rather than a name: plans outlive whoever has them. */
  who: Line(120),
  /** When in the course of things, such as ”inom 15 minuter”; may be empty. */
  when: Prose(200),
  /** How it is done without IT (reservrutin); empty where the step is the same. */
  fallback: Prose(1000),
});
export type PlanStep = Static<typeof planStep>;

export const planContact = Fields({
  /** An office, a duty desk or a name. */
  name: Line(120),
  purpose: Prose(200),
  telephone: Telephone(1),
  /** The number in the evening and at night, where it is another. */
  outOfHours: Telephone(0),
});
export type PlanContact = Static<typeof planContact>;

/** What a plan says. A draft may lack what a decision needs; the hours are whole. */
export const planContent = Fields({
  responsible: OneOf(responsibleOffices),
  /** Within how long it is to work again (RTO). */
  recoveryHours: OrNull(Type.Integer({ minimum: 0, maximum: mostHours })),
  /** How much of what was entered last may be lost (RPO). */
  lossHours: OrNull(Type.Integer({ minimum: 0, maximum: mostHours })),
  /** After how long the harm is no longer to be borne. */
  longestOutageHours: OrNull(Type.Integer({ minimum: 1, maximum: mostHours })),
  systemIds: Type.Array(IdOf<'System'>(), { maxItems: 50, uniqueItems: true }),
  suppliers: Type.Array(Line(200), { maxItems: 30 }),
  steps: Type.Array(planStep, { maxItems: 60 }),
  contacts: Type.Array(planContact, { maxItems: 60 }),
  /** Where the paper copy lies. */
  paperPlace: Prose(300),
});
export type PlanContent = Static<typeof planContent>;

export const contentRefusals = [
  'responsibleUnfit',
  'recoveryBeyondOutage',
  'systemUnknown',
  'leansOnItself',
  'personnummerInContact',
] as const;

/** What the content is held against: what the plan is of, and which of the systems named there are. */
export interface ContentGround {
  readonly systemId: string | null;
  readonly knownSystems: readonly string[];
}

/** What is wrong in what a plan says, whether or not it is finished; null when nothing is. */
export function contentFault(content: PlanContent, ground: ContentGround): Refusal | null {
  const ofSystem = content.responsible === 'systemOwner' || content.responsible === 'systemMaintainer';
  if (ofSystem && ground.systemId === null) return refuse('responsibleUnfit', { field: 'responsible' });
  const { recoveryHours, longestOutageHours } = content;
  if (recoveryHours !== null && longestOutageHours !== null && recoveryHours > longestOutageHours)
    return refuse('recoveryBeyondOutage', { field: 'recoveryHours' });
  if (ground.systemId !== null && content.systemIds.some((id) => id === ground.systemId))
    return refuse('leansOnItself', { field: 'systemIds' });
  if (content.systemIds.some((id) => !ground.knownSystems.includes(id)))
    return refuse('systemUnknown', { field: 'systemIds' });
  // On paper in many hands, and never needed to reach somebody: here it is no question but an error.
  const at = content.contacts.findIndex((one) => looksLikePersonnummer(`${one.name} ${one.purpose}`));
  return at === -1 ? null : refuse('personnummerInContact', { field: `contacts.${at}.name` });
}

export const completenessRefusals = [
  'recoveryMissing',
  'lossMissing',
  'outageMissing',
  'stepsMissing',
  'fallbackMissing',
  'contactsMissing',
] as const;

/** What a plan lacks to be decided; null when it is whole. A continuity plan says how at least one step is done without IT. */
export function incompleteness(kind: PlanKind, content: PlanContent): Refusal | null {
  if (content.recoveryHours === null) return refuse('recoveryMissing', { field: 'recoveryHours' });
  if (content.lossHours === null) return refuse('lossMissing', { field: 'lossHours' });
  if (content.longestOutageHours === null) return refuse('outageMissing', { field: 'longestOutageHours' });
  if (content.steps.length === 0) return refuse('stepsMissing', { field: 'steps' });
  if (kind !== 'incident' && content.steps.every((step) => step.fallback.trim() === ''))
    return refuse('fallbackMissing', { field: 'steps' });
  return content.contacts.length === 0 ? refuse('contactsMissing', { field: 'contacts' }) : null;
}

/** Where a first draft begins: who answers is known from what the plan is of, the rest is to be written. */
export function emptyContent(systemId: string | null): PlanContent {
  return {
    responsible: systemId === null ? 'manager' : 'systemOwner',
    recoveryHours: null,
    lossHours: null,
    longestOutageHours: null,
    systemIds: [],
    suppliers: [],
    steps: [],
    contacts: [],
    paperPlace: '',
  };
}
