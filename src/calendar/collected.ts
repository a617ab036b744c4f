import { dueAgreements } from '../clauses/due/agreements.ts';
import { dueDeviations } from '../clauses/due/deviations.ts';
import { dueDocuments } from '../clauses/due/documents.ts';
import { dueExercises } from '../clauses/due/exercises.ts';
import { dueInFacts } from '../clauses/due/find-due.ts';
import { dueInformation } from '../clauses/due/information.ts';
import { dueAcknowledgements } from '../governance/acknowledgements/due.store.ts';
import { dueReferrals } from '../governance/documents/referral/due.store.ts';
import { waitingAnswers } from '../governance/advice/waiting.store.ts';
import type { Actor } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import { dueExceptions } from '../registers/exceptions/waiting.store.ts';
import { dueClocks, dueFollowUps } from '../registers/incidents/due.store.ts';
import { waitingMeasures } from '../registers/measures/waiting.store.ts';
import { dueReviews } from '../registers/plans/waiting.store.ts';
import { type Due, dueOf, type FindDue } from './due.ts';

/** Where something has a day, or a clock, by which it is somebody's to do. What is not here is in nobody's calendar. */
const finders: readonly FindDue[] = [
  dueClocks,
  dueFollowUps,
  dueOf(waitingMeasures),
  dueOf(waitingAnswers),
  dueExceptions,
  dueReviews,
  dueAcknowledgements,
  dueReferrals,
  dueInFacts(dueDeviations),
  dueInFacts(dueExercises),
  dueInFacts(dueDocuments),
  dueInFacts(dueInformation),
  dueInFacts(dueAgreements),
];

/** All that is due of somebody's, from every register. Her rights are those of the instant. */
export async function dueFor(
  db: Reader,
  actor: Actor,
  at: { readonly today: string; readonly now: Date },
): Promise<Due[]> {
  const found: Due[] = [];
  for (const find of finders) found.push(...(await find(db, actor, at)));
  return found;
}
