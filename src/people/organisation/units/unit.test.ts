import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { carriers } from '../../../registers/information/vocabulary.ts';
import { system } from '../../../testing/actors.ts';
import {
  declareCarriers,
  describeUnit,
  endUnit,
  registerUnit,
  type Unit,
  type UnitSurroundings,
} from './unit.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const entityId = newId<'Entity'>();
const described = { kind: 'unit' as const, name: ' Räddningstjänsten ', bodyId: null, from: '2024-01-01' };
const input = { ...described, entityId, parentId: newId<'Unit'>(), until: null };
const around: UnitSurroundings = {
  entityStands: true,
  bodyFits: true,
  parent: { entityId, from: '2020-01-01', until: null },
  nameTaken: false,
};

function code(result: unknown): string {
  return isRefusal(result) ? result.code : 'done';
}

function unit(change: Partial<Unit> = {}): Unit {
  const decided = registerUnit({ ...input, toConfirm: true }, around, circumstances);
  if (isRefusal(decided)) throw new Error(decided.code);
  return { ...decided.next, ...change };
}

describe('registering a unit', () => {
  it.each([
    [{}, {}, 'done'],
    [{}, { entityStands: false }, 'entityUnknown'],
    [{}, { bodyFits: false }, 'bodyUnknown'],
    [{}, { nameTaken: true }, 'nameTaken'],
    [{}, { parent: null }, 'parentUnknown'],
    [{ parentId: null }, { parent: null }, 'done'],
    [{}, { parent: { entityId: newId<'Entity'>(), from: '2020-01-01', until: null } }, 'parentInOtherEntity'],
    [{ from: '2019-12-31' }, {}, 'beforeParent'],
    [{}, { parent: { entityId, from: '2020-01-01', until: '2027-12-31' } }, 'outlivesParent'],
    [{ until: '2027-12-31' }, { parent: { entityId, from: '2020-01-01', until: '2027-12-31' } }, 'done'],
    [{ until: '2023-12-31' }, {}, 'periodReversed'],
  ])('%j in %j: %s', (change, other, wanted) => {
    expect(code(registerUnit({ ...input, ...change }, { ...around, ...other }, circumstances))).toBe(wanted);
  });

  it('trims the name, so that two spellings of it are one', () => {
    expect(unit().name).toBe('Räddningstjänsten');
  });
});

describe('describing a unit', () => {
  it.each([
    [{}, {}, 'done'], // confirms
    [{ toConfirm: false }, {}, 'nothingChanged'],
    [{ until: '2026-11-22' }, { name: 'Annat' }, 'ended'],
    [{}, { from: '2019-12-31' }, 'beforeParent'],
  ])('%j becomes %j: %s', (change, other, wanted) => {
    expect(code(describeUnit(unit(change), { ...described, ...other }, around, circumstances))).toBe(wanted);
  });
});

describe('declaring carriers (P20)', () => {
  const all = [...carriers];

  it('is dated when every form has an answer, and only then', () => {
    const half = declareCarriers(unit(), { held: ['paper'], none: [] }, circumstances);
    const whole = declareCarriers(
      unit(),
      { held: ['paper'], none: all.filter((one) => one !== 'paper') },
      circumstances,
    );
    expect(isRefusal(half) ? null : half.next.carriersDeclaredOn).toBeNull();
    expect(isRefusal(whole) ? null : whole.next.carriersDeclaredOn).toBe('2026-11-23');
  });

  it('holds again from the day it is said again', () => {
    const before = unit({ carriersHeld: all, carriersDeclaredOn: '2025-11-23' });
    expect(code(declareCarriers(before, { held: all, none: [] }, circumstances))).toBe('done');
    const today = unit({ carriersHeld: all, carriersDeclaredOn: '2026-11-23' });
    expect(code(declareCarriers(today, { held: all, none: [] }, circumstances))).toBe('nothingChanged');
  });

  it('refuses a form that is both there and not', () => {
    expect(code(declareCarriers(unit(), { held: ['paper'], none: ['paper'] }, circumstances))).toBe(
      'carrierBothWays',
    );
  });
});

describe('ending a unit', () => {
  const nothing = { subunits: 0, left: [], endsWithIt: ['appointment:1'] };

  it.each([
    [{}, 'done'],
    [{ subunits: 1 }, 'subunitsLeft'],
    [{ left: ['information:1'] }, 'recordsLeft'],
  ])('on which %j hangs: %s', (hanging, wanted) => {
    const ground = { unit: unit(), ...nothing, ...hanging };
    expect(code(endUnit(ground, { lastDay: '2026-12-31', reason: 'Beslutat' }, circumstances))).toBe(wanted);
  });

  it('tells the log of the appointments that end with it', () => {
    const decided = endUnit(
      { unit: unit(), ...nothing },
      { lastDay: '2026-12-31', reason: 'Beslutat' },
      circumstances,
    );
    expect(isRefusal(decided) ? null : decided.event.touched).toEqual(['appointment:1']);
  });
});
