import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, changesBetween, type Json } from './canonical.ts';
import { leafHash, leafText } from './leaf.ts';

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonical', () => {
  // The first rows are RFC 8785's own examples of key order and string escapes, narrowed to whole numbers.
  it.each<[Json, string]>([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [
      { '\u20ac': 'Euro', '\r': 'CR', '1': 'One', '\u00f6': 'O' },
      '{"\\r":"CR","1":"One","ö":"O","€":"Euro"}',
    ],
    ['\u000f\u0001"\\/\n', '"\\u000f\\u0001\\"\\\\/\\n"'],
    [[], '[]'],
    [[null, true, -0], '[null,true,0]'],
  ])('%j is %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it.each([0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('refuses the number %d', (value) => {
    expect(() => canonical(value)).toThrow();
  });

  it('refuses a lone surrogate', () => {
    expect(() => canonical('\ud800')).toThrow();
  });

  it('says the same as JSON, whatever the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(canonical(value)) as Json)).toBe(canonical(value));
      }),
    );
  });
});

describe('leaf', () => {
  const leaf = {
    v: 1 as const,
    id: '01900000-0000-7000-8000-000000000001',
    at: '2026-11-23T10:00:00.000Z',
    kind: 'information.classified',
    actor: { kind: 'person', person: null },
    register: 'information',
    record: null,
    touched: [],
    changes: [{ field: 'name', from: 'Löner', to: 'Löner och arvoden' }],
    data: null,
    reason: null,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  };

  it('is hashed as RFC 6962 says: a zero byte, then the leaf', () => {
    const expected = createHash('sha256')
      .update(`\u0000${leafText(leaf)}`)
      .digest('hex');
    expect(leafHash(leafText(leaf)).toString('hex')).toBe(expected);
  });

  it('has another hash with another salt', () => {
    expect(leafHash(leafText({ ...leaf, salt: 'BAAAAAAAAAAAAAAAAAAAAA' }))).not.toEqual(
      leafHash(leafText(leaf)),
    );
  });
});

it('tells only the fields that differ', () => {
  expect(changesBetween({ a: 1, b: ['x'] }, { a: 1, b: ['x', 'y'], c: null })).toEqual([
    { field: 'b', from: ['x'], to: ['x', 'y'] },
  ]);
});
