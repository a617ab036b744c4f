import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { publicationAccess } from './publication.access.ts';
import { listPlaces } from './publication.store.ts';
import { placeKinds } from './publication.ts';

export const list = view({
  name: 'publicationPlace.list',
  on: 'register',
  permission: publicationAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        kind: OneOf(placeKinds),
        name: Type.String(),
        address: Type.String(),
        checkedAt: OrNull(Type.String()),
        seenHash: OrNull(Type.String()),
        attestedOn: OrNull(Type.String()),
      }),
    ),
    may: Fields({ keep: Type.Boolean(), attest: Type.Boolean() }),
  }),
  told: { nothing: 'where the policy is published' },
  answer: async (db, _input, { actor }) => {
    const places = await listPlaces(db);
    const items = places.map(({ version: _version, endedOn: _endedOn, checkedAt, ...place }) => ({
      ...place,
      checkedAt: checkedAt?.toISOString() ?? null,
    }));
    return {
      items,
      may: {
        keep: scopeOf(actor, publicationAccess.keep) !== null,
        attest: scopeOf(actor, publicationAccess.attest) !== null,
      },
    };
  },
});
