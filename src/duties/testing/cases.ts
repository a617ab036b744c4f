import type {
  AffectedParty,
  Answers,
  CaseFacts,
  Delivery,
  NoReportDecision,
  PartyRole,
  QuestionKey,
} from '../case-facts.ts';
import { defaultData } from '../default-data.ts';
import { type DutyStanding, evaluate } from '../evaluate.ts';
import type { StageStanding } from '../stages.ts';

/** When the case of the tests was noticed, and known to everyone it concerns. */
export const noticedAt = '2026-11-02T08:00:00.000Z';
/** Ten hours later: no clock of hours has struck. */
export const now = new Date('2026-11-02T18:00:00.000Z');

/** The same answer to some questions. */
export function answered(answer: 'yes' | 'no' | 'unknown', ...keys: readonly QuestionKey[]): Answers {
  return Object.fromEntries(keys.map((key) => [key, { answer, at: noticedAt }]));
}
export const yes = (...keys: readonly QuestionKey[]): Answers => answered('yes', ...keys);
export const no = (...keys: readonly QuestionKey[]): Answers => answered('no', ...keys);

/** A legal entity with these roles, that knew when the case was noticed. */
export function party(
  id: string,
  roles: readonly PartyRole[],
  changed: Partial<AffectedParty> = {},
): AffectedParty {
  return {
    id,
    legalEntityId: id,
    name: id,
    roles,
    sectors: ['publicAdministration'],
    knowledge: { at: noticedAt, reason: 'Larm' },
    answers: {},
    impact: {},
    ...changed,
  };
}

/** A municipality: covered by the cyber security act, controller, and giving care. */
export const municipality = party('kommunen', [
  'coveredEntity',
  'controller',
  'careProvider',
  'socialServices',
]);

/** A case that concerns the municipality, about which nothing has been answered. */
export function caseOf(changed: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: 'case',
    kind: 'incident',
    occurredAt: noticedAt,
    noticedAt,
    handledAt: null,
    registrationChangedOn: null,
    answers: {},
    consequences: {},
    impact: {},
    parties: [municipality],
    decisions: [],
    deliveries: [],
    requests: [],
    ...changed,
  };
}

/** A proven delivery of a stage by the municipality. */
export function sent(duty: string, stage: string, sentAt: string, changed: Partial<Delivery> = {}): Delivery {
  return {
    duty,
    partyId: 'kommunen',
    stage,
    sentAt,
    channel: 'E-tjänst',
    caseNumber: '2026-1',
    isProven: true,
    lateReason: null,
    ...changed,
  };
}

/** ”Ingen anmälan”, decided by the municipality. */
export function decidedAgainst(duty: string, decidedAt: string): NoReportDecision {
  return { duty, partyId: 'kommunen', reason: 'Uppgifterna var krypterade', decidedBy: 'Eva', decidedAt };
}

/** Where the duty with this number stands for a party; the municipality when none is named. */
export function standing(
  facts: CaseFacts,
  number: string,
  { partyId = 'kommunen', at = now, data = defaultData } = {},
): DutyStanding {
  const found = evaluate(facts, data, at).duties.find(
    (one) => one.duty.number === number && one.party.id === partyId,
  );
  if (found === undefined) throw new Error(`${number} was not judged for ${partyId}`);
  return found;
}

/** One stage of a duty of the municipality at an instant; the first when none is named. */
export function stageOf(
  facts: CaseFacts,
  number: string,
  at: string,
  key?: string,
  data = defaultData,
): StageStanding {
  const { stages } = standing(facts, number, { at: new Date(at), data });
  const found = stages.find((one) => key === undefined || one.stage.key === key);
  if (found === undefined) throw new Error(`${number} has no stage ${key ?? ''}`);
  return found;
}
