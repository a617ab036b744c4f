import { describe, expect, it } from 'vitest';
import { checkpointBody, parseCheckpoint } from './checkpoint.ts';
import {
  formatNote,
  hasSigned,
  parseNote,
  printVerifierKey,
  readVerifierKey,
  signerOf,
  signNote,
} from './note.ts';

// The example of the C2SP signed-note specification.
const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const text = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

function read(key: string) {
  const found = readVerifierKey(key);
  if (found === null) throw new Error('not a key');
  return found;
}

function note(of: string) {
  const found = parseNote(of);
  if (found === null) throw new Error('not a note');
  return found;
}

describe('a signed note', () => {
  it('of the specification is verified, and written as it was', () => {
    expect(hasSigned(note(text), read(vkey))).toBe(true);
    expect(formatNote(note(text))).toBe(text);
    expect(printVerifierKey(read(vkey))).toBe(vkey);
  });

  it('with another body is not', () => {
    expect(hasSigned(note(text.replace('example message', 'other message')), read(vkey))).toBe(false);
  });

  it('with a true and a false signature of the same key counts for nothing', () => {
    const { body, signatures } = note(text);
    const [one] = signatures;
    if (one === undefined) throw new Error('no signature');
    const both = { body, signatures: [one, { ...one, signature: Buffer.alloc(64) }] };
    expect(hasSigned(both, read(vkey))).toBe(false);
  });

  it('may carry signatures of others, which are passed over', () => {
    const other = signNote(
      'This is an example message.\n',
      signerOf('example.com/other', Buffer.alloc(32, 7)),
    );
    const both = formatNote({
      body: note(text).body,
      signatures: [...note(other).signatures, ...note(text).signatures],
    });
    expect(hasSigned(note(both), read(vkey))).toBe(true);
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n— a AAAAAAAA\n'],
    ['no last line break', text.slice(0, -1)],
    ['a hyphen for the dash', text.replace('—', '-')],
    ['a plus in the name', text.replace('example.com/foo', 'example+foo')],
    ['broken base64', text.replace('Uw2Q', 'Uw2*')],
    ['another base64 of the same bytes', text.replace('yaQM=', 'yaQN=')],
    ['a control character', text.replace('This', 'Th\tis')],
    ['too many signatures', `a\n\n${'— a AAAAAAAA\n'.repeat(101)}`],
    ['a signature of the id alone', 'a\n\n— a AAAAAA==\n'],
  ])('with %s is none', (_what, broken) => {
    expect(parseNote(broken)).toBeNull();
  });

  it.each([
    ['another id', vkey.replace('530d903a', '530d903b')],
    ['another name', vkey.replace('foo', 'bar')],
    ['an unknown type', vkey.replace('AekyeR', 'B+kyeR')],
    ['nothing', ''],
  ])('a verifier key with %s is none', (_what, broken) => {
    expect(readVerifierKey(broken)).toBeNull();
  });
});

describe('a checkpoint', () => {
  // The example of the C2SP tlog-checkpoint specification.
  const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  it('is read and written', () => {
    const found = parseCheckpoint(body);
    expect(found).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(found === null ? '' : checkpointBody(found)).toBe(body);
  });

  it('of another log may have extension lines', () => {
    expect(parseCheckpoint(`${body}anything\n`)).toMatchObject({ size: 20852163 });
  });

  it.each([
    ['a leading zero', body.replace('20852163', '020852163')],
    ['a negative size', body.replace('20852163', '-1')],
    ['a short root', body.replace('CsUY', '')],
    ['no origin', body.replace('example.com/behind-the-sofa', '')],
    ['an empty extension line', `${body}\nmore\n`],
    ['no last line break', body.slice(0, -1)],
  ])('with %s is none', (_what, broken) => {
    expect(parseCheckpoint(broken)).toBeNull();
  });
});
