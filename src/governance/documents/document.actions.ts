import { action } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Transaction } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { documentAccess, documentVersionAccess } from './document.access.ts';
import {
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
  type DocumentVersion,
  keepInput,
  tieInput,
} from './document.ts';
import { importInput, importPolicy, importRefusals } from './import.ts';
import { openLibrary } from './library.ts';
import { confirmProposals, tieRefusals, tieSentence, type VersionedSentence } from './tie.ts';
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
  constraints: { document_version_document_id_number_key: 'draftExists' },
  load: async (transaction) => {
    const document = await loadPolicyDocument(transaction);
    const versions = await versionsOf(transaction, document?.id ?? null);
    const library = await openLibrary();
    return { document, ...versions, ...library, municipality: await municipalityName(transaction) };
  },
  keys: () => ({}),
  decide: importPolicy,
  save: async (transaction, _ground, next, stamp) => {
    if (next.isNewDocument) await insertDocument(transaction, next.document, stamp);
    await insertVersion(transaction, next.version, next.sourceText, stamp);
    await insertSentences(transaction, next.version.id, next.sentences, stamp);
    const demands = next.sentences.filter((sentence) => sentence.demand !== null);
    const isOpen = (sentence: (typeof demands)[number]) =>
      sentence.clauses.length === 0 && sentence.setAsideReason === null;
    return {
      ...answerOf(next.version),
      sentences: next.sentences.length,
      demands: demands.length,
      proposed: next.sentences.filter((sentence) => sentence.proposed.length > 0).length,
      open: demands.filter(isOpen).length,
    };
  },
});

async function loadTied(transaction: Transaction, id: string) {
  const version = await loadVersion(transaction, id);
  if (version === null) return null;
  const library = await openLibrary();
  const known = new Set(library.targets.map((target) => target.clause));
  return { version, sentences: await sentencesOf(transaction, version.id), known };
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
  decide: ({ version, sentences, known }, input) => tieSentence(version, sentences, input, known),
  save: (transaction, { version }, next, stamp) => saveTied(transaction, version, next, stamp),
});

export const confirm = action({
  name: 'documentVersion.confirmProposals',
  on: 'record',
  permission: documentVersionAccess.tie,
  readable: documentVersionAccess.read,
  input: Fields({}),
  refusals: tieRefusals,
  load: (transaction, { id }) => loadTied(transaction, id),
  keys: () => ({}),
  decide: ({ version, sentences }) => confirmProposals(version, sentences),
  save: (transaction, { version }, next, stamp) => saveTied(transaction, version, next, stamp),
});

async function loadGround(transaction: Transaction, id: string) {
  const version = await loadVersion(transaction, id);
  const document = version === null ? null : await loadDocument(transaction, version.documentId);
  if (version === null || document === null) return null;
  return { version, document, previous: await versionInState(transaction, document.id, 'inForce') };
}

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
  keys: () => ({}),
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
  keys: () => ({}),
  version: ({ version }) => version.version,
  decide: (ground, _input, circumstances) => bringIntoForce(ground, circumstances),
  save: saveAdopted,
});

export const discard = action({
  name: 'documentVersion.discard',
  on: 'record',
  permission: documentVersionAccess.import,
  readable: documentVersionAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['notDraft'],
  load: async (transaction, { id }) => {
    const version = await loadVersion(transaction, id);
    return version === null ? null : { version };
  },
  keys: () => ({}),
  version: ({ version }) => version.version,
  decide: ({ version }, input) => discardVersion(version, input.reason),
  save: async (transaction, _loaded, next, stamp) => {
    await updateVersion(transaction, next, stamp);
    return answerOf(next);
  },
});

export const keep = action({
  name: 'document.keep',
  on: 'record',
  permission: documentAccess.keep,
  readable: documentAccess.read,
  input: keepInput,
  refusals: ['nothingChanged'],
  load: (transaction, { id }) => loadDocument(transaction, id),
  keys: () => ({}),
  version: (document) => document.version,
  show: (document) => document,
  decide: (document, input) => {
    const told = { title: document.title, keeperOffice: document.keeperOffice, reviewOn: document.reviewOn };
    const changes = changesBetween(told, input);
    if (changes.length === 0) return refuse('nothingChanged');
    const next = { ...document, ...input, version: document.version + 1 };
    return { next, event: { kind: 'document.kept', record: document.id, changes } };
  },
  save: async (transaction, _before, next, stamp) => {
    await updateDocument(transaction, next, stamp);
    return answerOf(next);
  },
});
