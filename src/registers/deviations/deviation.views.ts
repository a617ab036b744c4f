import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { shownReference } from '../around.store.ts';
import { pointableRegisters } from '../record-reference.ts';
import { findDemands, shownDemand } from '../demand.store.ts';
import { ShownDemand } from '../demand.ts';
import { riskLevel, riskLevels } from '../risk.ts';
import { demandAccess, deviationAccess } from './deviation.access.ts';
import { type DeviationFilter, deviationSorts, listDeviations } from './deviation.list.store.ts';
import { readDeviation, surroundingsOf } from './deviation.store.ts';
import {
  type Deviation,
  deviationFields,
  deviationKeys,
  type DeviationStep,
  deviationStates,
  stateFault,
} from './deviation.ts';
import { closerFault } from './deviation-steps.ts';

const Text = OrNull(Type.String());

export const list = view({
  name: 'deviation.list',
  on: 'register',
  permission: deviationAccess.read,
  input: Fields({
    ...listQuery,
    state: Type.Optional(OneOf(deviationStates)),
    overdue: Type.Optional(Type.Boolean()),
    unitId: Type.Optional(IdOf<'Unit'>()),
    sourceRegister: Type.Optional(OneOf(pointableRegisters)),
    sourceRecord: Type.Optional(IdOf<string>()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      title: Type.String(),
      unitId: Type.String(),
      unitName: Type.String(),
      discoveredOn: Type.String(),
      level: OrNull(OneOf(riskLevels)),
      state: OneOf(deviationStates),
      followUpOn: Text,
      closedOn: Text,
      overdue: Type.Boolean(),
      secret: Type.Boolean(),
    }),
  ),
  told: { shown: ({ items }) => items.filter((one) => one.secret).map(({ id }) => `deviation:${id}`) },
  answer: async (db, input, { actor, scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: DeviationFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'deviation') };
    const order = orderOf(deviationSorts, 'discovered', sort ?? '-discovered');
    const { items, total } = await listDeviations(db, filter, order, { page, size }, { actor, scope, today });
    const rows = items.map(({ consequence, likelihood, ...row }) => ({
      ...row,
      level: consequence === null || likelihood === null ? null : riskLevel({ consequence, likelihood }),
    }));
    return { items: rows, total, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });

export const record = view({
  name: 'deviation.record',
  on: 'record',
  permission: deviationAccess.read,
  input: Fields({}),
  output: Fields({
    ...deviationFields,
    id: Type.String(),
    version: Type.Integer(),
    demand: OrNull(ShownDemand),
    /** What it was born of; without a name where the reader may not see it. */
    source: OrNull(Fields({ register: OneOf(pointableRegisters), id: Type.String(), name: Text })),
    unitName: Text,
    reporter: Text,
    level: OrNull(OneOf(riskLevels)),
    /** The highest it was ever judged to be; it settles who closes. */
    highestLevel: OrNull(OneOf(riskLevels)),
    state: OneOf(deviationStates),
    decision: Type.String(),
    decider: Text,
    decidedOn: Text,
    followUpOn: Text,
    overdue: Type.Boolean(),
    outcome: Type.String(),
    closer: Text,
    closedOn: Text,
    may: Fields({ describe: Step, decide: Step, close: Step, reopen: Step }),
  }),
  told: {
    shown: ({ id, secrecyProvisions }) => (secrecyProvisions.length === 0 ? [] : [`deviation:${id}`]),
  },
  answer: async (db, _input, asking) => {
    const row = await readDeviation(db, asking.id, asking.scope);
    if (row === null) return null;
    const { reportedBy: _reporter, decidedBy: _decider, closedBy: _closer, ...deviation } = row;
    return {
      ...deviation,
      ...(await surroundingsOf(db, row)),
      demand: await shownDemand(db, row),
      source: await shownReference(db, row.source, asking.actor, asking.today),
      level: row.risk === null ? null : riskLevel(row.risk),
      overdue: row.state === 'decided' && row.followUpOn !== null && row.followUpOn < asking.today,
      may: mayOf(row, asking),
    };
  },
});

const rights = { describe: 'describe', decide: 'decide', close: 'close', reopen: 'decide' } as const;

function mayOf(row: Deviation, { actor }: Asking) {
  const step = (name: DeviationStep) => {
    const scope = scopeOf(actor, deviationAccess[rights[name]]);
    if (scope === null || !covers(scope, deviationKeys(row))) return { allowed: false, because: 'forbidden' };
    const fault = stateFault(row, name) ?? (name === 'close' ? closerFault(row, actor) : null);
    const lacks = name === 'decide' ? lacking(row) : null;
    const because = fault?.code ?? lacks;
    return { allowed: because === null, because };
  };
  return {
    describe: step('describe'),
    decide: step('decide'),
    close: step('close'),
    reopen: step('reopen'),
  };
}

function lacking({ cause, risk }: Deviation): string | null {
  if (cause.trim() === '') return 'causeMissing';
  return risk === null ? 'riskMissing' : null;
}

/** Sentences of the documents in force that demand something, for pointing out the one that was not followed. */
export const demands = view({
  name: 'deviation.demands',
  on: 'register',
  past: 'none',
  permission: demandAccess.read,
  input: Fields({ text: Type.Optional(Type.String({ maxLength: 200 })) }),
  output: Fields({ items: Type.Array(ShownDemand), mayReport: Type.Boolean() }),
  told: { nothing: 'the texts of documents that everybody reads' },
  answer: async (db, { text = '' }, { actor }) => ({
    items: await findDemands(db, text),
    mayReport: scopeOf(actor, deviationAccess.report) !== null,
  }),
});
