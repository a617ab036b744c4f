import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { checkOutcomes } from './place-check.ts';
import { publicationAccess } from './publication.access.ts';
import { publicPolicy, publicText } from './public.store.ts';
import { listPlaces } from './publication.store.ts';
import { placeKinds } from './publication.ts';

const Text = OrNull(Type.String());
const Count = OrNull(Type.Integer());

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
        checkedAt: Text,
        outcome: OrNull(OneOf(checkOutcomes)),
        status: Count,
        sentences: Count,
        found: Count,
        /** The words of the first sentence that did not stand there. */
        missing: Text,
        /** Held against another text than the one in force now. */
        isOutdated: Type.Boolean(),
        /** Somebody has asked for a check that has not been made yet. */
        isWaiting: Type.Boolean(),
        attestedOn: Text,
      }),
    ),
    may: Fields({ keep: Type.Boolean(), attest: Type.Boolean() }),
  }),
  told: { nothing: 'where the policy is published' },
  answer: async (db, _input, { actor }) => {
    const places = await listPlaces(db);
    const { contentHash, words } = await policyWords(
      db,
      places.some((place) => place.firstMissing !== null),
    );
    const items = places.map((place) => {
      const { id, kind, name, address, checkedAt, outcome, status, sentences, found } = place;
      const { requestedAt, firstMissing, checkedAgainst, attestedOn } = place;
      const isOutdated = outcome !== null && checkedAgainst !== contentHash;
      return {
        ...{ id, kind, name, address, outcome, status, sentences, found, attestedOn, isOutdated },
        checkedAt: checkedAt?.toISOString() ?? null,
        missing: firstMissing === null || isOutdated ? null : (words.get(firstMissing) ?? null),
        isWaiting: requestedAt !== null && (checkedAt === null || checkedAt < requestedAt),
      };
    });
    return {
      items,
      may: {
        keep: scopeOf(actor, publicationAccess.keep) !== null,
        attest: scopeOf(actor, publicationAccess.attest) !== null,
      },
    };
  },
});

/** The hash of the policy in force, and its sentences by number where they are wanted. */
async function policyWords(
  db: Reader,
  wanted: boolean,
): Promise<{ contentHash: string | null; words: ReadonlyMap<number, string> }> {
  const policy = await publicPolicy(db);
  const version = policy?.versions.find((one) => one.state === 'inForce');
  if (version === undefined) return { contentHash: null, words: new Map() };
  const sentences = wanted ? (await publicText(db, version.id)).sentences : [];
  return { contentHash: version.contentHash, words: new Map(sentences.map((one) => [one.number, one.text])) };
}
