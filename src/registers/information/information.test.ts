import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system as actor } from '../../testing/actors.ts';
import {
  activateInformation,
  describeInformation,
  endInformation,
  type Information,
  informationCan,
  type InformationInput,
  informationKeys,
  informationStates,
  informationTransitions,
  registerInformation,
} from './information.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };
const around = { unitStands: true, areaExists: true };
const input: InformationInput = {
  name: 'Elevakter',
  description: '',
  unitId: newId<'Unit'>(),
  area: 'skola',
  carriers: ['itSystem', 'paper'],
  personalData: 'sensitive',
  personalDataKinds: ['children', 'health'],
  secrecyProvisions: ['OSL 23:2'],
};
const row: Information = {
  ...input,
  id: newId<'Information'>(),
  version: 2,
  state: 'active',
  classificationId: null,
  handlingDecisionId: null,
};
const codeOf = (result: unknown) =>
  isRefusal(result) ? `${result.code} ${result.field ?? ''}`.trim() : 'yes';

describe('what can be said of information', () => {
  it.each<[string, Partial<InformationInput>, Partial<typeof around>, string]>([
    ['as it should be', {}, {}, 'yes'],
    ['without a form', { carriers: [] }, {}, 'noCarrier carriers'],
    ['in a unit that has ended', {}, { unitStands: false }, 'unitUnknown unitId'],
    ['in an area nobody has heard of', {}, { areaExists: false }, 'areaUnknown area'],
    [
      'kinds without personal data',
      { personalData: 'none' },
      {},
      'kindsWithoutPersonalData personalDataKinds',
    ],
    ['no personal data', { personalData: 'none', personalDataKinds: [] }, {}, 'yes'],
    ['personal data of no named kind', { personalDataKinds: [] }, {}, 'yes'],
  ])('%s', (_name, changed, found, expected) => {
    const given = { ...input, ...changed };
    const surroundings = { ...around, ...found };
    expect(codeOf(registerInformation({ ...given, draft: false }, surroundings, circumstances))).toBe(
      expected,
    );
    const allowed = { ...surroundings, mayReassign: true };
    const described = describeInformation({ ...row, name: 'Annat' }, given, allowed);
    expect(codeOf(described)).toBe(expected);
  });

  it('is entered as it is, or as a draft, and the log tells every field', () => {
    const entered = registerInformation({ ...input, draft: true }, around, circumstances);
    if (isRefusal(entered)) throw new Error(entered.code);
    expect(entered.next).toMatchObject({ ...input, state: 'draft', version: 1, classificationId: null });
    expect(entered.next).not.toHaveProperty('draft');
    const told = entered.event.changes?.map((change) => change.field);
    expect(told).toEqual(
      expect.arrayContaining(Object.keys(input).filter((field) => field !== 'description')),
    );
  });

  it('is not changed to what it was', () => {
    expect(codeOf(describeInformation(row, input, { ...around, mayReassign: false }))).toBe('nothingChanged');
  });
});

describe('the life of information', () => {
  it.each([
    ['activate', 'draft', 'yes'],
    ['activate', 'active', 'alreadyActive'],
    ['activate', 'ended', 'ended'],
    ['end', 'draft', 'yes'],
    ['end', 'active', 'yes'],
    ['end', 'ended', 'ended'],
    ['describe', 'draft', 'yes'],
    ['describe', 'ended', 'ended'],
  ] as const)('%s from %s: %s', (step, state, expected) => {
    const before = { ...row, state };
    const results = {
      activate: activateInformation(before),
      end: endInformation(before, 'Lagras inte längre'),
      describe: describeInformation(before, { ...input, name: 'Annat' }, { ...around, mayReassign: false }),
    };
    expect(codeOf(results[step])).toBe(expected);
  });

  it('never leaves its end', () => {
    for (const states of Object.values(informationTransitions)) expect(states).not.toContain('ended');
    expect(informationStates).toHaveLength(3);
    expect(informationCan('classify', 'draft')).toBe(true);
  });

  it('moves exactly one version with each step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (version) => {
        const ended = endInformation({ ...row, version }, 'Slut');
        return !isRefusal(ended) && ended.next.version === version + 1 && ended.event.reason === 'Slut';
      }),
    );
  });
});

describe('the keys that limit rights', () => {
  it('has the area, alone and with the unit, only while nobody owns the very row', () => {
    expect(informationKeys({ ...row, hasOwnOwner: false }).area).toEqual(['skola', `skola:${row.unitId}`]);
    expect(informationKeys({ ...row, hasOwnOwner: true }).area).toEqual([]);
  });
});
