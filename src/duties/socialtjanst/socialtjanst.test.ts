import { no, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const care = yes('careAffected');

judges(
  ['V3', 'V4'],
  [
    ['V3', 'misconduct', { answers: { ...care, ...yes('misconduct') } }, 'thresholdMet', 'answeredYes'],
    ['V3', 'none', { answers: { ...care, ...no('misconduct') } }, 'doesNotArise', 'answeredNo'],
    [
      'V4',
      'serious',
      { answers: { ...care, ...yes('misconduct', 'seriousMisconduct') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'V4',
      'not serious',
      { answers: { ...care, ...yes('misconduct'), ...no('seriousMisconduct') } },
      'doesNotArise',
      'answeredNo',
    ],
    [
      'V4',
      'no misconduct at all',
      { answers: { ...care, ...no('misconduct') } },
      'doesNotArise',
      'noMisconduct',
    ],
    [
      'V4',
      'nobody has judged it',
      { answers: { ...care, ...yes('misconduct') } },
      'decisionNeeded',
      'notAnswered',
    ],
  ],
);
