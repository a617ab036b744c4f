import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { hashOf } from '../documents/stored-sentence.ts';
import { sentenceHash } from '../documents/policy-text/sentence-hash.ts';
import { type Published, publicPage, publishedHash } from './public-page.ts';

function published(texts: readonly string[]): Published {
  const sentences = texts.map((text, index) => ({ number: index + 1, text }));
  const paragraphs = sentences.map((one) => ({ kind: 'text' as const, sentences: [one.number] }));
  return {
    document: {
      id: newId(),
      version: 1,
      kind: 'policy',
      title: 'Policy <för> "alla"',
      keeperOffice: 'informationSecurityCoordinator',
      reviewOn: null,
      scope: 'organisation',
      unitId: null,
      systemId: null,
      situation: '',
      validUntil: null,
    },
    version: {
      id: newId(),
      version: 1,
      documentId: newId(),
      number: 1,
      state: 'inForce',
      sourceName: '',
      outline: {
        title: null,
        sections: [{ heading: 'Ansvar & roller', number: null, level: 1, paragraphs }],
        leftovers: [],
      },
      contentHash: '',
      decision: 'KF 2026-06-15 § 47, dnr KS 2026/123',
      decidedBy: 'council',
      decidedOn: '2026-06-15',
      inForceFrom: '2026-07-01',
      adjustedOn: null,
      announcedOn: null,
      legalForceOn: null,
      blocks: null,
      demandMarks: [],
      draftedOn: null,
      repealedOn: null,
      repealDecision: null,
    },
    sentences,
    municipality: 'Provkommun',
  };
}

it('says exactly the text in force, whatever characters stand in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }),
      (texts) => {
        const html = publicPage(published(texts), 'Provkommun', 'sv');
        expect(publishedHash(html)).toBe(hashOf(texts.map((text) => ({ hash: sentenceHash(text) }))));
      },
    ),
  );
});

it('is told apart from the same text with one word changed', () => {
  const html = publicPage(published(['Alla ska läsa policyn.']), 'Provkommun', 'sv');
  expect(publishedHash(html.replace('läsa', 'bläddra i'))).not.toBe(publishedHash(html));
});

it('carries no markup from the text, and says how it was adopted', () => {
  const html = publicPage(published(['<script>alert(1)</script> ska inte köras.']), 'Provkommun', 'sv');
  expect(html).not.toContain('<script>');
  expect(html).toContain('KF 2026-06-15 §\u00a047');
});

it('says so when nothing is in force', () => {
  expect(publicPage(null, 'Provkommun', 'sv')).toContain('Ingen policy har trätt i kraft ännu.');
  expect(publishedHash(publicPage(null, 'Provkommun', 'en'))).toBeNull();
});

it('tells at its foot how the support roles are reached, and the text said is the same', () => {
  const contacts = [
    { office: 'itManager' as const, email: 'it@"><script>.example', telephone: '0900-10 100' },
    { office: 'securityCoordinator' as const, email: null, telephone: null },
  ];
  const bare = publicPage(published(['Alla ska läsa policyn.']), 'Provkommun', 'sv');
  const html = publicPage(published(['Alla ska läsa policyn.']), 'Provkommun', 'sv', {
    logSize: null,
    contacts,
  });
  expect(html).toContain('href="tel:090010100"');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('Säkerhetssamordnare');
  expect(publishedHash(html)).toBe(publishedHash(bare));
  expect(bare).not.toContain('<footer>');
});
