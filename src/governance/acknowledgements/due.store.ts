import type { DueDay, FindDue } from '../../calendar/due.ts';
import { mineToRead } from './mine.store.ts';

/** The last days of the campaigns in which somebody has been asked to read a text, and has not acknowledged it. */
export const dueAcknowledgements: FindDue = async (db, { personId }, { today }) => {
  if (personId === null) return [];
  return (await mineToRead(db, personId, today)).flatMap(
    ({ versionId, title, closesOn, acknowledgedAt }): DueDay[] =>
      closesOn === null || acknowledgedAt !== null
        ? []
        : [
            {
              kind: 'day',
              register: 'campaign',
              recordId: versionId,
              recordName: title,
              action: 'acknowledgement.make',
              on: closesOn,
              concerns: [],
            },
          ],
  );
};
