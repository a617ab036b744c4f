import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import {
  fewestShown,
  type FrozenQuestions,
  type QuestionAudience,
  type QuestionSet,
} from './question-set.ts';

const columns = sql`q.id, q.version, q.document_id as "documentId", q.audience, q.questions`;

/** The questions of a document for one audience, locked; null when nobody has set any. */
export async function loadQuestions(
  transaction: Transaction,
  documentId: string,
  audience: QuestionAudience,
): Promise<QuestionSet | null> {
  const { rows } = await sql<QuestionSet>`select ${columns} from question_set q
    where q.document_id = ${documentId} and q.audience = ${audience} for update`.execute(transaction);
  return rows[0] ?? null;
}

/** All sets of questions of a document. */
export async function listQuestions(db: Reader, documentId: string): Promise<readonly QuestionSet[]> {
  const { rows } = await sql<QuestionSet>`select ${columns} from question_set q
    where q.document_id = ${documentId} order by q.audience`.execute(db);
  return rows;
}

/** What a campaign about the document asks, by audience. */
export async function questionsFor(db: Reader, documentId: string): Promise<FrozenQuestions> {
  const sets = await listQuestions(db, documentId);
  return Object.fromEntries(
    sets.filter((one) => one.questions.length > 0).map((one) => [one.audience, one.questions]),
  );
}

/** Is there such a document, not ended? */
export async function documentStands(db: Reader, id: string): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`
    select exists (select from document d where d.id = ${id} and d.ended_on is null) as stands`.execute(db);
  return rows[0]?.stands ?? false;
}

export async function saveQuestions(transaction: Transaction, row: QuestionSet, stamp: Stamp): Promise<void> {
  const { id, version, documentId, audience } = row;
  const questions = JSON.stringify(row.questions);
  if (version === 1)
    await sql`insert into question_set (id, version, changed_by_event, document_id, audience, questions)
      values (${id}, 1, ${stamp.eventId}, ${documentId}, ${audience}, ${questions}::jsonb)`.execute(
      transaction,
    );
  else
    await sql`update question_set set version = ${version}, changed_by_event = ${stamp.eventId},
      questions = ${questions}::jsonb where id = ${id}`.execute(transaction);
}

/** How many chose what in a campaign, of one audience's questions. */
export interface Tally {
  readonly audience: QuestionAudience;
  readonly question: number;
  readonly choice: number;
  readonly answers: number;
}

/** The tallies of a campaign, of those questions that enough have answered. */
export async function talliesOf(db: Reader, campaignId: string): Promise<readonly Tally[]> {
  const { rows } = await sql<Tally>`
    select t.audience, t.question, t.choice, t.answers from question_tally t
    where t.campaign_id = ${campaignId} and (select sum(o.answers) from question_tally o
      where o.campaign_id = t.campaign_id and o.audience = t.audience and o.question = t.question) >= ${fewestShown}
    order by t.audience, t.question, t.choice`.execute(db);
  return rows;
}
