import { registers } from '../app.ts';
import { dayOf } from '../kernel/calendar.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { AnyRegister } from '../kernel/register.ts';
import type { Services } from '../kernel/run.ts';
import { system } from './actors.ts';
import { deeds } from './deeds.ts';
import { fromSchema, pick } from './random-input.ts';
import { actAs } from './services.ts';

interface Row {
  readonly id: string;
  readonly version: number;
}

/** Finds the rows of a register's table, the oldest first. */
export type Rows = (table: string) => Promise<readonly Row[]>;

const all: readonly AnyRegister[] = registers;
const actions = new Map(all.flatMap((one) => one.actions).map((action) => [action.name, action]));
const byTimes = deeds.flatMap((deed) => Array.from({ length: deed.times }, () => deed));
/** Tables that an input points into. */
const pointedAt = ['unit', 'information', 'system', 'person', 'handling', 'legal_entity', 'plan'];

/**
 * Tries one thing that somebody in a municipality might do, through the kernel. Answers with the action's name if it was
 * done, null if it was refused.
 */
export async function oneDeed(services: Services, rows: Rows, random: () => number): Promise<string | null> {
  const deed = pick(random, byTimes);
  const action = actions.get(deed.action);
  if (action === undefined) throw new Error(`there is no action ${deed.action}`);
  const known = new Map<string, readonly Row[]>();
  for (const table of [...pointedAt, ...(deed.on === null ? [] : [deed.on])])
    known.set(table, await rows(table));
  const one = (table: string): string => {
    const found = known.get(table) ?? [];
    return found.length === 0 ? crypto.randomUUID() : pick(random, found).id;
  };
  const records = deed.on === null ? [] : (known.get(deed.on) ?? []);
  if (deed.on !== null && records.length === 0) return null;
  const record = deed.on === null ? {} : pick(random, records);
  const any = { ...(fromSchema(action.input, random, () => [one('unit')]) as object) }; // inputs are objects
  const typed = { ...any, ...deed.input({ random, today: dayOf(services.clock()), one }) };
  const seen = (known.get('unit') ?? []).map(({ id, version }) => ({ unitId: id, version }));
  const result = await actAs(services, system, action, {
    ...record,
    input: deed.action === 'unit.reorganise' ? { ...typed, seen } : typed,
    confirmed: ['personnummer'],
  });
  return isRefusal(result) ? null : deed.action;
}
