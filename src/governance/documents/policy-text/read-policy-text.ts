import { settleHeadings } from './headings.ts';
import { readLines, type LinePiece } from './lines.ts';
import {
  type Demand,
  type LeftoverReason,
  longestPolicyText,
  type PolicyBlock,
  type PolicyParagraph,
  type PolicySection,
  type PolicyText,
  read,
  type Reading,
  refused,
} from './policy-text.ts';
import { sentenceHash } from './sentence-hash.ts';
import { demandOf, invisible, splitSentences } from './sentence.ts';

/** Control characters that no text has; tab, line breaks and form feed are white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controlCharacter = /[\u0000-\u0008\u000E-\u001F\u007F]/u;

/** Collects sections, sentences and leftovers in the document's order. */
class Builder {
  readonly text: PolicyText = { title: null, sections: [], sentences: [], leftovers: [] };
  private leadIn: { number: number; demand: Demand | null } | null = null;

  leftover(text: string, reason: LeftoverReason): void {
    this.text.leftovers.push({ text, reason, afterSentence: this.text.sentences.length });
  }

  heading(block: PolicyBlock): void {
    const numbered = block.mark !== null && /\d/u.test(block.mark);
    if (block.mark !== null && !numbered) this.leftover(block.mark, 'mark');
    const number = numbered ? block.mark : null;
    this.text.sections.push({ heading: block.text, number, level: block.level, paragraphs: [] });
    this.leadIn = null;
  }

  title(block: PolicyBlock): void {
    if (block.mark !== null) this.leftover(block.mark, 'mark');
    if (this.text.title === null) this.text.title = block.text;
    else this.leftover(block.text, 'figureWords');
  }

  paragraph(block: PolicyBlock): void {
    const { sections, sentences } = this.text;
    if (block.mark !== null) this.leftover(block.mark, 'mark');
    if (block.kind !== 'item') this.leadIn = null;
    const section = this.section();
    const paragraph: PolicyParagraph = { kind: block.kind === 'item' ? 'item' : 'text', sentences: [] };
    section.paragraphs.push(paragraph);
    splitSentences(block.text).forEach((text, place) => {
      const number = sentences.length + 1;
      const inherited = place === 0 ? this.inherited() : null;
      sentences.push({
        number,
        section: sections.length - 1,
        paragraph: section.paragraphs.length - 1,
        text,
        demand: demandOf(text) ?? inherited,
        leadIn: this.leadIn?.number ?? null,
        hash: sentenceHash(text),
      });
      paragraph.sentences.push(number);
    });
    const last = sentences.at(-1);
    if (block.kind !== 'item' && last !== undefined && !/[.!?…]["”’»)\]]*$/u.test(last.text.slice(-6))) {
      this.leadIn = { number: last.number, demand: last.demand };
    }
  }

  /**
   * What an item demands by the words that lead it in. Then it is the items that demand, each by itself, and the words before
   * them (”Kommunstyrelsen ska:”) ask for nothing that could be followed up alone.
   */
  private inherited(): Demand | null {
    const leading = this.leadIn === null ? undefined : this.text.sentences[this.leadIn.number - 1];
    if (leading !== undefined) leading.demand = null;
    return this.leadIn?.demand ?? null;
  }

  private section(): PolicySection {
    const last = this.text.sections.at(-1);
    if (last !== undefined) return last;
    const preface: PolicySection = { heading: '', number: null, level: 0, paragraphs: [] };
    this.text.sections.push(preface);
    return preface;
  }
}

function build(pieces: readonly LinePiece[]): PolicyText {
  const builder = new Builder();
  for (const piece of pieces) {
    if (piece.kind === 'leftover') builder.leftover(piece.text, piece.reason);
    else if (piece.kind === 'heading') builder.heading(piece);
    else if (piece.kind === 'title') builder.title(piece);
    else builder.paragraph(piece);
  }
  return builder.text;
}

/** The refusal a raw text earns before it is read, or null. */
function refuseRaw(plain: string): ReturnType<typeof refused> | null {
  if (plain.length > longestPolicyText) {
    return refused({ code: 'tooLong', limit: longestPolicyText, length: plain.length });
  }
  const control = controlCharacter.exec(plain);
  if (control !== null) {
    return refused({
      code: 'controlCharacters',
      line: plain.slice(0, control.index).split(/\r\n?|\n/u).length,
    });
  }
  return plain.replace(invisible, '').trim() === '' ? refused({ code: 'emptyText' }) : null;
}

/**
 * Reads a policy into headings and whole sentences, kept word for word. Takes plain text (also what a PDF reader leaves,
 * with hard line breaks) or the blocks of a docx. Every character that shows ends in the title, a heading, a sentence or
 * a leftover. Refuses: `emptyText`, `tooLong`, `controlCharacters` (with its line), and `noRecognisableDemand` when no
 * sentence holds ska, skall, måste, får inte, åligger, ansvarar, är skyldig or bör.
 */
export function readPolicyText(input: string | readonly PolicyBlock[]): Reading<PolicyText> {
  const refusal = refuseRaw(typeof input === 'string' ? input : input.map((block) => block.text).join('\n'));
  if (refusal !== null) return refusal;
  const text = build(settleHeadings(typeof input === 'string' ? readLines(input) : input));
  const demands = text.sentences.some((sentence) => sentence.demand !== null);
  return demands ? read(text) : refused({ code: 'noRecognisableDemand', sentences: text.sentences.length });
}

/**
 * Reads blocks whose structure is certain, because they were written as blocks: nothing is taken for a heading that is not
 * one, and a text that demands nothing is a text all the same.
 */
export function readBlocks(blocks: readonly PolicyBlock[]): Reading<PolicyText> {
  return refuseRaw(blocks.map((block) => block.text).join('\n')) ?? read(build(blocks));
}
