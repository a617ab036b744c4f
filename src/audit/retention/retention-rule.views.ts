import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { countDue, erasedByDay } from './erasure.store.ts';
import { retentionRuleAccess } from './retention-rule.access.ts';
import { endedRules, openRules } from './retention-rule.store.ts';
import {
  keptSince,
  leastMonths,
  noticeDays,
  proposedMonths,
  type RetentionRule,
  retainedFamilies,
  ruleState,
  ruleStates,
} from './retention-rule.ts';

const Family = OneOf(retainedFamilies);
const Rule = Fields({
  id: Type.String(),
  version: Type.Integer(),
  family: Family,
  months: Type.Integer(),
  decision: Type.String(),
  from: Type.String(),
  note: Type.String(),
  endedOn: OrNull(Type.String()),
  state: OneOf(ruleStates),
});

/** A preview counts no further: what matters then is that it is very many. */
const mostCounted = 10_000;
const mostDays = 200;

export const list = view({
  name: 'retentionRule.list',
  on: 'register',
  permission: retentionRuleAccess.read,
  input: Fields({}),
  output: Fields({
    /** Every family that gallring can be decided for, with its rule where there is one. */
    families: Type.Array(
      Fields({
        family: Family,
        rule: OrNull(Rule),
        /** Months that we propose; null: to keep it. A proposal erases nothing. */
        proposed: OrNull(Type.Integer()),
        least: Type.Integer(),
      }),
    ),
    ended: Type.Array(Rule),
    /** The first day that a rule entered today can erase from. */
    earliest: Type.String(),
    may: Fields({ edit: Type.Boolean(), preview: Type.Boolean() }),
  }),
  told: { nothing: 'how long the log is kept is for everyone in it to know' },
  answer: async (db, _input, { actor, today }) => {
    const shown = (rule: RetentionRule) => ({ ...rule, state: ruleState(rule, today) });
    const open = await openRules(db);
    const families = retainedFamilies.map((family) => {
      const rule = open.find((one) => one.family === family);
      return {
        family,
        rule: rule === undefined ? null : shown(rule),
        proposed: proposedMonths[family],
        least: leastMonths(family),
      };
    });
    const may = {
      edit: scopeOf(actor, retentionRuleAccess.edit) !== null,
      preview: scopeOf(actor, retentionRuleAccess.preview) !== null,
    };
    return { families, ended: (await endedRules(db)).map(shown), earliest: addDays(today, noticeDays), may };
  },
});

export const preview = view({
  name: 'retentionRule.preview',
  on: 'register',
  permission: retentionRuleAccess.preview,
  input: Fields({ family: Family, months: Type.Integer({ minimum: 1, maximum: 1200 }) }),
  output: Fields({
    /** What would go if the rule held today. */
    events: Type.Integer(),
    /** There are more than were counted. */
    isMore: Type.Boolean(),
    oldest: OrNull(Type.String()),
    keptSince: Type.String(),
  }),
  told: { nothing: 'a number of events, and no event' },
  answer: async (db, { family, months }, { today }) => {
    const since = keptSince(months, today);
    const { events, oldest } = await countDue(db, family, since, mostCounted + 1);
    return {
      events: Math.min(events, mostCounted),
      isMore: events > mostCounted,
      oldest: oldest?.toISOString() ?? null,
      keptSince: since,
    };
  },
});

export const erasures = view({
  name: 'retentionRule.erasures',
  on: 'register',
  permission: retentionRuleAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        day: Type.String(),
        ruleId: Type.String(),
        family: Type.String(),
        decision: Type.String(),
        erased: Type.Integer(),
      }),
    ),
  }),
  told: { nothing: 'numbers by day and decision, and no event' },
  answer: async (db: Reader) => ({ items: await erasedByDay(db, mostDays) }),
});
