import { Type } from 'typebox';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, pageSize } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { deliveryDetails, deliveryOutcomes } from './delivery.ts';
import { witnessAccess } from './witness.access.ts';
import {
  listWitnesses,
  readCosignatures,
  readDeliveries,
  readWitness,
  type WitnessRow,
} from './witness.store.ts';
import { describeWitnessInput, isActive, type Witness, witnessKinds } from './witness.ts';

const Outcome = { outcome: OneOf(deliveryOutcomes), detail: OrNull(OneOf(deliveryDetails)) };

const Row = Fields({
  ...describeWitnessInput.properties,
  id: Type.String(),
  version: Type.Integer(),
  kind: OneOf(witnessKinds),
  isActive: Type.Boolean(),
  /** When a checkpoint last reached the witness. */
  deliveredAt: OrNull(Type.String()),
  cosignedAt: OrNull(Type.String()),
  latest: OrNull(Fields({ ...Outcome, size: Type.Integer(), deliveredAt: Type.String() })),
});

export const list = view({
  name: 'witness.list',
  on: 'register',
  permission: witnessAccess.read,
  input: Fields({ page: listQuery.page, sort: listQuery.sort, clause: listQuery.clause }),
  output: Fields({ ...ListOf(Row).properties, may: Fields({ register: Type.Boolean() }) }),
  told: { nothing: 'who witnesses the log, as offices and not as persons' },
  answer: async (db, { clause }, { actor, today, insight }) => {
    const all = await listWitnesses(db, today);
    const offenders = clause === undefined ? null : await insight.offenders(clause, 'witness');
    const items = all
      .filter((row) => offenders === null || offenders.includes(row.id))
      .map((row) => shownRow(row, today));
    const may = { register: scopeOf(actor, witnessAccess.keep) !== null };
    return { items, total: items.length, page: 1, pageSize, may };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

export const record = view({
  name: 'witness.record',
  on: 'record',
  permission: witnessAccess.read,
  input: Fields({}),
  output: Fields({
    ...Row.properties,
    deliveries: Type.Array(
      Fields({
        ...Outcome,
        id: Type.String(),
        size: Type.Integer(),
        attempt: Type.Integer(),
        answer: Type.String(),
        deliveredAt: Type.String(),
      }),
    ),
    cosignatures: Type.Array(
      Fields({
        id: Type.String(),
        size: Type.Integer(),
        cosignedAt: Type.String(),
        receivedAt: Type.String(),
        line: Type.String(),
      }),
    ),
    may: Fields({ describe: Step, end: Step, cosign: Step }),
  }),
  told: { nothing: 'what a witness was given: heads of the log, from which nothing can be read' },
  answer: async (db, _input, { id, actor, today }) => {
    const row = await readWitness(db, id, today);
    if (row === null) return null;
    const deliveries = await readDeliveries(db, id, 50);
    const cosignatures = await readCosignatures(db, id, 20);
    return {
      ...shownRow(row, today),
      deliveries: deliveries.map(
        ({ version: _version, witnessId: _witness, root: _root, mails: _mails, deliveredAt, ...one }) => ({
          ...one,
          deliveredAt: deliveredAt.toISOString(),
        }),
      ),
      cosignatures: cosignatures.map(({ witnessId: _witness, cosignedAt, receivedAt, ...one }) => ({
        ...one,
        cosignedAt: cosignedAt.toISOString(),
        receivedAt: receivedAt.toISOString(),
      })),
      may: mayOf(row, actor, today),
    };
  },
});

function shownRow({ latest, deliveredAt, cosignedAt, ...witness }: WitnessRow, today: string) {
  return {
    ...witness,
    isActive: isActive(witness, today),
    deliveredAt: deliveredAt?.toISOString() ?? null,
    cosignedAt: cosignedAt?.toISOString() ?? null,
    latest:
      latest === null
        ? null
        : {
            size: latest.size,
            outcome: latest.outcome,
            detail: latest.detail,
            deliveredAt: latest.deliveredAt.toISOString(),
          },
  };
}

function mayOf(witness: Witness, actor: Actor, today: string) {
  const mayKeep = scopeOf(actor, witnessAccess.keep) !== null;
  const hasEnded = witness.until !== null && witness.until < today;
  const lasting = witness.kind === 'public' ? 'alwaysThere' : hasEnded ? 'ended' : null;
  const step = (isAllowed: boolean, because: string | null) => ({
    allowed: isAllowed && because === null,
    because: isAllowed ? because : 'forbidden',
  });
  const mayCosign = scopeOf(actor, witnessAccess.cosign) !== null;
  return {
    describe: step(mayKeep, lasting),
    end: step(mayKeep, lasting),
    cosign: step(mayCosign, witness.verifierKey === null ? 'noKey' : null),
  };
}
