import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeafScanner } from './scan.ts';

const id = '019b8d2b-8c00-7000-8000-000000000001';

/** A leaf as the log writes it, with one part written otherwise. */
function leafText(part: Readonly<Record<string, string>> = {}): string {
  const parts: Record<string, string> = {
    actor: '{"kind":"person","person":null}',
    at: '"2026-01-05T08:00:00.000Z"',
    changes: '[{"field":"name","from":null,"to":"Löner"}]',
    data: 'null',
    id: `"${id}"`,
    kind: '"information.registered"',
    reason: 'null',
    record: 'null',
    register: '"information"',
    salt: '"AAAAAAAAAAAAAAAAAAAAAA"',
    touched: '[]',
    v: '1',
    ...part,
  };
  return `{${Object.entries(parts)
    .map(([key, value]) => `"${key}":${value}`)
    .join(',')}}`;
}

function scan(text: string): string | null {
  const bytes = Buffer.from(`${text}\n`);
  return new LeafScanner(bytes).scan(0, bytes.length - 1);
}

/** RFC 8785 as the log narrows it, written out apart from the code under test. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`;
}

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

describe('a leaf', () => {
  it.each<[string, Record<string, string>]>([
    ['as it is written', {}],
    ['by a person, of a record', { actor: `{"kind":"person","person":"${id}"}`, record: `"${id}"` }],
    [
      'with a reason and others touched',
      { reason: '"Flyttad – ”ny” enhet"', touched: '["unit:a","unit:b"]' },
    ],
    ['with every escape', { data: '"\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f"' }],
    ['with numbers', { data: '[0,-1,9007199254740991,-9007199254740991]' }],
    ['with keys by UTF-16 code units', { data: '{"":0,"a":1,"b":{"ö":1,"€":2}}' }],
    [
      'on a leap day',
      {
        at: '"2028-02-29T23:59:59.999Z"',
        id: `"${Date.UTC(2028, 1, 29, 23, 59, 59, 999).toString(16).padStart(12, '0').replace(/^.{8}/, '$&-')}-7000-8000-000000000001"`,
      },
    ],
  ])('%s has its form', (_what, part) => {
    expect(scan(leafText(part))).toBe(null);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an actor with a key more', { actor: '{"kind":"person","name":"x","person":null}' }, 'actor'],
    ['a time without milliseconds', { at: '"2026-01-05T08:00:00Z"' }, 'at'],
    ['a day that does not exist', { at: '"2026-02-30T08:00:00.000Z"' }, 'at'],
    ['a time that is not that of the id', { at: '"2026-01-05T08:00:00.001Z"' }, 'id'],
    ['an id of another version', { id: '"019b8d2b-8c00-4000-8000-000000000001"' }, 'id'],
    ['an id in capitals', { id: '"019B8D2B-8C00-7000-8000-000000000001"' }, 'id'],
    ['a change with a key more', { changes: '[{"field":"a","from":1,"to":2,"x":3}]' }, 'changes'],
    ['white space', { data: '[1, 2]' }, 'data'],
    ['a comma too many', { data: '[1,]' }, 'data'],
    ['keys out of order', { data: '{"b":1,"a":2}' }, 'data'],
    ['a key twice', { data: '{"a":1,"a":2}' }, 'data'],
    ['keys out of order that are not plain', { data: '{"€":1,"ö":2}' }, 'data'],
    ['a share', { data: '0.5' }, 'data'],
    ['an exponent', { data: '1e3' }, 'data'],
    ['a leading zero', { data: '01' }, 'data'],
    ['minus zero', { data: '-0' }, 'data'],
    ['a number that is not safe', { data: '9007199254740992' }, 'data'],
    ['an escape that is not needed', { data: '"\\/"' }, 'data'],
    ['an escape of a letter', { data: '"\\u0041"' }, 'data'],
    ['an escape with a shorter form', { data: '"\\u000a"' }, 'data'],
    ['an escape in capitals', { data: '"\\u001F"' }, 'data'],
    ['a tab in a string', { data: '"\t"' }, 'data'],
    ['a word that JSON has not', { data: 'undefined' }, 'data'],
    ['a salt that is too short', { salt: '"AAAA"' }, 'salt'],
    ['a reason that is a number', { reason: '1' }, 'reason'],
    ['another version', { v: '2' }, 'v'],
    ['something after it', { v: '1,"w":2' }, 'v'],
  ])('with %s is refused', (_what, part, fault) => {
    expect(scan(leafText(part))).toBe(fault);
  });

  it('is read whatever it holds, and refused as soon as a byte is taken out of it', () => {
    fc.assert(
      fc.property(json, fc.nat(), (data, at) => {
        const text = leafText({ data: canonical(data) });
        expect(scan(text)).toBe(null);
        const letters = Array.from(text);
        const shorter = letters.toSpliced(at % letters.length, 1).join('');
        if (scan(shorter) === null) expect(canonical(JSON.parse(shorter))).toBe(shorter);
      }),
      { numRuns: 500 },
    );
  });
});
