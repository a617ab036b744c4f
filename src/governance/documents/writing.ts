import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, OneOf, type Static } from '../../kernel/schema.ts';
import { type Block, Blocks, cleanBlocks, type DemandMark, DemandMarks, mostBlocks } from './blocks/block.ts';
import { plainTextOf, readWritten } from './blocks/block-text.ts';
import { blocksFromPlain } from './blocks/paste.ts';
import type { DocumentVersion, GoverningDocument } from './document.ts';
import { longestPolicyText } from './policy-text/policy-text.ts';
import { fileRefusals, longestContent, mostSentences, told } from './reading/file-refusals.ts';
import type { FileText } from './reading/file-text.ts';
import { withinBlocks, writtenBlocks } from './reading/written-blocks.ts';
import type { Referral } from './referral/referral.ts';
import {
  carriedOver,
  type FollowedSentence,
  hashOf,
  type StoredSentence,
  tied,
  type TieGround,
} from './stored-sentence.ts';

/** Where a new draft begins: with nothing, the version in force, a file or what was pasted. */
export const beginSources = ['empty', 'inForce', 'txt', 'docx', 'pdf', 'pasted'] as const;

export const beginInput = Fields({
  documentId: IdOf<'Document'>(),
  source: OneOf(beginSources),
  /** Base64 for a file; the text itself when pasted; otherwise empty. */
  content: Type.String({ maxLength: longestContent }),
});

export const beginRefusals = [
  ...fileRefusals,
  'documentUnknown',
  'documentEnded',
  'draftExists',
  'nothingInForce',
  'tooManyBlocks',
] as const;

/** What a new draft leans on. */
export interface BeginGround {
  readonly document: GoverningDocument;
  readonly latestNumber: number;
  readonly hasDraft: boolean;
  /** The version in force as blocks; null when there is none. */
  readonly inForce: readonly Block[] | null;
  /** What the file holds, read before; null where it begins with something else. */
  readonly file: FileText | null;
  /** Sentences of it whose demand is taken otherwise than their words read. */
  readonly inForceMarks: readonly DemandMark[];
}

/** Begins a draft that is written here. One at a time for each document. */
export function beginVersion(
  ground: BeginGround,
  input: Static<typeof beginInput>,
  circumstances: Circumstances,
): Decision<DocumentVersion> | Refusal {
  if (ground.hasDraft) return refuse('draftExists');
  const blocks = beginningOf(ground, input);
  if (isRefusal(blocks)) return blocks;
  const draft = newDraft(ground.document.id, ground.latestNumber + 1, blocks, circumstances);
  // What a person has said of a sentence's strength goes on in the next version.
  const next = input.source === 'inForce' ? { ...draft, demandMarks: ground.inForceMarks } : draft;
  const changes = [{ field: 'state', from: null, to: next.state }];
  const data = {
    documentId: ground.document.id,
    number: next.number,
    source: input.source,
    blocks: blocks.length,
  };
  return { next, event: { kind: 'documentVersion.begun', record: next.id, changes, data } };
}

function newDraft(
  documentId: DocumentVersion['documentId'],
  number: number,
  blocks: readonly Block[],
  circumstances: Circumstances,
): DocumentVersion {
  return {
    id: circumstances.newId<'DocumentVersion'>(),
    version: 1,
    documentId,
    number,
    state: 'draft',
    sourceName: 'Värna',
    outline: { title: null, sections: [], leftovers: [] },
    contentHash: '',
    decision: null,
    decidedBy: null,
    decidedOn: null,
    inForceFrom: null,
    adjustedOn: null,
    announcedOn: null,
    legalForceOn: null,
    blocks,
    demandMarks: [],
    draftedOn: circumstances.today,
    repealedOn: null,
    repealDecision: null,
  };
}

function beginningOf(ground: BeginGround, input: Static<typeof beginInput>): readonly Block[] | Refusal {
  switch (input.source) {
    case 'empty':
      return [];
    case 'inForce':
      return ground.inForce ?? refuse('nothingInForce');
    case 'pasted':
      return pastedBlocks(input.content);
    case 'txt':
    case 'docx':
    case 'pdf': {
      const blocks = ground.file === null ? [] : writtenBlocks(ground.file, ground.document.title);
      return blocks.length === 0 ? refuse('emptyText', { field: 'content' }) : fitting(blocks);
    }
  }
}

/** What was pasted, all of it or nothing: what is longer than a block may be becomes several, as of a file. */
function pastedBlocks(content: string): readonly Block[] | Refusal {
  const { length } = content;
  if (length > longestPolicyText) return told({ code: 'tooLong', limit: longestPolicyText, length });
  // Counted before it is read: reading stops at as many blocks as a text may have.
  const lines = content.split(/\r\n?|\n/u).filter((line) => line.trim() !== '');
  const refusal = fitting(lines);
  return isRefusal(refusal) ? refusal : fitting(withinBlocks(blocksFromPlain(content)));
}

function fitting<Piece>(blocks: readonly Piece[]): readonly Piece[] | Refusal {
  if (blocks.length <= mostBlocks) return blocks;
  const parameters = { limit: mostBlocks, count: blocks.length };
  return refuse('tooManyBlocks', { field: 'content', parameters });
}

export const writeInput = Fields({ blocks: Blocks, demandMarks: DemandMarks });

/** Keeps what has been written. Only a draft is written on: what is out for comments or proposed stands still. */
export function writeVersion(
  before: DocumentVersion,
  input: Static<typeof writeInput>,
): Decision<DocumentVersion> | Refusal {
  if (before.state !== 'draft' || before.blocks === null) return refuse('textStandsStill');
  const next: DocumentVersion = {
    ...before,
    version: before.version + 1,
    blocks: cleanBlocks(input.blocks),
    demandMarks: input.demandMarks,
  };
  // The text itself is remembered by history; the log holds its size, for drafts are saved often.
  const changes = [
    { field: 'blocks', from: before.blocks.length, to: next.blocks?.length ?? 0 },
    ...(before.demandMarks.length === 0 && next.demandMarks.length === 0
      ? []
      : [{ field: 'demandMarks', from: before.demandMarks.length, to: next.demandMarks.length }]),
  ];
  return { next, event: { kind: 'documentVersion.written', record: before.id, changes } };
}

export const proposeRefusals = [
  'notDraft',
  'referralOngoing',
  'commentsUnanswered',
  'emptyText',
  'tooLong',
  'controlCharacters',
  'tooManySentences',
  'sameTextInForce',
] as const;

export interface ProposeGround extends TieGround {
  readonly version: DocumentVersion;
  readonly document: GoverningDocument;
  readonly referral: Referral | null;
  readonly unanswered: number;
  readonly inForceHash: string | null;
  /** Sentences of the version in force: how they are followed up goes on for those whose words are the same. */
  readonly previous: readonly FollowedSentence[];
}

export interface Proposed {
  readonly version: DocumentVersion;
  readonly sourceText: string;
  readonly sentences: readonly StoredSentence[];
  readonly referral: Referral | null;
}

/**
 * Puts the text forward for a decision: from here it is whole and frozen, with its sentences and its hash. Comments that nobody
 * has answered stop it; the referral's day must have passed.
 */
export function proposeVersion(
  ground: ProposeGround,
  circumstances: Circumstances,
): Decision<Proposed> | Refusal {
  const { version, referral } = ground;
  if ((version.state !== 'draft' && version.state !== 'onReferral') || version.blocks === null)
    return refuse('notDraft');
  if (version.state === 'onReferral' && referral !== null && circumstances.today <= referral.until)
    return refuse('referralOngoing');
  if (ground.unanswered > 0)
    return refuse('commentsUnanswered', { parameters: { count: ground.unanswered } });
  const reading = readWritten(version.blocks, version.demandMarks);
  if (!reading.ok) return told(reading.refusal);
  const text = reading.value;
  if (text.sentences.length > mostSentences)
    return refuse('tooManySentences', {
      parameters: { limit: mostSentences, count: text.sentences.length },
    });
  const contentHash = hashOf(text.sentences);
  if (contentHash === ground.inForceHash) return refuse('sameTextInForce');
  const { scope } = ground.document;
  const sentences = carriedOver(tied(text, new Map(), { ...ground, scope }, circumstances), ground.previous);
  const next: DocumentVersion = {
    ...version,
    version: version.version + 1,
    state: 'proposed',
    outline: { title: ground.document.title, sections: text.sections, leftovers: text.leftovers },
    contentHash,
  };
  const closed =
    version.state === 'onReferral' && referral !== null
      ? { ...referral, version: referral.version + 1, closedOn: circumstances.today }
      : null;
  const changes = [
    { field: 'state', from: version.state, to: next.state },
    { field: 'contentHash', from: null, to: contentHash },
    ...(closed === null ? [] : [{ field: 'closedOn', from: null, to: closed.closedOn }]),
  ];
  const touched = [
    ...(closed === null ? [] : [`referral:${closed.id}`]),
    ...sentences.map((one) => `sentence:${one.id}`),
  ];
  return {
    next: { version: next, sourceText: plainTextOf(version.blocks), sentences, referral: closed },
    event: {
      kind: 'documentVersion.proposed',
      record: version.id,
      changes,
      data: { sentences: sentences.length },
      touched,
    },
  };
}

export interface SentBack {
  readonly old: DocumentVersion;
  readonly draft: DocumentVersion;
}

/**
 * Sends a proposal back to be worked on (återremiss). What was proposed stays as it was, put aside; a new draft begins with the
 * same words.
 */
export function sendBack(
  version: DocumentVersion,
  latestNumber: number,
  reason: string,
  circumstances: Circumstances,
): Decision<SentBack> | Refusal {
  if (version.state !== 'proposed' || version.blocks === null) return refuse('notProposed');
  const old: DocumentVersion = { ...version, version: version.version + 1, state: 'discarded' };
  const draft = {
    ...newDraft(version.documentId, latestNumber + 1, version.blocks, circumstances),
    demandMarks: version.demandMarks,
  };
  const changes = [{ field: 'state', from: version.state, to: old.state }];
  const touched = [`documentVersion:${draft.id}`];
  return {
    next: { old, draft },
    event: { kind: 'documentVersion.sentBack', record: version.id, changes, reason, touched },
  };
}
