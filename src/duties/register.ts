import { register } from '../kernel/register.ts';
import { dryRun } from './dry-run.view.ts';
import {
  changeDutyRecipient,
  changeDutyTerm,
  enterDutyRecipient,
  enterDutyTerm,
  withdrawDutyRecipient,
  withdrawDutyTerm,
} from './duty-data.actions.ts';
import { dutyTexts } from './duty.texts.ts';
import { list, recipientList, record, termList } from './duty.views.ts';

/** The slice's words under the name of one of its registers. */
function named(name: keyof typeof dutyTexts.sv.registers) {
  const { sv, en } = dutyTexts;
  return { sv: { ...sv, name: sv.registers[name] }, en: { ...en, name: en.registers[name] } };
}

export const dutyRegister = register({
  name: 'duty',
  actions: [],
  views: [list, record, dryRun],
  texts: dutyTexts,
});

export const dutyTermRegister = register({
  name: 'dutyTerm',
  actions: [enterDutyTerm, changeDutyTerm, withdrawDutyTerm],
  views: [termList],
  texts: named('dutyTerm'),
});

export const dutyRecipientRegister = register({
  name: 'dutyRecipient',
  actions: [enterDutyRecipient, changeDutyRecipient, withdrawDutyRecipient],
  views: [recipientList],
  texts: named('dutyRecipient'),
});
