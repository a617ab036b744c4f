import { Type } from 'typebox';
import type { Actor } from '../../../kernel/access.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, pageSize } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { StandingField, standingOn, stepRefusal } from '../row.ts';
import { mayAtAll, Step, step } from '../views.ts';
import { entityAccess } from './entity.access.ts';
import { listEntities, readEntity } from './entity.store.ts';
import { type Entity, entityKeys, entityKinds } from './entity.ts';

const DayOrNull = OrNull(Type.String());

const fields = {
  id: Type.String(),
  version: Type.Integer(),
  kind: OneOf(entityKinds),
  name: Type.String(),
  organisationNumber: OrNull(Type.String()),
  controller: Type.Boolean(),
  from: Type.String(),
  until: DayOrNull,
  standing: StandingField,
  registerCompleteOn: DayOrNull,
  officerReportedOn: DayOrNull,
  officerPublishedOn: DayOrNull,
  toConfirm: Type.Boolean(),
  may: Fields({
    describe: Step,
    confirm: Step,
    end: Step,
    declareRegisterComplete: Step,
    reportOfficer: Step,
  }),
};

export const list = view({
  name: 'entity.list',
  on: 'register',
  permission: entityAccess.read,
  input: Fields({ ...listQuery, ended: Type.Optional(Type.Boolean()) }),
  output: Fields({ ...ListOf(Fields(fields)).properties, may: Fields({ register: Step, confirmAll: Step }) }),
  told: { nothing: 'the organisation is public' },
  answer: async (db, input, { actor, scope, today, insight, size }) => {
    const { page = 1, clause, sort: _sort, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'entity') };
    const { items, total } = await listEntities(db, filter, page, size, scope, today);
    const may = {
      register: mayAtAll(actor, entityAccess.register),
      confirmAll: mayAtAll(actor, entityAccess.confirm),
    };
    return { items: items.map((row) => shown(row, actor, today)), total, page, pageSize, may };
  },
});

export const record = view({
  name: 'entity.record',
  on: 'record',
  permission: entityAccess.read,
  input: Fields({}),
  output: Fields(fields),
  told: { nothing: 'the organisation is public' },
  answer: async (db, _input, { id, actor, scope, today }) => {
    const row = await readEntity(db, id, scope);
    return row === null ? null : shown(row, actor, today);
  },
});

function shown(row: Entity, actor: Actor, today: string) {
  const keys = entityKeys(row.id);
  const reporting = stepRefusal('report', row, today);
  const officer = reporting ?? (row.controller ? null : 'notController');
  return {
    ...row,
    standing: standingOn(row, today),
    may: {
      describe: step(actor, entityAccess.describe, keys, stepRefusal('describe', row, today)),
      confirm: step(actor, entityAccess.confirm, keys, row.toConfirm ? null : 'alreadyConfirmed'),
      end: step(actor, entityAccess.end, keys, stepRefusal('end', row, today)),
      declareRegisterComplete: step(actor, entityAccess.report, keys, reporting),
      reportOfficer: step(actor, entityAccess.report, keys, officer),
    },
  };
}
