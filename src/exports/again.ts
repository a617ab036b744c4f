import { Type } from 'typebox';
import { concernsOf } from '../audit/told.ts';
import type { Scope } from '../kernel/access.ts';
import type { LoadRequest } from '../kernel/action.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Reader } from '../kernel/db.ts';
import { fromQuery, parse } from '../kernel/parse.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { pageSize, type Static, type TSchema } from '../kernel/schema.ts';
import type { ViewDeclaration } from '../kernel/view.ts';

const OneValue = Type.String({ maxLength: 400 });

/** A view's query, as its address says it. */
export const Filter = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,40}$' }),
  Type.Union([OneValue, Type.Array(OneValue, { maxItems: 50 })]),
);

/** What a question answered when it was asked once more, and what of it the log is told. */
interface Again<Answer> {
  readonly answer: Answer;
  readonly scope: Scope;
  readonly query: Json;
  readonly concerns: readonly string[];
}

/** Asks a view again from within an action, in the asker's scope. Null when there is no such record. */
export async function askAgain<Input extends TSchema, Output extends TSchema>(
  view: ViewDeclaration<string, Input, Output>,
  db: Reader,
  { scope, circumstances, insight }: Pick<LoadRequest<unknown>, 'scope' | 'circumstances' | 'insight'>,
  filter: Static<typeof Filter>,
  { recordId = null, size = pageSize }: { readonly recordId?: string | null; readonly size?: number },
): Promise<Again<Static<Output>> | Refusal | null> {
  // A page of one record that does not say which shows none.
  if (view.on === 'record' && recordId === null) return null;
  const query = fromQuery(view.input, filter);
  const invalid = parse(view.input, query, new Set(['personnummer']));
  if (invalid !== null) return invalid;
  const asking = { ...circumstances, scope, insight, id: recordId ?? '', size, asOf: null };
  const answer = await view.answer(db, query as Static<Input>, asking); // just parsed by its own schema
  if (answer === null || isRefusal(answer)) return answer;
  return { answer, scope, query: query as Json, concerns: concernsOf(view.told, answer, asking) };
}
