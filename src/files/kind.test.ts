import { describe, expect, it } from 'vitest';
import { type FileKind, keptName, kindOf } from './kind.ts';

const text = (content: string) => new TextEncoder().encode(content);
const bytes = (...list: number[]) => new Uint8Array(list);
const archive = (names: string) => new Uint8Array([0x50, 0x4b, 3, 4, ...text(names)]);

describe('what a file is', () => {
  it.each<[string, Uint8Array, FileKind | null]>([
    ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe1), 'jpeg'],
    ['a picture of a screen', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
    ['half a picture', bytes(0x89, 0x50, 0x4e), null],
    ['a gif', text('GIF89a…'), 'gif'],
    ['a webp', text('RIFFxxxxWEBPVP8 '), 'webp'],
    ['a wave file', text('RIFFxxxxWAVE\u0001'), null],
    ['a pdf', text('%PDF-1.7'), 'pdf'],
    ['a film', text('\u0000\u0000\u0000\u0018ftypisom'), 'mp4'],
    ['a picture from a telephone', text('\u0000\u0000\u0000\u0018ftypheic'), 'heic'],
    ['something else of that family', text('\u0000\u0000\u0000\u0018ftypM4A '), null],
    ['a document', archive('[Content_Types].xml word/document.xml'), 'docx'],
    ['a workbook', archive('[Content_Types].xml xl/workbook.xml'), 'xlsx'],
    ['an archive', archive('bilder/foto.jpg'), 'zip'],
    ['words', text('Hej på dig\r\n\tå'), 'text'],
    ['a page', text('<!doctype html><script>'), 'text'],
    ['a program', bytes(0x4d, 0x5a, 0x90, 0), null],
    ['a program for another machine', bytes(0x7f, 0x45, 0x4c, 0x46, 2), null],
    ['words in another writing', bytes(0x48, 0xe5, 0x6a), null],
  ])('%s', (_what, content, kind) => {
    expect(kindOf(content)).toBe(kind);
  });
});

describe('the name that is kept', () => {
  it.each([
    ['foto.jpg', 'jpeg', 'foto.jpg'],
    ['FOTO.JPEG', 'jpeg', 'FOTO.JPEG'],
    ['faktura.pdf.exe', 'pdf', 'faktura.pdf.pdf'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['C:\\Users\\anna\\brev.docx', 'docx', 'brev.docx'],
    ['rapport\u202egnp.exe', 'png', 'rapportgnp.png'],
    ['a"b|c?.txt', 'text', 'abc.txt'],
    ['…', 'text', '….txt'],
    ['/', 'png', 'fil.png'],
  ] as const)('of %s as %s is %s', (name, kind, kept) => {
    expect(keptName(name, kind)).toBe(kept);
  });
});
