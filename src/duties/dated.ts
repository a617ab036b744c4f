import { holds } from '../kernel/calendar.ts';
import type { RecipientKey, TermKey, Verification } from './duty.ts';

/**
 * How a term is reckoned: in elapsed hours, in calendar days or months; or without a figure: at once, without undue
 * delay, as the recipient asks, as is agreed.
 */
export const termUnits = [
  'hours',
  'days',
  'months',
  'atOnce',
  'withoutDelay',
  'asAsked',
  'asAgreed',
] as const;
export type TermUnit = (typeof termUnits)[number];

/** When the last day is no working day: it counts all the same, or the next working day will do (lag 1930:173, 2 §). */
export const restDayRules = ['counts', 'nextWorkingDay'] as const;
export type RestDayRule = (typeof restDayRules)[number];

interface Dated {
  readonly from: string;
  /** The last day it holds; null while nobody knows of an end. */
  readonly until: string | null;
  readonly verification: Verification;
}

/** How long somebody has, by a law and for a time. */
export interface Term extends Dated {
  readonly key: TermKey;
  readonly unit: TermUnit;
  /** Null where there is no figure. */
  readonly amount: number | null;
  readonly restDays: RestDayRule;
}

/** Whom to tell, and how, for a time. */
export interface Recipient extends Dated {
  readonly key: RecipientKey;
  readonly name: string;
  /** An address on the net, a telephone number, or what to do, in words. */
  readonly channel: string;
}

/** The rows that hold for an installation: the municipality's own before ours, so that what it has decided stands. */
export interface DutyData {
  readonly terms: readonly Term[];
  readonly recipients: readonly Recipient[];
}

/** The term that holds on a day; null when none does. */
export function termOn(data: DutyData, key: TermKey, day: string): Term | null {
  return data.terms.find((one) => one.key === key && holds(one, day)) ?? null;
}

/** The recipient on a day; null when nobody is. */
export function recipientOn(data: DutyData, key: RecipientKey, day: string): Recipient | null {
  return data.recipients.find((one) => one.key === key && holds(one, day)) ?? null;
}
