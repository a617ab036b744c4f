import { Type } from 'typebox';
import {
  Fields,
  IdOf,
  ListOf,
  listQuery,
  OneOf,
  OrNull,
  orderOf,
  pageSize,
  Prose,
} from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { ways } from './acknowledgement.ts';
import { acknowledgementAccess, recipientAccess } from './campaign.access.ts';
import { listRecipients, recipientSorts, recipientsNamed, recipientStates } from './campaign.list.store.ts';
import { readCampaign } from './campaign.store.ts';
import { lineOutcomes, linesOf, matchLines, plainName } from './paper-list.ts';
import { addressStandings } from './unreadable.store.ts';

const Text = OrNull(Type.String());

/** Who has been asked in a campaign, within the units whose names the asker may see. */
export const recipients = view({
  name: 'campaignRecipient.list',
  on: 'register',
  past: 'none',
  permission: recipientAccess.read,
  input: Fields({
    ...listQuery,
    campaignId: Type.Optional(IdOf<'Campaign'>()),
    state: Type.Optional(OneOf(recipientStates)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    noLetter: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      personId: Text,
      externalPartyId: Text,
      name: Type.String(),
      company: Text,
      unitId: Text,
      unitName: Text,
      state: OneOf(recipientStates),
      askedOn: Type.String(),
      isChangeOnly: Type.Boolean(),
      address: OneOf(addressStandings),
      reminders: Type.Integer(),
      acknowledgementId: Text,
      acknowledgementVersion: OrNull(Type.Integer()),
      acknowledgedAt: Text,
      way: OrNull(OneOf(ways)),
      heldOn: Text,
      meeting: Text,
    }),
  ),
  told: {
    shown: ({ items }) => items.flatMap(({ personId }) => (personId === null ? [] : [`person:${personId}`])),
  },
  answer: async (db, input, { scope, size }) => {
    const { page = 1, sort, clause: _clause, campaignId, ...narrow } = input;
    if (campaignId === undefined) return { items: [], total: 0, page, pageSize };
    const order = orderOf(recipientSorts, 'name', sort);
    const { items, total } = await listRecipients(db, { campaignId, ...narrow }, order, page, size, scope);
    const shown = items.map((row) => ({ ...row, acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null }));
    return { items: shown, total, page, pageSize };
  },
});

/** Finds whom the lines of a signed list mean, among those of the campaign that the asker may enter. */
export const match = view({
  name: 'campaignRecipient.match',
  on: 'record',
  past: 'none',
  permission: acknowledgementAccess.enter,
  /** A name on each line. As much as an address can carry; a longer list is entered in parts. */
  input: Fields({ names: Prose(6000) }),
  output: Fields({
    lines: Type.Array(
      Fields({
        line: Type.String(),
        outcome: OneOf(lineOutcomes),
        recipientId: Text,
        unitName: Text,
      }),
    ),
  }),
  told: { nothing: 'the names that the asker wrote herself, and whether they were asked' },
  answer: async (db, { names }, { id, scope }) => {
    if ((await readCampaign(db, id)) === null) return null;
    const lines = linesOf(names);
    const found = await recipientsNamed(db, id, lines.map(plainName), scope);
    return { lines: [...matchLines(lines, found)] };
  },
});
