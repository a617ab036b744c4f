import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestTxt, readTxt, type TxtEncoding } from './txt.ts';

const words = 'Överkalix kommun – ”ska”';
const plain = 'Å ä ö ska';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))].forEach((unit, place) => {
    view.setUint16(place * 2, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readTxt', () => {
  it.each<[string, Uint8Array, string, TxtEncoding]>([
    ['UTF-8', utf8(words), words, 'utf-8'],
    ['UTF-8 with byte order mark', utf8(`\uFEFF${words}`), words, 'utf-8'],
    ['UTF-16, little end first', utf16(words, true), words, 'utf-16le'],
    ['UTF-16, big end first', utf16(words, false), words, 'utf-16be'],
    ['ISO-8859-1', latin1(plain), plain, 'windows-1252'],
    ['Windows-1252’s quotation marks', latin1('\x94ska\x94 \x96 bör'), '”ska” – bör', 'windows-1252'],
  ])('reads %s', (_name, bytes, text, encoding) => {
    expect(readTxt(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  it.each<[string, Uint8Array, object]>([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), { code: 'notText' }],
    ['a PDF', utf8('%PDF-1.7 ska'), { code: 'notText' }],
    ['a docx', utf8('PK\u0003\u0004 ska'), { code: 'notText' }],
    ['rich text', utf8('{\\rtf1 ska}'), { code: 'notText' }],
    ['many control characters', Uint8Array.of(1, 2, 3, 65, 66), { code: 'notText' }],
    ['broken UTF-8 that says it is', Uint8Array.of(0xef, 0xbb, 0xbf, 0xff), { code: 'notText' }],
    ['an empty file', new Uint8Array(0), { code: 'emptyText' }],
    [
      'too large a file',
      new Uint8Array(largestTxt + 1),
      { code: 'fileTooLarge', limit: largestTxt, length: largestTxt + 1 },
    ],
  ])('refuses %s', (_name, bytes, refusal) => {
    expect(readTxt(bytes)).toEqual({ ok: false, refusal });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof readTxt(bytes).ok).toBe('boolean');
      }),
    );
  });
});
