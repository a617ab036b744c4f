import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { offices } from '../../kernel/offices.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { defaultOwnerAccess } from './default-owner.access.ts';
import { listDefaultOwners } from './default-owner.store.ts';
import { holderKinds } from './default-owner.ts';

const Name = OrNull(Type.String());

export const list = view({
  name: 'defaultOwner.list',
  on: 'register',
  permission: defaultOwnerAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        version: Type.Integer(),
        area: Type.String(),
        name: Type.String(),
        examples: Type.String(),
        holder: OneOf(holderKinds),
        office: OrNull(OneOf(offices)),
        unitId: Name,
        unitName: Name,
        bodyId: Name,
        bodyName: Name,
        entityId: Name,
        entityName: Name,
        decision: Name,
        toConfirm: Type.Boolean(),
        /** Who that is today; null when nobody holds the office, or when it differs from unit to unit. */
        holderName: Name,
        informationCount: Type.Integer(),
      }),
    ),
    may: Fields({ edit: Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) }) }),
  }),
  told: { nothing: 'who owns what by office is public' },
  answer: async (db, _input, { actor, today }) => {
    const allowed = scopeOf(actor, defaultOwnerAccess.edit) !== null;
    const items = await listDefaultOwners(db, today);
    return { items, may: { edit: { allowed, because: allowed ? null : 'forbidden' } } };
  },
});
