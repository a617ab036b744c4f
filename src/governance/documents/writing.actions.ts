import { covers, scopeOf } from '../../kernel/access.ts';
import { action } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { blocksOfText, marksOf } from './blocks/block-text.ts';
import { documentVersionAccess } from './document.access.ts';
import {
  holdDocument,
  insertVersion,
  loadDocument,
  loadVersion,
  updateVersion,
  versionInState,
  versionsOf,
} from './document.store.ts';
import { type DocumentId, documentKeys, type GoverningDocument } from './document.ts';
import { openLibrary } from './library.ts';
import {
  closeInput,
  closeReferral,
  type Referred,
  referInput,
  referRefusals,
  referVersion,
} from './referral/referral.ts';
import {
  areKnown,
  insertReferral,
  openReferral,
  unansweredComments,
  updateReferral,
} from './referral/referral.store.ts';
import { insertSentences, sentencesOf } from './sentence.store.ts';
import {
  type BeginGround,
  beginInput,
  beginRefusals,
  beginVersion,
  proposeRefusals,
  proposeVersion,
  sendBack,
  writeInput,
  writeVersion,
} from './writing.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { fileOf } from './reading/file-reader.ts';

const answerOf = (row: { id: string; version: number; state?: string }) => ({
  id: row.id,
  version: row.version,
  ...(row.state === undefined ? {} : { state: row.state }),
});

/** The version in force as blocks, as it was written or made of what was read in, and what has been said of its demands. */
async function textInForce(
  db: Reader,
  documentId: DocumentId,
): Promise<Pick<BeginGround, 'inForce' | 'inForceMarks'>> {
  const version = await versionInState(db, documentId, 'inForce');
  if (version === null) return { inForce: null, inForceMarks: [] };
  const sentences = await sentencesOf(db, version.id);
  const words = new Map(sentences.map((one) => [one.number, one.text]));
  const inForce = version.blocks ?? blocksOfText(version.outline, (number) => words.get(number) ?? '');
  return { inForce, inForceMarks: marksOf(inForce, sentences) };
}

export const begin = action({
  name: 'documentVersion.begin',
  on: 'register',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: beginInput,
  // A file of 10 MB, in base64.
  largestInput: 16 * 1024 * 1024,
  refusals: beginRefusals,
  constraints: { document_version_document_id_number_key: 'draftExists' },
  // Reading a file takes a while: there is no transaction meanwhile, and for whoever may not write nothing is read at all.
  prepare: async (db, { input, circumstances: { actor } }) => {
    const seen = await loadDocument(db, input.documentId);
    if (seen === null) return refuse('documentUnknown', { field: 'documentId' });
    const scope = scopeOf(actor, documentVersionAccess.write);
    if (scope === null || !covers(scope, documentKeys(seen))) return refuse('forbidden');
    const file = await fileOf(input, actor);
    return isRefusal(file) ? file : { file };
  },
  load: async (transaction, { input }, { file }) => {
    const document = await holdDocument(transaction, input.documentId);
    if (document === null) return refuse('documentUnknown', { field: 'documentId' });
    if (document.endedOn !== null) return refuse('documentEnded');
    const versions = await versionsOf(transaction, document.id);
    return { document, ...versions, file, ...(await textInForce(transaction, document.id)) };
  },
  keys: ({ document }) => documentKeys(document),
  decide: beginVersion,
  save: async (transaction, _ground, next, stamp) => {
    await insertVersion(transaction, next, '', stamp);
    return answerOf(next);
  },
});

async function loadWritten(transaction: Transaction, id: string) {
  const version = await loadVersion(transaction, id);
  const document = version === null ? null : await loadDocument(transaction, version.documentId);
  return version === null || document === null ? null : { version, document };
}
const keys = ({ document }: { readonly document: GoverningDocument }) => documentKeys(document);
const versionOf = ({ version }: { readonly version: { readonly version: number } }) => version.version;

export const write = action({
  name: 'documentVersion.write',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: writeInput,
  largestInput: 4 * 1024 * 1024,
  refusals: ['textStandsStill'],
  load: (transaction, { id }) => loadWritten(transaction, id),
  keys,
  version: versionOf,
  show: ({ version: { version, blocks, demandMarks } }) => ({ version, blocks, demandMarks }),
  decide: ({ version }, input) => writeVersion(version, input),
  save: async (transaction, _loaded, next, stamp) => {
    await updateVersion(transaction, next, stamp);
    return answerOf(next);
  },
});

export const refer = action({
  name: 'documentVersion.refer',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: referInput,
  refusals: referRefusals,
  load: async (transaction, { id, input }) => {
    const written = await loadWritten(transaction, id);
    if (written === null) return null;
    return { ...written, knownAsked: await areKnown(transaction, input.askedUnits, input.askedPersons) };
  },
  keys,
  version: versionOf,
  decide: ({ version, knownAsked }, input, circumstances) =>
    referVersion(version, knownAsked, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await insertReferral(transaction, next.referral, stamp);
    await updateVersion(transaction, next.version, stamp);
    return answerOf(next.version);
  },
});

export const close = action({
  name: 'documentVersion.closeReferral',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: closeInput,
  refusals: ['notOnReferral', 'reasonMissing'],
  load: async (transaction, { id }) => {
    const written = await loadWritten(transaction, id);
    return written === null ? null : { ...written, referral: await openReferral(transaction, id) };
  },
  keys,
  version: versionOf,
  decide: ({ version, referral }, input, circumstances) =>
    closeReferral(version, referral, input, circumstances),
  save: async (transaction, _loaded, next: Referred, stamp) => {
    await updateReferral(transaction, next.referral, stamp);
    await updateVersion(transaction, next.version, stamp);
    return answerOf(next.version);
  },
});

export const propose = action({
  name: 'documentVersion.propose',
  on: 'record',
  permission: documentVersionAccess.write,
  readable: documentVersionAccess.read,
  input: Fields({}),
  refusals: proposeRefusals,
  load: async (transaction, { id }) => {
    const written = await loadWritten(transaction, id);
    if (written === null) return null;
    const inForce = await versionInState(transaction, written.document.id, 'inForce');
    const { targets, editions } = await openLibrary();
    return {
      ...written,
      targets,
      editions,
      referral: await openReferral(transaction, id),
      unanswered: await unansweredComments(transaction, id),
      inForceHash: inForce?.contentHash ?? null,
      previous: inForce === null ? [] : await sentencesOf(transaction, inForce.id),
    };
  },
  keys,
  version: versionOf,
  decide: (ground, _input, circumstances) => proposeVersion(ground, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    if (next.referral !== null) await updateReferral(transaction, next.referral, stamp);
    await updateVersion(transaction, next.version, stamp, next.sourceText);
    await insertSentences(transaction, next.version.id, next.sentences, stamp);
    return answerOf(next.version);
  },
});

export const back = action({
  name: 'documentVersion.sendBack',
  on: 'record',
  permission: documentVersionAccess.adopt,
  readable: documentVersionAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['notProposed'],
  load: async (transaction, { id }) => {
    const written = await loadWritten(transaction, id);
    if (written === null) return null;
    const { latestNumber } = await versionsOf(transaction, written.document.id);
    return { ...written, latestNumber };
  },
  keys,
  version: versionOf,
  decide: ({ version, latestNumber }, input, circumstances) =>
    sendBack(version, latestNumber, input.reason, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateVersion(transaction, next.old, stamp);
    await insertVersion(transaction, next.draft, '', stamp);
    return answerOf(next.draft);
  },
});
