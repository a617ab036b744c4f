import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { DocumentVersionId } from './document.ts';
import type { Proposal } from './policy-text/proposal.ts';
import type { StoredSentence } from './stored-sentence.ts';

interface SentenceTable {
  version: number;
  changed_by_event: string;
  id: StoredSentence['id'];
  document_version_id: DocumentVersionId;
  number: number;
  section: number;
  heading: string;
  paragraph: number;
  text: string;
  hash: string;
  demand: 'ska' | 'bor' | null;
  clauses: string[];
  proposed: string[];
  proposed_way: Proposal['way'] | null;
  proposed_office: Proposal['office'];
  proposed_reason: Proposal['reason'];
  proposed_words: string[];
  proposed_strong: boolean;
  set_aside_reason: string | null;
  set_aside_decision: string | null;
  responsible_office: StoredSentence['responsibleOffice'];
  attested: boolean;
}

const tables = (db: Reader) => db.$extendTables<{ sentence: SentenceTable }>();

/** The sentences of a version in order. A whole text, never more than the reader's own limit. */
export async function sentencesOf(
  db: Reader,
  versionId: DocumentVersionId,
): Promise<(StoredSentence & { version: number })[]> {
  const rows = await tables(db)
    .selectFrom('sentence')
    .select([
      'id',
      'version',
      'number',
      'section',
      'heading',
      'paragraph',
      'text',
      'hash',
      'demand',
      'clauses',
      'proposed',
    ])
    .select(['proposed_way', 'proposed_office', 'proposed_reason', 'proposed_words', 'proposed_strong'])
    .select(['set_aside_reason as setAsideReason', 'set_aside_decision as setAsideDecision'])
    .select(['responsible_office as responsibleOffice', 'attested'])
    .where('document_version_id', '=', versionId)
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const {
      proposed,
      proposed_way,
      proposed_office,
      proposed_reason,
      proposed_words,
      proposed_strong,
      ...rest
    } = row;
    // What was proposed before there were ways has clauses alone.
    const way = proposed_way ?? (proposed.length > 0 ? 'clauses' : null);
    const proposal =
      way === null
        ? null
        : {
            way,
            clauses: proposed,
            office: proposed_office,
            reason: proposed_reason,
            words: proposed_words,
            isStrong: proposed_strong,
          };
    return { ...rest, proposal };
  });
}

function proposalColumns(proposal: Proposal | null) {
  return {
    proposed: [...(proposal?.clauses ?? [])],
    proposed_way: proposal?.way ?? null,
    proposed_office: proposal?.office ?? null,
    proposed_reason: proposal?.reason ?? null,
    proposed_words: [...(proposal?.words ?? [])],
    proposed_strong: proposal?.isStrong ?? false,
  };
}

export async function insertSentences(
  transaction: Transaction,
  versionId: DocumentVersionId,
  rows: readonly StoredSentence[],
  stamp: Stamp,
): Promise<void> {
  const values = rows.map((row) => ({
    id: row.id,
    version: 1,
    changed_by_event: stamp.eventId,
    document_version_id: versionId,
    number: row.number,
    section: row.section,
    heading: row.heading,
    paragraph: row.paragraph,
    text: row.text,
    hash: row.hash,
    demand: row.demand,
    clauses: [...row.clauses],
    ...proposalColumns(row.proposal),
    set_aside_reason: row.setAsideReason,
    set_aside_decision: row.setAsideDecision,
    responsible_office: row.responsibleOffice,
    attested: row.attested,
  }));
  // Each row is 22 parameters and PostgreSQL takes 65,535 of them.
  for (let at = 0; at < values.length; at += 1000) {
    await tables(transaction)
      .insertInto('sentence')
      .values(values.slice(at, at + 1000))
      .execute();
  }
}

/** How sentences are followed up, as a person has said it now. */
export async function updateTies(
  transaction: Transaction,
  rows: readonly (StoredSentence & { version: number })[],
  stamp: Stamp,
): Promise<void> {
  for (const row of rows) {
    await tables(transaction)
      .updateTable('sentence')
      .set({
        version: row.version,
        changed_by_event: stamp.eventId,
        clauses: [...row.clauses],
        demand: row.demand,
        ...proposalColumns(row.proposal),
        set_aside_reason: row.setAsideReason,
        set_aside_decision: row.setAsideDecision,
        responsible_office: row.responsibleOffice,
        attested: row.attested,
      })
      .where('id', '=', row.id)
      .execute();
  }
}
