import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { type InformationId, newId, type SystemId, type UnitId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system as actor } from '../../testing/actors.ts';
import { aspects } from '../information/vocabulary.ts';
import { proveProtection, raiseClass } from './assessment.ts';
import { carryInformation, stopCarryingInformation } from './carrying.ts';
import { lifecycleSteps, lifecycles, stepBetween } from './lifecycle.ts';
import { gapsOf, highestOf, noLevels, perAspect, requiredLevels } from './protection.ts';
import { describeSystem, moveSystemOn, registerSystem, type System } from './system.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };
const input = {
  name: 'Skolplattformen',
  description: '',
  unitId: newId<'Unit'>(),
  providerKind: 'external',
  providerName: 'Leverantören AB',
} as const;
const row: System = {
  ...input,
  id: newId<'System'>(),
  version: 3,
  lifecycle: 'inOperation',
  proven: noLevels,
  provenBy: '',
  provenOn: null,
  raised: noLevels,
  raisedReason: '',
};
const levels = (k: number | null, r: number | null, t: number | null, s: number | null) => ({
  confidentiality: k,
  integrity: r,
  availability: t,
  traceability: s,
});
const codeOf = (result: unknown) =>
  isRefusal(result) ? `${result.code} ${result.field ?? ''}`.trim() : 'yes';

describe('entering and describing a system', () => {
  it.each([
    ['as it should be', { ...input, lifecycle: 'planned' as const }, true, 'yes'],
    ['already retired', { ...input, lifecycle: 'retired' as const }, true, 'alreadyRetired lifecycle'],
    ['a unit that has ended', { ...input, lifecycle: 'planned' as const }, false, 'unitUnknown unitId'],
    [
      'an external supplier without a name',
      { ...input, providerName: ' ', lifecycle: 'planned' as const },
      true,
      'providerMissing providerName',
    ],
    [
      'our own operation without a name',
      { ...input, providerKind: 'internal' as const, providerName: '', lifecycle: 'planned' as const },
      true,
      'yes',
    ],
  ])('%s', (_name, given, stands, expected) => {
    expect(codeOf(registerSystem(given, stands, circumstances))).toBe(expected);
  });

  it.each([
    ['another name', row, { ...input, name: 'Lärportalen' }, 'yes'],
    ['the same again', row, input, 'nothingChanged'],
    ['a retired one', { ...row, lifecycle: 'retired' as const }, { ...input, name: 'X' }, 'retired'],
  ])('describe: %s', (_name, before, given, expected) => {
    expect(codeOf(describeSystem(before, given, true))).toBe(expected);
  });
});

describe('the life of a system', () => {
  const why = 'Upphandlingen överklagades.';
  it.each([
    ['planned', 'acquired', null, 'yes'],
    ['planned', 'inOperation', null, 'stepNotAllowed to'],
    ['planned', 'retired', null, 'reasonMissing reason'],
    ['planned', 'retired', why, 'yes'],
    ['acquired', 'inOperation', null, 'yes'],
    ['acquired', 'planned', null, 'reasonMissing reason'],
    ['acquired', 'planned', why, 'yes'],
    ['inOperation', 'beingRetired', null, 'yes'],
    ['inOperation', 'retired', why, 'stepNotAllowed to'],
    ['inOperation', 'planned', why, 'stepNotAllowed to'],
    ['inOperation', 'inOperation', why, 'stepNotAllowed to'],
    ['beingRetired', 'retired', null, 'yes'],
    ['beingRetired', 'inOperation', why, 'yes'],
    ['retired', 'beingRetired', why, 'yes'],
    ['retired', 'inOperation', why, 'stepNotAllowed to'],
  ] as const)('%s → %s (%s): %s', (from, to, reason, expected) => {
    const result = moveSystemOn({ ...row, lifecycle: from }, to, reason, { carried: 0, handlings: 0 });
    expect(codeOf(result)).toBe(expected);
  });

  it('is not ended while information or handling leans on it', () => {
    const leaving = { ...row, lifecycle: 'beingRetired' as const };
    expect(codeOf(moveSystemOn(leaving, 'retired', null, { carried: 2, handlings: 0 }))).toBe('stillCarries');
    expect(codeOf(moveSystemOn(leaving, 'retired', null, { carried: 0, handlings: 1 }))).toBe('stillUsed');
  });

  it('goes back only one step, and always with a reason', () => {
    for (const from of lifecycles) {
      for (const step of lifecycleSteps[from].filter((one) => one.back)) {
        expect(lifecycles.indexOf(step.to)).toBe(lifecycles.indexOf(from) - 1);
        expect(step.reasonAsked).toBe(true);
      }
      expect(stepBetween(from, from)).toBeNull();
    }
  });

  it('can always be walked to its end', () => {
    const walked = (from: (typeof lifecycles)[number]): string =>
      from === 'retired' ? from : walked(lifecycleSteps[from].find((step) => !step.reasonAsked)?.to ?? from);
    for (const from of lifecycles) expect(walked(from)).toBe('retired');
  });
});

describe('carrying information', () => {
  const [one, two] = [newId<'Information'>(), newId<'Information'>()];
  it.each([
    ['two known', 'inOperation', [one, two], [one, two], [], 'yes'],
    ['one that cannot be seen', 'inOperation', [one, two], [one], [], 'informationUnknown informationIds'],
    ['one carried already', 'inOperation', [one], [one], [one], 'alreadyCarried informationIds'],
    ['into a retired system', 'retired', [one], [one], [], 'retired'],
  ] as const)('%s', (_name, lifecycle, informationIds, known, carried, expected) => {
    const ground = { system: { ...row, lifecycle }, known, carried };
    const ids: InformationId[] = [...informationIds];
    expect(codeOf(carryInformation(ground, { informationIds: ids }, circumstances))).toBe(expected);
  });

  it('ends the day it is taken out, and names the tie for the facts', () => {
    const tie = {
      id: newId<'SystemInformation'>(),
      systemId: row.id,
      informationId: one,
      version: 1,
      endedOn: null,
    };
    const result = stopCarryingInformation(tie, { informationId: one, reason: 'Flyttad' }, circumstances);
    expect(result).toMatchObject({
      next: { version: 2, endedOn: '2026-11-23' },
      event: { touched: [`systemInformation:${tie.id}`], reason: 'Flyttad' },
    });
    const none = stopCarryingInformation(null, { informationId: one, reason: 'Flyttad' }, circumstances);
    expect(codeOf(none)).toBe('notCarried informationId');
  });
});

describe('proving protection', () => {
  const given = {
    levels: levels(2, 2, 1, null),
    evidence: 'Genomgång med leverantören',
    provenOn: '2026-11-20',
  };
  it.each([
    ['the first time', row, given, 'yes'],
    ['tomorrow', row, { ...given, provenOn: '2026-11-24' }, 'provenInFuture provenOn'],
    ['before what is known', { ...row, provenOn: '2026-11-21' }, given, 'provenBeforeLast provenOn'],
    ['the same day again', { ...row, provenOn: '2026-11-20' }, given, 'yes'],
    ['in a retired system', { ...row, lifecycle: 'retired' as const }, given, 'retired'],
    [
      'the same again',
      { ...row, proven: given.levels, provenBy: given.evidence, provenOn: given.provenOn },
      given,
      'nothingChanged',
    ],
  ])('%s', (_name, before, provided, expected) => {
    expect(codeOf(proveProtection(before, provided, circumstances))).toBe(expected);
  });
});

describe('raising the class', () => {
  const carried = levels(1, 2, 1, null);
  const reason = 'Hela kommunens elever i ett register';
  it.each([
    ['above', levels(2, null, null, null), 'yes'],
    ['to the same', levels(1, null, null, null), 'raiseNotAbove levels.confidentiality'],
    ['below', levels(null, 1, null, null), 'raiseNotAbove levels.integrity'],
    ['what nothing is classed for', levels(null, null, null, 2), 'nothingToRaise levels.traceability'],
    ['nothing', noLevels, 'nothingChanged'],
  ])('%s', (_name, wanted, expected) => {
    expect(codeOf(raiseClass(row, carried, { levels: wanted, reason }))).toBe(expected);
  });

  it('can be taken back, and the reason with it', () => {
    const before = { ...row, raised: levels(3, null, null, null), raisedReason: reason };
    expect(raiseClass(before, carried, { levels: noLevels, reason: 'Delat i två' })).toMatchObject({
      next: { raised: noLevels, raisedReason: '' },
      event: { reason: 'Delat i två' },
    });
  });

  it('is refused for a retired system', () => {
    const retired = { ...row, lifecycle: 'retired' as const };
    expect(codeOf(raiseClass(retired, carried, { levels: levels(3, null, null, null), reason }))).toBe(
      'retired',
    );
  });
});

describe('what protection is required', () => {
  const anyLevel = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
  const anyLevels = fc.record({
    confidentiality: anyLevel,
    integrity: anyLevel,
    availability: anyLevel,
    traceability: anyLevel,
  });

  it.each([
    ['nothing carried', noLevels, noLevels, []],
    ['level 0 needs no proof', levels(0, 0, 0, null), noLevels, []],
    ['proven enough', levels(2, 1, 1, 1), levels(2, 3, 1, 1), []],
    ['not proven', levels(2, 0, 0, null), noLevels, ['confidentiality']],
    ['too low in two', levels(2, 2, 1, 1), levels(1, 2, 0, 1), ['confidentiality', 'availability']],
  ])('%s', (_name, required, proven, expected) => {
    expect(gapsOf(required, proven)).toEqual(expected);
  });

  it('never lies below any part, nor below the raised level', () => {
    fc.assert(
      fc.property(fc.array(anyLevels, { maxLength: 6 }), anyLevels, (parts, raised) => {
        const required = requiredLevels(highestOf(parts), raised);
        for (const aspect of aspects) {
          const all = [...parts.map((part) => part[aspect]), raised[aspect]].filter(
            (level) => level !== null,
          );
          expect(required[aspect]).toBe(all.length === 0 ? null : Math.max(...all));
        }
      }),
    );
  });

  it('has no gap when everything required is proven', () => {
    fc.assert(fc.property(anyLevels, (required) => gapsOf(required, required).length === 0));
    expect(perAspect((aspect) => aspect).traceability).toBe('traceability');
  });
});

const ids: { system: SystemId; unit: UnitId } = { system: row.id, unit: row.unitId };
it('tells the log what changed, field by field', () => {
  const result = describeSystem(row, { ...input, unitId: ids.unit, name: 'Lärportalen' }, true);
  expect(result).toMatchObject({
    event: { record: ids.system, changes: [{ field: 'name', from: 'Skolplattformen', to: 'Lärportalen' }] },
  });
});
