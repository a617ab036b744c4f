import { Type } from 'typebox';
import { action, type LoadRequest } from '../kernel/action.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Transaction } from '../kernel/db.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { Fields, OrNull, type Static, type TSchema } from '../kernel/schema.ts';
import type { ViewDeclaration } from '../kernel/view.ts';
import { askAgain, Filter } from './again.ts';

const printInput = Fields({
  /** The record that is on paper; null for a list. */
  recordId: OrNull(Type.String({ format: 'uuid' })),
  filter: Filter,
});

/**
 * The browser says that a page is about to be printed. The server asks the page's own question again, within the same
 * scope, and tells the log what was sensitive in it. Nothing sensitive: nothing to tell, and no trace. Best effort: a
 * browser that is made not to say so prints in silence.
 */
export function printOf<const Name extends string, Input extends TSchema, Output extends TSchema>(
  page: ViewDeclaration<string, Input, Output>,
  name: Name,
) {
  const { register } = page.permission;
  return action({
    name,
    on: 'register',
    permission: page.permission,
    readable: page.permission,
    input: printInput,
    refusals: ['nothingToTell'],
    untold: ['nothingToTell'],
    load: async (transaction: Transaction, request: LoadRequest<Static<typeof printInput>>) => {
      const { recordId } = request.input;
      // A page of the past is asked as of now: what of it is sensitive today is what matters of the paper.
      const { asOf, ...filter } = request.input.filter;
      const asked = await askAgain(page, transaction, request, filter, { recordId });
      if (isRefusal(asked) || asked === null) return asked;
      return { ...asked, recordId, then: asOf === undefined ? {} : { asOf } };
    },
    // What was asked again lies within the scope already.
    keys: ({ scope }) => scope.keys,
    decide: ({ concerns, query, recordId, then }) => {
      if (concerns.length === 0) return refuse('nothingToTell');
      const data: Json = { view: page.name, query, ...then, concerns };
      return { next: null, event: { kind: `${register}.printed`, record: recordId, concerns, data } };
    },
    save: () => Promise.resolve({ told: true }),
  });
}
