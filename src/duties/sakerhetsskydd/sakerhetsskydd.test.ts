import { answered, no, party, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const provider = party('kommunen', ['processor', 'communicationsProvider', 'supplier', 'coveredEntity']);

judges(
  ['S1', 'S2'],
  [
    [
      'S1',
      'säkerhetsskydd is concerned',
      { answers: yes('protectiveSecurity') },
      'thresholdMet',
      'answeredYes',
    ],
    ['S1', 'it is not', { answers: no('protectiveSecurity') }, 'doesNotArise', 'answeredNo'],
    [
      'S1',
      'nobody knows',
      { answers: answered('unknown', 'protectiveSecurity') },
      'decisionNeeded',
      'answeredUnknown',
    ],
    ['S1', 'nobody has answered', {}, 'decisionNeeded', 'notAnswered'],
    [
      'S2',
      'who delivers to others',
      { parties: [provider], answers: yes('protectiveSecurity') },
      'thresholdMet',
      'answeredYes',
    ],
    ['S2', 'who does not', { answers: yes('protectiveSecurity') }, 'doesNotArise', 'roleMissing'],
  ],
);
