import { describe } from 'vitest';
import type {
  BinderCopyFact,
  ExerciseFact,
  PlanFact,
  PlanVersionFact,
} from '../../registers/plans/plan.facts.ts';
import { classification, entity, facts, information, system, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { incidentPlansReduceHarm } from './incidentplaner-minskar-skadan.ts';

const levels = (availability: number) => ({
  classification: classification({
    levels: { confidentiality: 1, integrity: 1, availability, traceability: null },
  }),
});
const carries = { id: 'tie', systemId: 'system', informationId: 'information', endedOn: null };
const entities = [entity()];
const systems = [system()];
const units = [unit()];
/** A system at availability 3, whose information is another unit's, which has ended: so the system alone is asked. */
const critical = {
  entities,
  systems,
  units,
  systemInformation: [carries],
  information: [information({ unitId: 'elsewhere', ...levels(3) })],
};

const plan = (row: Partial<PlanFact> = {}): PlanFact => ({
  id: 'plan',
  kind: 'both',
  systemId: 'system',
  unitId: null,
  endedOn: null,
  secret: false,
  ...row,
});
const version = (row: Partial<PlanVersionFact> = {}): PlanVersionFact => ({
  id: 'version',
  planId: 'plan',
  number: 1,
  state: 'decided',
  validFrom: '2026-01-01',
  nextReviewOn: '2027-01-01',
  ...row,
});
const exercise = (row: Partial<ExerciseFact> = {}): ExerciseFact => ({
  id: 'exercise',
  planIds: ['plan'],
  heldOn: '2026-09-01',
  withdrawnOn: null,
  ...row,
});
const copy = (row: Partial<BinderCopyFact> = {}): BinderCopyFact => ({
  id: 'copy',
  kind: 'printed',
  takenOn: '2026-09-01',
  versionIds: ['version'],
  ...row,
});
const whole = {
  ...critical,
  plans: [plan()],
  planVersions: [version()],
  exercises: [exercise()],
  binderCopies: [copy()],
};
const but = (other: Parameters<typeof facts>[0]) => facts({ ...whole, ...other });

describe('incident plans reduce the harm', () => {
  describe('whom it asks', () => {
    judgesAs(incidentPlansReduceHarm, [
      ['nothing at all', facts({}), 'undetermined'],
      [
        'nothing at availability 3',
        facts({ ...critical, information: [information(levels(2))] }),
        'undetermined',
      ],
      ['a system that carries such', facts(critical), 'not_met', 'noPlan'],
      [
        'no longer carries it',
        facts({ ...critical, systemInformation: [{ ...carries, endedOn: '2026-11-23' }] }),
        'undetermined',
      ],
      [
        'a system that is not in operation yet',
        facts({ ...critical, systems: [system({ lifecycle: 'acquired' })] }),
        'undetermined',
      ],
      [
        'a system raised because it gathers much',
        facts({
          entities,
          units,
          systems: [
            system({
              raised: { confidentiality: null, integrity: null, availability: 3, traceability: null },
            }),
          ],
        }),
        'not_met',
        'noPlan',
      ],
      [
        'a system raised to less',
        facts({
          entities,
          units,
          systems: [
            system({ raised: { confidentiality: 3, integrity: null, availability: 2, traceability: null } }),
          ],
        }),
        'undetermined',
      ],
      [
        'an activity that has such',
        facts({ entities, units, information: [information(levels(3))] }),
        'not_met',
        'noPlan',
      ],
      [
        'an activity that has ended',
        facts({ entities, units: [unit({ until: '2026-11-22' })], information: [information(levels(3))] }),
        'undetermined',
      ],
      [
        'information that is not classified',
        facts({ entities, units, information: [information({ classification: null })] }),
        'undetermined',
      ],
      [
        'a system and its activity',
        facts({ ...critical, information: [information(levels(3))] }),
        'not_met',
        'noPlan',
        'noPlan',
      ],
      [
        'a system with a plan, an activity without',
        but({ information: [information(levels(3))] }),
        'partly',
        'noPlan',
      ],
    ]);
  });

  describe('the plan', () => {
    judgesAs(incidentPlansReduceHarm, [
      ['whole', facts(whole), 'met'],
      [
        'of an activity',
        facts({
          ...whole,
          systemInformation: [],
          information: [information(levels(3))],
          plans: [plan({ systemId: null, unitId: 'unit' })],
        }),
        'met',
      ],
      ['of another system', but({ plans: [plan({ systemId: 'other' })] }), 'not_met', 'noPlan'],
      ['ended', but({ plans: [plan({ endedOn: '2026-11-01' })] }), 'not_met', 'noPlan'],
      ['only a draft', but({ planVersions: [] }), 'not_met', 'notDecided'],
      [
        'decided, from tomorrow',
        but({ planVersions: [version({ validFrom: '2026-11-24' })] }),
        'not_met',
        'notDecided',
      ],
      ['decided, from today', but({ planVersions: [version({ validFrom: '2026-11-23' })] }), 'met'],
      ['for continuity alone', but({ plans: [plan({ kind: 'continuity' })] }), 'not_met', 'incidentMissing'],
      ['for incidents alone', but({ plans: [plan({ kind: 'incident' })] }), 'not_met', 'continuityMissing'],
      [
        'one for each',
        but({
          plans: [plan({ kind: 'incident' }), plan({ id: 'second', kind: 'continuity' })],
          planVersions: [version(), version({ id: 'of-second', planId: 'second' })],
          exercises: [exercise({ planIds: ['plan', 'second'] })],
          binderCopies: [copy({ versionIds: ['version', 'of-second'] })],
        }),
        'met',
      ],
      [
        'one for each, of which one was not exercised',
        but({
          plans: [plan({ kind: 'incident' }), plan({ id: 'second', kind: 'continuity' })],
          planVersions: [version(), version({ id: 'of-second', planId: 'second' })],
          binderCopies: [copy({ versionIds: ['version', 'of-second'] })],
        }),
        'not_met',
        'notExercised',
      ],
      [
        'reviewed today at the latest',
        but({ planVersions: [version({ nextReviewOn: '2026-11-23' })] }),
        'met',
      ],
      [
        'whose review was yesterday',
        but({ planVersions: [version({ nextReviewOn: '2026-11-22' })] }),
        'not_met',
        'reviewPassed',
      ],
    ]);
  });

  describe('the exercise', () => {
    judgesAs(incidentPlansReduceHarm, [
      ['none', but({ exercises: [] }), 'not_met', 'notExercised'],
      ['of another plan', but({ exercises: [exercise({ planIds: ['other'] })] }), 'not_met', 'notExercised'],
      ['exactly twelve months ago', but({ exercises: [exercise({ heldOn: '2025-11-23' })] }), 'met'],
      ['a day more', but({ exercises: [exercise({ heldOn: '2025-11-22' })] }), 'not_met', 'notExercised'],
      ['withdrawn', but({ exercises: [exercise({ withdrawnOn: '2026-10-01' })] }), 'not_met', 'notExercised'],
      [
        'of an earlier version of the same plan',
        but({ planVersions: [version({ validFrom: '2026-10-01' })] }),
        'met',
      ],
    ]);
  });

  describe('at hand without a network', () => {
    judgesAs(incidentPlansReduceHarm, [
      ['never', but({ binderCopies: [] }), 'not_met', 'notAtHand'],
      [
        'an earlier version on paper',
        but({ binderCopies: [copy({ versionIds: ['earlier'] })] }),
        'not_met',
        'notAtHand',
      ],
      ['printed exactly twelve months ago', but({ binderCopies: [copy({ takenOn: '2025-11-23' })] }), 'met'],
      [
        'printed a day earlier',
        but({ binderCopies: [copy({ takenOn: '2025-11-22' })] }),
        'not_met',
        'notAtHand',
      ],
      ['downloaded', but({ binderCopies: [copy({ kind: 'downloaded' })] }), 'met'],
      [
        'kept on a device thirty days ago',
        but({ binderCopies: [copy({ kind: 'kept', takenOn: '2026-10-24' })] }),
        'met',
      ],
      [
        'kept on a device a day earlier',
        but({ binderCopies: [copy({ kind: 'kept', takenOn: '2026-10-23' })] }),
        'not_met',
        'notAtHand',
      ],
      [
        'kept long ago but printed since',
        but({ binderCopies: [copy({ kind: 'kept', takenOn: '2026-01-01' }), copy({ id: 'paper' })] }),
        'met',
      ],
    ]);
  });
});
