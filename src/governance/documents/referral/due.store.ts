import { sql } from 'kysely';
import type { DueDay, FindDue } from '../../../calendar/due.ts';

/** The last days to comment on drafts that somebody is asked about, herself or as whoever leads a unit, and has not commented on. */
export const dueReferrals: FindDue = async (db, { personId, held }) => {
  const led = held.filter(({ office }) => office === 'manager' || office === 'departmentHead');
  const units = led.flatMap(({ scopeId }) => (scopeId === null ? [] : [scopeId]));
  const { rows } = await sql<{ versionId: string; title: string; until: string }>`
    select r.document_version_id as "versionId", d.title, r.until
    from referral r join document_version v on v.id = r.document_version_id join document d on d.id = v.document_id
    where r.closed_on is null and (r.asked_persons @> array[${personId}::uuid] or r.asked_units && ${units}::uuid[])
      and not exists (select from referral_comment c where c.referral_id = r.id and c.person_id = ${personId}::uuid)
    order by r.until, r.id limit 200`.execute(db);
  return rows.map(
    ({ versionId, title, until }): DueDay => ({
      kind: 'day',
      register: 'documentVersion',
      recordId: versionId,
      recordName: title,
      action: 'referral.comment',
      on: until,
      concerns: [],
    }),
  );
};
