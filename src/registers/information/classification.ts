import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { addMonths } from '../../kernel/calendar.ts';
import type { Id, InformationId, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { type Information, informationCan } from './information.ts';
import type { Owner } from './owner.ts';
import { type Aspect, aspects } from './vocabulary.ts';

/**
 * The model a level belongs to. Digits have moved between versions of the national models, so the name of the level
 * and the model's name and version are stored with every classification.
 */
export const classificationModel = {
  name: 'Värna konsekvensskala',
  version: '2026-11',
  levelNames: ['Försumbar', 'Måttlig', 'Betydande', 'Allvarlig'],
} as const;

/** Level 4 concerns Sweden's security (säkerhetsskyddslagen 2018:585): chosen, it stops everything. */
export const stopLevel = 4;

/** A classification is looked over at least this often (months): the policy's ”i takt med att den ändras”, our default. */
export const reviewMonths = 12;
/** …and is never left longer than this. */
export const reviewMonthsAtMost = 36;

/** A decision dated before this is a slip of the hand. */
const earliestDecision = '2000-01-01';

const Level = Type.Integer({ minimum: 0, maximum: 4 });

/** What the workshop came to. `traceability` only for information that is or relates to personal data. */
export const classifyInput = Fields({
  levels: Fields({
    confidentiality: Level,
    integrity: Level,
    availability: Level,
    traceability: OrNull(Level),
  }),
  reasons: Fields({
    confidentiality: Reason(),
    integrity: Reason(),
    availability: Reason(),
    traceability: OrNull(Reason()),
  }),
  participants: Type.Array(Line(120), { minItems: 1, maxItems: 40 }),
  decidedOn: Day(),
  nextReviewOn: OrNull(Day()),
});
export type ClassifyInput = Static<typeof classifyInput>;

export const classifyRefusals = [
  'levelFourStopped',
  'ended',
  'ownerMissing',
  'traceabilityMissing',
  'traceabilityNotAsked',
  'decidedInFuture',
  'decidedTooEarly',
  'reviewOutOfRange',
] as const;

/** A decided classification. It never changes; the next decision is a new row. */
export interface Classification {
  readonly id: Id<'Classification'>;
  readonly informationId: InformationId;
  readonly modelName: string;
  readonly modelVersion: string;
  readonly levels: Readonly<Record<Aspect, number | null>>;
  readonly levelNames: Readonly<Record<Aspect, string | null>>;
  readonly reasons: Readonly<Record<Aspect, string | null>>;
  readonly participants: readonly string[];
  readonly decidedBy: PersonId;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

/** What the decision stands on: the row, today's owner, and the classification in force until now. */
export interface ClassifyGround {
  readonly information: Information;
  readonly owner: Owner | null;
  readonly before: Classification | null;
}

/**
 * Classifies information: K, R, T and for personal data S. The owner decides; the decision carries a reason for each
 * aspect (P40–P42). Level 4 is refused before anything else is looked at, and nothing that was typed is kept.
 */
export function classifyInformation(
  ground: ClassifyGround,
  input: ClassifyInput,
  circumstances: Circumstances,
): Decision<Classification> | Refusal {
  if (aspects.some((aspect) => input.levels[aspect] === stopLevel)) return refuse('levelFourStopped');
  const { information, owner } = ground;
  if (!informationCan('classify', information.state)) return refuse('ended');
  if (owner === null) return refuse('ownerMissing');
  const fault = traceabilityFault(information, input);
  if (fault !== null) return fault;
  const dayFault = decidedOnFault(input.decidedOn, circumstances.today);
  if (dayFault !== null) return dayFault;
  const nextReviewOn = input.nextReviewOn ?? addMonths(input.decidedOn, reviewMonths);
  if (nextReviewOn <= input.decidedOn || nextReviewOn > addMonths(input.decidedOn, reviewMonthsAtMost)) {
    return refuse('reviewOutOfRange', { field: 'nextReviewOn', parameters: { months: reviewMonthsAtMost } });
  }
  const next: Classification = {
    id: circumstances.newId<'Classification'>(),
    informationId: information.id,
    modelName: classificationModel.name,
    modelVersion: classificationModel.version,
    levels: input.levels,
    levelNames: namesOf(input.levels),
    reasons: input.reasons,
    participants: input.participants,
    decidedBy: owner.personId,
    decidedOn: input.decidedOn,
    nextReviewOn,
  };
  const changes = changesBetween(ground.before === null ? null : told(ground.before), told(next));
  const touched = [`classification:${next.id}`];
  const data = enteredFor(owner, circumstances);
  return {
    next,
    event: { kind: 'information.classified', record: information.id, changes, touched, ...data },
  };
}

/** A decision is not of a day to come, nor of one long before there was anything to decide on. */
export function decidedOnFault(decidedOn: string, today: string): Refusal | null {
  if (decidedOn > today) return refuse('decidedInFuture', { field: 'decidedOn' });
  return decidedOn < earliestDecision ? refuse('decidedTooEarly', { field: 'decidedOn' }) : null;
}

/** The decision is the owner's; where another hand enters it, the event says whose. */
export function enteredFor(
  owner: Owner,
  { actor }: Circumstances,
): { readonly data?: { readonly enteredBy: string | null } } {
  return actor.personId === owner.personId ? {} : { data: { enteredBy: actor.personId } };
}

/** Traceability is asked for personal data and only then (the policy's fourth aspect, P41). */
function traceabilityFault(information: Information, input: ClassifyInput): Refusal | null {
  const { traceability } = input.levels;
  if (information.personalData === 'none') {
    return traceability === null ? null : refuse('traceabilityNotAsked', { field: 'levels.traceability' });
  }
  if (traceability === null || input.reasons.traceability === null) {
    return refuse('traceabilityMissing', { field: 'levels.traceability' });
  }
  return null;
}

function namesOf(levels: ClassifyInput['levels']): Record<Aspect, string | null> {
  const name = (level: number | null) =>
    level === null ? null : (classificationModel.levelNames[level] ?? null);
  return {
    confidentiality: name(levels.confidentiality),
    integrity: name(levels.integrity),
    availability: name(levels.availability),
    traceability: name(levels.traceability),
  };
}

function told(row: Classification): Record<string, Json> {
  return {
    ...row.levels,
    reasons: { ...row.reasons },
    participants: row.participants,
    decidedBy: row.decidedBy,
    decidedOn: row.decidedOn,
    nextReviewOn: row.nextReviewOn,
    model: `${row.modelName} ${row.modelVersion}`,
  };
}
