import { action } from '../../../kernel/action.ts';
import { binderCopyAccess } from '../plan.access.ts';
import { copyGround, insertCopy } from './binder.store.ts';
import { noteCopy, noteInput, noteRefusals } from './binder-copy.ts';

/** Somebody has the binder on paper, or a browser keeps it. */
export const note = action({
  name: 'binderCopy.note',
  on: 'register',
  permission: binderCopyAccess.take,
  readable: binderCopyAccess.read,
  input: noteInput,
  refusals: noteRefusals,
  // A browser says so at every visit; that it has said so already is nothing to tell.
  untold: ['notedToday'],
  load: async (transaction, { input, scope, circumstances }) => {
    const { actor, today } = circumstances;
    const ground = await copyGround(transaction, input, { scope, personId: actor.personId, today });
    return { scope, ground };
  },
  // What may be taken lies within the scope already.
  keys: ({ scope }) => scope.keys,
  decide: ({ ground }, input, circumstances) => noteCopy(input, ground, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await insertCopy(transaction, next, stamp);
    return { id: next.id, version: 1 };
  },
});
