import { describe } from 'vitest';
import type { HandlingFact, HandlingRuleFact } from '../../registers/information/information.facts.ts';
import { classification, facts, information, today } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { allInformationIsClassified } from './all-information-ar-klassad.ts';
import { handlingMatchesClass } from './hanteringen-motsvarar-klassen.ts';
import { classificationIsListed } from './klassningen-ar-fortecknad.ts';
import { personalDataIsClassifiedForTraceability } from './personuppgifter-klassas-for-sparbarhet.ts';

const classed = (row: Parameters<typeof classification>[0]) =>
  information({ classification: classification(row) });
const unclassified = information({ id: 'b', classification: null });

describe('all information is classified', () => {
  judgesAs(allInformationIsClassified, [
    ['no information', facts({}), 'undetermined'],
    ['to be reviewed today', facts({ information: [classed({ nextReviewOn: today })] }), 'met'],
    ['review passed', facts({ information: [classed({ nextReviewOn: '2026-11-22' })] }), 'not_met', 'old'],
    ['one of two', facts({ information: [information(), unclassified] }), 'partly', 'unclassified'],
  ]);
});

describe('personal data is classified for traceability', () => {
  const traced = { confidentiality: 2, integrity: 1, availability: 1, traceability: 2 };
  const personal = (row: Parameters<typeof classification>[0] | null) =>
    information({
      id: `i${row === null}`,
      personalData: 'sensitive',
      classification: row === null ? null : classification(row),
    });
  judgesAs(personalDataIsClassifiedForTraceability, [
    ['no personal data', facts({ information: [information()] }), 'undetermined'],
    ['traced', facts({ information: [personal({ levels: traced })] }), 'met'],
    ['classed, not traced', facts({ information: [personal({})] }), 'not_met', 'noTraceability'],
    [
      'review passed',
      facts({ information: [personal({ levels: traced, nextReviewOn: '2026-11-22' })] }),
      'not_met',
      'old',
    ],
    [
      'one of two',
      facts({ information: [personal({ levels: traced }), personal(null)] }),
      'partly',
      'unclassified',
    ],
  ]);
});

describe('the classification is on record', () => {
  judgesAs(classificationIsListed, [
    ['nothing is classified', facts({ information: [unclassified] }), 'undetermined'],
    ['complete', facts({ information: [information(), unclassified] }), 'met'],
    [
      'a reason missing',
      facts({ information: [classed({ reasoned: ['confidentiality', 'integrity'] })] }),
      'not_met',
      'lacking',
    ],
    ['nobody took part', facts({ information: [classed({ participants: 0 })] }), 'not_met', 'lacking'],
    ['nobody decided', facts({ information: [classed({ decidedBy: null })] }), 'not_met', 'lacking'],
    ['an unnamed model', facts({ information: [classed({ modelNamed: false })] }), 'not_met', 'lacking'],
    [
      'traceability classed without a reason, beside a complete one',
      facts({
        information: [
          information({ id: 'b' }),
          classed({ levels: { confidentiality: 1, integrity: 1, availability: 1, traceability: 1 } }),
        ],
      }),
      'partly',
      'lacking',
    ],
  ]);
});

describe('the handling matches the class', () => {
  const rule = (verdict: HandlingRuleFact['verdict'], level = 2): HandlingRuleFact => ({
    id: `${level}`,
    level,
    activity: 'print',
    carrier: 'paper',
    verdict,
  });
  const print: HandlingFact = {
    id: 'handling',
    informationId: 'information',
    activity: 'print',
    carrier: 'paper',
    conditionsMet: false,
    endedOn: null,
  };
  const of = (handling: Partial<HandlingFact>, ...handlingRules: HandlingRuleFact[]) =>
    facts({ information: [information()], handlings: [{ ...print, ...handling }], handlingRules });
  judgesAs(handlingMatchesClass, [
    ['nothing declared', facts({ information: [information()] }), 'undetermined'],
    ['withdrawn', of({ endedOn: today }, rule('forbidden')), 'undetermined'],
    [
      'of information that is no longer active',
      of({ informationId: 'gone' }, rule('forbidden')),
      'undetermined',
    ],
    ['allowed', of({}, rule('allowed')), 'met'],
    ['conditions met', of({ conditionsMet: true }, rule('conditional')), 'met'],
    ['conditions not met', of({}, rule('conditional')), 'not_met', 'conditions'],
    ['forbidden', of({}, rule('forbidden')), 'not_met', 'forbidden'],
    ['another level’s rule', of({}, rule('allowed', 1)), 'not_met', 'noRule'],
    [
      'one of two, the other unclassified',
      facts({
        information: [information(), unclassified],
        handlings: [print, { ...print, id: 'h2', informationId: 'b' }],
        handlingRules: [rule('allowed')],
      }),
      'partly',
      'unclassified',
    ],
  ]);
});
