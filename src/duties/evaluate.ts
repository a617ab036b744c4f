import { dayOf, holds } from '../kernel/calendar.ts';
import {
  type AffectedParty,
  answerFor,
  type CaseFacts,
  type NoReportDecision,
  type QuestionKey,
} from './case-facts.ts';
import type { DutyData } from './dated.ts';
import type { Because, Circumstance, DutyVerdict, DutyVersion, Ground, LegalDuty } from './duty.ts';
import { none } from './grounds.ts';
import { duties } from './index.ts';
import { isStopped, nextQuestion } from './triage.ts';
import { type StageStanding, stageStanding } from './stages.ts';

/** One duty of one party: whether it arises and why, and where each of its stages stands. */
export interface DutyStanding {
  readonly duty: LegalDuty;
  /** The law that holds for the case; null when none of its versions does. */
  readonly version: DutyVersion | null;
  readonly party: AffectedParty;
  readonly verdict: DutyVerdict;
  readonly because: Because;
  /** Empty where the duty does not arise. Clocks run from knowledge also while a decision is needed. */
  readonly stages: readonly StageStanding[];
  readonly decision: NoReportDecision | null;
  /** ”Ingen anmälan” was decided although a threshold is met and the law knows of no exception. */
  readonly contradicts: boolean;
}

/**
 * Säkerhetsskydd may be concerned: nothing is asked or said of what has happened, only whom to tell. The duties are those
 * of säkerhetsskyddsförordningen, of which the case may hold that they were done, and no more.
 */
interface Stopped {
  readonly kind: 'stop';
  readonly contact: 'protectiveSecurityManager';
  readonly duties: readonly DutyStanding[];
}

interface Evaluated {
  readonly kind: 'duties';
  readonly duties: readonly DutyStanding[];
  /** What to ask next; null when every question that could raise a duty has its answer. */
  readonly next: QuestionKey | null;
  /** Nobody has said whom the case concerns: no duty can be judged. */
  readonly isUnplaced: boolean;
}

export type Evaluation = Stopped | Evaluated;

/**
 * Which duties arise from a case, for whom, and where their clocks stand. Pure: the same facts, rows and instant give the
 * same answer.
 */
export function evaluate(facts: CaseFacts, data: DutyData, now: Date): Evaluation {
  const stops = isStopped(facts);
  const asked = stops ? duties.filter((duty) => duty.track === 'sakerhetsskydd') : duties;
  const standings = facts.parties.flatMap((party) => {
    const circumstance = circumstanceOf(facts, party, data, now);
    return asked.map((duty) => standingOf(duty, circumstance));
  });
  if (stops) return { kind: 'stop', contact: 'protectiveSecurityManager', duties: standings };
  return {
    kind: 'duties',
    duties: standings,
    next: nextQuestion(facts),
    isUnplaced: facts.parties.length === 0,
  };
}

function circumstanceOf(facts: CaseFacts, party: AffectedParty, data: DutyData, now: Date): Circumstance {
  const knownAt = party.knowledge?.at ?? facts.noticedAt;
  return {
    facts,
    party,
    data,
    answer: (question) => answerFor(facts, party, question),
    now: now.toISOString(),
    today: dayOf(now),
    knownAt,
    knownOn: dayOf(new Date(knownAt)),
  };
}

/** Where one duty stands for the party; the law is the one in force on the day that the duty itself names. */
function standingOf(duty: LegalDuty, circumstance: Circumstance): DutyStanding {
  const { facts, party } = circumstance;
  const version = versionFor(duty, circumstance);
  const ground = groundOf(duty, version, circumstance);
  const decision =
    facts.decisions.findLast((one) => one.duty === duty.id && one.partyId === party.id) ?? null;
  const arises = version !== null && ground.verdict !== 'doesNotArise';
  return {
    duty,
    version,
    party,
    ...ground,
    stages: arises
      ? version.stages.map((stage) => stageStanding(stage, duty.id, circumstance, decision))
      : [],
    decision,
    contradicts: decision !== null && ground.verdict === 'thresholdMet' && version?.exceptions === null,
  };
}

function groundOf(duty: LegalDuty, version: DutyVersion | null, circumstance: Circumstance): Ground {
  const { role } = duty;
  if (version === null) return none(outOfForce(duty, circumstance));
  if (role !== null && !circumstance.party.roles.includes(role)) return none({ code: 'roleMissing', role });
  if (role === null && isSpokenFor(circumstance)) return none({ code: 'legalEntityAnswers' });
  return version.arises(circumstance);
}

/** What binds every legal entity is asked of a part of it only where the entity itself is not among those concerned. */
function isSpokenFor({ facts, party }: Circumstance): boolean {
  return party.id !== party.legalEntityId && facts.parties.some((one) => one.id === party.legalEntityId);
}

/** The version of the law that holds for the case; null when the duty was not in force on the day that decides. */
export function versionFor(duty: LegalDuty, circumstance: Circumstance): DutyVersion | null {
  return duty.versions.find((version) => holds(version, decidingDay(version, circumstance))) ?? null;
}

function decidingDay({ governedBy }: DutyVersion, { facts, knownOn }: Circumstance): string {
  if (governedBy === 'registrationChange' && facts.registrationChangedOn !== null)
    return facts.registrationChangedOn;
  if (governedBy === 'occurrence' && facts.occurredAt !== null) return dayOf(new Date(facts.occurredAt));
  return knownOn;
}

function outOfForce({ versions }: LegalDuty, circumstance: Circumstance): Because {
  const later = versions.find((version) => version.from > decidingDay(version, circumstance));
  if (later !== undefined) return { code: 'notInForce', day: later.from };
  const last = versions.at(-1)?.until;
  return { code: 'noLongerInForce', ...(last ? { day: last } : {}) };
}
