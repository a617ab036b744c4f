import type { TextsLike } from '../../kernel/texts.ts';
import type { personSourceTextsSv } from './person-source.texts.sv.ts';

export const personSourceTextsEn: TextsLike<typeof personSourceTextsSv> = {
  name: 'Sources of people',
  fields: {
    kind: 'People',
    name: 'Name',
    intervalDays: 'Days between checks',
    synchronisedOn: 'Last checked',
    endedOn: 'Ended',
    reason: 'Reason',
  },
  refusals: {
    nameTaken: 'There is already a source with that name for the same kind of people.',
    ended: 'The source is no longer used.',
    nothingChanged: 'Nothing has changed.',
  },
  events: {
    'personSource.registered': 'entered the source',
    'personSource.described': 'changed the details of the source',
    'personSource.synchronised': 'checked the people against the source',
    'personSource.ended': 'stopped using the source',
  },
};
