import { no, party, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const breach = yes('personalData');
const service = { ...breach, ...yes('communicationsService') };
const provider = party('kommunen', ['processor', 'communicationsProvider', 'supplier', 'coveredEntity']);

const asked = (answers: typeof breach) => ({ parties: [provider], answers });

judges(
  ['P1', 'P2'],
  [
    [
      'P1',
      'a public service',
      { parties: [provider], answers: { ...breach, ...yes('communicationsService') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'P1',
      'an own network',
      { parties: [provider], answers: { ...breach, ...no('communicationsService') } },
      'doesNotArise',
      'answeredNo',
    ],
    [
      'P1',
      'no personal data',
      { parties: [provider], answers: no('personalData') },
      'doesNotArise',
      'noPersonalData',
    ],
    ['P1', 'who offers none', { answers: breach }, 'doesNotArise', 'roleMissing'],
    ['P2', 'a high risk to them', asked({ ...service, ...yes('highRisk') }), 'thresholdMet', 'answeredYes'],
    [
      'P2',
      'a risk that is not high',
      asked({ ...service, ...no('highRisk') }),
      'decisionNeeded',
      'judgedNotHighRisk',
    ],
    ['P2', 'nobody has said how high', asked(service), 'decisionNeeded', 'notAnswered'],
    [
      'P2',
      'no risk to speak of',
      asked({ ...service, ...no('riskToPeople') }),
      'doesNotArise',
      'unlikelyRisk',
    ],
    [
      'P2',
      'an own network',
      asked({ ...breach, ...no('communicationsService') }),
      'doesNotArise',
      'answeredNo',
    ],
    ['P2', 'not said whose network', asked(breach), 'decisionNeeded', 'notAnswered'],
    ['P2', 'no personal data', asked(no('personalData')), 'doesNotArise', 'noPersonalData'],
    ['P2', 'who offers none', { answers: service }, 'doesNotArise', 'roleMissing'],
  ],
);
