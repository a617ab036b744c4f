import type { TextsLike } from '../kernel/texts.ts';
import type { exportTextsSv } from './export.texts.sv.ts';

export const exportTextsEn: TextsLike<typeof exportTextsSv> = {
  name: 'Exports',
  fields: {
    filter: 'Selection',
    format: 'File format',
    recipient: 'Recipient',
    diaryNumber: 'Diary number',
  },
  refusals: {
    nothingToExport: 'There are no rows to export in the selection.',
    tooManyRows: 'The selection has more than {limit} rows. Narrow it and export in several goes.',
    recipientMissing: 'State to whom the information is disclosed, or take away the diary number.',
  },
  events: {},
  yes: 'Yes',
  no: 'No',
  owner: 'Owner',
  unit: 'Unit',
  secret: 'Marked secret',
  required: (aspect) => `Requires ${aspect}`,
  proven: (aspect) => `Proven ${aspect}`,
  deputies: 'Deputies',
  of: 'Held for',
  state: 'State',
  person: 'Holder',
  standings: { planned: 'Planned', standing: 'Stands', ended: 'Ended' },
  offices: 'Appointments',
  from: 'From',
  until: 'Until',
  synchronisedOn: 'Last compared',
  dueOn: 'To be compared by',
  persons: 'Number of persons',
  informationCount: 'Pieces of information',
  entity: 'Legal entity',
  parent: 'Placed under',
};
