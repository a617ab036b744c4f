import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { blocksOfText } from '../blocks/block-text.ts';
import type { Block } from '../blocks/block.ts';
import type { DocumentVersion, GoverningDocument } from '../document.ts';
import { documentTexts } from '../document.texts.ts';
import { demandOf, normaliseSentence } from '../policy-text/sentence.ts';
import { hashOf, type StoredSentence } from '../stored-sentence.ts';
import { firstTerm } from '../policy-text/front.ts';

/** What a file is made of: the version, its document and its sentences. A draft that is written here has no sentences yet. */
export interface VersionSource {
  readonly document: GoverningDocument;
  readonly version: DocumentVersion;
  readonly sentences: readonly Pick<StoredSentence, 'number' | 'text' | 'demand' | 'hash'>[];
  readonly municipality: string;
}

/** A version as a document that stands by itself, before it becomes a file of some form. */
export interface VersionText {
  readonly title: string;
  readonly municipality: string;
  /** ”Policy, version 3”, and that it is a draft where it is. */
  readonly name: string;
  /** The document's own day: of the decision, else of the draft; null for what was read in and is not decided. */
  readonly day: string | null;
  /** Begins with its kind and ends with the checksum: by that the front is known from the text when a file is read in. */
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly blocks: readonly Block[];
}

// The file is the document itself, and that is in Swedish whoever saves it.
const { kinds, states, fields, bodies } = documentTexts.sv;
const offices: Readonly<Record<string, string>> = officeTexts.sv.offices;

/** What is to be known before one reads a text that does not bind anybody. */
const standings: Partial<Readonly<Record<DocumentVersion['state'], string>>> = {
  draft: 'Utkast. Texten är inte beslutad och gäller inte.',
  onReferral: 'Ute på remiss. Texten är inte beslutad och gäller inte.',
  proposed: 'Förslag till beslut. Texten är inte beslutad och gäller inte.',
  discarded: 'Åsidolagd. Texten är inte beslutad och gäller inte.',
  superseded: 'Ersatt av en senare version. Texten gäller inte längre.',
  repealed: 'Upphävd. Texten gäller inte längre.',
};

/** A version as a text that stands by itself: what it is, how it was decided, and its words exactly as they are kept. */
export function versionText(source: VersionSource): VersionText {
  const { document, version, sentences, municipality } = source;
  const words = new Map(sentences.map((sentence) => [sentence.number, sentence.text]));
  const name = `${kinds[document.kind]}, version ${formatNumber(version.number, 'sv')}`;
  return {
    title: document.title,
    municipality,
    name: version.decision === null ? `${name} (${states[version.state].toLowerCase()})` : name,
    day: version.decidedOn ?? version.draftedOn,
    facts: factsOf(source, name),
    blocks: version.blocks ?? blocksOfText(version.outline, (number) => words.get(number) ?? ''),
  };
}

function factsOf({ document, version, sentences }: VersionSource, name: string): VersionText['facts'] {
  const day = (value: string | null) => (value === null ? null : formatLongDate(value, 'sv'));
  const count = (demand: 'ska' | 'bor') =>
    formatNumber(sentences.filter((sentence) => sentence.demand === demand).length, 'sv');
  const marked = markedOf(version, sentences);
  const facts: readonly (readonly [string, string | null])[] = [
    [firstTerm, name],
    [fields.state, standings[version.state] ?? null],
    [fields.decision, version.decision === null ? null : typesetDecision(version.decision)],
    [fields.decidedBy, version.decidedBy === null ? null : bodies[version.decidedBy]],
    [fields.inForceFrom, day(version.inForceFrom)],
    [fields.legalForceOn, day(version.legalForceOn)],
    [fields.repealedOn, day(version.repealedOn)],
    [fields.repealDecision, version.repealDecision],
    [fields.keeperOffice, offices[document.keeperOffice] ?? null],
    [fields.reviewOn, version.state === 'inForce' ? day(document.reviewOn) : null],
    ['Krav i texten', `${count('ska')} ska, ${count('bor')} bör`],
    ['Markerat för hand', marked === '' ? null : marked],
    [fields.contentHash, version.contentHash === '' ? hashOf(sentences) : version.contentHash],
  ];
  return facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

/** Demands that stand in no word of their sentence, and sentences that demand nothing although they sound so. */
function markedOf(version: DocumentVersion, sentences: VersionSource['sentences']): string {
  const marked = new Set(version.demandMarks.map((mark) => mark.sentence));
  return sentences
    .filter((one) => marked.has(normaliseSentence(one.text)) && one.demand !== demandOf(one.text))
    .map(({ text, demand }) =>
      demand === null
        ? `”${text}” är inget krav.`
        : `”${text}” är ett krav (${demand === 'ska' ? 'ska' : 'bör'}).`,
    )
    .join(' ');
}

/** What the file is called, without its ending: no sign that a file system refuses. */
export function fileNameOf({ title, name }: VersionText): string {
  const bare = `${title}, ${name.toLowerCase()}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  return bare
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .slice(0, 120);
}
