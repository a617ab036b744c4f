import { action } from '../../../kernel/action.ts';
import { Fields, IdOf } from '../../../kernel/schema.ts';
import { decidingRuleAccess, documentAccess } from '../document.access.ts';
import { insertDocument, loadDocument, updateDocument } from '../document.store.ts';
import { documentKeys, type GoverningDocument } from '../document.ts';
import { opennessInput, opennessRefusals, setOpenness } from '../openness.ts';
import { openLibrary } from '../library.ts';
import { decidingInput, setDecidingRule } from '../deciding/deciding.ts';
import {
  decidingRules,
  demandHashes,
  endParent,
  insertParent,
  loadParent,
  lockedDescents,
  parentsOf,
  saveDecidingRule,
  surroundingsOf,
} from './chain.store.ts';
import {
  describeDocument,
  describeInput,
  describeRefusals,
  registerDocument,
  registerInput,
} from './document-rules.ts';
import { parentInput, parentRefusals, tieParent, untieParent } from './parent.ts';

const answerOf = (row: { id: string; version: number }) => ({ id: row.id, version: row.version });

export const register = action({
  name: 'document.register',
  on: 'register',
  permission: documentAccess.register,
  readable: documentAccess.read,
  input: registerInput,
  refusals: [...describeRefusals, 'policyExists'],
  constraints: { document_one_policy: 'policyExists' },
  load: (transaction, { input, circumstances }) => surroundingsOf(transaction, input, circumstances.today),
  keys: (_around, input) => documentKeys(input),
  decide: (around, input, circumstances) => registerDocument(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertDocument(transaction, next, stamp);
    return answerOf(next);
  },
});

const keys = ({ document }: { readonly document: GoverningDocument }) => documentKeys(document);
const version = ({ document }: { readonly document: GoverningDocument }) => document.version;

export const keep = action({
  name: 'document.keep',
  on: 'record',
  permission: documentAccess.keep,
  readable: documentAccess.read,
  input: describeInput,
  refusals: [...describeRefusals, 'nothingChanged', 'documentEnded'],
  load: async (transaction, { id, input, circumstances }) => {
    const document = await loadDocument(transaction, id);
    if (document === null) return null;
    return { document, around: await surroundingsOf(transaction, input, circumstances.today) };
  },
  keys,
  targetKeys: ({ document }, input) => documentKeys({ ...document, ...input }),
  version,
  show: ({ document }) => document,
  decide: ({ document, around }, input) => describeDocument(document, input, around),
  save: async (transaction, _before, next, stamp) => {
    await updateDocument(transaction, next, stamp);
    return answerOf(next);
  },
});

export const setOpen = action({
  name: 'document.setOpen',
  on: 'record',
  permission: documentAccess.keep,
  readable: documentAccess.read,
  input: opennessInput,
  refusals: opennessRefusals,
  load: async (transaction, { id }) => {
    const document = await loadDocument(transaction, id);
    return document === null ? null : { document };
  },
  keys,
  version,
  show: ({ document }) => document,
  decide: ({ document }, input) => setOpenness(document, input),
  save: async (transaction, _before, next, stamp) => {
    await updateDocument(transaction, next, stamp);
    return answerOf(next);
  },
});

export const tieToParent = action({
  name: 'document.tieParent',
  on: 'record',
  permission: documentAccess.keep,
  readable: documentAccess.read,
  input: parentInput,
  refusals: parentRefusals,
  constraints: { document_parent_once: 'alreadyTied' },
  load: async (transaction, { id, input }) => {
    const descents = await lockedDescents(transaction);
    const document = await loadDocument(transaction, id);
    if (document === null) return null;
    const parent =
      input.parentDocumentId === null ? null : await loadDocument(transaction, input.parentDocumentId);
    const demands = await demandHashes(transaction, input.parentDocumentId);
    const ties = await parentsOf(transaction, id);
    const clauses = new Set((await openLibrary()).targets.map((target) => target.clause));
    return { document, parent, demands, clauses, descents, ties };
  },
  keys,
  decide: tieParent,
  save: async (transaction, { document }, next, stamp) => {
    await insertParent(transaction, next, stamp);
    return { id: document.id, tie: next.id };
  },
});

export const untieFromParent = action({
  name: 'document.untieParent',
  on: 'record',
  permission: documentAccess.keep,
  readable: documentAccess.read,
  input: Fields({ tie: IdOf<'DocumentParent'>() }),
  refusals: ['tieUnknown', 'documentEnded'],
  load: async (transaction, { id, input }) => {
    const document = await loadDocument(transaction, id);
    return document === null ? null : { document, tie: await loadParent(transaction, input.tie) };
  },
  keys,
  decide: ({ document, tie }, _input, circumstances) => untieParent(document, tie, circumstances),
  save: async (transaction, { document }, next, stamp) => {
    await endParent(transaction, next, stamp);
    return { id: document.id };
  },
});

export const setRule = action({
  name: 'decidingRule.set',
  on: 'register',
  permission: decidingRuleAccess.set,
  readable: decidingRuleAccess.read,
  input: decidingInput,
  refusals: ['noBody', 'policyIsTheCouncils', 'nothingChanged', 'versionMoved'],
  constraints: { deciding_rule_kind_key: 'versionMoved' },
  load: async (transaction, { input }) => {
    const rules = await decidingRules(transaction);
    return { rule: rules.find((rule) => rule.kind === input.kind) ?? null };
  },
  keys: () => ({}),
  decide: ({ rule }, input, circumstances) => setDecidingRule(rule, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveDecidingRule(transaction, next, stamp);
    return answerOf(next);
  },
});
