import { setImmediate } from 'node:timers/promises';
import { unescapeHtml } from '../../kernel/format.ts';
import { type HtmlReader, scanHtml, silentElements } from '../documents/blocks/paste.ts';
import { normaliseSentence } from '../documents/policy-text/sentence.ts';

interface Sentence {
  readonly number: number;
  readonly text: string;
}

/** Text without what a page is free to lay out as it likes: white space, and the bars between cells. */
function streamOf(texts: readonly string[]): string {
  return normaliseSentence(texts.join(' ')).replace(/[\s|]+/gu, '');
}

/**
 * Does one of our own pages say exactly these sentences, all of them in order and nothing between them? Read from what was
 * really served: the words within its sentence elements.
 */
export function saysExactly(html: string, sentences: readonly Sentence[]): boolean {
  const said = [...html.matchAll(/<span class="sentence[^">]*">(.*?)<\/span>/gsu)].map(([, inner = '']) =>
    unescapeHtml(inner.replace(/<\/?a\b[^>]*>/gu, '')),
  );
  return said.length > 0 && streamOf(said) === streamOf(sentences.map((one) => one.text));
}

/** The words that a page of anybody's shows, in the form that sentences are compared in. */
export function wordsOfPage(text: string, kind: 'html' | 'text'): string {
  if (kind === 'text') return comparable(text);
  const shown = new Shown();
  scanHtml(text, shown);
  return comparable(shown.parts.join(''));
}

/** Elements that stand within a line: what is before and after them may be one word. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Collects what a page shows, however it is laid out: every other element parts the words around it. */
class Shown implements HtmlReader {
  readonly parts: string[] = [];
  private silence: string | null = null;

  words(words: string): void {
    if (this.silence === null) this.parts.push(words);
  }

  tag(name: string, isClosing: boolean, attributes: string): void {
    if (this.silence !== null) {
      if (isClosing && name === this.silence) this.silence = null;
    } else if (silentElements.has(name)) {
      if (!isClosing && !attributes.endsWith('/')) this.silence = name;
    } else if (!inline.has(name)) this.parts.push(' ');
  }
}

function comparable(text: string): string {
  return normaliseSentence(text.replace(/\s*\|\s*/gu, ' '));
}

/** How much of a text stands in a page. */
export interface Search {
  readonly sentences: number;
  /** How many of the sentences stand there at all. */
  readonly found: number;
  /** The first that does not stand there, or not in its order; null when all do. */
  readonly firstMissing: number | null;
}

/** How many sentences are looked for before others get their turn. */
const turn = 40;

/** Looks for each sentence, whole, in a page's words. Whatever else the page says between them is the page's own. */
export async function search(words: string, sentences: readonly Sentence[]): Promise<Search> {
  const all = sentences.map(({ number, text }) => ({ number, ...soughtOf(comparable(text)) }));
  // A row of dashes has no words that could be there or not.
  const sought = all.filter((one) => one.lead !== '');
  const places = placesOf(words, sought);
  let at = 0;
  let found = 0;
  let firstMissing: number | null = null;
  for (const [index, one] of sought.entries()) {
    if (index % turn === turn - 1) await setImmediate();
    const candidates = places.get(one.lead) ?? [];
    const place = placeOf(words, one, candidates, at);
    if (place === -1) firstMissing ??= one.number;
    else at = place + one.sentence.length;
    if (place !== -1 || placeOf(words, one, candidates, 0) !== -1) found++;
  }
  return { sentences: sought.length, found, firstMissing };
}

interface Sought {
  readonly sentence: string;
  /** Its first words, by which places are found where it may stand; and how far into it they begin. */
  readonly lead: string;
  readonly offset: number;
}

const word = /[\p{L}\p{N}]+/gu;
const mostLead = 3;

function soughtOf(sentence: string): Sought {
  const first: RegExpExecArray[] = [];
  for (const found of sentence.matchAll(word)) if (first.push(found) === mostLead) break;
  return { sentence, lead: first.map(([one]) => one).join(' '), offset: first[0]?.index ?? 0 };
}

/**
 * Where in the page's words each lead stands, found in one walk: a search of the whole page for each sentence would let a page
 * of nearly the same words keep the server busy for a minute.
 */
function placesOf(words: string, sought: readonly Sought[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>(sought.map(({ lead }) => [lead, []]));
  const latest: { text: string; index: number }[] = [];
  for (const { 0: text, index } of words.matchAll(word)) {
    latest.push({ text, index });
    if (latest.length > mostLead) latest.shift();
    for (let from = 0; from < latest.length; from++) {
      const run = latest.slice(from);
      places.get(run.map((one) => one.text).join(' '))?.push(run[0]?.index ?? 0);
    }
  }
  return places;
}

const inWord = /[\p{L}\p{N}]/u;

/** The first place from there on where the sentence stands whole, and not within another word; -1 when nowhere. */
function placeOf(words: string, sought: Sought, candidates: readonly number[], from: number): number {
  const { sentence, offset } = sought;
  for (const candidate of candidates) {
    const at = candidate - offset;
    if (at < from || !words.startsWith(sentence, at)) continue;
    if (!inWord.test(words.charAt(at - 1)) && !inWord.test(words.charAt(at + sentence.length))) return at;
  }
  return -1;
}

/** The addresses that a page shows within itself (frames), at most a few; read without a browser. */
export function framedIn(html: string): string[] {
  const frames = html.matchAll(
    /<iframe\b[^<>]{0,1000}?[\s"']src\s*=\s*(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')/giu,
  );
  return [...frames].slice(0, 20).map(([, double, single]) => unescapeHtml(double ?? single ?? ''));
}
