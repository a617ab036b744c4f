import type { LegalDuty } from './duty.ts';

/** Every duty, in the order they are shown. A file that is not listed here is no duty. */
export const duties: readonly LegalDuty[] = [];

const byId: ReadonlyMap<string, LegalDuty> = new Map(duties.map((one) => [one.id, one]));

/** The duty with an id, the path of its file; null when there is none. */
export function dutyById(id: string): LegalDuty | null {
  return byId.get(id) ?? null;
}
