import { pickTexts } from '../kernel/texts.ts';
import { binder } from '../registers/plans/binder/binder.views.ts';
import { list as exercises } from '../registers/plans/exercises/exercise.views.ts';
import { planTexts } from '../registers/plans/plan.texts.ts';
import { list as plans, record as planRecord } from '../registers/plans/plan.views.ts';
import { words, yesNo } from './columns.ts';
import { exportOf } from './export.ts';
import { printOf } from './print.ts';

const exportPlans = exportOf(plans, {
  name: 'plan.export',
  title: (language) => pickTexts(planTexts, language).name,
  columns: (row, language) => {
    const { own, shared } = words(planTexts, language);
    // How long a secret plan's object can be away says where the municipality is weak.
    const open = (hours: number | null) => (row.secret ? null : hours);
    return {
      [shared.of]: row.name,
      [own.fields.kind]: own.kinds[row.kind],
      [shared.unit]: row.unitName,
      [shared.state]: own.listStates[row.number === null ? 'notInForce' : 'inForce'],
      [own.fields.number]: row.number,
      [own.fields.nextReviewOn]: row.nextReviewOn,
      [own.fields.recoveryHours]: open(row.recoveryHours),
      [own.fields.lossHours]: open(row.lossHours),
      [own.exercised]: row.exercisedOn,
      [own.fields.places]: row.place,
      [shared.secret]: yesNo(row.secret, language),
      [own.fields.endedOn]: row.endedOn,
    };
  },
});

const exportExercises = exportOf(exercises, {
  name: 'exercise.export',
  title: (language) => pickTexts(planTexts, language).registers.exercise,
  columns: (row, language) => {
    const { own, shared } = words(planTexts, language);
    return {
      [own.fields.scenario]: row.secret ? null : row.scenario,
      [own.fields.kind]: own.exerciseKinds[row.kind],
      [own.fields.heldOn]: row.heldOn,
      [own.fields.planIds]: row.plans.join(', '),
      [own.fields.participants]: row.participants,
      [own.fields.restoreTried]: yesNo(row.restoreTried, language),
      [shared.secret]: yesNo(row.secret, language),
      [own.fields.withdrawnOn]: row.withdrawnOn,
    };
  },
});

/** Plans and exercises as files and on paper. */
export const planExports = [
  exportPlans,
  exportExercises,
  printOf(plans, 'plan.printList'),
  printOf(planRecord, 'plan.print'),
  printOf(binder, 'plan.printBinder'),
] as const;
