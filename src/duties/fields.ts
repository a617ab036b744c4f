import type { StageField } from './duty.ts';

/** A field that the report must have. */
export function required(key: string, sv: string, en: string): StageField {
  return { key, isRequired: true, label: { sv, en } };
}

/** A field that is asked for where there is something to say. */
export function optional(key: string, sv: string, en: string): StageField {
  return { key, isRequired: false, label: { sv, en } };
}
