import { no, party, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const care = yes('careAffected');

judges(
  ['V1', 'V2'],
  [
    [
      'V1',
      'it could have been serious',
      { answers: { ...care, ...yes('seriousCareInjury') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'V1',
      'it could not',
      { answers: { ...care, ...no('seriousCareInjury') } },
      'doesNotArise',
      'answeredNo',
    ],
    ['V1', 'care was not affected', { answers: no('careAffected') }, 'doesNotArise', 'careNotAffected'],
    ['V1', 'nobody has judged it', { answers: care }, 'decisionNeeded', 'notAnswered'],
    [
      'V1',
      'who gives no care',
      { parties: [party('kommunen', ['controller'])], answers: { ...care, ...yes('seriousCareInjury') } },
      'doesNotArise',
      'roleMissing',
    ],
    [
      'V2',
      'a patient was injured',
      { answers: { ...care, ...yes('careInjury') } },
      'thresholdMet',
      'answeredYes',
    ],
    ['V2', 'nobody was', { answers: { ...care, ...no('careInjury') } }, 'doesNotArise', 'answeredNo'],
  ],
);
