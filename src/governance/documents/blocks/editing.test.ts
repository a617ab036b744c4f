import { describe, expect, it } from 'vitest';
import { linked, marked, sentencesIn, split, typed } from './editing.ts';

const p = (text: string) => ({ kind: 'paragraph' as const, text });
const item = (text: string, isNumbered = false) => ({ kind: 'item' as const, isNumbered, text });

describe('what is typed', () => {
  it.each([
    ['# Ansvar', { kind: 'heading', level: 1, text: 'Ansvar' }],
    ['### Ansvar', { kind: 'heading', level: 3, text: 'Ansvar' }],
    ['- punkt', item('punkt')],
    ['1. punkt', item('punkt', true)],
    ['#hashtag', p('#hashtag')],
    ['vanlig - text', p('vanlig - text')],
  ])('%s', (text, block) => {
    expect(typed(p(''), text)).toEqual(block);
  });

  it('stays what it is in a heading', () => {
    const heading = { kind: 'heading' as const, level: 2, text: '' };
    expect(typed(heading, '- x')).toEqual({ ...heading, text: '- x' });
  });
});

it.each([
  ['a paragraph in two', p('Ett. Två.'), 4, [p('Ett.'), p('Två.')]],
  ['an item into items', item('a', true), 1, [item('a', true), item('', true)]],
  [
    'a heading into a paragraph',
    { kind: 'heading' as const, level: 1, text: 'A' },
    1,
    [{ kind: 'heading', level: 1, text: 'A' }, p('')],
  ],
  ['an empty item out of its list', item(''), 0, [p(''), p('')]],
])('Enter splits %s', (_what, block, at, blocks) => {
  expect(split(block, at)).toEqual(blocks);
});

describe('demands', () => {
  const block = p('Alla ska läsa. Solen bör skina. Kaffe finns.');
  it('are found in the sentences', () => {
    expect(sentencesIn(block, []).map((one) => one.demand)).toEqual(['ska', 'bor', null]);
  });

  it('are corrected by a person, and the correction taken back', () => {
    const [, sun] = sentencesIn(block, []);
    if (sun === undefined) throw new Error('no sentence');
    const marks = marked([], sun, null);
    expect(sentencesIn(block, marks).map((one) => one.demand)).toEqual(['ska', null, null]);
    expect(marked(marks, sun, 'bor')).toEqual([]);
  });
});

it('makes a link of what is selected', () => {
  expect(linked('Se sidan här.', 3, 8)).toBe('Se [sidan](https://) här.');
});
