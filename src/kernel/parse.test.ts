import fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { fromQuery, parse } from './parse.ts';
import { looksLikePersonnummer } from './personnummer-form.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Prose, SomeOf } from './schema.ts';

const schema = Fields({
  name: Line(10),
  text: Prose(50),
  day: OrNull(Day()),
  unit: IdOf<'Unit'>(),
  kind: OneOf(['a', 'b']),
  some: SomeOf(['x', 'y']),
  levels: Fields({ k: Type.Integer({ minimum: 0, maximum: 4 }) }),
});
const right = {
  name: 'Löner',
  text: 'Första raden\nandra',
  day: '2026-02-28',
  unit: '01900000-0000-7000-8000-000000000001',
  kind: 'a',
  some: ['x'],
  levels: { k: 3 },
};
const none = new Set<string>();

function without(field: string): object {
  return Object.fromEntries(Object.entries(right).filter(([name]) => name !== field));
}

describe('parse', () => {
  it('accepts what is right', () => {
    expect(parse(schema, right, none)).toBeNull();
  });

  it.each([
    ['a missing field', without('name'), 'name', 'required'],
    ['an unknown field', { ...right, nmae: 'x' }, 'nmae', 'unknownField'],
    ['an empty name', { ...right, name: '' }, 'name', 'required'],
    ['an empty day', { ...right, day: '' }, 'day', 'required'],
    ['a direction turned', { ...right, name: 'a\u202eb' }, 'name', 'notAllowedCharacters'],
    ['a year beyond reason', { ...right, day: '0001-01-01' }, 'day', 'notADay'],
    ['too long a text', { ...right, name: 'x'.repeat(11) }, 'name', 'tooLong'],
    ['only spaces', { ...right, name: '   ' }, 'name', 'notAllowedCharacters'],
    ['a control character', { ...right, text: 'a\u0007b' }, 'text', 'notAllowedCharacters'],
    ['a day that does not exist', { ...right, day: '2026-02-30' }, 'day', 'notADay'],
    ['a day with a time', { ...right, day: '2026-02-28T10:00' }, 'day', 'notADay'],
    ['an id of no kind', { ...right, unit: '17' }, 'unit', 'notAnId'],
    ['a value not among the choices', { ...right, kind: 'c' }, 'kind', 'notAmong'],
    ['a value twice', { ...right, some: ['x', 'x'] }, 'some', 'repeated'],
    ['a level beyond the scale', { ...right, levels: { k: 5 } }, 'levels.k', 'tooLarge'],
    ['a number as text', { ...right, levels: { k: '3' } }, 'levels.k', 'wrongType'],
  ])('names the field and the fault of %s', (_what, input, field, code) => {
    const refusal = parse(schema, input, none);
    const error = refusal?.fields?.find((one) => one.field === field);
    expect(refusal?.code).toBe('invalid');
    expect(error?.code).toBe(code);
  });

  it.each([
    ['a lone surrogate', { ...right, name: '\ud800' }],
    ['a NUL', { ...right, text: 'a\u0000b' }],
    ['a number that is not whole', { ...right, levels: { k: 1.5 } }],
    ['no object at all', 'text'],
    ['a nest without end', JSON.parse('['.repeat(5000) + ']'.repeat(5000))],
  ])('stops %s before looking closer', (_what, input) => {
    expect(parse(schema, input, none)).toEqual({ refused: true, code: 'invalid' });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parse(schema, value, none)?.code).toBe('invalid');
      }),
    );
  });

  it('asks about a personnummer in free text, and takes yes for an answer', () => {
    // 811218-9876 is an example number of Skatteverket's own; nobody has it.
    const input = { ...right, text: 'Gäller 811218-9876.' };
    expect(parse(schema, input, none)).toMatchObject({ code: 'personnummerSuspected', field: 'text' });
    expect(parse(schema, input, new Set(['personnummer']))).toBeNull();
  });
});

it.each([
  ['811218-9876', true],
  ['19811218-9876', true],
  ['198112189876', true],
  ['811278-9873', true],
  ['1981-12-18-9876', true],
  ['811218\u20119876', true],
  ['811218 - 9876', true],
  ['811218.9876', true],
  ['８１１２１８-９８７６', true],
  ['811218-9875', false],
  ['811318-9876', false],
  ['KS 2026/123', false],
  ['0926-740 00', false],
  ['12345678901234567890', false],
  ['/information/811218-9876', true],
  ['pnr811218-9876', true],
  ['Se https://varna.example/information/01981121-8987-7123-8112-189876abcdef', false],
  ['81121898-7612-4abc-8112-189876abcdef', false],
  ['0198112189876a0198112189876a0198a198112189876abc', false],
  ['198112189876-abcd', true],
])('%s looks like a personnummer: %s', (text, expected) => {
  expect(looksLikePersonnummer(text)).toBe(expected);
});

it('reads a query string as its schema says', () => {
  const query = Fields({
    page: Type.Integer(),
    open: Type.Boolean(),
    some: Type.Array(Type.String()),
    name: Type.String(),
  });
  expect(fromQuery(query, { page: '2', open: 'true', some: 'a,b', name: '7' })).toEqual({
    page: 2,
    open: true,
    some: ['a', 'b'],
    name: '7',
  });
  expect(fromQuery(query, { page: 'x' })).toEqual({ page: 'x' });
});
