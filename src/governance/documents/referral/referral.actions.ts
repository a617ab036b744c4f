import { action } from '../../../kernel/action.ts';
import { documentVersionAccess, referralAccess } from '../document.access.ts';
import { loadDocument, readVersion } from '../document.store.ts';
import { documentKeys } from '../document.ts';
import { answerComment, answerInput, commentInput, commentOn } from './referral.ts';
import { insertComment, loadComment, loadReferral, updateComment } from './referral.store.ts';

export const comment = action({
  name: 'referral.comment',
  on: 'record',
  permission: referralAccess.comment,
  readable: documentVersionAccess.read,
  input: commentInput,
  refusals: ['referralClosed', 'untilPassed', 'forbidden'],
  load: (transaction, { id }) => loadReferral(transaction, id),
  keys: (referral) => ({ person: referral.askedPersons, unit: referral.askedUnits }),
  decide: commentOn,
  save: async (transaction, _referral, next, stamp) => {
    await insertComment(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});

export const answer = action({
  name: 'referralComment.answer',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: answerInput,
  refusals: ['nothingChanged'],
  load: async (transaction, { id }) => {
    const loaded = await loadComment(transaction, id);
    const version = loaded === null ? null : await readVersion(transaction, loaded.versionId);
    const document = version === null ? null : await loadDocument(transaction, version.documentId);
    return loaded === null || document === null ? null : { comment: loaded.comment, document };
  },
  keys: ({ document }) => documentKeys(document),
  version: (loaded) => loaded.comment.version,
  show: (loaded) => loaded.comment,
  decide: (loaded, input) => answerComment(loaded.comment, input),
  save: async (transaction, _loaded, next, stamp) => {
    await updateComment(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
