import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { codeOf, documentPath, pathOfAsk, type PublicAsk, readAsk } from './public-address.ts';

describe('a document’s address', () => {
  const id = '0190c1c6-0000-7000-8000-009f86d081ab' as ReturnType<typeof newId<'Document'>>;

  it.each([
    ['Riktlinje för lösenord', '/dokument/riktlinje-for-losenord-9f86d081ab'],
    ['Åtgärder – vid ”brand”!', '/dokument/atgarder-vid-brand-9f86d081ab'],
    ['政策', '/dokument/9f86d081ab'],
    ['a'.repeat(200), `/dokument/${'a'.repeat(60)}-9f86d081ab`],
  ])('of %s is %s', (title, path) => {
    expect(documentPath({ id, title })).toBe(path);
  });

  it('leads to what it was made for, whatever the title and whichever part of it', () => {
    const part = fc.constantFrom<PublicAsk['part']>('page', 'json', 'embedded', 'file', 'pdf');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        part,
        fc.integer({ min: 1, max: 999 }),
        (title, what, version) => {
          const document = { id: newId<'Document'>(), title };
          const number =
            what === 'file' || what === 'pdf' || (what === 'page' && version % 2 === 0) ? version : null;
          const ask = { code: codeOf(document.id), number, part: what };
          const path = pathOfAsk(document, ask);
          expect(path).toMatch(/^\/dokument\/[a-z0-9./-]+$/);
          expect(readAsk(path.slice('/dokument/'.length))).toEqual(ask);
        },
      ),
    );
  });

  it.each([
    '',
    'riktlinje',
    '9f86d081a',
    '9F86D081AB',
    'a-9f86d081ab/',
    'a-9f86d081ab/version/0',
    'a-9f86d081ab/version/1e3',
    '../9f86d081ab',
    'a-9f86d081ab/version/1.docx',
  ])('is not %j', (rest) => {
    expect(readAsk(rest)).toBeNull();
  });
});
