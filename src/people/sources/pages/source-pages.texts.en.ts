import type { TextsLike } from '../../../kernel/texts.ts';
import type { sourcePagesTextsSv } from './source-pages.texts.sv.ts';

export const sourcePagesTextsEn: TextsLike<typeof sourcePagesTextsSv> = {
  title: 'Sources of people',
  lead: 'The policy is for everyone. So the register is compared with each source, as often as you have decided.',
  people: 'People',
  add: 'Add a source',
  none: 'There are no sources here yet',
  noneText:
    'Add one for each kind: the HR system for employees, the register of elected representatives, the list of external people.',
  kinds: { employee: 'Employees', elected: 'Elected representatives', external: 'External people' },
  never: 'Never compared',
  overdue: 'The comparison is overdue',
  fresh: 'Compared in time',
  endedState: 'No longer used',
  dueOn: 'To be compared by',
  interval: 'How often',
  everyDays: (count, isOne) => (isOne ? 'every day' : `at least once in ${count} days`),
  persons: 'People in the register',
  synchronise: 'Compare today',
  synchroniseTitle: (name) => `Compare with ${name}`,
  synchroniseText:
    'Confirm that you have compared the people here with the source today, and mended what differed.',
  synchroniseConfirm: 'Confirm the comparison',
  edit: 'Change the source',
  end: 'Stop using the source',
  endText: 'The people from the source stay in the register.',
  nameHint: 'For example “The HR system”.',
  intervalHint: 'How many days may pass before the register is compared with the source again.',
  days: 'days',
  create: 'Add the source',
  save: 'Save the source',
  cancel: 'Cancel',
};
