import { describe, expect, it } from 'vitest';
import { readApart } from './letter-reader.ts';

const head =
  'From: Anna <Anna@Kommun.example>\r\nSubject: Prov\r\nMessage-ID: <1@a>\r\nMIME-Version: 1.0\r\n';
const read = async (raw: string | Buffer) => readApart(Buffer.isBuffer(raw) ? raw : Buffer.from(raw, 'utf8'));
const typed = (type: string, body: string) => `${head}Content-Type: ${type}\r\n\r\n${body}`;

describe('a letter is read', () => {
  it('as its words, its sender in small letters and its files', async () => {
    const raw = typed(
      'multipart/mixed; boundary=x',
      [
        '--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=D6ppet f=F6nster\r\n',
        '--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="../../bild.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n',
        '--x--',
      ].join(''),
    );
    expect(await read(raw)).toMatchObject({
      from: 'anna@kommun.example',
      subject: 'Prov',
      text: 'Öppet fönster',
      files: [{ name: '../../bild.png' }],
    });
  });

  it('with a page as the words that it shows, and nothing of what it would run or fetch', async () => {
    const page =
      '<head><title>Titel</title><style>p{color:red}</style></head><p>Ett&nbsp;brev</p><script>alert(1)</script><p>gick <b>fel</b></p><img src="https://ont.example/x.png"><svg><text>dold</text></svg><!-- tyst -->';
    const told = await read(typed('text/html; charset=utf-8', page));
    expect(told?.text).toBe('Ett brev\n\ngick fel');
  });

  it('with no sign cut in two, where it is longer than what is read of it', async () => {
    const words = (most: number) => `${'x'.repeat(most - 1)}😀 mer`;
    const raw = `From: a@b.example\r\nSubject: ${words(300)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words(500_000)}`;
    const told = await read(raw);
    expect(told?.subject).toBe('x'.repeat(299));
    expect(told?.text).toHaveLength(499_999);
  });

  it.each([
    ['text', `${' '.repeat(900_000)}x`, 'text/plain'],
    ['a page', `<p>y${'<b> </b>'.repeat(200_000)}</p>`, 'text/html'],
  ])('at once, although it is %s of blanks alone', async (_what, body, type) => {
    const begun = Date.now();
    expect(await read(typed(type, body))).not.toBeNull();
    expect(Date.now() - begun).toBeLessThan(8000);
  });

  it.each([
    ['an unknown charset', typed('text/plain; charset=klingon-8', 'Hej hej')],
    [
      'a charset that its bytes are not',
      Buffer.concat([
        Buffer.from(typed('text/plain; charset=utf-8', 'Hej ')),
        Buffer.from([0xff, 0xfe, 0x20]),
      ]),
    ],
    ['no body', head],
    ['no header', 'bara ord'],
    ['nothing', ''],
    ['a boundary that never comes', typed('multipart/mixed; boundary=x', 'Hej')],
    ['bytes without meaning', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 31) % 256))],
    ['signs that turn the direction', typed('text/plain; charset=utf-8', 'gnp.\u202Eexe \u0000\u0007')],
  ])('whatever it holds: %s', async (_what, raw) => {
    const told = await read(raw);
    expect(told).not.toBeNull();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are gone is what is tried
    expect(told?.text).not.toMatch(/[\u0000-\u0008\u202A-\u202E]/u);
  });

  it('with parts far within parts as unreadable, and the next one as if nothing had been', async () => {
    const deep = Array.from(
      { length: 400 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    expect(await read(`${head}${deep.join('')}Content-Type: text/plain\r\n\r\nHej`)).toBeNull();
    expect(await read(typed('text/plain', 'Hej hej'))).toMatchObject({ text: 'Hej hej' });
  });

  it('with headers of a megabyte as unreadable, and one with a film within its time', async () => {
    expect(await read(`X-Fyll: ${'a'.repeat(1_000_000)}\r\n${head}\r\nHej`)).toBeNull();
    const film = `${Buffer.alloc(57, 7).toString('base64')}\r\n`.repeat(310_000);
    const mime = 'multipart/mixed; boundary=x';
    const large = typed(
      mime,
      `--x\r\n\r\nSe filmen.\r\n--x\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${film}--x--`,
    );
    const told = await read(large);
    expect(told?.text).toBe('Se filmen.');
    expect(told?.files[0]?.bytes.length).toBe(57 * 310_000);
  });

  it('with a header inside a name as that name alone', async () => {
    const raw =
      'From: "Anna\r\n Bcc: alla@kommun.example" <anna@kommun.example>\r\nSubject: =?utf-8?B?SGVqDQpCY2M6IHhAeS5leGFtcGxl?=\r\n\r\nHej';
    const told = await read(raw);
    expect(told?.from).toBe('anna@kommun.example');
    expect(told?.subject).not.toMatch(/[\r\n]/);
  });

  it('with what machines say of themselves', async () => {
    const raw = `Return-Path: <>\r\nAuto-Submitted: Auto-Replied\r\nPrecedence: Bulk\r\nList-Id: <a.b>\r\n${head}\r\nHej`;
    expect((await read(raw))?.signs).toMatchObject({
      returnPath: '<>',
      autoSubmitted: 'auto-replied',
      precedence: 'bulk',
      isFromList: true,
    });
  });
});
