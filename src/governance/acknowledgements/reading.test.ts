import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedDemands, coveringVersions, type ReadSentence } from './reading.ts';

const s = (text: string, demand: ReadSentence['demand'] = 'ska', number = 1): ReadSentence => ({
  number,
  heading: 'Ansvar',
  text,
  demand,
});
const lock = 'Alla ska låsa sin dator.';
const report = 'Alla ska rapportera händelser samma dag.';

describe('what must be read of a new version', () => {
  it.each<[string, ReadSentence[], ReadSentence[], string[]]>([
    ['nothing, when all is the same', [s(lock)], [s(lock)], []],
    ['a demand more', [s(lock)], [s(lock), s(report)], ['new']],
    ['a demand in other words', [s(lock)], [s('Alla ska alltid låsa sin dator.')], ['changed']],
    ['nothing of a demand that has moved', [s(lock), s(report)], [s(report), s(lock)], []],
    ['nothing of one that has gone', [s(lock), s(report)], [s(lock)], []],
    ['nothing of what demands nothing', [s(lock)], [s(lock), s('Det är bra.', null)], []],
    ['words that have become a demand', [s(lock, null)], [s(lock)], ['new']],
    ['a recommendation that has become a demand', [s(lock, 'bor')], [s(lock)], ['changed']],
  ])('%s', (_name, before, after, kinds) => {
    expect(changedDemands(before, after).map((one) => one.kind)).toEqual(kinds);
  });

  const version = (versionId: string, demands: string[], contentHash = versionId) => ({
    versionId,
    demands,
    contentHash,
  });
  it.each([
    ['itself', version('b', ['x']), [version('b', ['x'])], ['b']],
    ['one with the same demands', version('b', ['x']), [version('a', ['x'])], ['a']],
    ['one with more demands', version('b', ['x']), [version('a', ['x', 'y'])], ['a']],
    ['not one that lacks a demand', version('b', ['x', 'y']), [version('a', ['x'])], []],
    ['not just any, when no demand was found', version('b', []), [version('a', ['x'])], []],
    ['the very same words, when no demand was found', version('b', [], 'h'), [version('a', [], 'h')], ['a']],
  ])('is covered by %s', (_name, now_, all, ids) => {
    expect(coveringVersions(now_, all)).toEqual(ids);
  });

  it('is nothing exactly when the earlier version covers it', () => {
    const sentence = fc.tuple(
      fc.constantFrom(lock, report, 'Chefen ska räkna nycklar.'),
      fc.constantFrom('ska', null),
    );
    const text = fc.uniqueArray(sentence, { maxLength: 3, selector: ([words]) => words });
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const read = (rows: typeof old) => rows.map(([words, demand]) => s(words, demand));
        const bind = (versionId: string, rows: typeof old) =>
          version(
            versionId,
            rows.flatMap(([words, demand]) => (demand === null ? [] : [`${demand}:${words}`])),
          );
        const binding = bind('b', fresh);
        fc.pre(binding.demands.length > 0);
        const isCovered = coveringVersions(binding, [bind('a', old)]).length === 1;
        expect(changedDemands(read(old), read(fresh)).length === 0).toBe(isCovered);
      }),
    );
  });
});
