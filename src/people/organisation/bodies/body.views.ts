import { Type } from 'typebox';
import type { Actor } from '../../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, pageSize } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { StandingField, standingOn, stepRefusal } from '../row.ts';
import { mayAtAll, Step, step } from '../views.ts';
import { bodyAccess } from './body.access.ts';
import { listBodies, namesOfBody, readBody } from './body.store.ts';
import { type Body, bodyKeys, bodyKinds } from './body.ts';

const DayOrNull = OrNull(Type.String());

const fields = {
  id: Type.String(),
  version: Type.Integer(),
  entityId: Type.String(),
  parentId: OrNull(Type.String()),
  kind: OneOf(bodyKinds),
  name: Type.String(),
  abbreviation: OrNull(Type.String()),
  controller: Type.Boolean(),
  reportsToFollowUp: Type.Boolean(),
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
  name: 'body.list',
  on: 'register',
  permission: bodyAccess.read,
  input: Fields({
    ...listQuery,
    entityId: Type.Optional(IdOf<'Entity'>()),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: Fields({ ...ListOf(Fields(fields)).properties, may: Fields({ register: Step, confirmAll: Step }) }),
  told: { nothing: 'the organisation is public' },
  answer: async (db, input, { actor, scope, today, insight, size }) => {
    const { page = 1, clause, sort: _sort, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'body') };
    const { items, total } = await listBodies(db, filter, page, size, scope, today);
    const may = {
      register: mayAtAll(actor, bodyAccess.register),
      confirmAll: mayAtAll(actor, bodyAccess.confirm),
    };
    return { items: items.map((row) => shown(row, actor, today)), total, page, pageSize, may };
  },
});

export const record = view({
  name: 'body.record',
  on: 'record',
  permission: bodyAccess.read,
  input: Fields({}),
  output: Fields({ ...fields, entityName: Type.String(), parentName: OrNull(Type.String()) }),
  told: { nothing: 'the organisation is public' },
  answer: async (db, _input, { id, actor, scope, today }) => {
    const row = await readBody(db, id, scope);
    return row === null ? null : { ...shown(row, actor, today), ...(await namesOfBody(db, row)) };
  },
});

function shown(row: Body, actor: Actor, today: string) {
  const keys = bodyKeys(row);
  const reporting = stepRefusal('report', row, today);
  const officer = reporting ?? (row.controller ? null : 'notController');
  return {
    ...row,
    standing: standingOn(row, today),
    may: {
      describe: step(actor, bodyAccess.describe, keys, stepRefusal('describe', row, today)),
      confirm: step(actor, bodyAccess.confirm, keys, row.toConfirm ? null : 'alreadyConfirmed'),
      end: step(actor, bodyAccess.end, keys, stepRefusal('end', row, today)),
      declareRegisterComplete: step(actor, bodyAccess.report, keys, reporting),
      reportOfficer: step(actor, bodyAccess.report, keys, officer),
    },
  };
}
