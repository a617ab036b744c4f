import { action } from '../../../kernel/action.ts';
import { questionSetAccess } from '../campaign.access.ts';
import { documentStands, loadQuestions, saveQuestions } from './question-set.store.ts';
import { questionRefusals, questionSetInput, setQuestions } from './question-set.ts';

export const set = action({
  name: 'questionSet.set',
  on: 'register',
  permission: questionSetAccess.set,
  readable: questionSetAccess.read,
  input: questionSetInput,
  refusals: [...questionRefusals, 'versionMoved'],
  // The first time they are set, by two at once.
  constraints: { question_set_document_id_audience_key: 'versionMoved' },
  load: async (transaction, { input: { documentId, audience } }) => ({
    before: await loadQuestions(transaction, documentId, audience),
    documentStands: await documentStands(transaction, documentId),
  }),
  keys: () => ({}),
  decide: ({ before, ...around }, input, circumstances) => setQuestions(before, input, around, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveQuestions(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
