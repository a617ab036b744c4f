import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyComparison, compareTexts, piecesOf } from './compare.ts';
import { countsOf } from './counts.ts';
import { cpuTimeOf } from '../../../testing/cpu-time.ts';

const kindsOf = (old: readonly string[], now: readonly string[]) =>
  compareTexts(old, now).map((row) => row.kind);
const lock = 'Alla ska låsa sin dator.';
const report = 'Alla ska rapportera händelser samma dag.';
const keys = 'Chefen ansvarar för att nycklar räknas varje år.';

describe('a text held against the one before', () => {
  it.each([
    ['the same', [lock, report], [lock, report], ['same', 'same']],
    ['a sentence more', [lock], [lock, report], ['same', 'new']],
    ['a sentence less', [lock, report], [report], ['gone', 'same']],
    [
      'another word',
      [lock, report],
      [lock, 'Alla ska rapportera händelser samma timme.'],
      ['same', 'changed'],
    ],
    ['two that have changed places', [lock, report, keys], [report, keys, lock], ['same', 'same', 'moved']],
    ['a stronger word', ['Alla bör låsa sin dator.'], [lock], ['changed']],
    ['another sentence in its place', [lock], [keys], ['new', 'gone']],
    ['capitals only', ['alla ska låsa sin dator.'], [lock], ['changed']],
    ['the same words twice', [lock, lock], [lock], ['same', 'gone']],
    ['nothing before', [], [lock], ['new']],
    ['nothing now', [lock], [], ['gone']],
  ])('%s', (_what, old, now, kinds) => {
    expect(kindsOf(old, now)).toEqual(kinds);
  });

  it('marks the words that were changed, and no others', () => {
    expect(piecesOf('Alla bör låsa sin dator.', 'Alla ska låsa alltid sin dator.')).toEqual([
      { kind: 'kept', words: 'Alla' },
      { kind: 'removed', words: ' bör' },
      { kind: 'added', words: ' ska' },
      { kind: 'kept', words: ' låsa' },
      { kind: 'added', words: ' alltid' },
      { kind: 'kept', words: ' sin dator.' },
    ]);
  });

  it('counts what became of them', () => {
    expect(countsOf(compareTexts([lock, report], [lock, keys]))).toEqual({
      same: 1,
      changed: 0,
      moved: 0,
      new: 1,
      gone: 1,
    });
  });

  it('gives the new text when it is applied to the old, whatever was done to it', () => {
    const word = fc.constantFrom('alla', 'ska', 'bör', 'låsa', 'Dörren', 'i', 'tid', 'ä–ö', '  ', '.');
    const sentence = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
    const text = fc.array(fc.oneof(sentence, fc.constantFrom(lock, report, keys)), { maxLength: 14 });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const rows = compareTexts(old, now);
        expect(applyComparison(old, rows)).toEqual(now);
        const before = rows.flatMap((row) => ('old' in row ? [row.old] : [])).sort((a, b) => a - b);
        expect(before).toEqual(old.map((_, at) => at));
        for (const row of rows) {
          if (row.kind !== 'changed') continue;
          const kept = row.pieces.filter((piece) => piece.kind !== 'added').map((piece) => piece.words);
          expect(kept.join('')).toBe(old[row.old]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['many sentences of a letter', 60_000, 1],
    ['sentences of many words', 120, 4_000],
    ['a few sentences of very many words', 4, 120_000],
  ])('is not slow on %s, made to be', (_what, sentences, words) => {
    const text = (mark: string) =>
      Array.from({ length: sentences }, (_, at) =>
        Array.from({ length: words }, (_one, place) => `${mark}${(at * 7 + place * 13) % 997}`).join(' '),
      );
    const [old, now] = [text('a'), text('b').map((one, at) => (at % 2 === 0 ? `${one} a1 a2` : one))];
    const spent = cpuTimeOf(() => expect(applyComparison(old, compareTexts(old, now))).toEqual(now));
    expect(spent).toBeLessThan(8000);
  });

  // Neighbours that are the same say which sentence has become which, so that each is held against its own word by word.
  it('is not slow on long sentences between neighbours that stand, made to be', () => {
    let seed = 1;
    const word = () => String((seed = (seed * 48_271) % 2_147_483_647) % 80);
    const long = () => Array.from({ length: 1990 }, word).join(' ');
    const short = Array.from({ length: 500 }, (_, at) => at);
    const textOf = (mark: string) => [
      ...short.slice(0, 120).flatMap((at) => [`Lika ${at}.`, long()]),
      ...short.flatMap((at) => [`Samma ${at}`, `${mark}${at} ${mark}${at + 1}`]),
    ];
    const [old, now] = [textOf('x'), textOf('y')];
    const spent = cpuTimeOf(() => expect(applyComparison(old, compareTexts(old, now))).toEqual(now));
    expect(spent).toBeLessThan(3000);
  });

  it('holds two texts of two thousand sentences against each other within seconds', () => {
    const old = Array.from({ length: 2000 }, (_, at) => `Alla ska läsa sida ${at} i boken om ${at * 7}.`);
    const now = old
      .map((text, at) => (at % 2 === 0 ? `Helt nytt stycke nummer ${at} om vatten.` : text))
      .reverse();
    const spent = cpuTimeOf(() => expect(applyComparison(old, compareTexts(old, now))).toEqual(now));
    expect(spent).toBeLessThan(8000);
  });
});
