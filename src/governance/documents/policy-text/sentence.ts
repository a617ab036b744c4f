import type { Demand } from './policy-text.ts';

/**
 * Abbreviations after which a sentence always goes on, without their last point. Those that may close a sentence (m.m.,
 * osv., etc.) are left out on purpose: a capital letter after them begins a new one.
 */
const neverLast = new Set(
  (
    't.ex ex bl.a bl dvs d.v.s s.k kl kap ca c:a resp nr dnr jfr fr.o.m t.o.m p.g.a pga inkl exkl enl t.f ' +
    'f.d f.n sid ev avs art m.a.o i.s.f prop bil tel avd mom st.f å.å m.h.t m.a.a fig tab'
  ).split(' '),
);

const boundary = /(?<![.!?…])([.!?…]+)(["”’»)\]]*)\s+(?=["“”„»«(['‘’]*[\p{Lu}\p{N}])/gu;

/**
 * Whether the point after `before` belongs to an abbreviation or a number rather than ending the sentence.
 * `before` is the text up to the point, `after` the text behind the white space.
 */
function pointGoesOn(before: string, after: string): boolean {
  const word = (/[^\s("“”„»«[]*$/u.exec(before.slice(-16))?.[0] ?? '').toLowerCase();
  if (neverLast.has(word)) return true;
  if (/^\p{L}$/u.test(word)) return true;
  return /^[\d.]+$/.test(word) && /^\d/.test(after);
}

/**
 * Splits a paragraph into whole sentences. Together they hold every non-white character of it, in order. A colon does
 * not end a sentence (”Riktighet: Att …” is one), nor do abbreviations (t.ex., bl.a., kl. 14.00).
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(boundary)) {
    const end = match.index + match[0].length;
    const points = match[1] ?? '';
    const closing = match[2] ?? '';
    const before = paragraph.slice(start, match.index);
    if (points === '.' && closing === '' && pointGoesOn(before, paragraph.slice(end, end + 1))) continue;
    sentences.push(paragraph.slice(start, end).trim());
    start = end;
  }
  const last = paragraph.slice(start).trim();
  if (last !== '') sentences.push(last);
  return sentences;
}

/** A whole word, where a hyphen counts as part of it: ”ska-krav” and ”ska- och bör-krav” are nouns, no demands. */
function word(pattern: string): string {
  return `(?<![\\p{L}\\p{N}_-])(?:${pattern})(?![\\p{L}\\p{N}_-])`;
}

const between = (most: number): string => `(?:\\s+[^\\s.!?]+){0,${String(most)}}?\\s+`;

const duty = new RegExp(
  [
    word('ska|skall|måste|åligger|ansvarar|ålagda?|ålagts'),
    `${word('får')}${between(3)}${word('inte|ej|aldrig|endast|bara|varken')}`,
    `${word('inte|ej|aldrig|endast|bara')}\\s+${word('får')}`,
    `${word('ingen|inget|inga')}${between(5)}${word('får')}`,
    `${word('får')}${between(1)}${word('ingen|inget|inga')}`,
    `${word('är')}${between(3)}${word('skyldiga?|ansvariga?|förbjud(?:en|et|na)')}`,
    `${word('är')}\\s+${word('skyldiga?|förbjud(?:en|et|na)')}`,
    `${word('har')}${between(5)}${word('ansvar|ansvaret|skyldighet')}`,
    `${word('svarar|svarat')}\\s+${word('för')}`,
  ].join('|'),
  'iu',
);

const recommendation = new RegExp(word('bör'), 'iu');

/** A word within its own quotation marks is spoken about, not used: ”ska” betyder att … */
const quotedWord = /["”“„»«'’‘](?:ska|skall|bör|måste)["”“„»«'’‘]/giu;

/**
 * How strongly a sentence demands, or null. Duties: ska, skall, måste, får inte, ingen får, åligger, ansvarar, är skyldig, har
 * ansvaret, svarar för. Recommendations: bör. A sentence with both is a duty. Questions demand nothing.
 */
export function demandOf(sentence: string): Demand | null {
  const text = sentence.normalize('NFC').replace(quotedWord, ' ');
  if (/\?["”’»)\]]*$/u.test(text.trimEnd().slice(-6))) return null;
  if (duty.test(text)) return 'ska';
  return recommendation.test(text) ? 'bor' : null;
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Characters that show nothing: soft hyphen, zero width space and joiners, word joiner, byte order mark. */
export const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * The form of a sentence that its hash is made of, so that the same words tie however the file was made:
 * Unicode NFC; invisible characters gone; a PDF's ligatures (ﬁ) spelled out; every quotation mark `"`, every
 * apostrophe `'`, every dash `-`; white space collapsed; lower case (a capital never changes what is demanded); and
 * without the last point, which lists often lack.
 */
export function normaliseSentence(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(invisible, '')
      .replace(/[ﬀ-ﬆ]/gu, (ligature) => ligatures[ligature] ?? ligature)
      .replace(/["“”„‟«»″]/gu, '"')
      .replace(/['‘’‚‛′´`]/gu, "'")
      .replace(/[‐‑‒–—―−]/gu, '-')
      .replace(/…/gu, '...')
      .toLowerCase()
      // Once more: what stood between a letter and its accent is gone, and small letters compose where capitals do not.
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/(?<=[^\s.])\.$/u, '')
  );
}
