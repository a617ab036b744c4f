import { policyInForce } from '../../governance/documents/document.facts.ts';
import { groupBy } from '../../kernel/facts.ts';
import { always, clause, type NoteCode, shareOf } from '../clause.ts';
import { stillHolds } from '../declared.ts';
import { followedNumbers } from '../followed.ts';
import { demandDuty } from '../keeper.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

export const everyDemandIsFollowed = clause({
  id: 'bakgrund/varje-krav-foljs-upp',
  number: 'P02',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Varje krav följs upp', en: 'Every demand is followed up' },
  demand: {
    sv: 'Policyn ska beskriva ansvar, roller, metoder och mål, och vart och ett av dess krav ska ha en ansvarig och följas upp.',
    en: 'The policy describes responsibilities, roles, methods and goals, and each of its demands must have somebody who answers for it and be followed up.',
  },
  measured: {
    sv: 'Andelen ska-meningar i policyn som gäller som är knutna till minst ett krav i Värna med ansvarig roll och uppföljning, intygade av en ansvarig roll under de senaste tolv månaderna, eller lagda åt sidan med skäl. Att intyget säger att kravet inte är uppfyllt spelar ingen roll här: kravet följs upp. Föreslagna kopplingar som ingen har bekräftat räknas inte. Bör-meningar räknas inte.',
    en: 'The share of mandatory sentences in the policy in force that are tied to at least one clause with a responsible role and a check in Värna, attested by a responsible office within the last twelve months, or put aside with a reason. An attest that the demand is not met counts here: the demand is followed up. Ties only proposed do not count, nor do recommendations.',
  },
  reads: ['documents', 'documentVersions', 'sentences', 'demandAttests', 'appointments'],
  messages: {
    notTied: {
      sv: 'Meningen ställer ett krav men är inte knuten till något krav i Värna.',
      en: 'The sentence makes a demand but is tied to no clause.',
    },
    notConfirmed: {
      sv: 'Ett förslag till hur kravet följs upp väntar på att bekräftas.',
      en: 'A proposal for how the demand is followed up waits to be confirmed.',
    },
    notFollowed: {
      sv: (parameters) =>
        `Kravet är knutet till ${textIn(parameters, 'clauses')}, som ännu inte följs upp i Värna.`,
      en: (parameters) =>
        `The demand is tied to ${textIn(parameters, 'clauses')}, which Värna does not follow up yet.`,
    },
    notAttested: {
      sv: 'Kravet ska intygas varje år, men inget intyg finns.',
      en: 'The demand is to be attested every year, but there is no attest.',
    },
    attestTooOld: {
      sv: 'Kravet intygades för mer än tolv månader sedan.',
      en: 'The demand was attested more than twelve months ago.',
    },
  },
  applies: always,
  findings({ documents, documentVersions, sentences, demandAttests, appointments }, today) {
    const policy = policyInForce(documents, documentVersions, today);
    const attests = groupBy(demandAttests, (one) => `${one.documentId}:${one.sentenceHash}`);
    const notes: NoteCode[] = policy === null ? ['policyMissing'] : [];
    const demands = [...sentences.values()].filter(
      (one) => one.demand === 'ska' && one.documentVersionId === policy?.version.id,
    );
    return shareOf(
      demands,
      (sentence) => {
        if (sentence.setAside || sentence.clauses.some((number) => followedNumbers.has(number))) return null;
        if (sentence.attested) {
          const own = attests.get(`${policy?.document.id}:${sentence.hash}`) ?? [];
          if (own.some((one) => one.attestedOn <= today && stillHolds(one.attestedOn, today))) return null;
          return own.length === 0 ? 'notAttested' : 'attestTooOld';
        }
        if (sentence.clauses.length > 0) return 'notFollowed';
        return sentence.isProposed ? 'notConfirmed' : 'notTied';
      },
      (sentence, message) => ({
        register: 'sentence',
        recordId: sentence.id,
        recordName: `${sentence.heading}, ${sentence.number}`,
        field: 'clauses',
        ...demandDuty(appointments, sentence.responsibleOffice ?? 'informationSecurityCoordinator', today),
        unitId: null,
        parameters: { clauses: sentence.clauses.join(', ') },
        action: actions[message],
      }),
      notes,
    );
  },
});

const actions = {
  notTied: mending.tieSentence,
  notConfirmed: mending.tieSentence,
  notFollowed: null,
  notAttested: mending.attestDemand,
  attestTooOld: mending.attestDemand,
} as const;
