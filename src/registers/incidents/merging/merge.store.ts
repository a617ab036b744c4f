import type { Scope } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import { readMergedInto } from '../incident.store.ts';
import type { Incident, LoadedCase } from '../incident.ts';
import { enterFigures, enterOwnAnswers, figuresOf, ownAnswersOf } from '../measured.store.ts';
import { answersOf, saveAnswers } from '../parts.store.ts';
import { partiesOf, saveParty } from '../party.store.ts';
import { opennessOf } from '../scope.store.ts';
import { maskedParts } from '../secrecy.ts';
import type { Carried, Concerned } from './carry.ts';
import type { Disputes } from './asked.ts';
import { allDisputes, type DisputesOfCase, type GoneTree, openDisputes } from './disputes.ts';
import type { WholeCase } from './merge.ts';

/** A case with all that decides which duties it has. */
export async function wholeCase(db: Reader, loaded: LoadedCase): Promise<WholeCase> {
  return { ...loaded, ...(await concernedOf(db, loaded.incident)) };
}

async function concernedOf(
  db: Reader,
  incident: Incident,
): Promise<Concerned & { readonly incident: Incident }> {
  return {
    incident,
    parties: await partiesOf(db, incident.id),
    answers: await answersOf(db, incident.id),
    ownAnswers: await ownAnswersOf(db, incident.id),
    figures: await figuresOf(db, incident.id),
  };
}

/** A case with all that went into it, read to be compared. */
export type ReadTree = GoneTree & { readonly incident: Incident };

/** What has gone into the case, and into what has gone into it, with what each of them says. */
export async function treeOf(
  db: Reader,
  incident: Incident,
  merged: readonly Incident[],
): Promise<ReadTree & { readonly gone: readonly ReadTree[] }> {
  const gone: ReadTree[] = [];
  for (const one of merged) {
    // Before it was kept when a case was merged, nothing went along and nothing was asked.
    if (one.mergedInto === incident.id && one.mergedAt !== null) gone.push(await treeOf(db, one, merged));
  }
  return { ...(await concernedOf(db, incident)), mergedAt: incident.mergedAt, gone };
}

/** What each of the cases that have gone into this one still says differently. */
export async function disputesByCase(db: Reader, incident: Incident): Promise<DisputesOfCase<ReadTree>[]> {
  const merged = await readMergedInto(db, incident.id);
  return merged.length === 0 ? [] : openDisputes(await treeOf(db, incident, merged));
}

/** All that the cases that have gone into this one still say differently. */
export async function disputesOf(db: Reader, incident: Incident): Promise<Disputes> {
  return allDisputes(await disputesByCase(db, incident));
}

/** May all of a merged case be shown within the scope? It may have been made more secret since. */
export async function isOpenTo(db: Reader, { id, secret }: Incident, scope: Scope): Promise<boolean> {
  const { within: isWithin, secretParts } = await opennessOf(db, id, scope);
  return (!secret || isWithin) && maskedParts({ secretParts }, isWithin).size === 0;
}

/** Saves what a case has brought along. */
export async function saveCarried(
  transaction: Transaction,
  incidentId: string,
  { parties, answers, ownAnswers, figures }: Carried,
  stamp: Stamp,
): Promise<void> {
  for (const party of parties) await saveParty(transaction, incidentId, party, stamp);
  await saveAnswers(transaction, incidentId, answers, stamp);
  await enterOwnAnswers(transaction, incidentId, ownAnswers, stamp);
  await enterFigures(transaction, incidentId, figures, stamp);
}
