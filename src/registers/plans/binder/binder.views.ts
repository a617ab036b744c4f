import { Type } from 'typebox';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { planAccess } from '../plan.access.ts';
import { planContact, planKinds, planStep, responsibleOffices } from '../plan-content.ts';
import { copyKinds } from './binder-copy.ts';
import { binderPlans, latestCopies } from './binder.store.ts';

const BinderPlan = Fields({
  planId: Type.String(),
  versionId: Type.String(),
  number: Type.Integer(),
  kind: OneOf(planKinds),
  name: Type.String(),
  unitName: Type.String(),
  place: OrNull(Type.Integer()),
  secrecyProvision: Type.String(),
  responsible: OneOf(responsibleOffices),
  holderName: OrNull(Type.String()),
  recoveryHours: Type.Integer(),
  lossHours: Type.Integer(),
  longestOutageHours: Type.Integer(),
  systems: Type.Array(Type.String()),
  suppliers: Type.Array(Type.String()),
  steps: Type.Array(planStep),
  contacts: Type.Array(planContact),
  paperPlace: Type.String(),
  decidedBy: Type.String(),
  decidedOn: Type.String(),
  validFrom: Type.String(),
  nextReviewOn: Type.String(),
});

/**
 * The binder: every plan in force that the asker may read, whole, in the order of restoration. One answer holds all that is
 * needed without a network, so it is what a browser keeps and what is printed.
 */
export const binder = view({
  name: 'plan.binder',
  on: 'register',
  permission: planAccess.read,
  input: Fields({}),
  output: Fields({
    /** The day it holds for. */
    day: Type.String(),
    plans: Type.Array(BinderPlan),
    /** The latest copy of each kind, and how many of the plans in force it holds in their present version. */
    copies: Type.Array(Fields({ kind: OneOf(copyKinds), takenOn: Type.String(), plans: Type.Integer() })),
  }),
  told: {
    shown: ({ plans }) =>
      plans.filter((plan) => plan.secrecyProvision !== '').map((plan) => `plan:${plan.planId}`),
  },
  hits: ({ plans }) => plans.length,
  answer: async (db, _input, { scope, today }) => {
    const plans = await binderPlans(db, scope, today);
    const shown = plans.map((plan) => ({
      ...plan,
      systems: [...plan.systems],
      suppliers: [...plan.suppliers],
      steps: [...plan.steps],
      contacts: [...plan.contacts],
    }));
    const copies = await latestCopies(
      db,
      plans.map((plan) => plan.versionId),
    );
    return { day: today, plans: shown, copies };
  },
});
