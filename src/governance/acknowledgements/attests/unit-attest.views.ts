import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { Fields, ListOf, OrNull, pageSize } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { unitAttestAccess } from '../campaign.access.ts';
import { listUnitAttests } from './unit-attest.store.ts';

const Text = OrNull(Type.String());

/** The units whose head the asker is, with what was said last; for whoever heads none, all units. */
export const list = view({
  name: 'unitAttest.list',
  on: 'register',
  permission: unitAttestAccess.read,
  input: Fields({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
  output: ListOf(
    Fields({
      unitId: Type.String(),
      unitName: Type.String(),
      isFollowed: OrNull(Type.Boolean()),
      note: Text,
      attestedOn: Text,
      attestedBy: Text,
      may: Type.Boolean(),
    }),
  ),
  told: { nothing: 'that a head has attested for her unit is no secret' },
  answer: async (db, { page = 1 }, { actor, scope, today, size }) => {
    const own = scopeOf(actor, unitAttestAccess.attest);
    const shown = own === null || actor.kind === 'system' ? scope : own;
    const { items, total } = await listUnitAttests(db, shown, today, size, page);
    const may = (unit: string) => own !== null && covers(own, { unit });
    return { items: items.map((row) => ({ ...row, may: may(row.unitId) })), total, page, pageSize };
  },
});
