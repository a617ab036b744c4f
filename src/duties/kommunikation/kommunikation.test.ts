import { no, party, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const breach = yes('personalData');
const provider = party('kommunen', ['processor', 'communicationsProvider', 'supplier', 'coveredEntity']);

judges(
  ['P1'],
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
  ],
);
