import { policyInForce } from '../../governance/documents/document.facts.ts';
import { always, clause, type NoteCode, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { followedNumbers } from '../followed.ts';
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
    sv: 'Andelen ska-meningar i policyn som gäller som är knutna till minst ett krav i Värna med ansvarig roll och uppföljning, eller lagda åt sidan med skäl. Föreslagna kopplingar som ingen har bekräftat räknas inte. Bör-meningar räknas inte.',
    en: 'The share of mandatory sentences in the policy in force that are tied to at least one clause with a responsible role and a check in Värna, or put aside with a reason. Ties only proposed do not count, nor do recommendations.',
  },
  reads: ['documents', 'documentVersions', 'sentences', 'appointments'],
  messages: {
    notTied: {
      sv: 'Meningen ställer ett krav men är inte knuten till något krav i Värna.',
      en: 'The sentence makes a demand but is tied to no clause.',
    },
    notFollowed: {
      sv: (parameters) =>
        `Kravet är knutet till ${textIn(parameters, 'clauses')}, som ännu inte följs upp i Värna.`,
      en: (parameters) =>
        `The demand is tied to ${textIn(parameters, 'clauses')}, which Värna does not follow up yet.`,
    },
  },
  applies: always,
  findings({ documents, documentVersions, sentences, appointments }, today) {
    const policy = policyInForce(documents, documentVersions, today);
    const notes: NoteCode[] = policy === null ? ['policyMissing'] : [];
    const demands = [...sentences.values()].filter(
      (one) => one.demand === 'ska' && one.documentVersionId === policy?.version.id,
    );
    return shareOf(
      demands,
      (sentence) => {
        if (sentence.setAside || sentence.clauses.some((number) => followedNumbers.has(number))) return null;
        return sentence.clauses.length === 0 ? 'notTied' : 'notFollowed';
      },
      (sentence, message) => ({
        register: 'sentence',
        recordId: sentence.id,
        recordName: `${sentence.heading}, ${sentence.number}`,
        field: 'clauses',
        ...dutyOf(appointments, 'informationSecurityCoordinator', today),
        unitId: null,
        parameters: { clauses: sentence.clauses.join(', ') },
        action: message === 'notTied' ? mending.tieSentence : null,
      }),
      notes,
    );
  },
});
