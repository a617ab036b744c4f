import type { DefaultOwner } from './owner.ts';
import type { Activity, Aspect, Carrier, PersonalData } from './vocabulary.ts';
import { activities, aspects, carriers } from './vocabulary.ts';

/** A level per aspect; null where the aspect is not classed (traceability, without personal data). */
export type Levels = Readonly<Record<Aspect, number | null>>;

/** The classification in force of one piece of information, as far as clauses may know it. Not its reasons' words. */
export interface ClassificationFact {
  readonly id: string;
  readonly levels: Levels;
  /** The aspects that have a reason written. */
  readonly reasoned: readonly Aspect[];
  readonly modelNamed: boolean;
  readonly participants: number;
  readonly decidedBy: string | null;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

/** The owner's decision in force on how the information may be handled. */
export interface HandlingDecisionFact {
  readonly id: string;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

/** What clauses may know of active information. Drafts and ended rows are no facts. */
export interface InformationFact {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly area: string;
  readonly personalData: PersonalData;
  /** Marked with a provision on secrecy. */
  readonly secret: boolean;
  readonly classification: ClassificationFact | null;
  readonly handlingDecision: HandlingDecisionFact | null;
}

/** One declared way of handling information. */
export interface HandlingFact {
  readonly id: string;
  readonly informationId: string;
  readonly activity: Activity;
  readonly carrier: Carrier;
  readonly conditionsMet: boolean;
  readonly endedOn: string | null;
}

/** One cell of the handling rules. */
export interface HandlingRuleFact {
  readonly id: string;
  readonly level: number;
  readonly activity: Activity;
  readonly carrier: Carrier;
  readonly verdict: 'allowed' | 'conditional' | 'forbidden';
}

/** A row of the default-owner table. */
export interface DefaultOwnerFact extends DefaultOwner {
  readonly id: string;
  readonly name: string;
  readonly endedOn: string | null;
}

const ownActivity = new Map<string, Activity>(activities.map((one) => [one, one]));
const ownCarrier = new Map<string, Carrier>(carriers.map((one) => [one, one]));

/**
 * The fact of a handling's row. There are tens of thousands, so words are the vocabulary's own strings and not copies:
 * smaller in memory, and compared by address.
 */
export function handlingFact(row: HandlingFact): HandlingFact {
  return {
    ...row,
    activity: ownActivity.get(row.activity) ?? row.activity,
    carrier: ownCarrier.get(row.carrier) ?? row.carrier,
  };
}

const ownVerdict = new Map<string, HandlingRuleFact['verdict']>(
  (['allowed', 'conditional', 'forbidden'] as const).map((one) => [one, one]),
);

/** The fact of a rule's row, with the vocabulary's own words too: every handling is held against a rule. */
export function handlingRuleFact(row: HandlingRuleFact): HandlingRuleFact {
  return {
    ...row,
    activity: ownActivity.get(row.activity) ?? row.activity,
    carrier: ownCarrier.get(row.carrier) ?? row.carrier,
    verdict: ownVerdict.get(row.verdict) ?? row.verdict,
  };
}

/** A row as the store reads it: the information with the two decisions in force beside it. */
export interface InformationRow {
  readonly id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly area: string;
  readonly personal_data: PersonalData;
  readonly secret: boolean;
  readonly classification_id: string | null;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly traceability: number | null;
  readonly reasoned: readonly boolean[];
  readonly model_named: boolean;
  readonly participants: number;
  readonly decided_by: string | null;
  readonly decided_on: string;
  readonly next_review_on: string;
  readonly handling_decision_id: string | null;
  readonly handling_decided_on: string;
  readonly handling_next_review_on: string;
}

/** The fact of an information row. */
export function informationFact(row: InformationRow): InformationFact {
  return {
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    area: row.area,
    personalData: row.personal_data,
    secret: row.secret,
    classification: row.classification_id === null ? null : classificationFact(row.classification_id, row),
    handlingDecision:
      row.handling_decision_id === null
        ? null
        : {
            id: row.handling_decision_id,
            decidedOn: row.handling_decided_on,
            nextReviewOn: row.handling_next_review_on,
          },
  };
}

function classificationFact(id: string, row: InformationRow): ClassificationFact {
  return {
    id,
    levels: {
      confidentiality: row.confidentiality,
      integrity: row.integrity,
      availability: row.availability,
      traceability: row.traceability,
    },
    reasoned: aspects.filter((_, index) => row.reasoned[index] === true),
    modelNamed: row.model_named,
    participants: row.participants,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    nextReviewOn: row.next_review_on,
  };
}
