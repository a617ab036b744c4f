import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanBlocks } from './block.ts';
import { runsOf, wordsOf } from './link.ts';
import { blocksFromHtml, blocksFromPlain } from './paste.ts';
import { cpuTimeOf } from '../../../testing/cpu-time.ts';

const p = (text: string) => ({ kind: 'paragraph', text });

describe('pasted HTML', () => {
  it.each([
    ['words', '<p>Alla ska låsa.</p><p>Och släcka.</p>', [p('Alla ska låsa.'), p('Och släcka.')]],
    [
      'headings',
      '<h1>Ett</h1><h5>Fem</h5>',
      [
        { kind: 'heading', level: 1, text: 'Ett' },
        { kind: 'heading', level: 3, text: 'Fem' },
      ],
    ],
    [
      'lists',
      '<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li></ol>',
      [
        { kind: 'item', isNumbered: false, text: 'a' },
        { kind: 'item', isNumbered: false, text: 'b' },
        { kind: 'item', isNumbered: true, text: 'c' },
      ],
    ],
    [
      'a table, with rows of different widths',
      '<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td></tr></table>',
      [
        {
          kind: 'table',
          rows: [
            ['A', 'B'],
            ['1', ''],
          ],
        },
      ],
    ],
    [
      'a link',
      '<p>Se <a class=x href="https://exempel.se/a?b=1&amp;c=2">sidan</a>.</p>',
      [p('Se [sidan](https://exempel.se/a?b=1&c=2).')],
    ],
    [
      'what Word writes',
      '<p class=MsoListParagraph><span>·<span> </span></span>Lås&nbsp;dörren</p><o:p></o:p>',
      [{ kind: 'item', isNumbered: false, text: 'Lås dörren' }],
    ],
    ['entities', '<p>&aring;&#228;&#xf6; &lt;b&gt;</p>', [p('åäö <b>')]],
  ])('keeps %s', (_what, html, blocks) => {
    expect(blocksFromHtml(html)).toEqual(blocks);
  });

  it.each([
    ['a script', '<script>alert(1)</script><p>ord</p>'],
    ['a script that never ends', '<p>ord</p><script>alert(1)'],
    ['a picture with an event', '<img src=x onerror="alert(1)"><p onclick="alert(1)">ord</p>'],
    ['a style and a comment', '<style>p{}</style><!-- <p>alert(1)</p> --><p>ord</p>'],
    ['a comment that never ends', '<p>ord</p><!-- alert(1)'],
    ['an svg with a script in it', '<svg><script>alert(1)</script></svg><p>ord</p>'],
    ['a frame', '<iframe srcdoc="<p>alert(1)</p>"></iframe><p>ord</p>'],
    ['a link that is a script', '<p><a href="javascript:alert(1)">ord</a></p>'],
    ['a link that hides one', '<p><a href=" java&#115;cript:alert(1)">ord</a></p>'],
    ['a link with data', '<p><a href="data:text/html,alert(1)">ord</a></p>'],
    ['a turned direction', '<p>o\u202Er\u200Bd</p>'],
  ])('leaves out %s', (_what, html) => {
    expect(blocksFromHtml(html)).toEqual([p('ord')]);
  });

  it('gives clean blocks of anything at all, and never an address that acts', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<li>',
        '<ol>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<script>',
        '</script>',
      ),
      fc.constantFrom(
        '<a href="javascript:x">',
        '<a href="https://a.se">',
        '</a>',
        '<!--',
        '-->',
        '&#0;',
        '<',
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const blocks = blocksFromHtml(pieces.join(''));
        expect(cleanBlocks(blocks)).toEqual(blocks);
        for (const block of blocks) {
          const texts = block.kind === 'table' ? block.rows.flat() : [block.text];
          for (const run of texts.flatMap(runsOf))
            expect(run.href ?? 'https://').toMatch(/^(https?:\/\/|mailto:)/);
        }
      }),
    );
  });

  it('is read in time that grows with its length, also when it is made to be slow', () => {
    const spent = cpuTimeOf(() => {
      blocksFromHtml('<a href="'.repeat(20_000));
      blocksFromHtml('<!--'.repeat(50_000));
      blocksFromHtml(`<p ${'a="" '.repeat(50_000)}`);
    });
    expect(spent).toBeLessThan(2000);
  });
});

it('finds items in plain text', () => {
  expect(blocksFromPlain('Rad\n\n- punkt\n2) andra')).toEqual([
    p('Rad'),
    { kind: 'item', isNumbered: false, text: 'punkt' },
    { kind: 'item', isNumbered: true, text: 'andra' },
  ]);
});

it.each([
  ['[a](https://a.se) b', 'a b'],
  ['[a](javascript:x) b', '[a](javascript:x) b'],
  ['[a](https://a.se', '[a](https://a.se'],
])('reads %s aloud as %s', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});
