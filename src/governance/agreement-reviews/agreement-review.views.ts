import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { agreementReviewAccess } from './agreement-review.access.ts';
import { type AgreementFilter, agreementSorts, listAgreements } from './agreement-review.list.store.ts';
import { demandsOf, policyVersionInForce, readAgreement, surroundingsOf } from './agreement-review.store.ts';
import { type Agreement, agreementKeys, reviewInput, reviewOutcomes } from './agreement-review.ts';

const Text = OrNull(Type.String());
const told = { nothing: 'which agreements there are is no secret; none is marked so' } as const;
const Demand = Fields({
  id: Type.String(),
  number: Type.Integer(),
  heading: Type.String(),
  text: Type.String(),
});

export const list = view({
  name: 'agreementReview.list',
  on: 'register',
  permission: agreementReviewAccess.read,
  input: Fields({
    ...listQuery,
    outcome: Type.Optional(OneOf(reviewOutcomes)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    current: Type.Optional(Type.Boolean()),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: Fields({
    ...ListOf(
      Fields({
        id: Type.String(),
        counterparty: Type.String(),
        subject: Type.String(),
        reference: Type.String(),
        unitId: Type.String(),
        unitName: Type.String(),
        outcome: OrNull(OneOf(reviewOutcomes)),
        reviewedOn: Text,
        nextReviewOn: Text,
        /** Held against the version of the policy that is in force today. */
        current: Type.Boolean(),
        endedOn: Text,
      }),
    ).properties,
    mayRegister: Type.Boolean(),
  }),
  told,
  answer: async (db, input, { scope, today, insight, actor }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: AgreementFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'agreementReview') };
    const order = orderOf(agreementSorts, 'counterparty', sort);
    const policy = await policyVersionInForce(db, today);
    const found = await listAgreements(db, filter, order, page, scope, policy);
    const mayRegister = scopeOf(actor, agreementReviewAccess.register) !== null;
    return { ...found, page, pageSize, mayRegister };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });

export const record = view({
  name: 'agreementReview.record',
  on: 'record',
  permission: agreementReviewAccess.read,
  input: Fields({}),
  output: Fields({
    id: Type.String(),
    version: Type.Integer(),
    counterparty: Type.String(),
    subject: Type.String(),
    reference: Type.String(),
    unitId: Type.String(),
    unitName: Text,
    endedOn: Text,
    review: OrNull(
      Fields({
        ...reviewInput.properties,
        reviewedOn: Type.String(),
        reviewer: Text,
        /** Which version of the policy it was held against, and whether that is the one in force. */
        policyNumber: OrNull(Type.Integer()),
        current: Type.Boolean(),
        demand: OrNull(Demand),
      }),
    ),
    may: Fields({ describe: Step, review: Step, end: Step }),
  }),
  told,
  answer: async (db, _input, asking) => {
    const row = await readAgreement(db, asking.id, asking.scope);
    if (row === null) return null;
    const { unitName, reviewer, policyNumber, demand } = await surroundingsOf(db, row);
    const { review, ...agreement } = row;
    const policy = await policyVersionInForce(db, asking.today);
    return { ...agreement, unitName, review: shown(review), may: mayOf(row, asking) };

    function shown(one: Agreement['review']) {
      if (one === null) return null;
      const { policyVersionId, reviewedBy: _by, ...said } = one;
      return { ...said, reviewer, policyNumber, current: policyVersionId === policy, demand };
    }
  },
});

function mayOf(row: Agreement, { actor }: Asking) {
  const step = (right: 'register' | 'review') => {
    const scope = scopeOf(actor, agreementReviewAccess[right]);
    if (scope === null || !covers(scope, agreementKeys(row))) return { allowed: false, because: 'forbidden' };
    return row.endedOn === null ? { allowed: true, because: null } : { allowed: false, because: 'ended' };
  };
  return { describe: step('register'), review: step('review'), end: step('register') };
}

/** The demands of the policy in force, for pointing out the one that an agreement goes against. */
export const demands = view({
  name: 'agreementReview.demands',
  on: 'register',
  permission: agreementReviewAccess.review,
  input: Fields({}),
  output: Fields({ items: Type.Array(Demand) }),
  told: { nothing: 'the policy’s own text' },
  answer: async (db, _input, { today }) => {
    const policy = await policyVersionInForce(db, today);
    return { items: policy === null ? [] : await demandsOf(db, policy) };
  },
});
