import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { restorationOrderAccess } from '../plan.access.ts';
import { placesOf, readOrder } from './restoration-order.store.ts';

/** In which order systems and activities are restored; what has ended since it was set is left out. */
export const current = view({
  name: 'restorationOrder.order',
  on: 'register',
  permission: restorationOrderAccess.read,
  input: Fields({}),
  output: Fields({
    version: OrNull(Type.Integer()),
    items: Type.Array(
      Fields({
        key: Type.String(),
        kind: OneOf(['system', 'unit']),
        id: Type.String(),
        name: Type.String(),
      }),
    ),
    may: Fields({ set: Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) }) }),
  }),
  told: { nothing: 'which systems there are, and which comes first, is known to all who work here' },
  answer: async (db, _input, { actor, today }) => {
    const order = await readOrder(db);
    const keys = order?.places ?? [];
    const found = new Map((await placesOf(db, keys, today)).map((one) => [one.key, one]));
    const scope = scopeOf(actor, restorationOrderAccess.set);
    const allowed = scope !== null && covers(scope, {});
    return {
      version: order?.version ?? null,
      items: keys.flatMap((key) => found.get(key) ?? []),
      may: { set: { allowed, because: allowed ? null : 'forbidden' } },
    };
  },
});
