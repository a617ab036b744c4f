import { answered, no, party, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const breach = yes('personalData');
const provider = party('kommunen', ['processor', 'communicationsProvider', 'supplier', 'coveredEntity']);

judges(
  ['G1', 'G2', 'G3', 'G4'],
  [
    ['G1', 'a risk', { answers: { ...breach, ...yes('riskToPeople') } }, 'thresholdMet', 'answeredYes'],
    // That a risk is unlikely must be shown, so it is decided.
    [
      'G1',
      'an unlikely risk',
      { answers: { ...breach, ...no('riskToPeople') } },
      'decisionNeeded',
      'judgedUnlikelyRisk',
    ],
    [
      'G1',
      'an unknown risk',
      { answers: { ...breach, ...answered('unknown', 'riskToPeople') } },
      'decisionNeeded',
      'answeredUnknown',
    ],
    ['G1', 'a risk not judged', { answers: breach }, 'decisionNeeded', 'notAnswered'],
    ['G1', 'no personal data', { answers: no('personalData') }, 'doesNotArise', 'noPersonalData'],
    [
      'G1',
      'nobody knows whether',
      { answers: answered('unknown', 'personalData') },
      'decisionNeeded',
      'answeredUnknown',
    ],
    [
      'G1',
      'who is no controller',
      { parties: [party('kommunen', ['coveredEntity'])], answers: { ...breach, ...yes('riskToPeople') } },
      'doesNotArise',
      'roleMissing',
    ],
    [
      'G2',
      'handled for others',
      { parties: [provider], answers: { ...breach, ...yes('onBehalfOfOthers') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'G2',
      'its own data',
      { parties: [provider], answers: { ...breach, ...no('onBehalfOfOthers') } },
      'doesNotArise',
      'answeredNo',
    ],
    [
      'G2',
      'no personal data',
      { parties: [provider], answers: no('personalData') },
      'doesNotArise',
      'noPersonalData',
    ],
    [
      'G2',
      'nobody has said for whom',
      { parties: [provider], answers: breach },
      'decisionNeeded',
      'notAnswered',
    ],
    [
      'G3',
      'a high risk',
      { answers: { ...breach, ...yes('riskToPeople', 'highRisk') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'G3',
      'a risk that is not high',
      { answers: { ...breach, ...yes('riskToPeople'), ...no('highRisk') } },
      'decisionNeeded',
      'judgedNotHighRisk',
    ],
    [
      'G3',
      'an unlikely risk',
      { answers: { ...breach, ...no('riskToPeople') } },
      'doesNotArise',
      'unlikelyRisk',
    ],
    ['G3', 'not judged', { answers: { ...breach, ...yes('riskToPeople') } }, 'decisionNeeded', 'notAnswered'],
    ['G3', 'no personal data', { answers: no('personalData') }, 'doesNotArise', 'noPersonalData'],
    [
      'G4',
      'every breach',
      { answers: { ...breach, ...no('riskToPeople') } },
      'thresholdMet',
      'everyBreachIsRecorded',
    ],
    ['G4', 'no personal data', { answers: no('personalData') }, 'doesNotArise', 'noPersonalData'],
    ['G4', 'nobody has said', {}, 'decisionNeeded', 'notAnswered'],
  ],
);
