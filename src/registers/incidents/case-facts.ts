import type { AffectedParty, Answers, CaseFacts, Consequences } from '../../duties/case-facts.ts';
import { aspects } from '../information/vocabulary.ts';
import type { Incident } from './incident.ts';
import type { NoReport, Party } from './party.ts';
import type { Answer } from './triage.ts';

/** What a party is called, and the legal entity that it is a part of. */
export interface PartyName {
  readonly name: string;
  readonly legalEntityId: string;
}

/** All of a case that the duties look at. Reports that have been sent are added by whoever keeps them. */
export interface CaseParts {
  readonly incident: Incident;
  readonly answers: readonly Answer[];
  readonly parties: readonly Party[];
  readonly noReports: readonly NoReport[];
  readonly names: ReadonlyMap<string, PartyName>;
}

/** What the duties may know of a case (src/duties/case-facts.ts). Pure; nothing of what has been written goes with it. */
export function caseFactsOf({ incident, answers, parties, noReports, names }: CaseParts): CaseFacts {
  return {
    id: incident.id,
    kind: incident.kind,
    occurredAt: incident.occurredAt?.toISOString() ?? null,
    noticedAt: incident.noticedAt.toISOString(),
    handledAt: incident.handledAt?.toISOString() ?? null,
    registrationChangedOn: null,
    answers: answersOf(answers),
    consequences: consequencesOf(incident),
    impact: {},
    parties: parties.filter(({ endedOn }) => endedOn === null).map((party) => affected(party, names)),
    decisions: noReports
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ duty, partyId, reason, decidedBy, decidedAt }) => ({
        ...{ duty, partyId, reason },
        decidedBy: decidedBy ?? '',
        decidedAt: decidedAt.toISOString(),
      })),
    deliveries: [],
    requests: [],
  };
}

function answersOf(answers: readonly Answer[]): Answers {
  return Object.fromEntries(
    answers.map(({ question, answer, answeredAt }) => [question, { answer, at: answeredAt.toISOString() }]),
  );
}

function consequencesOf({ consequence }: Incident): Consequences {
  return Object.fromEntries(
    aspects.flatMap((aspect) => {
      const level = consequence[aspect];
      return level === null ? [] : [[aspect, level]];
    }),
  );
}

function affected(party: Party, names: ReadonlyMap<string, PartyName>): AffectedParty {
  const own = party.bodyId ?? party.entityId ?? '';
  const known = names.get(own);
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
    answers: {},
    impact: {},
  };
}
