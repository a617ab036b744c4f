import { describe, expect, it } from 'vitest';
import type { PolicyBlock, PolicyText } from './policy-text.ts';
import { counts, everything, readText } from './testing/shown.ts';

function headings(text: PolicyText): string[] {
  return text.sections.map((section) => section.heading);
}

function sentences(text: PolicyText): string[] {
  return text.sentences.map((sentence) => sentence.text);
}

/** As a PDF reader leaves it: hard line breaks, a figure's words, a page number, sentences running over the page. */
const fromPdf = `Policy för informationssäkerhet i Björkby kommun

Syfte

Den här policyn visar hur Björkby kommun vill skydda sin information. Den ska vara känd av
alla som arbetar i kommunen och den ska gå att läsa på kommunens webbplats utan att man behö-
ver logga in. Kommunens IT-
avdelning hjälper till.

Vem ansvarar?

Ansvaret ligger hos den som leder verksamheten, t.ex. en rektor eller en enhetschef. Kommun-
direktören ska se till att varje system har en utsedd ägare och att ägaren har tid för sitt
                                        3 (7)
\fuppdrag. Det gäller hela kommunen.
Riktighet: Att ingen ändrar information av misstag eller med avsikt så att den blir felaktig.
Tillgänglighet: Att den som behöver informationen når den i tid.

Policy

Riktlinjer

Rutiner och anvisningar
\fÄgaren avgör hur informationen hanteras. All information ska ha en ägare.
Uppföljning

Styrelsen bör följa upp arbetet varje år.
`;

describe('readPolicyText of a PDF’s text', () => {
  const text = readText(fromPdf);

  it('finds title and headings without marks', () => {
    expect(text.title).toBe('Policy för informationssäkerhet i Björkby kommun');
    expect(headings(text)).toEqual(['Syfte', 'Vem ansvarar?', 'Uppföljning']);
  });

  it('makes whole sentences of wrapped lines, over pages and hyphens', () => {
    expect(sentences(text)).toEqual([
      'Den här policyn visar hur Björkby kommun vill skydda sin information.',
      'Den ska vara känd av alla som arbetar i kommunen och den ska gå att läsa på kommunens webbplats utan att man behöver logga in.',
      'Kommunens IT-avdelning hjälper till.',
      'Ansvaret ligger hos den som leder verksamheten, t.ex. en rektor eller en enhetschef.',
      'Kommundirektören ska se till att varje system har en utsedd ägare och att ägaren har tid för sitt uppdrag.',
      'Det gäller hela kommunen.',
      'Riktighet: Att ingen ändrar information av misstag eller med avsikt så att den blir felaktig.',
      'Tillgänglighet: Att den som behöver informationen når den i tid.',
      'Ägaren avgör hur informationen hanteras.',
      'All information ska ha en ägare.',
      'Styrelsen bör följa upp arbetet varje år.',
    ]);
  });

  it('keeps definitions and what begins a page as paragraphs of their own', () => {
    expect(
      text.sections.map((section) => section.paragraphs.map((paragraph) => paragraph.sentences)),
    ).toEqual([[[1, 2, 3]], [[4, 5, 6], [7], [8], [9, 10]], [[11]]]);
  });

  it('keeps the figure’s words and the page number aside', () => {
    const kept = text.leftovers.filter((leftover) => leftover.reason !== 'lineHyphen');
    expect(kept).toEqual([
      { text: '3 (7)', reason: 'pageNumber', afterSentence: 6 },
      { text: 'Policy', reason: 'figureWords', afterSentence: 8 },
      { text: 'Riktlinjer', reason: 'figureWords', afterSentence: 8 },
      { text: 'Rutiner och anvisningar', reason: 'figureWords', afterSentence: 8 },
    ]);
    expect(counts(everything(text))).toEqual(counts(fromPdf));
  });

  it('marks demands, numbers sentences and knows their places', () => {
    expect(text.sentences.map((sentence) => sentence.demand)).toEqual([
      null,
      'ska',
      null,
      null,
      'ska',
      null,
      null,
      null,
      null,
      'ska',
      'bor',
    ]);
    text.sentences.forEach((sentence, index) => {
      expect(sentence.number).toBe(index + 1);
      const paragraph = text.sections[sentence.section]?.paragraphs[sentence.paragraph];
      expect(paragraph?.sentences).toContain(sentence.number);
    });
  });
});

describe('readPolicyText of other municipalities’ texts', () => {
  it('reads marked headings and lists, where an item inherits the demand that leads it in', () => {
    const text = readText(
      '# Säkerhetspolicy\n\n## Ansvar\nKommunstyrelsen ska:\n- besluta om mål\n- följa upp\n  arbetet\n\n## Mål\nVi skyddar det vi vet.\n',
    );
    expect(text.title).toBe('Säkerhetspolicy');
    expect(text.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['Ansvar', 2],
      ['Mål', 2],
    ]);
    expect(text.sentences.map(({ text: words, demand, leadIn }) => [words, demand, leadIn])).toEqual([
      ['Kommunstyrelsen ska:', null, null],
      ['besluta om mål', 'ska', 1],
      ['följa upp arbetet', 'ska', 1],
      ['Vi skyddar det vi vet.', null, null],
    ]);
  });

  it('reads numbered headings with their depth, and numbered sentences as items', () => {
    const text = readText(
      '1. Inledning\n\nPolicyn gäller alla.\n\n2 Roller\n\n2.1 Nämnder\n\n1. Nämnden ska äga sin information.\n2. Nämnden ska följa upp.\n',
    );
    expect(text.sections.map(({ heading, number, level }) => [number, heading, level])).toEqual([
      ['1.', 'Inledning', 1],
      ['2', 'Roller', 1],
      ['2.1', 'Nämnder', 2],
    ]);
    expect(sentences(text)).toEqual([
      'Policyn gäller alla.',
      'Nämnden ska äga sin information.',
      'Nämnden ska följa upp.',
    ]);
  });

  it('reads one paragraph a line, without empty lines', () => {
    const long =
      'Vi arbetar med information varje dag och är beroende av att den är riktig, att den finns när vi behöver den och att ingen obehörig kan läsa eller ändra den.';
    const text = readText(
      `Informationssäkerhetspolicy\nSyfte\n${long} ${long}\nAnsvar\nChefen ansvarar för rutiner.\nUppföljning\nArbetet ska följas upp.`,
    );
    expect(text.title).toBe('Informationssäkerhetspolicy');
    expect(headings(text)).toEqual(['Syfte', 'Ansvar', 'Uppföljning']);
    expect(text.sentences).toHaveLength(4);
  });

  it('reads a text without headings', () => {
    const text = readText('All information ska ha en ägare. Ägaren klassar den.\n');
    expect(text.title).toBeNull();
    expect(headings(text)).toEqual(['']);
    expect(text.sentences).toHaveLength(2);
  });

  it('sets a table of contents and running heads aside', () => {
    const page = (body: string, number: number): string =>
      `Policy KS 2026/1\n\n${body}\n\nSida ${String(number)} av 3\n\f`;
    const text = readText(
      page('Innehåll\n\nSyfte ........ 2\nAnsvar ........ 3', 1) +
        page('Syfte\n\nDen här texten visar vad kommunen vill med sitt arbete.', 2) +
        page('Ansvar\n\nChefen ska veta vad som gäller.', 3),
    );
    expect(headings(text).slice(-2)).toEqual(['Syfte', 'Ansvar']);
    expect(text.leftovers.map((leftover) => leftover.reason)).toEqual([
      'runningHeader',
      'tableOfContents',
      'tableOfContents',
      'pageNumber',
      'runningHeader',
      'pageNumber',
      'runningHeader',
      'pageNumber',
    ]);
  });

  it('takes short lines after a colon for a list', () => {
    const text = readText(
      'Ansvar\n\nPolicyn ska följas av:\n\nAnställda\n\nFörtroendevalda\n\nKonsulter\n\nMål\n\nVi vill bli bättre varje år.\n',
    );
    expect(headings(text)).toEqual(['Ansvar', 'Mål']);
    expect(
      text.sentences.filter((sentence) => sentence.leadIn === 1).map((sentence) => sentence.text),
    ).toEqual(['Anställda', 'Förtroendevalda', 'Konsulter']);
  });

  it('takes the blocks of a docx, with their known headings', () => {
    const block = (kind: PolicyBlock['kind'], words: string, level = 0): PolicyBlock => ({
      kind,
      text: words,
      level,
      mark: null,
      apart: true,
    });
    const text = readText([
      block('title', 'Vår policy'),
      block('heading', 'Ansvar', 1),
      block('paragraph', 'Vi ska: '),
      block('item', 'klassa'),
    ]);
    expect(text.title).toBe('Vår policy');
    expect(text.sentences.map((sentence) => sentence.demand)).toEqual([null, 'ska']);
  });
});
