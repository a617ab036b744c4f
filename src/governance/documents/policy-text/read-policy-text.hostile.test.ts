import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTimeOf } from '../../../testing/cpu-time.ts';
import { longestPolicyText } from './policy-text.ts';
import { readPolicyText } from './read-policy-text.ts';
import { counts, everything, readText } from './testing/shown.ts';

describe('readPolicyText refuses', () => {
  it.each([
    ['an empty text', ' \n\u200B\f\n', { code: 'emptyText' }],
    [
      'a text without demand',
      'Bakgrund\n\nVi gillar information. Vi har ska-krav.',
      { code: 'noRecognisableDemand', sentences: 2 },
    ],
    ['headings alone', 'Bakgrund', { code: 'noRecognisableDemand', sentences: 0 }],
    ['control characters', 'Policyn ska\ngälla\u0007 alla.', { code: 'controlCharacters', line: 2 }],
    ['5 MB', 'Vi ska. '.repeat(655_360), { code: 'tooLong', limit: longestPolicyText, length: 5_242_880 }],
  ])('%s', (_name, input, refusal) => {
    expect(readPolicyText(input)).toEqual({ ok: false, refusal });
  });
});

describe('readPolicyText of anything', () => {
  it('loses no character that shows', () => {
    const piece = fc.constantFrom(
      'Kommunen ska',
      ' informations-',
      'säkerhet',
      '. ',
      '.',
      '\n',
      '\n\n',
      '\f',
      ' ',
      '\t',
      'Mål',
      '# ',
      '- ',
      '• ',
      '1. ',
      '2.1 ',
      'a) ',
      '**',
      ':',
      '?',
      '3 (7)',
      '....... 4',
      '---',
      '|',
      '| ',
      '      ',
      'ska:',
      'Riktlinjer',
      'Policy',
      'i kommunen',
      '\u00AD',
      'ü',
      '§ 4 ',
      '–',
      'A',
      'o ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = `${pieces.join('')}\n\nAlla ska veta.`;
        expect(counts(everything(readText(text)))).toEqual(counts(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof readPolicyText(text).ok).toBe('boolean');
      }),
    );
  });

  it.each([
    ['one line', 'Vi ska veta '.repeat(83_000)],
    ['one sentence a line', 'Vi ska veta.\n'.repeat(76_000)],
    ['headings', 'Mål\n\n'.repeat(150_000) + 'Vi ska.'],
    ['points', `${'.'.repeat(990_000)} Vi ska`],
    ['spaces', `Vi${' '.repeat(990_000)}ska`],
    ['number signs', '# '.repeat(490_000) + 'Vi ska.'],
    ['får utan inte', 'får '.repeat(240_000) + 'ska'],
  ])('reads the longest text of %s within three seconds of processor time', (_name, text) => {
    expect(cpuTimeOf(() => readPolicyText(text))).toBeLessThan(3000);
  });
});
