import { register } from '../../kernel/register.ts';
import { download, note } from './binder/binder.actions.ts';
import { binder } from './binder/binder.views.ts';
import { correct, enter, withdraw } from './exercises/exercise.actions.ts';
import { list as exercises, record as exercise } from './exercises/exercise.views.ts';
import { set } from './order/restoration-order.actions.ts';
import { current } from './order/restoration-order.views.ts';
import { begin, decide, describe, discard, end, register as registerAction, write } from './plan.actions.ts';
import { movePlans, plansOfUnit } from './plan.store.ts';
import { planTexts } from './plan.texts.ts';
import { choices, list, record } from './plan.views.ts';

/** The slice's words under the name of one of its registers. */
function named(name: keyof typeof planTexts.sv.registers) {
  const { sv, en } = planTexts;
  return { sv: { ...sv, name: sv.registers[name] }, en: { ...en, name: en.registers[name] } };
}

export const planRegister = register({
  name: 'plan',
  actions: [registerAction, describe, write, begin, discard, decide, end],
  views: [list, record, choices, binder],
  texts: planTexts,
  followers: {
    touched: async (transaction, from) => (await plansOfUnit(transaction, from)).map((id) => `plan:${id}`),
    follow: movePlans,
  },
});

export const restorationOrderRegister = register({
  name: 'restorationOrder',
  actions: [set],
  views: [current],
  texts: named('restorationOrder'),
});

export const exerciseRegister = register({
  name: 'exercise',
  actions: [enter, correct, withdraw],
  views: [exercises, exercise],
  texts: named('exercise'),
});

export const binderCopyRegister = register({
  name: 'binderCopy',
  actions: [note, download],
  views: [],
  texts: named('binderCopy'),
});
