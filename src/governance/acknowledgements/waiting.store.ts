import type { Actor } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { mineToRead } from './mine.store.ts';

/**
 * The texts that a campaign asks this person to read, whatever kind of document they are. The policy is told as hers, for so it is
 * found by P03 too: the two are one task.
 */
export async function waitingReadings(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const rows = await mineToRead(db, personId, today);
  return rows.flatMap(({ versionId, title, kind, askedOn, closesOn, acknowledgedAt }): Waiting[] => {
    if (askedOn === null || acknowledgedAt !== null) return [];
    const isPolicy = kind === 'policy';
    return [
      {
        register: isPolicy ? 'person' : 'documentVersion',
        recordId: isPolicy ? personId : versionId,
        recordName: title,
        action: 'acknowledgement.make',
        office: null,
        since: askedOn,
        dueOn: closesOn,
        overdue: closesOn !== null && closesOn < today,
        // What she is to read herself is her own.
        concerns: [],
      },
    ];
  });
}
