import { sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Contact } from './contact.ts';
import type { CaseNumber } from './incident.ts';
import { caseInScope, inCircle, partsSecret } from './scope.store.ts';

const columns = sql`c.id, c.version, c.kind as "contactKind", c.name as "contactName", c.telephone, c.email, c.reference, c.remark,
  c.added_at as "addedAt", c.added_by as "addedBy", c.struck_on as "struckOn"`;

/** The contacts of a case in the order they were added, also those that have been struck out. */
export async function contactsOf(db: Reader, incidentId: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select ${columns} from incident_contact c where c.incident_id = ${incidentId} order by c.added_at, c.id`.execute(
    db,
  );
  return rows;
}

/** Saves a contact that is new or has been struck out. */
export async function saveContact(
  transaction: Transaction,
  incidentId: string,
  one: Contact,
  stamp: Stamp,
): Promise<void> {
  await (one.version === 1
    ? sql`insert into incident_contact (id, version, changed_by_event, incident_id, kind, name, telephone, email, reference,
            remark, added_at, added_by)
          values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.contactKind}, ${one.contactName}, ${one.telephone},
            ${one.email}, ${one.reference}, ${one.remark}, ${one.addedAt}, ${one.addedBy})`
    : sql`update incident_contact set version = ${one.version}, changed_by_event = ${stamp.eventId},
            struck_on = ${one.struckOn} where id = ${one.id}`
  ).execute(transaction);
}

/** A contact with the case it belongs to. */
export interface CaseContact extends Contact {
  readonly incidentId: string;
  readonly series: CaseNumber['series'];
  readonly year: number;
  readonly number: number;
}

/** How many are kept on a device at most: those of the latest cases. */
const most = 200;

/**
 * The contacts that hold, of cases that are not over and that the asker may read whole. Those of a secret case are left out: they are
 * for where the case itself is, and not for a device that may be lost.
 */
export async function openContacts(db: Reader, scope: Scope, today: string): Promise<CaseContact[]> {
  const parts = partsSecret(scope, 'i');
  const { rows } = await sql<CaseContact>`
    select ${columns}, i.id as "incidentId", i.series, i.number_year as year, i.number
    from incident i join incident_contact c on c.incident_id = i.id
    where i.state in ('triaged', 'handled', 'reopened') and not i.secret and c.struck_on is null
      and ${caseInScope(scope, today, 'i')}
      and (not ${parts} && array['affected', 'description'] or ${inCircle(scope, 'i')})
    order by i.number_year desc, i.number desc, c.added_at, c.id limit ${most}`.execute(db);
  return rows;
}
