import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, OneOf, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { supportRoles } from './advice.ts';

/** A question and its answer in words that concern everybody. */
export const publishedInput = Fields({
  office: OneOf(supportRoles),
  question: Reason(300),
  answer: Reason(4000),
});
export type PublishedInput = Static<typeof publishedInput>;

/**
 * `adviceId` is the question that it began as, where there is one: it is looked at so that the asker's name does not slip in,
 * and then forgotten.
 */
export const publishInput = Fields({ ...publishedInput.properties, adviceId: OrNull(IdOf<'Advice'>()) });

export interface PublishedAnswer extends PublishedInput {
  readonly id: Id<'PublishedAnswer'>;
  readonly version: number;
  readonly publishedOn: string;
  readonly withdrawnOn: string | null;
}

/** Publishes. Refused where the text names who asked. */
export function publishAnswer(
  { adviceId: _forgotten, ...input }: Static<typeof publishInput>,
  askerNames: readonly string[],
  { newId, today }: Circumstances,
): Decision<PublishedAnswer> | Refusal {
  if (namesAnyOf(askerNames, input)) return refuse('namesTheAsker', { field: 'question' });
  const next: PublishedAnswer = {
    ...input,
    id: newId<'PublishedAnswer'>(),
    version: 1,
    publishedOn: today,
    withdrawnOn: null,
  };
  const changes = changesBetween(null, { ...input, publishedOn: today });
  return { next, event: { kind: 'publishedAnswer.published', record: next.id, changes } };
}

/** Changes the words of what is published. */
export function editPublished(
  before: PublishedAnswer,
  input: PublishedInput,
): Decision<PublishedAnswer> | Refusal {
  if (before.withdrawnOn !== null) return refuse('withdrawn');
  const { office, question, answer } = before;
  const changes = changesBetween({ office, question, answer }, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...input, version: before.version + 1 };
  return { next, event: { kind: 'publishedAnswer.edited', record: before.id, changes } };
}

/** Takes back what no longer holds. */
export function withdrawPublished(
  before: PublishedAnswer,
  reason: string,
  { today }: Circumstances,
): Decision<PublishedAnswer> | Refusal {
  if (before.withdrawnOn !== null) return refuse('withdrawn');
  const next = { ...before, version: before.version + 1, withdrawnOn: today };
  const changes = [{ field: 'withdrawnOn', from: null, to: today }];
  return { next, event: { kind: 'publishedAnswer.withdrawn', record: before.id, changes, reason } };
}

/** Does the text hold one of the names, as a word of its own? ”Alm” is not in ”almanacka”. */
function namesAnyOf(names: readonly string[], { question, answer }: PublishedInput): boolean {
  const words = `${question} ${answer}`.toLocaleLowerCase('sv').match(/[\p{L}\p{M}-]+/gu) ?? [];
  const said = ` ${words.join(' ')} `;
  return names.some((name) => {
    const bare = name.trim().toLocaleLowerCase('sv');
    return bare !== '' && (said.includes(` ${bare} `) || said.includes(` ${bare}s `));
  });
}
