import { action } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { documentVersionAccess } from './document.access.ts';
import {
  hasWaiting,
  holdDocument,
  insertDocument,
  insertVersion,
  loadDocument,
  loadPolicyDocument,
  loadVersion,
  updateDocument,
  updateVersion,
  versionInState,
  versionsOf,
} from './document.store.ts';
import { insertSentences, sentencesOf, updateTies } from './sentence.store.ts';
import {
  type Adopted,
  adoptInput,
  adoptRefusals,
  adoptVersion,
  bringIntoForce,
  discardVersion,
  repealInput,
  repealRefusals,
  repealVersion,
} from './adoption.ts';
import { decidingRules } from './chain/chain.store.ts';
import { bodiesFor } from './deciding/deciding.ts';
import { documentKeys, type DocumentVersion, type GoverningDocument } from './document.ts';
import { importInput, importPolicy, importRefusals } from './import.ts';
import { openLibrary } from './library.ts';
import { confirmInput, confirmProposals, confirmRefusals } from './confirm.ts';
import { fileOf } from './reading/file-reader.ts';
import { tieInput, tieRefusals, tieSentence, type VersionedSentence } from './tie.ts';
import type { Stamp } from '../../kernel/action.ts';

const answerOf = (row: { id: string; version: number }) => ({ id: row.id, version: row.version });

export const importAction = action({
  name: 'documentVersion.importPolicy',
  on: 'register',
  permission: documentVersionAccess.import,
  readable: documentVersionAccess.read,
  input: importInput,
  // A file of 10 MB, in base64.
  largestInput: 16 * 1024 * 1024,
  refusals: importRefusals,
  constraints: {
    document_version_document_id_number_key: 'draftExists',
    document_one_policy: 'draftExists',
  },
  // A stranger's file is read before there is a transaction, which would be open for as long as that takes.
  prepare: async (_db, { input, circumstances: { actor } }) => {
    const file = await fileOf(input, actor);
    return isRefusal(file) ? file : { file };
  },
  load: async (transaction, _request, { file }) => {
    const document = await loadPolicyDocument(transaction);
    const versions = await versionsOf(transaction, document?.id ?? null);
    const library = await openLibrary();
    const inForce = document === null ? null : await versionInState(transaction, document.id, 'inForce');
    const previous = inForce === null ? [] : await sentencesOf(transaction, inForce.id);
    const municipality = await municipalityName(transaction);
    return { document, ...versions, ...library, previous, municipality, file };
  },
  keys: () => ({}),
  decide: importPolicy,
  save: async (transaction, _ground, next, stamp) => {
    if (next.isNewDocument) await insertDocument(transaction, next.document, stamp);
    await insertVersion(transaction, next.version, next.sourceText, stamp);
    await insertSentences(transaction, next.version.id, next.sentences, stamp);
    const demands = next.sentences.filter((sentence) => sentence.demand !== null);
    const isOpen = (sentence: (typeof demands)[number]) =>
      sentence.clauses.length === 0 &&
      sentence.proposal === null &&
      sentence.setAsideReason === null &&
      !sentence.attested;
    return {
      ...answerOf(next.version),
      sentences: next.sentences.length,
      demands: demands.length,
      proposed: next.sentences.filter((sentence) => sentence.proposal !== null).length,
      open: demands.filter(isOpen).length,
    };
  },
});

async function loadTied(transaction: Transaction, id: string) {
  const version = await loadVersion(transaction, id);
  const document = version === null ? null : await loadDocument(transaction, version.documentId);
  if (version === null || document === null) return null;
  const library = await openLibrary();
  const clauses = new Set(library.targets.map((target) => target.clause));
  return { version, sentences: await sentencesOf(transaction, version.id), clauses, scope: document.scope };
}

async function saveTied(
  transaction: Transaction,
  version: DocumentVersion,
  sentences: readonly VersionedSentence[],
  stamp: Stamp,
) {
  await updateTies(transaction, sentences, stamp);
  return { id: version.id, sentences: sentences.length };
}

export const tie = action({
  name: 'documentVersion.tie',
  on: 'record',
  permission: documentVersionAccess.tie,
  readable: documentVersionAccess.read,
  input: tieInput,
  refusals: tieRefusals,
  load: (transaction, { id }) => loadTied(transaction, id),
  keys: () => ({}),
  decide: ({ version, sentences, clauses, scope }, input, { today }) =>
    tieSentence(version, sentences, input, { clauses, scope, today }),
  save: (transaction, { version }, next, stamp) => saveTied(transaction, version, next, stamp),
});

export const confirm = action({
  name: 'documentVersion.confirmProposals',
  on: 'record',
  permission: documentVersionAccess.tie,
  readable: documentVersionAccess.read,
  input: confirmInput,
  refusals: confirmRefusals,
  load: (transaction, { id }) => loadTied(transaction, id),
  keys: () => ({}),
  decide: ({ version, sentences }, input) => confirmProposals(version, sentences, input.sentences),
  save: (transaction, { version }, next, stamp) => saveTied(transaction, version, next, stamp),
});

async function loadGround(transaction: Transaction, id: string) {
  const version = await loadVersion(transaction, id);
  const document = version === null ? null : await loadDocument(transaction, version.documentId);
  if (version === null || document === null) return null;
  const bodies = bodiesFor(document.kind, await decidingRules(transaction));
  return { version, document, bodies, previous: await versionInState(transaction, document.id, 'inForce') };
}
const keysOfDocument = ({ document }: { readonly document: GoverningDocument }) => documentKeys(document);

async function saveAdopted(
  transaction: Transaction,
  before: { document: { version: number } },
  next: Adopted,
  stamp: Stamp,
) {
  // One version in force at a time: the old one gives way before the new one takes its place.
  if (next.previous !== null) await updateVersion(transaction, next.previous, stamp);
  await updateVersion(transaction, next.version, stamp);
  if (next.document.version !== before.document.version)
    await updateDocument(transaction, next.document, stamp);
  return { ...answerOf(next.version), state: next.version.state };
}

export const adopt = action({
  name: 'documentVersion.adopt',
  on: 'record',
  permission: documentVersionAccess.adopt,
  readable: documentVersionAccess.read,
  input: adoptInput,
  refusals: adoptRefusals,
  load: (transaction, { id }) => loadGround(transaction, id),
  keys: keysOfDocument,
  version: ({ version }) => version.version,
  show: ({ version }) => ({ state: version.state, decision: version.decision }),
  decide: adoptVersion,
  save: saveAdopted,
});

export const bring = action({
  name: 'documentVersion.bringIntoForce',
  on: 'record',
  permission: documentVersionAccess.adopt,
  readable: documentVersionAccess.read,
  input: Fields({}),
  refusals: ['notDecided', 'dayNotCome'],
  load: (transaction, { id }) => loadGround(transaction, id),
  keys: keysOfDocument,
  version: ({ version }) => version.version,
  decide: (ground, _input, circumstances) => bringIntoForce(ground, circumstances),
  save: saveAdopted,
});

export const discard = action({
  name: 'documentVersion.discard',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['notDraft'],
  load: (transaction, { id }) => loadGround(transaction, id),
  keys: keysOfDocument,
  version: ({ version }) => version.version,
  decide: ({ version }, input) => discardVersion(version, input.reason),
  save: async (transaction, _loaded, next, stamp) => {
    await updateVersion(transaction, next, stamp);
    return answerOf(next);
  },
});

export const repeal = action({
  name: 'documentVersion.repeal',
  on: 'record',
  permission: documentVersionAccess.adopt,
  readable: documentVersionAccess.read,
  input: repealInput,
  refusals: repealRefusals,
  load: async (transaction, { id }) => {
    const version = await loadVersion(transaction, id);
    const document = version === null ? null : await holdDocument(transaction, version.documentId);
    if (version === null || document === null) return null;
    return { version, document, isWaitedFor: await hasWaiting(transaction, document.id) };
  },
  keys: keysOfDocument,
  version: ({ version }) => version.version,
  decide: (ground, input, circumstances) => repealVersion(ground, input, circumstances),
  save: async (transaction, { document }, next, stamp) => {
    await updateVersion(transaction, next, stamp);
    const ended = { ...document, version: document.version + 1, endedOn: next.repealedOn };
    await updateDocument(transaction, ended, stamp);
    return answerOf(next);
  },
});
