import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, type Static } from '../../kernel/schema.ts';
import type { DocumentVersion, GoverningDocument } from './document.ts';
import { fileRefusals, longestContent, mostSentences, told } from './reading/file-refusals.ts';
import { type FileText, policyOf, sourceOf } from './reading/file-text.ts';
import { readModelPolicy } from './policy-text/model-policy.ts';
import type { PolicyText } from './policy-text/policy-text.ts';
import { readPolicyText } from './policy-text/read-policy-text.ts';
import {
  carriedOver,
  type FollowedSentence,
  hashOf,
  type StoredSentence,
  tied,
  type TieGround,
  withStrengths,
} from './stored-sentence.ts';

/** Where the text comes from: a file, what was pasted, or the model policy that Värna carries. */
export const importSources = ['txt', 'docx', 'pdf', 'pasted', 'model'] as const;

export const importInput = Fields({
  source: OneOf(importSources),
  name: Line(200),
  /** Base64 for a file; the text itself when pasted; empty for the model policy. */
  content: Type.String({ maxLength: longestContent }),
});
export type ImportInput = Static<typeof importInput>;

export const importRefusals = [
  ...fileRefusals,
  'draftExists',
  'noRecognisableDemand',
  'markedWrong',
  'sameTextInForce',
  'tooManySentences',
] as const;

/** What the import leans on: the policy document there may be, and the texts Värna carries. */
export interface ImportGround extends TieGround {
  readonly document: GoverningDocument | null;
  readonly latestNumber: number;
  readonly hasDraft: boolean;
  readonly inForceHash: string | null;
  /** Sentences of the version in force. */
  readonly previous: readonly FollowedSentence[];
  readonly modelPolicy: string;
  readonly municipality: string;
  /** What the file holds, read before; null where the text came in another way. */
  readonly file: FileText | null;
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
    const parameters = { limit: mostSentences, count: text.sentences.length };
    return refuse('tooManySentences', { field: 'content', parameters });
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
    blocks: null,
    demandMarks: [],
    draftedOn: null,
    repealedOn: null,
    repealDecision: null,
  };
  const whole = { ...ground, scope: document.scope };
  const read = carriedOver(tied(text, reading.ties, whole, circumstances), ground.previous);
  const sentences = withStrengths(read, ground.previous);
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
    scope: 'organisation',
    unitId: null,
    systemId: null,
    situation: '',
    validUntil: null,
    isOpen: null,
    endedOn: null,
  };
}

function readSource(input: ImportInput, ground: ImportGround): Read | Refusal {
  if (input.source === 'model') {
    const model = readModelPolicy(ground.modelPolicy, ground.municipality);
    if (!model.ok) return told(model.refusal);
    const ties = new Map(model.value.ties.map((tie) => [tie.sentence, [tie.clause]]));
    return { text: model.value.text, source: ground.modelPolicy, ties };
  }
  const reading = ground.file === null ? readPolicyText(input.content) : policyOf(ground.file);
  if (!reading.ok) return told(reading.refusal);
  const source = ground.file === null ? input.content : sourceOf(ground.file);
  return { text: reading.value, source, ties: new Map() };
}
