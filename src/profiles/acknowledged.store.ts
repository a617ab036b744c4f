import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { systemActor } from '../kernel/access.ts';
import { appendEvent } from '../kernel/audit/append.ts';
import type { Reader } from '../kernel/db.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Acknowledgement } from '../governance/acknowledgements/acknowledgement.ts';
import { insertAcknowledgements } from '../governance/acknowledgements/acknowledgement.store.ts';
import type { Campaign } from '../governance/acknowledgements/campaign.ts';
import { insertLinks } from '../governance/acknowledgements/recipient.store.ts';
import { exampleId } from './exempelkommun/rows.ts';

/** Rows an event names at the most, as in `bulk.store.ts`. */
const rowsAnEvent = 2000;

/** A recipient of the example's campaign. */
export interface ExampleRecipient {
  readonly id: string;
  readonly personId: string | null;
  readonly externalPartyId: string | null;
  readonly unitId: string | null;
  readonly name: string;
}

/** Everybody a campaign asked, in the order of who they are: ids of persons are the same every time, those of recipients not. */
export async function recipientsOf(db: Reader, campaignId: string): Promise<readonly ExampleRecipient[]> {
  const { rows } = await sql<ExampleRecipient>`
    select r.id, r.person_id as "personId", r.external_party_id as "externalPartyId",
      coalesce(p.unit_id, e.unit_id) as "unitId", coalesce(p.name, e.name) as name
    from campaign_recipient r left join person_face p on p.id = r.person_id
    left join external_party_face e on e.id = r.external_party_id
    where r.campaign_id = ${campaignId} order by r.subject_id`.execute(db);
  return rows;
}

/** The units that somebody heads, with who does, in the order of their names. */
export async function headedUnits(
  db: Reader,
  today: string,
  most: number,
): Promise<readonly { readonly unitId: string; readonly personId: string }[]> {
  const { rows } = await sql<{ unitId: string; personId: string }>`
    select distinct on (u.name, u.id) u.id as "unitId", a.person_id as "personId"
    from unit_face u join appointment_face a on a.scope_id = u.id and a.office in ('manager', 'departmentHead')
    where u.kind = 'unit' and not a.deputy and a.valid_from <= ${today}::date
      and (a.valid_before is null or a.valid_before > ${today}::date)
    order by u.name, u.id, a.office limit ${most}`.execute(db);
  return rows;
}

/** Marks that everybody was sent the first mail, without a secret: the example's people have no letter boxes. */
export async function markInvited(
  db: Reader,
  recipients: readonly ExampleRecipient[],
  day: string,
  at: Date,
): Promise<void> {
  for (let from = 0; from < recipients.length; from += rowsAnEvent) {
    const links = recipients.slice(from, from + rowsAnEvent).map(({ id }) => ({
      recipientId: id,
      number: 1,
      tokenHash: null,
      address: null,
    }));
    await db.transaction().execute((transaction) => insertLinks(transaction, 'first', links, day, at));
  }
}

/** A number from 0 to 1 that is the same every time for the same person. */
export function drawFor(recipient: ExampleRecipient, what: string): number {
  const hash = createHash('sha256')
    .update(`${what}/${recipient.personId ?? recipient.name}`)
    .digest();
  return hash.readUInt32BE(0) / 4_294_967_296;
}

/** Enters what some of them acknowledged on one day, past the actions, since in a large example they are tens of thousands. */
export async function enterAcknowledged(
  db: Reader,
  campaign: Campaign,
  recipients: readonly ExampleRecipient[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < recipients.length; from += rowsAnEvent) {
    const made = recipients
      .slice(from, from + rowsAnEvent)
      .map((one) => acknowledgementOf(campaign, one, at));
    const touched = made.map(({ id }) => `acknowledgement:${id}`);
    const data = { table: 'acknowledgement', rows: made.length };
    await db.transaction().execute(async (transaction) => {
      const draft = { kind: 'profile.entered', record: null, touched, data };
      const stamp = await appendEvent(transaction, systemActor, 'setting', draft, at);
      await insertAcknowledgements(transaction, made, stamp);
    });
  }
}

function acknowledgementOf(campaign: Campaign, recipient: ExampleRecipient, at: Date): Acknowledgement {
  const { documentId, documentVersionId, contentHash, id: campaignId } = campaign;
  const isParty = recipient.externalPartyId !== null;
  return {
    id: exampleId('acknowledgement', recipient.personId ?? recipient.name) as Acknowledgement['id'],
    version: 1,
    documentId,
    documentVersionId,
    contentHash,
    sinceVersionId: null,
    // The one place where who acknowledged is made from the ids of the example.
    subject: isParty
      ? ({ personId: null, externalPartyId: recipient.externalPartyId } as Acknowledgement['subject'])
      : { personId: recipient.personId as PersonId, externalPartyId: null },
    campaignId,
    acknowledgedAt: at,
    way: isParty || drawFor(recipient, 'way') < 0.7 ? 'link' : 'signedIn',
    questionsDone: !isParty && drawFor(recipient, 'questions') < 0.6,
    paper: null,
    signed: isParty ? { company: recipient.name, name: 'Kim Kontakt' } : null,
    withdrawnOn: null,
  };
}
