import type { TextsLike } from '../kernel/texts.ts';
import type { clauseTextsSv } from './clause.texts.sv.ts';

export const clauseTextsEn: TextsLike<typeof clauseTextsSv> = {
  name: 'Clauses',
  fields: { number: 'Clause', asOf: 'Day', page: 'Page', office: 'Office' },
  refusals: {},
  events: {},
  sections: {
    bakgrund: 'Background',
    informationssakerhet: 'What is information security?',
    ansvar: 'Whose responsibility?',
    stod: 'Advice and support',
    mal: 'Goals',
    malgrupp: 'Who and what the policy covers',
    styrning: 'Governing documents',
    organisation: 'Organisation and roles',
    avtal: 'Agreements',
    klassificering: 'Classification of information',
    avvikelser: 'Incidents, deviations and exceptions',
    uppfoljning: 'Follow-up',
  },
  verdicts: {
    met: 'Met',
    partly: 'Partly met',
    not_met: 'Not met',
    not_applicable: 'Not applicable',
    not_in_force: 'Not in force yet',
    undetermined: 'Undetermined',
  },
  notes: {
    registerMissing: 'the register does not exist yet',
    emptyPopulation: 'there is nothing to count yet',
    populationNotDeclared: 'the register has not been declared complete',
    policyMissing: 'no policy is in force today',
    partNotMeasured: 'a part of the demand is not measured yet',
  },
  strengths: { ska: 'mandatory', bor: 'recommended' },
  bodies: { council: 'the municipal council', executiveBoard: 'the executive board', everyone: 'everyone' },
  marks: {
    threshold: 'The threshold was changed',
    policy: 'Another version of the policy came into force',
  },
};
