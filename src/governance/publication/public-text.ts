import { escapeHtml as escape } from '../../kernel/format.ts';
import type { Block } from '../documents/blocks/block.ts';
import { runsOf } from '../documents/blocks/link.ts';
import type { PublicSentence, PublicText } from './public.store.ts';

/** A text as HTML, and its headings with where they stand on the page. */
export interface TextHtml {
  readonly html: string;
  readonly headings: readonly { readonly id: string; readonly words: string; readonly level: number }[];
}

/**
 * The text word for word, in plain HTML. Each sentence is an element of its own, so that `saysExactly` can read back from the
 * page what it really says; one with a demand is marked. Nothing in the text is markup: words are escaped, and of links only
 * http, https and mailto lead anywhere (documents/blocks/link.ts).
 */
export function textHtml(text: PublicText): TextHtml {
  return text.blocks === null ? readHtml(text) : writtenHtml(text.blocks, text.sentences);
}

/** Collects the headings while they are written, each with an id of its own. */
class Headings {
  readonly found: { id: string; words: string; level: number }[] = [];
  private readonly top: number;
  private last = 1;

  constructor(levels: readonly number[]) {
    this.top = levels.reduce((top, level) => Math.min(top, level), Infinity);
  }

  /** The page's own heading is the first level, the text's highest the second; no level is passed over on the way down. */
  html(words: string, level: number): string {
    const id = `avsnitt-${this.found.length}`;
    this.found.push({ id, words, level });
    this.last = Math.min(level - this.top + 2, this.last + 1, 4);
    return `<h${this.last} id="${id}">${escape(words)}</h${this.last}>`;
  }
}

/** A text that was read in: sections with paragraphs of whole sentences. */
function readHtml({ outline, sentences }: PublicText): TextHtml {
  const headings = new Headings(
    outline.sections.flatMap(({ heading, level }) => (heading === '' ? [] : [level])),
  );
  const sentence = new Map(sentences.map((one) => [one.number, one]));
  const parts = outline.sections.flatMap((section) => {
    const words = section.number === null ? section.heading : `${section.number} ${section.heading}`;
    const heading = section.heading === '' ? [] : [headings.html(words, section.level)];
    const paragraphs = section.paragraphs.map((paragraph) => {
      const spans = paragraph.sentences.flatMap((number) => {
        const one = sentence.get(number);
        return one === undefined ? [] : [spanOf(one.demand, escape(one.text))];
      });
      return { isItem: paragraph.kind === 'item', html: spans.join(' ') };
    });
    return [...heading, ...listed(paragraphs)];
  });
  return { html: parts.join('\n'), headings: headings.found };
}

/** Paragraphs as they stand, and items that follow each other as one list. */
function listed(paragraphs: readonly { readonly isItem: boolean; readonly html: string }[]): string[] {
  const parts: string[] = [];
  let items: string[] = [];
  const end = () => {
    if (items.length > 0) parts.push(`<ul>${items.join('')}</ul>`);
    items = [];
  };
  for (const { isItem, html } of paragraphs) {
    if (isItem) items.push(`<li>${html}</li>`);
    else {
      end();
      parts.push(`<p>${html}</p>`);
    }
  }
  end();
  return parts;
}

/** A text that was written here: its blocks, with the sentences found again in their words. */
function writtenHtml(blocks: readonly Block[], sentences: readonly PublicSentence[]): TextHtml {
  const headings = new Headings(blocks.flatMap((one) => (one.kind === 'heading' ? [one.level] : [])));
  const marker = new Marker(sentences);
  const parts: string[] = [];
  let list: { element: 'ul' | 'ol'; items: string[] } | null = null;
  const end = () => {
    if (list !== null) parts.push(`<${list.element}>${list.items.join('')}</${list.element}>`);
    list = null;
  };
  for (const block of blocks) {
    const element = block.kind === 'item' ? (block.isNumbered ? 'ol' : 'ul') : null;
    if (list !== null && list.element !== element) end();
    if (block.kind === 'item' && element !== null) {
      list ??= { element, items: [] };
      list.items.push(`<li>${marker.html([block.text])[0] ?? ''}</li>`);
    } else if (block.kind === 'heading') {
      const words = runsOf(block.text).map((run) => run.words);
      parts.push(headings.html(words.join(''), block.level));
    } else if (block.kind === 'table') parts.push(tableHtml(block.rows, marker));
    else if (block.kind === 'paragraph') parts.push(`<p>${marker.html([block.text])[0] ?? ''}</p>`);
  }
  end();
  return { html: parts.join('\n'), headings: headings.found };
}

function tableHtml(rows: readonly (readonly string[])[], marker: Marker): string {
  const [head = [], ...body] = rows.map((row) => marker.html(row));
  const cells = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const rest = body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const label = escape(
    (rows[0] ?? [])
      .flatMap(runsOf)
      .map((run) => run.words)
      .join(', '),
  );
  return `<div class="wide" role="region" tabindex="0" aria-label="${label}"><table><thead><tr>${cells}</tr></thead><tbody>${rest}</tbody></table></div>`;
}

/** What divides the cells of a row when it is read as a paragraph (documents/blocks/block-text.ts). */
const between = ' | ';

interface Range {
  readonly from: number;
  readonly to: number;
  readonly demand: PublicSentence['demand'];
}

/** Finds the sentences again in the texts that they were read from, in the order of the document. */
class Marker {
  private readonly sentences: readonly PublicSentence[];
  private next = 0;

  constructor(sentences: readonly PublicSentence[]) {
    this.sentences = sentences;
  }

  /** The texts of one paragraph (the cells of one row), each as HTML with its sentences marked. */
  html(texts: readonly string[]): string[] {
    const runs = texts.map(runsOf);
    const words = runs.map((cell) => cell.map((run) => run.words).join(''));
    const ranges = this.rangesIn(words.join(between));
    let start = 0;
    return runs.map((cell, at) => {
      const end = start + (words[at] ?? '').length;
      const html = cellHtml(cell, start, end, ranges);
      start = end + between.length;
      return html;
    });
  }

  private rangesIn(words: string): Range[] {
    const ranges: Range[] = [];
    let at = 0;
    for (;;) {
      const sentence = this.sentences[this.next];
      const from = sentence === undefined ? -1 : words.indexOf(sentence.text, at);
      if (sentence === undefined || from === -1) return ranges;
      at = from + sentence.text.length;
      ranges.push({ from, to: at, demand: sentence.demand });
      this.next++;
    }
  }
}

/** One cell's words: those of a sentence within its element, links where they stand. */
function cellHtml(
  runs: ReturnType<typeof runsOf>,
  start: number,
  end: number,
  ranges: readonly Range[],
): string {
  const within = ranges.filter((range) => range.from < end && range.to > start);
  const parts: string[] = [];
  let at = start;
  for (const { from, to, demand } of within) {
    parts.push(wordsHtml(runs, at - start, Math.max(from, start) - start));
    parts.push(spanOf(demand, wordsHtml(runs, Math.max(from, start) - start, Math.min(to, end) - start)));
    at = Math.min(to, end);
  }
  parts.push(wordsHtml(runs, at - start, end - start));
  return parts.join('');
}

/** The words between two places of the runs, with their links. */
function wordsHtml(runs: ReturnType<typeof runsOf>, from: number, to: number): string {
  let start = 0;
  let html = '';
  for (const { words, href } of runs) {
    const part = escape(words.slice(Math.max(0, from - start), Math.max(0, to - start)));
    if (part !== '')
      html += href === null ? part : `<a href="${escape(href)}" rel="noreferrer noopener">${part}</a>`;
    start += words.length;
  }
  return html;
}

function spanOf(demand: PublicSentence['demand'], html: string): string {
  return `<span class="sentence${demand === null ? '' : ` ${demand}`}">${html}</span>`;
}
