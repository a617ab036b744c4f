import { no, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

judges(
  ['B1', 'K1'],
  [
    ['B1', 'a crime', { answers: yes('crime') }, 'decisionNeeded', 'urgedNotDemanded'],
    ['B1', 'no crime', { answers: no('crime') }, 'doesNotArise', 'answeredNo'],
    ['K1', 'an agreement says so', { answers: yes('agreement') }, 'thresholdMet', 'answeredYes'],
    ['K1', 'none does', { answers: no('agreement') }, 'doesNotArise', 'answeredNo'],
  ],
);
