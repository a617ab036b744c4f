import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framedIn, saysExactly, search, wordsOfPage } from './served-text.ts';

const texts = ['Alla ska läsa policyn.', 'Chefer ska fråga: ”har du läst?”', 'Kaffe finns – alltid.'];
const sentences = texts.map((text, index) => ({ number: index + 1, text }));
const find = (html: string) => search(wordsOfPage(html, 'html'), sentences);
const whole = { sentences: 3, found: 3, firstMissing: null };

describe('a page that shows the text', () => {
  it.each<[string, string]>([
    ['as it is', texts.join(' ')],
    [
      'within a page of its own words',
      `<nav>Start</nav><h1>Policy</h1>${texts.map((one) => `<p>${one}</p>`).join('<p>Läs mer</p>')}<footer>Kontakt</footer>`,
    ],
    ['in a list', `<ul>${texts.map((one) => `<li>${one}</li>`).join('')}</ul>`],
    ['in a table', `<table><tr><td>${texts.join('</td><td>')}</td></tr></table>`],
    [
      'in a page that is laid out as tables within tables',
      `<table><tr><td><table><tr><td>${'Meny '.repeat(5000)}</td></tr></table></td><td>${texts.join('<br>')}</td></tr></table>`,
    ],
    ['with a word in two colours', texts.join(' ').replace('policyn', '<span>pol</span><b>icyn</b>')],
    [
      'with other quotation marks, dashes and spaces',
      'Alla ska&nbsp;läsa policyn. Chefer ska fråga: "har du läst?" Kaffe finns — alltid.',
    ],
    [
      'with words in bold and links',
      '<p>Alla <b>ska</b> <a href="/x">läsa</a> policyn. Chefer <em>ska</em> fråga: ”har du läst?” Kaffe finns – alltid.</p>',
    ],
    [
      'with entities',
      'Alla ska l&auml;sa policyn. Chefer ska fr&#229;ga: &rdquo;har du l&#xe4;st?&rdquo; Kaffe finns &ndash; alltid.',
    ],
    [
      'with hyphens that show only at the end of a line',
      'Alla ska lä\u00adsa policyn. Chefer ska fråga: ”har du läst?” Kaffe finns – alltid.',
    ],
  ])('%s shows all of it', async (_how, html) => {
    expect(await find(html)).toEqual(whole);
  });

  it.each<[string, string, object]>([
    ['one word is another', texts.join(' ').replace('läsa', 'följa'), { found: 2, firstMissing: 1 }],
    ['a sentence is left out', `${texts[0]} ${texts[2]}`, { found: 2, firstMissing: 2 }],
    ['they are in another order', texts.toReversed().join(' '), { found: 3, firstMissing: 2 }],
    [
      'a sentence is only part of a word',
      texts.join(' ').replace('Alla', 'Nästanalla'),
      { found: 2, firstMissing: 1 },
    ],
    [
      'it stands where nobody sees it: a comment',
      `<!-- ${texts.join(' ')} -->`,
      { found: 0, firstMissing: 1 },
    ],
    [
      'it stands where nobody sees it: a script',
      `<script>${texts.join(' ')}</script>`,
      { found: 0, firstMissing: 1 },
    ],
    [
      'it stands where nobody sees it: an attribute',
      `<p title="${texts[0]}">hej</p>`,
      { found: 0, firstMissing: 1 },
    ],
    ['there is nothing', '', { found: 0, firstMissing: 1 }],
  ])('is told from one where %s', async (_what, html, counted) => {
    expect(await find(html)).toEqual({ sentences: 3, ...counted });
  });

  it('is read in a moment, however it is written', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({
      number: index + 1,
      text: `Krav ${index} ska följas av alla.`,
    }));
    for (const hostile of ['<', '<a href="', '<iframe ', '<!--', '&#', 'krav 1 ska följas av all '])
      for (const page of [hostile.repeat(2_000_000 / hostile.length)]) {
        const began = Date.now();
        await search(wordsOfPage(page, 'html'), many);
        framedIn(page);
        saysExactly(page, many);
        expect(Date.now() - began, hostile).toBeLessThan(10_000);
      }
  });

  it('need not show what has no words', async () => {
    const dashes = [...sentences, { number: 4, text: '– – –' }];
    expect(await search(wordsOfPage(texts.join(' '), 'html'), dashes)).toEqual(whole);
  });

  it('of plain text shows it too', async () => {
    expect(await search(wordsOfPage(texts.join('\r\n'), 'text'), sentences)).toEqual(whole);
  });

  it('is found whatever stands before, between and after its sentences', async () => {
    const other = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[<&"']/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(other, { minLength: 4, maxLength: 4 }), async (between) => {
        const html = texts.map((text, at) => `<p>${between[at] ?? ''}</p><p>${text}</p>`).join('');
        expect(await find(`${html}<p>${between[3] ?? ''}</p>`)).toEqual(whole);
      }),
    );
  });
});

describe('the frames of a page', () => {
  it.each<[string, string[]]>([
    [
      '<iframe src="https://varna.se/dokument/a/inbaddad" width="1">',
      ['https://varna.se/dokument/a/inbaddad'],
    ],
    ["<IFRAME\n loading=lazy SRC = '/x?a=1&amp;b=2'>", ['/x?a=1&b=2']],
    ['<iframe data-src="/x">', []],
    ['<a href="/x">', []],
    ['<iframe <iframe src="/y">', ['/y']],
  ])('of %s are %j', (html, frames) => {
    expect(framedIn(html)).toEqual(frames);
  });
});
