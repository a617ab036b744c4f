import { action } from '../../../kernel/action.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { demandAttestAccess, documentAccess } from '../document.access.ts';
import { loadDocument } from '../document.store.ts';
import { attestDemand, attestInput, attestRefusals } from './attest.ts';
import { attestingOffice, insertAttest } from './attest.store.ts';

export const attest = action({
  name: 'demandAttest.attest',
  on: 'register',
  permission: demandAttestAccess.attest,
  readable: documentAccess.read,
  input: attestInput,
  refusals: attestRefusals,
  load: async (transaction, { input }) => {
    const document = await loadDocument(transaction, input.documentId);
    if (document === null) return refuse('documentUnknown', { field: 'documentId' });
    return { document, office: await attestingOffice(transaction, document.id, input.sentenceHash) };
  },
  keys: () => ({}),
  decide: attestDemand,
  save: async (transaction, _ground, next, stamp) => {
    await insertAttest(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
