import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceHash } from './sentence-hash.ts';
import { demandOf, normaliseSentence, splitSentences } from './sentence.ts';

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['En mening. En till.', ['En mening.', 'En till.']],
    [
      'Det gäller t.ex. Överkalix och bl.a. Boden. Slut.',
      ['Det gäller t.ex. Överkalix och bl.a. Boden.', 'Slut.'],
    ],
    ['Skydda papper m.m. Policyn gäller alla.', ['Skydda papper m.m.', 'Policyn gäller alla.']],
    ['Skydda papper m.m. på samma sätt.', ['Skydda papper m.m. på samma sätt.']],
    ['Så kallad s.k. IT-avdelning, dvs. Anna.', ['Så kallad s.k. IT-avdelning, dvs. Anna.']],
    ['Mötet börjar kl. 14.00. Det slutar kl. 15.30.', ['Mötet börjar kl. 14.00.', 'Det slutar kl. 15.30.']],
    ['Beslut i § 47. Policyn gäller.', ['Beslut i § 47.', 'Policyn gäller.']],
    ['Enligt 3 kap. 5 § lagen. Nästa.', ['Enligt 3 kap. 5 § lagen.', 'Nästa.']],
    ['A. Andersson beslutar. B. Berg följer upp.', ['A. Andersson beslutar.', 'B. Berg följer upp.']],
    ['Får jag? Ja! ”Alla ska.” Så är det.', ['Får jag?', 'Ja!', '”Alla ska.”', 'Så är det.']],
    ['Riktighet: Att inget ändras fel. Slut', ['Riktighet: Att inget ändras fel.', 'Slut']],
    ['Se kommunen.se/policy för mer. Tack.', ['Se kommunen.se/policy för mer.', 'Tack.']],
    ['Version 1.2 gäller. 2026 kommer nästa.', ['Version 1.2 gäller.', '2026 kommer nästa.']],
    ['   ', []],
  ])('%s', (paragraph, sentences) => {
    expect(splitSentences(paragraph)).toEqual(sentences);
  });

  it('loses no character that shows', () => {
    const piece = fc.constantFrom(
      'A',
      'b',
      '. ',
      '.',
      '! ',
      ' ',
      '”',
      't.ex. ',
      'm.m. ',
      '1',
      'Å',
      '\n',
      '…',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(splitSentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('demandOf', () => {
  it.each<[string, 'ska' | 'bor' | null]>([
    ['All information ska ha en ägare.', 'ska'],
    ['Avtalet skall följas upp.', 'ska'],
    ['Chefen måste veta.', 'ska'],
    ['Sådana uppgifter får inte mejlas.', 'ska'],
    ['Utan beslut får ingen chef aldrig avvika.', 'ska'],
    ['Endast ägaren får besluta: bara hon får.', 'ska'],
    ['Det åligger styrelsen att följa upp.', 'ska'],
    ['Chefen ansvarar för rutiner.', 'ska'],
    ['Du är skyldig att rapportera.', 'ska'],
    ['Alla anställda är alltid skyldiga att rapportera.', 'ska'],
    ['Styrelsen har det yttersta ansvaret.', 'ska'],
    ['Nämnden svarar för sina system.', 'ska'],
    ['Avtal bör finnas.', 'bor'],
    ['Avtal bör finnas och ska följas upp.', 'ska'],
    ['Riktlinjer kan innehålla både ska- och bör-krav.', null],
    ['Varje ska-krav har ett nummer.', null],
    ['Med ”ska” menas ett krav, med ”bör” en rekommendation.', null],
    ['Vad ska vi göra?', null],
    ['Ansvaret följer verksamheten.', null],
    ['Det fick inte plats i skafferiet.', null],
    ['Ägaren avgör vad som får hanteras.', null],
  ])('%s', (sentence, demand) => {
    expect(demandOf(sentence)).toBe(demand);
  });
});

describe('normaliseSentence', () => {
  it.each<[string, string]>([
    ['Policyn  ska\nvara ”känd” – alltid.', 'Policyn ska vara "känd" - alltid'],
    ['A\u030All information', 'Åll information'],
    ['informations\u00ADsäkerhet\u200B', 'Informationssäkerhet'],
    ['Arbetet är eﬀektivt', 'Arbetet är effektivt.'],
    ['’ord’ och ´ord´', "'ord' och 'ord'"],
  ])('takes %j for %j', (one, other) => {
    expect(normaliseSentence(one)).toBe(normaliseSentence(other));
    expect(sentenceHash(one)).toBe(sentenceHash(other));
  });

  it('keeps apart what says something else', () => {
    expect(sentenceHash('Policyn ska gälla')).not.toBe(sentenceHash('Policyn skall gälla'));
    expect(sentenceHash('Alla nämnder')).not.toBe(sentenceHash('Alla nämnder?'));
    expect(normaliseSentence('och så vidare...')).toBe(normaliseSentence('och så vidare…'));
  });

  it('is its own fixed point', () => {
    const awkward = fc
      .array(fc.constantFrom('.', ' ', '…', 'J\u030C', 'İ', '\u200B', '\u030A', 'a', '´', 'ﬁ'), {
        maxLength: 8,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), awkward), (text) => {
        expect(normaliseSentence(normaliseSentence(text))).toBe(normaliseSentence(text));
      }),
    );
  });
});
