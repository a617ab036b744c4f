import { expect, it } from 'vitest';
import { isNamed } from '../audit/names.store.ts';
import { isRegisterName } from '../kernel/registers.ts';
import { newId } from '../kernel/ids.ts';
import { isPointable, pointableRegisters, readReference, toldReference } from './record-reference.ts';

it.each(pointableRegisters)('a record of %s has a name that those who may see it can be told', (register) => {
  expect(isNamed(register)).toBe(true);
  expect(isRegisterName(register)).toBe(true);
});

it('is told and read as one, and what is half or unheard of is none', () => {
  const id = newId<string>();
  expect(toldReference({ register: 'system', id })).toBe(`system:${id}`);
  expect(toldReference(null)).toBeNull();
  expect(readReference('system', id)).toEqual({ register: 'system', id });
  for (const [register, other] of [
    [null, null],
    ['system', null],
    [null, id],
    ['fork', id],
  ] as const)
    expect(readReference(register, other)).toBeNull();
  expect(isPointable('constructor')).toBe(false);
});
