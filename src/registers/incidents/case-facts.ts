import type {
  AffectedParty,
  Answers,
  CaseFacts,
  Consequences,
  Delivery,
  Impact,
} from '../../duties/case-facts.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { aspects } from '../information/vocabulary.ts';
import type { CaseDelivery, CaseRequest } from './duties/delivery.ts';
import { type Figure, figuresFor } from './impact.ts';
import type { Incident } from './incident.ts';
import { type OwnAnswer, ownAnswersFor } from './own-answers.ts';
import type { NoReport, Party } from './party.ts';
import type { Answer } from './triage.ts';

/** What a party is called, and the legal entity that it is a part of. */
export interface PartyName {
  readonly name: string;
  readonly legalEntityId: string;
}

/** What of the case itself the duties look at. */
export type CaseCore = Pick<
  Incident,
  'id' | 'kind' | 'occurredAt' | 'noticedAt' | 'handledAt' | 'consequence'
>;

/** All of a case that the duties look at. */
export interface CaseParts {
  readonly incident: CaseCore;
  readonly answers: readonly Pick<Answer, 'question' | 'answer' | 'answeredAt'>[];
  /** What parties have answered for themselves, and what has been measured: all that was ever said, the oldest first. */
  readonly ownAnswers: readonly OwnAnswer[];
  readonly figures: readonly Figure[];
  readonly parties: readonly Party[];
  readonly noReports: readonly NoReport[];
  readonly deliveries: readonly CaseDelivery[];
  readonly requests: readonly CaseRequest[];
  readonly names: ReadonlyMap<string, PartyName>;
}

/** What the duties may know of a case (src/duties/case-facts.ts). Pure; nothing of what has been written goes with it. */
export function caseFactsOf(parts: CaseParts): CaseFacts {
  const { incident, answers, parties, noReports } = parts;
  return {
    id: incident.id,
    kind: incident.kind,
    occurredAt: incident.occurredAt?.toISOString() ?? null,
    noticedAt: incident.noticedAt.toISOString(),
    handledAt: incident.handledAt?.toISOString() ?? null,
    registrationChangedOn: registrationChangedOn(parts),
    answers: answersOf(answers),
    consequences: consequencesOf(incident),
    impact: impactOf(parts, null),
    parties: parties.filter(({ endedOn }) => endedOn === null).map((party) => affected(party, parts)),
    decisions: noReports
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ duty, partyId, reason, decidedBy, decidedAt }) => ({
        ...{ duty, partyId, reason },
        decidedBy: decidedBy ?? '',
        decidedAt: decidedAt.toISOString(),
      })),
    deliveries: parts.deliveries.map(sentOf),
    requests: parts.requests.map(({ duty, partyId, askedAt, dueAt }) => ({
      ...{ duty, partyId },
      askedAt: askedAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
    })),
  };
}

/** The recipient's own number shows that it came, and so does a receipt. */
function sentOf(one: CaseDelivery): Delivery {
  const { duty, partyId, stage, channel } = one;
  return {
    ...{ duty, partyId, stage, channel },
    sentAt: one.sentAt.toISOString(),
    caseNumber: one.caseNumber === '' ? null : one.caseNumber,
    isProven: one.caseNumber !== '' || one.receiptId !== null,
    lateReason: one.lateReason === '' ? null : one.lateReason,
  };
}

/** Facts in the registration changed when the case happened, else when it was noticed: nobody is asked for a third day. */
function registrationChangedOn({ incident, answers, ownAnswers }: CaseParts): string | null {
  const isChanged = [...answers, ...ownAnswers].some(
    (one) => one.question === 'registrationChanged' && one.answer === 'yes',
  );
  return isChanged ? dayOf(incident.occurredAt ?? incident.noticedAt) : null;
}

function answersOf(answers: CaseParts['answers']): Answers {
  return Object.fromEntries(
    answers.map(({ question, answer, answeredAt }) => [question, { answer, at: answeredAt.toISOString() }]),
  );
}

function consequencesOf({ consequence }: CaseCore): Consequences {
  return Object.fromEntries(
    aspects.flatMap((aspect) => {
      const level = consequence[aspect];
      return level === null ? [] : [[aspect, level]];
    }),
  );
}

/** What has been measured of the case as a whole, or of one party where that is something else. */
function impactOf({ figures }: CaseParts, partyId: string | null): Impact {
  return Object.fromEntries(
    figuresFor(figures, partyId).flatMap(({ measure, value }) => (value === null ? [] : [[measure, value]])),
  );
}

function affected(party: Party, parts: CaseParts): AffectedParty {
  const own = party.bodyId ?? party.entityId ?? '';
  const known = parts.names.get(own);
  return {
    id: party.id,
    legalEntityId: known?.legalEntityId ?? own,
    name: known?.name ?? '',
    roles: party.roles,
    sectors: party.sectors,
    knowledge:
      party.knowledgeAt === null
        ? null
        : { at: party.knowledgeAt.toISOString(), reason: party.knowledgeReason },
    answers: Object.fromEntries(
      ownAnswersFor(parts.ownAnswers, party.id).flatMap(({ question, answer, answeredAt }) =>
        answer === null ? [] : [[question, { answer, at: answeredAt.toISOString() }]],
      ),
    ),
    impact: impactOf(parts, party.id),
  };
}
