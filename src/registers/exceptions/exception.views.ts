import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { referenceName } from '../around.store.ts';
import { shownDemand } from '../demand.store.ts';
import { ShownDemand } from '../demand.ts';
import { riskLevel, riskLevels } from '../risk.ts';
import { exceptionRules, type OpinionRow, opinionsOf } from './deciding.store.ts';
import { exceptionAccess, exceptionRuleAccess } from './exception.access.ts';
import { type ExceptionFilter, exceptionSorts, listExceptions } from './exception.list.store.ts';
import { readException, surroundingsOf } from './exception.store.ts';
import {
  type Exception,
  exceptionFields,
  exceptionKeys,
  exceptionStandings,
  type ExceptionStep,
  objectRegisters,
  standingOf,
  stateFault,
} from './exception.ts';
import { decidingOffices, defaultTerms, type ExceptionRule, termFor } from './exception-rule.ts';
import { deciderFault, heardOn, isStale, opinionOffices, stances } from './exception-steps.ts';

const Text = OrNull(Type.String());

export const list = view({
  name: 'exception.list',
  on: 'register',
  permission: exceptionAccess.read,
  input: Fields({
    ...listQuery,
    standing: Type.Optional(OneOf(exceptionStandings)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    objectRegister: Type.Optional(OneOf(objectRegisters)),
    objectId: Type.Optional(IdOf<string>()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      title: Type.String(),
      unitId: Type.String(),
      unitName: Type.String(),
      level: OneOf(riskLevels),
      decidedAs: OrNull(OneOf(decidingOffices)),
      validFrom: Text,
      endsOn: Type.String(),
      standing: OneOf(exceptionStandings),
      secret: Type.Boolean(),
    }),
  ),
  told: { shown: ({ items }) => items.filter((one) => one.secret).map(({ id }) => `exception:${id}`) },
  answer: async (db, input, { scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: ExceptionFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'exception') };
    const order = orderOf(exceptionSorts, 'end', sort);
    const { items, total } = await listExceptions(db, filter, order, { page, size }, { scope, today });
    const rows = items.map(({ consequence, likelihood, state: _state, ...row }) => ({
      ...row,
      level: riskLevel({ consequence, likelihood }),
    }));
    return { items: rows, total, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });
const Linked = OrNull(Fields({ id: Type.String(), title: Text }));

export const record = view({
  name: 'exception.record',
  on: 'record',
  permission: exceptionAccess.read,
  input: Fields({}),
  output: Fields({
    ...exceptionFields,
    id: Type.String(),
    version: Type.Integer(),
    /** What the object is called; null where the reader may not see it. */
    objectName: Text,
    demand: OrNull(ShownDemand),
    unitName: Text,
    applicant: Text,
    levelBefore: OneOf(riskLevels),
    levelAfter: OneOf(riskLevels),
    /** Which office decides at that risk, and for how many months at most. */
    decidingOffice: OneOf(decidingOffices),
    longestMonths: Type.Integer(),
    standing: OneOf(exceptionStandings),
    decider: Text,
    decidedAs: OrNull(OneOf(decidingOffices)),
    decidedOn: Text,
    decision: Type.String(),
    conditions: Type.String(),
    validFrom: Text,
    endedOn: Text,
    endReason: Type.String(),
    /** The one it renews. */
    renews: Linked,
    opinions: Type.Array(
      Fields({
        number: Type.Integer(),
        office: OneOf(opinionOffices),
        stance: OneOf(stances),
        text: Type.String(),
        giver: Text,
        givenOn: Type.String(),
        /** On an earlier wording of the application: it does not count any more. */
        stale: Type.Boolean(),
      }),
    ),
    /** The offices in whose name the asker may give an opinion. */
    mayOpineAs: Type.Array(OneOf(opinionOffices)),
    may: Fields({
      describe: Step,
      submit: Step,
      giveOpinion: Step,
      decide: Step,
      end: Step,
      renew: Step,
    }),
  }),
  told: {
    shown: ({ id, secrecyProvisions }) => (secrecyProvisions.length === 0 ? [] : [`exception:${id}`]),
  },
  answer: async (db, _input, asking) => {
    const row = await readException(db, asking.id, asking.scope);
    if (row === null) return null;
    return shown(db, row, asking);
  },
});

async function shown(db: Reader, row: Exception, asking: Asking) {
  const { actor, scope, today } = asking;
  const [rules, opinions] = [await exceptionRules(db), await opinionsOf(db, row.id)];
  const term = termFor(riskLevel(row.riskAfter), rules);
  const {
    replacesId,
    decidedBy: _decider,
    appliedBy: _applicant,
    remindedDays: _reminded,
    writers: _writers,
    wording: _wording,
    state: _state,
    ...said
  } = row;
  const renewed = replacesId === null ? null : await readException(db, replacesId, scope);
  return {
    ...said,
    ...(await surroundingsOf(db, row)),
    objectName: await referenceName(db, row.object, actor, today),
    demand: await shownDemand(db, row),
    levelBefore: riskLevel(row.riskBefore),
    levelAfter: riskLevel(row.riskAfter),
    decidingOffice: term.office,
    longestMonths: term.longestMonths,
    standing: standingOf(row, today),
    renews: replacesId === null ? null : { id: replacesId, title: renewed?.title ?? null },
    opinions: opinions.map(({ wording: given, ...one }) => ({
      ...one,
      stale: isStale({ wording: given }, row),
    })),
    mayOpineAs: opinionOffices.filter((office) => actor.held.some((one) => one.office === office)),
    may: mayOf(row, rules, opinions, asking),
  };
}

const rights = {
  describe: 'apply',
  submit: 'apply',
  giveOpinion: 'opine',
  decide: 'decide',
  end: 'end',
  renew: 'apply',
} as const satisfies Record<ExceptionStep, keyof typeof exceptionAccess>;

function mayOf(
  row: Exception,
  rules: readonly ExceptionRule[],
  opinions: readonly OpinionRow[],
  { actor }: Asking,
) {
  const heard = heardOn(row, opinions);
  const step = (name: ExceptionStep) => {
    const scope = scopeOf(actor, exceptionAccess[rights[name]]);
    if (scope === null || !covers(scope, exceptionKeys(row))) return { allowed: false, because: 'forbidden' };
    const fault = stateFault(row, name);
    const decider = name === 'decide' ? deciderFault(row, { rules, heard }, { actor }) : null;
    const lacks = name === 'submit' && row.compensation.trim() === '' ? 'compensationMissing' : null;
    const because = fault?.code ?? decider?.code ?? lacks;
    return { allowed: because === null, because };
  };
  return {
    describe: step('describe'),
    submit: step('submit'),
    giveOpinion: step('giveOpinion'),
    decide: step('decide'),
    end: step('end'),
    renew: step('renew'),
  };
}

export const rules = view({
  name: 'exceptionRule.list',
  on: 'register',
  permission: exceptionRuleAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        risk: OneOf(riskLevels),
        office: OneOf(decidingOffices),
        longestMonths: Type.Integer(),
        /** The municipality's own reason; null while the rule is Värna's. */
        reason: Text,
      }),
    ),
    maySet: Type.Boolean(),
    mayApply: Type.Boolean(),
  }),
  told: { nothing: 'which office decides at which risk, no record' },
  answer: async (db, _input, { actor }) => {
    const own = await exceptionRules(db);
    return {
      items: riskLevels.map((risk) => {
        const rule = own.find((one) => one.risk === risk);
        const { office, longestMonths } = rule ?? defaultTerms[risk];
        return { risk, office, longestMonths, reason: rule?.reason ?? null };
      }),
      maySet: scopeOf(actor, exceptionRuleAccess.set) !== null,
      mayApply: scopeOf(actor, exceptionAccess.apply) !== null,
    };
  },
});
