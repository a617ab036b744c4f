import { newId } from '../../kernel/ids.ts';
import { readWritten } from '../documents/blocks/block-text.ts';
import type { Block } from '../documents/blocks/block.ts';
import { hashOf } from '../documents/stored-sentence.ts';
import { sentenceHash } from '../documents/policy-text/sentence-hash.ts';
import type { PublicFrame } from './public-frame.ts';
import type { Published } from './public-page.ts';
import type { PublicDocument, PublicText, PublicVersion } from './public.store.ts';

export const frame: PublicFrame = {
  municipality: 'Provkommun',
  language: 'sv',
  path: '/dokument',
  contacts: [],
  logSize: null,
};

/** A text of paragraphs, one sentence each, as one that was read in is kept. */
export function readText(texts: readonly string[], heading = 'Ansvar & roller'): PublicText {
  const sentences = texts.map((text, index) => ({
    number: index + 1,
    text,
    hash: sentenceHash(text),
    demand: null,
  }));
  const paragraphs = sentences.map((one) => ({ kind: 'text' as const, sentences: [one.number] }));
  const sections = [{ heading, number: null, level: 1, paragraphs }];
  return { outline: { title: null, sections, leftovers: [] }, blocks: null, sentences };
}

/** A text as it is written here, with the sentences that it has when it is proposed. */
export function writtenText(blocks: readonly Block[]): PublicText {
  const reading = readWritten(blocks, []);
  if (!reading.ok) throw new Error(reading.refusal.code);
  const { sections, sentences } = reading.value;
  return { outline: { title: null, sections, leftovers: [] }, blocks, sentences };
}

export function version(change: Partial<PublicVersion> = {}): PublicVersion {
  return {
    id: newId(),
    number: 1,
    state: 'inForce',
    contentHash: 'a'.repeat(64),
    decision: 'KF 2026-06-15 § 47, dnr KS 2026/123',
    decidedBy: 'council',
    decidedOn: '2026-06-15',
    inForceFrom: '2026-07-01',
    legalForceOn: null,
    repealedOn: null,
    repealDecision: null,
    changedAt: new Date('2026-06-16T08:00:00Z'),
    ...change,
  };
}

export function document(change: Partial<PublicDocument> = {}): PublicDocument {
  return {
    id: newId(),
    kind: 'policy',
    title: 'Policy <för> "alla"',
    keeperOffice: 'informationSecurityCoordinator',
    scope: 'organisation',
    unitName: null,
    situation: '',
    reviewOn: null,
    validUntil: null,
    versions: [version()],
    ...change,
  };
}

/** The text as the version in force of a document. */
export function published(text: PublicText, change: Partial<PublicDocument> = {}): Published {
  const about = document({ versions: [version({ contentHash: hashOf(text.sentences) })], ...change });
  const [shown = version()] = about.versions;
  return { document: about, version: shown, text, clauses: [], parents: [], children: [] };
}
