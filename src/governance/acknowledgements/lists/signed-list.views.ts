import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { signedListAccess } from '../campaign.access.ts';
import { readCampaign } from '../campaign.store.ts';
import { largestList } from './signed-list.ts';
import { listsOf } from './signed-list.store.ts';

const Text = OrNull(Type.String());

/** The signed lists of a campaign, in the units whose names the asker may see. The id is the campaign's. */
export const ofCampaign = view({
  name: 'signedList.ofCampaign',
  on: 'record',
  // A file is handed out as of now.
  past: 'none',
  permission: signedListAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        version: Type.Integer(),
        heldOn: Type.String(),
        meeting: Type.String(),
        unitName: Text,
        name: Type.String(),
        size: Type.Integer(),
        sha256: Type.String(),
        standing: OneOf(['clean', 'unscanned', 'quarantined']),
        addedAt: Type.String(),
        addedBy: Text,
        mayEnd: Type.Boolean(),
      }),
    ),
    may: Fields({ add: Type.Boolean(), ofSeveral: Type.Boolean() }),
    /** The largest file that is taken, in megabytes. */
    largest: Type.Integer(),
  }),
  told: {
    nothing: 'which meetings have handed in a list; the names stand in the file, and opening that is told',
  },
  answer: async (db, _input, { id, actor, scope }) => {
    if ((await readCampaign(db, id)) === null) return null;
    const right = scopeOf(actor, signedListAccess.add);
    const rows = await listsOf(db, id, scope);
    return {
      items: rows.map(({ unitId, addedAt, adder, ...row }) => ({
        id: row.id,
        version: row.version,
        heldOn: row.heldOn,
        meeting: row.meeting,
        unitName: row.unitName,
        name: row.name,
        size: row.size,
        sha256: row.sha256,
        standing: row.standing,
        addedAt: addedAt.toISOString(),
        addedBy: adder,
        mayEnd: right !== null && covers(right, { unit: unitId }),
      })),
      may: { add: right !== null, ofSeveral: right?.everything === true },
      largest: largestList,
    };
  },
});
