import { Type } from 'typebox';
import { type Actor, covers, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { copyKinds } from './binder/binder-copy.ts';
import { exerciseKinds } from './exercises/exercise.ts';
import { planAccess } from './plan.access.ts';
import { aroundPlan, copiesOf, exercisesOf, responsibleFor, systemNames } from './plan.around.store.ts';
import { planContent, planKinds } from './plan-content.ts';
import { listPlans, listStates, planChoices, type PlanFilter, planSorts } from './plan.list.store.ts';
import { readPlan } from './plan.store.ts';
import { type Plan, planKeys, type PlanVersion } from './plan.ts';
import { inForceOn, planStates, standingOf } from './standing.ts';

const Text = OrNull(Type.String());
const Count = OrNull(Type.Integer());

export const list = view({
  name: 'plan.list',
  on: 'register',
  permission: planAccess.read,
  input: Fields({
    ...listQuery,
    kind: Type.Optional(OneOf(planKinds)),
    state: Type.Optional(OneOf(listStates)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    systemId: Type.Optional(IdOf<'System'>()),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      /** What the plan is of. */
      name: Type.String(),
      kind: OneOf(planKinds),
      systemId: Text,
      unitName: Type.String(),
      number: Count,
      nextReviewOn: Text,
      recoveryHours: Count,
      lossHours: Count,
      isWritten: Type.Boolean(),
      secret: Type.Boolean(),
      exercisedOn: Text,
      place: Count,
      endedOn: Text,
    }),
  ),
  told: { shown: ({ items }) => items.filter((item) => item.secret).map(({ id }) => `plan:${id}`) },
  answer: async (db, input, { scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: PlanFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'plan') };
    const order = orderOf(planSorts, 'name', sort);
    return { ...(await listPlans(db, filter, order, page, size, scope, today)), page, pageSize };
  },
});

export const choices = view({
  name: 'plan.choices',
  on: 'register',
  past: 'none',
  permission: planAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ id: Type.String(), name: Type.String(), kind: OneOf(planKinds) })),
  }),
  told: { nothing: 'names of plans to choose among' },
  answer: async (db, _input, { scope, today }) => ({ items: await planChoices(db, scope, today) }),
});

const Person = OrNull(Fields({ personId: Type.String(), name: Type.String() }));

/** What a version says, with the names of what it points at. */
export const ShownContent = Fields({
  ...planContent.properties,
  systems: Type.Array(Fields({ id: Type.String(), name: Type.String() })),
  /** Who holds the responsible office today. */
  holder: Person,
});

const Version = Fields({
  id: Type.String(),
  number: Type.Integer(),
  state: OneOf(planStates),
  decidedBy: Text,
  decidedOn: Text,
  validFrom: Text,
  nextReviewOn: Text,
});
const WholeVersion = Fields({ ...Version.properties, content: ShownContent });
const Step = Fields({ allowed: Type.Boolean(), because: Text });

export const record = view({
  name: 'plan.record',
  on: 'record',
  permission: planAccess.read,
  input: Fields({}),
  output: Fields({
    id: Type.String(),
    version: Type.Integer(),
    kind: OneOf(planKinds),
    systemId: Text,
    unitId: Text,
    name: Type.String(),
    unitName: Type.String(),
    place: Count,
    secrecyProvision: Type.String(),
    endedOn: Text,
    inForce: OrNull(WholeVersion),
    /** Decided, with its day still to come. */
    coming: OrNull(WholeVersion),
    draft: OrNull(WholeVersion),
    versions: Type.Array(Version),
    exercises: Type.Array(
      Fields({
        id: Type.String(),
        kind: OneOf(exerciseKinds),
        heldOn: Type.String(),
        scenario: Type.String(),
        secret: Type.Boolean(),
      }),
    ),
    /** The latest copies of the binder that hold the version in force. */
    copies: Type.Array(Fields({ kind: OneOf(copyKinds), takenOn: Type.String() })),
    may: Fields({ describe: Step, write: Step, begin: Step, discard: Step, decide: Step, end: Step }),
  }),
  told: {
    // What was found in an exercise of a secret plan too stands on the page of each that it tried.
    shown: ({ id, secrecyProvision, exercises }) =>
      secrecyProvision === ''
        ? exercises.filter(({ secret }) => secret).map((one) => `exercise:${one.id}`)
        : [`plan:${id}`],
  },
  answer: async (db, _input, asking) => {
    const found = await readPlan(db, asking.id, asking.scope);
    if (found === null) return null;
    const { plan, versions } = found;
    const dated = versions.map((one) => ({ ...one, validFrom: one.decision?.validFrom ?? null }));
    const inForce = inForceOn(dated, asking.today);
    const states = new Map(dated.map((one) => [one.id, standingOf(one, dated, asking.today)]));
    const whole = async (one: PlanVersion | null | undefined) => {
      if (one === null || one === undefined) return null;
      const content = await shownContent(db, plan, one, asking.today);
      return { ...head(one, states.get(one.id) ?? one.state), content };
    };
    const { latestNumber: _number, latestDecided: _decided, keyUnitId: _unit, ...shown } = plan;
    return {
      ...shown,
      ...(await aroundPlan(db, plan)),
      inForce: await whole(inForce),
      coming: await whole(versions.findLast((one) => states.get(one.id) === 'decided')),
      draft: await whole(plan.draft),
      versions: versions.map((one) => head(one, states.get(one.id) ?? one.state)).reverse(),
      exercises: await exercisesOf(db, plan.id),
      copies: inForce === null ? [] : await copiesOf(db, inForce.id),
      may: mayOf(plan, asking),
    };
  },
});

function head({ id, number, decision }: PlanVersion, state: (typeof planStates)[number]) {
  const { decidedBy = null, decidedOn = null, validFrom = null, nextReviewOn = null } = decision ?? {};
  return { id, number, state, decidedBy, decidedOn, validFrom, nextReviewOn };
}

/** What a version says, as a page shows it. */
export async function shownContent(db: Reader, plan: Plan, { content }: PlanVersion, today: string) {
  const names = await systemNames(db, content.systemIds);
  const systems = content.systemIds.map((id) => ({ id, name: names.get(id) ?? '' }));
  return { ...content, systems, holder: await responsibleFor(db, plan, content.responsible, today) };
}

function mayOf(plan: Plan, { actor }: Asking) {
  const step = (right: 'write' | 'decide', reason: string | null = null) => {
    if (!mayDo(plan, actor, right)) return { allowed: false, because: 'forbidden' };
    const because = plan.endedOn === null ? reason : 'ended';
    return { allowed: because === null, because };
  };
  const needsDraft = plan.draft === null ? 'noDraft' : null;
  return {
    describe: step('write'),
    write: step('write', needsDraft),
    begin: step('write', plan.draft === null ? null : 'draftExists'),
    discard: step('write', needsDraft),
    decide: step('decide', needsDraft),
    end: step('decide'),
  };
}

function mayDo(plan: Plan, actor: Actor, right: 'write' | 'decide'): boolean {
  const scope = scopeOf(actor, planAccess[right]);
  return scope !== null && covers(scope, planKeys(plan));
}
