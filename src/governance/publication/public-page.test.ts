import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { type Block, cleanBlocks } from '../documents/blocks/block.ts';
import { documentFile, documentPage, embeddedPage, indexPage, noPolicyPage } from './public-page.ts';
import { versionPath } from './public-address.ts';
import { saysExactly } from './served-text.ts';
import { document, frame, published, readText, version, writtenText } from './testing.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const prose = fc.oneof(
  words,
  fc.constantFrom(
    'Alla ska läsa. Chefer bör fråga!',
    'Se [handboken](https://exempel.se/a?b=1&c) först. Sedan ska du börja.',
    '[ett](javascript:alert(1)) och [två](https://exempel.se) i samma mening.',
    'Rött | grönt. Blått',
    '<img src=x onerror=alert(1)> ska inte köras.',
    '</span><script>alert(1)</script>',
  ),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), text: prose }),
  fc.record({ kind: fc.constant('paragraph' as const), text: prose }),
  fc.record({ kind: fc.constant('item' as const), isNumbered: fc.boolean(), text: prose }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(prose, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
);

/** Every element that a public page is made of; anything else would have come out of a text. */
const elements =
  /^<!?\/?(doctype|html|head|meta|title|link|body|header|p|nav|a|main|h[1-4]|dl|div|dt|dd|ol|ul|li|span|strong|br|aside|footer|table|thead|tbody|tr|th|td)$/;

describe('the public page of a text', () => {
  it('says exactly the sentences in force, whatever characters stand in them', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
        const text = readText(texts);
        expect(saysExactly(documentPage(published(text), frame), text.sentences)).toBe(true);
      }),
    );
  });

  it('says exactly the sentences of what was written here: paragraphs, lists, tables and links', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const kept = cleanBlocks([...blocks, { kind: 'paragraph', text: 'Alla ska läsa.' }]);
        const text = writtenText(kept);
        const html = documentPage(published(text), frame);
        expect(saysExactly(html, text.sentences)).toBe(true);
      }),
    );
  });

  it('has no element but its own, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), prose, (blocks, title) => {
        const text = writtenText(cleanBlocks([...blocks, { kind: 'paragraph', text: 'Alla ska läsa.' }]));
        const html = documentPage(published(text, { title, situation: title, scope: 'situation' }), frame);
        for (const [tag] of html.matchAll(/<!?\/?[a-z0-9]+/gi)) expect(tag).toMatch(elements);
        for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(\/|#|https?:\/\/|mailto:)/);
      }),
    );
  });

  it('is told apart from the same text with one word changed, taken out or put in', () => {
    const text = readText(['Alla ska läsa policyn.', 'Chefer ska fråga.']);
    const html = documentPage(published(text), frame);
    const whole = '<span class="sentence">Alla ska läsa policyn.</span>';
    expect(html).toContain(whole);
    for (const other of ['', whole + whole, whole.replace('läsa', 'bläddra i')])
      expect(saysExactly(html.replace(whole, other), text.sentences)).toBe(false);
    expect(saysExactly(noPolicyPage(frame), [])).toBe(false);
  });

  it('marks what the text demands, and says how', () => {
    const text = writtenText([
      { kind: 'heading', level: 1, text: 'Krav' },
      { kind: 'paragraph', text: 'Alla ska läsa. Chefer bör fråga. Kaffe finns.' },
      { kind: 'item', isNumbered: true, text: 'Ett' },
      { kind: 'item', isNumbered: true, text: 'Två' },
      {
        kind: 'table',
        rows: [
          ['Roll', 'Gör'],
          ['Chef', 'Ska fråga'],
        ],
      },
    ]);
    const html = documentPage(published(text), frame);
    expect(html).toContain('<span class="sentence ska">Alla ska läsa.</span>');
    expect(html).toContain('<span class="sentence bor">Chefer bör fråga.</span>');
    expect(html).toContain('<span class="sentence">Kaffe finns.</span>');
    expect(html).toMatch(/<ol><li>.*Ett.*<\/li><li>.*Två.*<\/li><\/ol>/);
    expect(html).toMatch(/<th scope="col">.*Roll.*<\/th>/);
    expect(html).toContain('Krav i texten är understrukna');
  });

  it('says how it was adopted, and answers for it by office', () => {
    const html = documentPage(published(readText(['Alla ska läsa.'])), frame);
    for (const told of [
      '<dt>Beslutande instans</dt><dd>Kommunfullmäktige</dd>',
      '<dt>Beslutsdatum</dt><dd>2026-06-15</dd>',
      '<dt>Diarienummer</dt><dd>KS 2026/123</dd>',
      '<dt>Dokumentansvarig</dt><dd>Informationssäkerhetssamordnare</dd>',
      '<dt>Gäller från</dt><dd>2026-07-01</dd>',
      'Texten är en kopia av originalhandlingen.',
    ])
      expect(html).toContain(told);
    expect(html).toContain('KF 2026-06-15 §\u00a047');
    expect(html).not.toContain('gäller inte längre');
  });
});

it('passes over no level of heading, whatever the text does', () => {
  const heading = (level: number): Block => ({ kind: 'heading', level, text: `Nivå ${level}` });
  const text = writtenText([
    heading(2),
    heading(3),
    heading(2),
    heading(1),
    heading(3),
    { kind: 'paragraph', text: 'Slut.' },
  ]);
  const levels = [...documentPage(published(text), frame).matchAll(/<h(\d) id=/g)].map(([, level]) => level);
  expect(levels).toEqual(['2', '3', '3', '2', '3']);
});

describe('a version that is not in force', () => {
  const older = version({ state: 'superseded', inForceFrom: '2024-01-01' });
  const newer = version({ number: 2 });
  const text = readText(['Alla ska läsa.']);

  it('says so first, with the way to the one that is', () => {
    const shown = published(text, { versions: [newer, older] });
    const html = documentPage({ ...shown, version: older }, frame);
    expect(html).toContain('Den här versionen gäller inte längre.');
    expect(html).toContain('Läs den version som gäller');
    expect(html).toContain('<dt>Gällde till</dt><dd>2026-06-30</dd>');
    expect(html).toContain('Ersatt av version 2');
    expect(html).toContain(versionPath(shown.document, 1));
  });

  it('says that nothing has taken its place when it was repealed', () => {
    const repealed = version({
      state: 'repealed',
      repealedOn: '2026-10-01',
      repealDecision: 'KF 2026-09-21 § 3',
    });
    const html = documentPage(published(text, { versions: [repealed] }), frame);
    expect(html).toContain('Dokumentet är upphävt');
    expect(html).toContain('Upphävd 2026-10-01');
    expect(html).toContain('<dt>Gällde till</dt><dd>2026-09-30</dd>');
    expect(html).not.toContain('Läs den version som gäller');
  });
});

it('is shown within another page without ways out of its frame, and as a file that needs nothing', () => {
  const shown = published(readText(['Alla ska läsa.']));
  const embedded = embeddedPage(shown, frame);
  expect(saysExactly(embedded, shown.text.sentences)).toBe(true);
  for (const [link] of embedded.matchAll(/<a [^>]*>/g)) expect(link).toMatch(/href="#|target="_blank"/);
  expect(documentFile(shown, frame)).not.toMatch(/<link|<script|href="\//);
});

it('lists what is in force by kind, and apart what no longer is', () => {
  const guideline = document({ kind: 'guideline', title: 'Riktlinje för åtkomst' });
  const policy = document({ title: 'Policyn' });
  const gone = document({
    kind: 'routine',
    title: 'Rutin för fax',
    versions: [version({ state: 'repealed', repealedOn: '2026-10-01' })],
  });
  const html = indexPage([policy, guideline, gone], new Map([[guideline.id, [policy]]]), frame);
  const order = [
    '<h2>Policy</h2>',
    'Policyn',
    '<h2>Riktlinjer</h2>',
    'Riktlinje för åtkomst',
    'Utgår från',
    '<h2>Gäller inte längre</h2>',
    'Rutin för fax',
  ];
  const places = order.map((part) => html.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(html).not.toContain('<h2>Rutiner</h2>');
  expect(indexPage([], new Map(), frame)).toContain('Inget styrdokument har trätt i kraft ännu.');
});

it('tells at its foot how the support roles are reached', () => {
  const contacts = [
    { office: 'itManager' as const, email: 'it@"><script>.example', telephone: '0900-10 100' },
    { office: 'securityCoordinator' as const, email: null, telephone: null },
  ];
  const shown = published(readText(['Alla ska läsa policyn.']), { id: newId() });
  const html = documentPage(shown, { ...frame, contacts });
  expect(html).toContain('href="tel:090010100"');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('Säkerhetssamordnare');
  expect(documentPage(shown, frame)).not.toContain('<footer>');
});
