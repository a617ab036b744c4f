import { describe, expect, it } from 'vitest';
import { counts, everything, readText } from './testing/shown.ts';

/** Made-up texts in the forms that municipalities' policies come in. */

/** As a PDF reader that keeps the layout leaves it: a box of facts, contents, numbered headings, lists, page feet. */
const layout = `Dokumenttyp        Policy
Fastställd av      Kommunfullmäktige 2024-02-26 § 12
Dokumentansvarig   Säkerhetschef
Diarienummer       KS 2023/447

Informationssäkerhetspolicy
Björkby kommun

Innehåll
1 Inledning ................................................. 2
2 Mål ........................................................ 2
3 Ansvar och roller .................................. 3

1 Inledning
Information är en av de viktigaste tillgångarna i kommunen. Denna policy tydliggör kommunens
inriktning. Med informationssäkerhet menas att:

   • rätt information finns tillgänglig när den behövs,
   • informationen är riktig, och
   • obehöriga inte kan ta del av den.

2 Mål
Målet är att:
a) alla medarbetare ska känna till reglerna
b) incidenter ska hanteras skyndsamt
c) följa
   gällande lag


                                                                         2 (4)
Björkby kommun · Informationssäkerhetspolicy · Postadress 123 45 Björkby

3 Ansvar och roller

3.1 Kommunstyrelsen
Kommunstyrelsen har det övergripande ansvaret. Styrelsen ska
- följa upp arbetet
- rapportera till fullmäktige

3.2 Nämnder
Respektive nämnd ansvarar för sin information (t ex register, s.k. verksamhetssystem).

Uppföljning:
Policyn ska ses över vart fjärde år. Se även ”Riktlinjer för informationssäkerhet”.
Frågor? Kontakta säkerhetschefen på tel. 0123-45 67 89.
                                                                         3 (4)
Björkby kommun · Informationssäkerhetspolicy · Postadress 123 45 Björkby
`;

/** As a converter leaves it: capitals for headings, a table, emphasis. */
const converted = `POLICY FÖR INFORMATIONSSÄKERHET

BAKGRUND

Kommunen hanterar mycket information. Informationen skall skyddas.

SYFTE
Syftet är att skydda information.

DEFINITIONER

| Begrepp | Förklaring |
|---|---|
| Informationsägare | Den som ansvarar för information. |
| Systemägare | Den som ska förvalta systemet. |

**Ansvar**

*Kommundirektören* ska tillse att arbetet bedrivs.
`;

describe('a text whose layout was kept', () => {
  const text = readText(layout);

  it('has its title and numbered headings, with their levels', () => {
    expect(text.title).toBe('Informationssäkerhetspolicy');
    expect(text.sections.map(({ number, heading, level }) => [number, heading, level])).toEqual([
      ['1', 'Inledning', 1],
      ['2', 'Mål', 1],
      ['3', 'Ansvar och roller', 1],
      ['3.1', 'Kommunstyrelsen', 2],
      ['3.2', 'Nämnder', 2],
    ]);
  });

  it('has lists as items under the sentence that leads them in', () => {
    const items = text.sentences.filter((sentence) => sentence.leadIn !== null);
    expect(items.map(({ text: words, demand, leadIn }) => [leadIn, demand, words])).toEqual([
      [3, null, 'rätt information finns tillgänglig när den behövs,'],
      [3, null, 'informationen är riktig, och'],
      [3, null, 'obehöriga inte kan ta del av den.'],
      [7, 'ska', 'alla medarbetare ska känna till reglerna'],
      [7, 'ska', 'incidenter ska hanteras skyndsamt'],
      [7, null, 'följa gällande lag'],
      [12, 'ska', 'följa upp arbetet'],
      [12, 'ska', 'rapportera till fullmäktige'],
    ]);
  });

  it('has facts, contents, page numbers and page feet aside, and loses nothing', () => {
    const reasons = text.leftovers.map((leftover) => leftover.reason);
    const number = (reason: string): number => reasons.filter((each) => each === reason).length;
    expect(['tableOfContents', 'pageNumber', 'runningHeader', 'figureWords'].map(number)).toEqual([
      3, 2, 2, 9,
    ]);
    expect(counts(everything(text))).toEqual(counts(layout));
  });
});

describe('a converted text', () => {
  const text = readText(converted);

  it('has capital and bold headings, and a sentence for each cell of a table', () => {
    expect(text.title).toBe('POLICY FÖR INFORMATIONSSÄKERHET');
    expect(text.sections.map((section) => section.heading)).toEqual([
      'BAKGRUND',
      'SYFTE',
      'Informationsägare',
      'Systemägare',
      'Ansvar',
    ]);
    expect(text.sentences.map((sentence) => sentence.text).slice(3)).toEqual([
      'Den som ansvarar för information.',
      'Den som ska förvalta systemet.',
      '*Kommundirektören* ska tillse att arbetet bedrivs.',
    ]);
    expect(counts(everything(text))).toEqual(counts(converted));
  });
});

describe('an unmarked list of small letters', () => {
  it('is read item by item', () => {
    const text = readText(
      'Ansvar\n\nPolicyn ska följas av:\nanställda i kommunen\nförtroendevalda\nkonsulter\n\nMål\n\nVi vill bli bättre för varje år som går, och vi vill lära av andra.',
    );
    expect(text.sentences.map(({ text: words, leadIn }) => [words, leadIn]).slice(0, 4)).toEqual([
      ['Policyn ska följas av:', null],
      ['anställda i kommunen', 1],
      ['förtroendevalda', 1],
      ['konsulter', 1],
    ]);
  });
});
