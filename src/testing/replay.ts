import { sql } from 'kysely';
import { canonical, type Change, type Json } from '../kernel/audit/canonical.ts';
import type { Reader } from '../kernel/db.ts';

/** An event as its leaf tells it. */
interface Told {
  readonly id: string;
  readonly kind: string;
  readonly register: string;
  readonly record: string | null;
  readonly touched: readonly string[];
  readonly changes: readonly Change[];
  readonly data: Json;
}

type Fields = Record<string, Json>;

/** What the log alone says of the records of four registers, and where it contradicts itself. */
export interface Replayed {
  /** By `register:id`; what is of a part of the record stands as `part.field`. */
  readonly records: ReadonlyMap<string, Fields>;
  readonly faults: readonly string[];
}

/** Fields that tell what went in or out of a set, not the whole of it. */
const sets = new Set(['informationIds']);

/** What holds before anything has been said. */
const unsaid: Readonly<Record<string, Json>> = { thresholdPercent: 100 };

/**
 * Reads every leaf from the first and does what it says, with nothing else to lean on. Of records that no action made
 * (`arranged`, by id) the log does not know how they began; they are passed by.
 */
export async function replay(db: Reader, arranged: ReadonlySet<string>): Promise<Replayed> {
  const { rows } = await sql<{ leaf: string }>`select leaf from audit_event order by occurred_at, id`.execute(
    db,
  );
  const records = new Map<string, Fields>();
  const faults: string[] = [];
  const change = (key: string, event: Told, { field, from, to }: Change, part: string) => {
    if (arranged.has(key.split(':')[1] ?? '')) return;
    const record = records.get(key) ?? {};
    records.set(key, record);
    const name = part === '' ? field : `${part}.${field}`;
    const held = record[name] ?? unsaid[field] ?? null;
    if (sets.has(field))
      record[name] = [...list(held).filter((one) => !list(from).includes(one)), ...list(to)];
    else if (same(held, from)) record[name] = to;
    else faults.push(`${event.kind} ${key} ${name}: ${canonical(from)} is not ${canonical(held)}`);
  };
  for (const { leaf } of rows) {
    const event = JSON.parse(leaf) as Told; // our own leaf
    if (event.record !== null) {
      for (const one of event.changes) change(`${event.register}:${event.record}`, event, one, partOf(event));
      continue;
    }
    if (event.kind.endsWith('.allConfirmed')) {
      for (const key of event.touched) for (const one of event.changes) change(key, event, one, '');
    }
    if (event.kind === 'unit.reorganised') {
      const { units, followed } = event.data as unknown as Reorganised; // as unit.reorganise tells it
      for (const { id, changes } of units) for (const one of changes) change(`unit:${id}`, event, one, '');
      for (const key of event.touched) {
        const from = records.get(key)?.['unitId'];
        const to = followed.find((one) => one.from === from)?.to;
        if (from !== undefined && to !== undefined) change(key, event, { field: 'unitId', from, to }, '');
      }
    }
  }
  return { records, faults };
}

interface Reorganised {
  readonly units: readonly { readonly id: string; readonly changes: readonly Change[] }[];
  readonly followed: readonly { readonly from: string; readonly to: string }[];
}

/** A decision about a record has fields of its own. */
function partOf({ kind, touched }: Told): string {
  if (kind === 'information.classified') return 'classification';
  if (kind === 'information.handlingDecided') return 'handlingDecision';
  if (kind === 'information.handlingDeclared' || kind === 'information.handlingWithdrawn')
    return touched.find((one) => one.startsWith('handling:')) ?? '';
  return '';
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Nothing has several faces: null, no text, an empty list, and levels of which none is set. */
export function same(one: Json, other: Json): boolean {
  return canonical(bare(one)) === canonical(bare(other));
}

function bare(value: Json): Json {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.values(value).every((one: Json) => bare(one) === null) ? null : value;
}
