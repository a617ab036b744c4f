import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../kernel/action.ts';
import { newId } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { system } from '../testing/actors.ts';
import { hasContrast } from './contrast.ts';
import { describeSetting, type Setting, setThreshold } from './setting.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const setting: Setting = {
  id: newId(),
  version: 3,
  profile: 'tom',
  municipality: 'Provkommun',
  language: 'sv',
  accent: null,
  securityProtectionContact: '',
};
const input = {
  municipality: 'Provkommun',
  language: 'sv',
  accent: null,
  securityProtectionContact: '',
} as const;

describe('the settings', () => {
  it.each([
    ['nothing new', {}, 'nothingChanged'],
    ['a colour too light to read', { accent: '#ffee88' }, 'tooLittleContrast'],
  ])('are refused with %s', (_what, change, code) => {
    expect(describeSetting(setting, { ...input, ...change })).toMatchObject({ code });
  });

  it('tell the log just what changed', () => {
    const decision = describeSetting(setting, { ...input, accent: '#1f5a4a' });
    if (isRefusal(decision)) throw new Error(decision.code);
    expect(decision.event.changes).toEqual([{ field: 'accent', from: null, to: '#1f5a4a' }]);
    expect(decision.next.version).toBe(4);
  });
});

describe('a threshold', () => {
  const wanted = { number: 'P40', thresholdPercent: 90, reason: 'Två enheter håller på att slås ihop' };

  it('is a new row the first time, and the same row moved on after that', () => {
    const first = setThreshold(null, wanted, circumstances);
    if (isRefusal(first)) throw new Error(first.code);
    expect(first.next.version).toBe(1);
    const second = setThreshold(first.next, { ...wanted, thresholdPercent: 95 }, circumstances);
    if (isRefusal(second)) throw new Error(second.code);
    expect(second.next).toMatchObject({ id: first.next.id, version: 2 });
    expect(second.event.changes).toEqual([{ field: 'thresholdPercent', from: 90, to: 95 }]);
    expect(setThreshold(second.next, { ...wanted, thresholdPercent: 95 }, circumstances)).toMatchObject({
      code: 'nothingChanged',
    });
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', true],
    ['#1f5a4a', true],
    // WCAG's own border: #767676 is the lightest grey with 4.5 to 1 against white.
    ['#767676', true],
    ['#777777', false],
    ['#ffffff', false],
  ])('%s can be read against white: %s', (colour, expected) => {
    expect(hasContrast(colour)).toBe(expected);
  });

  it('is never lost by making a grey darker', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 254 }), (value) => {
        const grey = (one: number) => `#${one.toString(16).padStart(2, '0').repeat(3)}`;
        expect(hasContrast(grey(value + 1)) && !hasContrast(grey(value))).toBe(false);
      }),
    );
  });
});
