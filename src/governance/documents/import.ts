import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, type Static } from '../../kernel/schema.ts';
import type { DocumentVersion, GoverningDocument } from './document.ts';
import { readDocx } from './policy-text/docx.ts';
import type { Edition } from './policy-text/edition.ts';
import { readModelPolicy } from './policy-text/model-policy.ts';
import type { PolicySentence, PolicyText, PolicyTextRefusal } from './policy-text/policy-text.ts';
import { readPolicyText } from './policy-text/read-policy-text.ts';
import { proposeTies, type TieTarget } from './policy-text/ties.ts';
import { readTxt } from './policy-text/txt.ts';

/** Where the text comes from: a file, what was pasted, or the model policy that Värna carries. */
export const importSources = ['txt', 'docx', 'pasted', 'model'] as const;

/** A policy of a hundred pages has about so many; more is another kind of document. */
const mostSentences = 2000;

/** A file of 10 MB in base64. */
const longestContent = 14_000_000;

export const importInput = Fields({
  source: OneOf(importSources),
  name: Line(200),
  /** Base64 for a file; the text itself when pasted; empty for the model policy. */
  content: Type.String({ maxLength: longestContent }),
});
export type ImportInput = Static<typeof importInput>;

export const importRefusals = [
  'draftExists',
  'emptyText',
  'tooLong',
  'controlCharacters',
  'noRecognisableDemand',
  'notText',
  'notDocx',
  'brokenDocx',
  'zipBomb',
  'markedWrong',
  'sameTextInForce',
  'tooManySentences',
] as const;

/** A sentence as it is stored, with what it is tied to. */
export interface StoredSentence {
  readonly id: Id<'Sentence'>;
  readonly number: number;
  readonly section: number;
  readonly heading: string;
  readonly paragraph: number;
  readonly text: string;
  readonly hash: string;
  readonly demand: 'ska' | 'bor' | null;
  readonly clauses: readonly string[];
  readonly proposed: readonly string[];
  readonly setAsideReason: string | null;
}

/** What the import leans on: the policy document there may be, and the texts Värna carries. */
export interface ImportGround {
  readonly document: GoverningDocument | null;
  readonly latestNumber: number;
  readonly hasDraft: boolean;
  readonly inForceHash: string | null;
  readonly editions: readonly Edition[];
  readonly targets: readonly TieTarget[];
  readonly modelPolicy: string;
  readonly municipality: string;
}

export interface Imported {
  readonly document: GoverningDocument;
  readonly isNewDocument: boolean;
  readonly version: DocumentVersion;
  readonly sourceText: string;
  readonly sentences: readonly StoredSentence[];
}

interface Read {
  readonly text: PolicyText;
  readonly source: string;
  readonly ties: ReadonlyMap<number, readonly string[]>;
}

/**
 * Reads a policy in: into whole sentences kept word for word, each demand tied to the clauses that measure it where that is
 * known for certain, and proposed for a person to confirm where it is not. The result is a draft until it is adopted.
 */
export function importPolicy(
  ground: ImportGround,
  input: ImportInput,
  circumstances: Circumstances,
): Decision<Imported> | Refusal {
  if (ground.hasDraft) return refuse('draftExists');
  const reading = readSource(input, ground);
  if (isRefusal(reading)) return reading;
  const { text } = reading;
  if (text.sentences.length > mostSentences) {
    return refuse('tooManySentences', { field: 'content', parameters: { limit: mostSentences } });
  }
  const contentHash = hashOf(text.sentences);
  if (contentHash === ground.inForceHash) return refuse('sameTextInForce');
  const document = ground.document ?? newPolicy(text.title, circumstances);
  const version: DocumentVersion = {
    id: circumstances.newId<'DocumentVersion'>(),
    version: 1,
    documentId: document.id,
    number: ground.latestNumber + 1,
    state: 'draft',
    sourceName: input.name,
    outline: { title: text.title, sections: text.sections, leftovers: text.leftovers },
    contentHash,
    decision: null,
    decidedBy: null,
    decidedOn: null,
    inForceFrom: null,
    adjustedOn: null,
    announcedOn: null,
    legalForceOn: null,
  };
  const sentences = tied(text, reading.ties, ground, circumstances);
  const isNewDocument = ground.document === null;
  const touched = [
    ...(isNewDocument ? [`document:${document.id}`] : []),
    ...sentences.map((one) => `sentence:${one.id}`),
  ];
  const changes = [{ field: 'state', from: null, to: version.state }];
  const data = { contentHash, sentences: sentences.length, number: version.number, source: input.name };
  return {
    next: { document, isNewDocument, version, sourceText: reading.source, sentences },
    event: { kind: 'documentVersion.imported', record: version.id, changes, data, touched },
  };
}

function newPolicy(title: string | null, circumstances: Circumstances): GoverningDocument {
  return {
    id: circumstances.newId<'Document'>(),
    version: 1,
    kind: 'policy',
    title: (title ?? 'Informationssäkerhetspolicy').slice(0, 200),
    keeperOffice: 'informationSecurityCoordinator',
    reviewOn: null,
  };
}

function readSource(input: ImportInput, ground: ImportGround): Read | Refusal {
  if (input.source === 'model') {
    const model = readModelPolicy(ground.modelPolicy, ground.municipality);
    if (!model.ok) return told(model.refusal);
    const ties = new Map(model.value.ties.map((tie) => [tie.sentence, [tie.clause]]));
    return { text: model.value.text, source: ground.modelPolicy, ties };
  }
  const found = contentOf(input);
  if (isRefusal(found)) return found;
  const reading = readPolicyText(found.blocks);
  return reading.ok ? { text: reading.value, source: found.source, ties: new Map() } : told(reading.refusal);
}

function contentOf(
  input: ImportInput,
): { blocks: Parameters<typeof readPolicyText>[0]; source: string } | Refusal {
  if (input.source === 'pasted') return { blocks: input.content, source: input.content };
  const bytes = new Uint8Array(Buffer.from(input.content, 'base64'));
  if (input.source === 'docx') {
    const docx = readDocx(bytes);
    if (!docx.ok) return told(docx.refusal);
    return { blocks: docx.value.blocks, source: docx.value.blocks.map((block) => block.text).join('\n') };
  }
  const txt = readTxt(bytes);
  return txt.ok ? { blocks: txt.value.text, source: txt.value.text } : told(txt.refusal);
}

function told(refusal: PolicyTextRefusal): Refusal {
  const { code, ...parameters } = refusal;
  return refuse(code, { field: 'content', parameters });
}

function tied(
  text: PolicyText,
  known: ReadonlyMap<number, readonly string[]>,
  ground: ImportGround,
  circumstances: Circumstances,
): StoredSentence[] {
  const edition = bestEdition(text, ground.editions);
  const proposal = proposeTies(text, edition, ground.targets);
  const setAside = new Map(proposal.noDemand.map((one) => [one.sentence, one.reason]));
  return text.sentences.map((sentence) => {
    const own = proposal.ties.filter((tie) => tie.sentence === sentence.number);
    const certain = own.filter((tie) => tie.certainty === 'certain').map((tie) => tie.clause);
    return {
      id: circumstances.newId<'Sentence'>(),
      number: sentence.number,
      section: sentence.section,
      heading: text.sections[sentence.section]?.heading ?? '',
      paragraph: sentence.paragraph,
      text: sentence.text,
      hash: sentence.hash,
      demand: sentence.demand,
      clauses: known.get(sentence.number) ?? certain,
      proposed:
        known.size > 0 ? [] : own.filter((tie) => tie.certainty === 'proposed').map((tie) => tie.clause),
      setAsideReason: setAside.get(sentence.number) ?? null,
    };
  });
}

/** The edition that knows most of the text's sentences; none when it knows no more than chance would. */
function bestEdition(text: PolicyText, editions: readonly Edition[]): Edition | null {
  const hashes = new Set(text.sentences.map((sentence) => sentence.hash));
  const scored = editions.map((edition) => ({
    edition,
    known: edition.sentences.filter((row) => hashes.has(row.hash)).length,
  }));
  const best = scored.sort((a, b) => b.known - a.known)[0];
  return best !== undefined && best.known >= 3 ? best.edition : null;
}

/** What a whole text is recognised by: the SHA-256 of its sentences' hashes, in order. */
export function hashOf(sentences: readonly Pick<PolicySentence, 'hash'>[]): string {
  return createHash('sha256')
    .update(sentences.map((sentence) => sentence.hash).join('\n'))
    .digest('hex');
}
