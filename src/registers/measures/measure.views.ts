import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { shownReference } from '../around.store.ts';
import { pointableRegisters } from '../record-reference.ts';
import { measureAccess } from './measure.access.ts';
import { listMeasures, type MeasureFilter, measureSorts } from './measure.list.store.ts';
import { handlerOfSource, notesOf, readMeasure, surroundingsOf } from './measure.store.ts';
import {
  effects,
  type Measure,
  measureFields,
  measureKeys,
  type MeasureStep,
  measureStates,
  owningOffices,
  resourceAnswers,
  stateFault,
} from './measure.ts';

const Text = OrNull(Type.String());

export const list = view({
  name: 'measure.list',
  on: 'register',
  permission: measureAccess.read,
  input: Fields({
    ...listQuery,
    state: Type.Optional(OneOf(measureStates)),
    open: Type.Optional(Type.Boolean()),
    overdue: Type.Optional(Type.Boolean()),
    mine: Type.Optional(Type.Boolean()),
    resources: Type.Optional(OneOf(resourceAnswers)),
    ownerOffice: Type.Optional(OneOf(owningOffices)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    sourceRegister: Type.Optional(OneOf(pointableRegisters)),
    sourceRecord: Type.Optional(IdOf<string>()),
    sourceClause: Type.Optional(Type.String({ pattern: '^P[0-4][0-9]$' })),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      title: Type.String(),
      sourceRegister: Text,
      sourceRecord: Text,
      sourceClause: Text,
      unitId: Type.String(),
      unitName: Type.String(),
      ownerName: Text,
      ownerOffice: OrNull(OneOf(owningOffices)),
      dueOn: Type.String(),
      cost: OrNull(Type.Integer()),
      resources: OneOf(resourceAnswers),
      state: OneOf(measureStates),
      effect: OrNull(OneOf(effects)),
      overdue: Type.Boolean(),
      secret: Type.Boolean(),
    }),
  ),
  told: { shown: ({ items }) => items.filter((one) => one.secret).map(({ id }) => `measure:${id}`) },
  answer: async (db, input, { actor, scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: MeasureFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'measure') };
    const order = orderOf(measureSorts, 'due', sort);
    const found = await listMeasures(db, filter, order, { page, size }, { actor, scope, today });
    return { ...found, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });

export const record = view({
  name: 'measure.record',
  on: 'record',
  permission: measureAccess.read,
  input: Fields({}),
  output: Fields({
    ...measureFields,
    id: Type.String(),
    version: Type.Integer(),
    /** What it comes from; without a name where the reader may not see it, and null where that it exists is secret to her. */
    source: OrNull(Fields({ register: OneOf(pointableRegisters), id: Type.String(), name: Text })),
    clause: Text,
    unitName: Text,
    ownerName: Text,
    state: OneOf(measureStates),
    overdue: Type.Boolean(),
    resources: OneOf(resourceAnswers),
    resourceDecision: Type.String(),
    resourcesOn: Text,
    doneOn: Text,
    effect: OrNull(OneOf(effects)),
    effectSeen: Type.String(),
    effectOn: Text,
    judge: Text,
    notes: Type.Array(
      Fields({ number: Type.Integer(), text: Type.String(), writer: Text, writtenOn: Type.String() }),
    ),
    may: Fields({
      describe: Step,
      allocate: Step,
      start: Step,
      finish: Step,
      judge: Step,
      drop: Step,
      reopen: Step,
      note: Step,
    }),
  }),
  told: {
    shown: ({ id, secrecyProvisions }) => (secrecyProvisions.length === 0 ? [] : [`measure:${id}`]),
  },
  answer: async (db, _input, asking) => {
    const row = await readMeasure(db, asking.id, asking.scope);
    if (row === null) return null;
    const { effectBy: _by, ...measure } = row;
    const isLeft = row.state === 'planned' || row.state === 'ongoing';
    return {
      ...measure,
      ...(await surroundingsOf(db, row)),
      source: await shownReference(db, row.source, asking.actor, asking.today),
      overdue: isLeft && row.dueOn < asking.today,
      notes: await notesOf(db, row.id),
      may: mayOf(row, asking),
    };
  },
});

const rights = {
  describe: 'describe',
  allocate: 'allocate',
  start: 'work',
  finish: 'work',
  judge: 'judge',
  drop: 'describe',
  reopen: 'describe',
  note: 'work',
} as const satisfies Record<MeasureStep, keyof typeof measureAccess>;

function mayOf(row: Measure, { actor }: Asking) {
  const step = (name: MeasureStep) => {
    const scope = scopeOf(actor, measureAccess[rights[name]]);
    if (scope === null || !covers(scope, measureKeys(row))) return { allowed: false, because: 'forbidden' };
    const fault = stateFault(row, name);
    return { allowed: fault === null, because: fault?.code ?? null };
  };
  return {
    describe: step('describe'),
    allocate: step('allocate'),
    start: step('start'),
    finish: step('finish'),
    judge: step('judge'),
    drop: step('drop'),
    reopen: step('reopen'),
    note: step('note'),
  };
}

/** What a form needs to know before it is filled in: whether the asker may enter a measure at all, or of the record given. */
export const choices = view({
  name: 'measure.choices',
  on: 'register',
  past: 'none',
  permission: measureAccess.read,
  input: Fields({
    sourceRegister: Type.Optional(OneOf(pointableRegisters)),
    sourceRecord: Type.Optional(IdOf<string>()),
  }),
  output: Fields({ mayRegister: Type.Boolean() }),
  told: { nothing: 'whether the asker may, no record' },
  answer: async (db, { sourceRegister, sourceRecord }, { actor }) => {
    const scope = scopeOf(actor, measureAccess.register);
    if (scope === null) return { mayRegister: false };
    const somewhere = scope.everything || scope.keys.unit.length > 0;
    const isNamed = sourceRegister !== undefined && sourceRecord !== undefined;
    const source = isNamed ? { register: sourceRegister, id: sourceRecord } : null;
    return {
      mayRegister: somewhere || covers(scope, { person: await handlerOfSource(db, source) }),
    };
  },
});
