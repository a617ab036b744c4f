import { createHash } from 'node:crypto';
import type { AssetPlan } from './assets.ts';

/** A row as it goes into its table: column by column, without version and event. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };
/** What was entered one day: rows by table, in the order that foreign keys want. */
export interface Batch {
  /** Days before today. */
  readonly daysAgo: number;
  readonly rows: readonly (readonly [table: string, rows: readonly Row[]])[];
  /** Classifications that come into force with this batch. */
  readonly inForce: readonly { readonly informationId: string; readonly classificationId: string }[];
  readonly decisionsInForce: readonly { readonly informationId: string; readonly decisionId: string }[];
}

/** An id that is the same every time for the same thing. */
export function exampleId(kind: string, name: string): string {
  const hex = createHash('sha256').update(`exempelkommun/${kind}/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the makers of rows share. */
export interface Context {
  readonly today: string;
  readonly chance: () => number;
  /** Ids of persons, in the order they were made. */
  readonly people: string[];
  readonly elected: string[];
  readonly managers: Map<string, string>;
}

export const since = '[2021-01-01,)';

export const entityId = (key: string) => exampleId('entity', key);
export const bodyId = (key: string) => exampleId('body', key);
export const unitId = (key: string) => exampleId('unit', key);

/** A piece of information with the plan it came from. */
export interface Asset {
  readonly plan: AssetPlan;
  readonly district: string;
  readonly row: Row;
}
