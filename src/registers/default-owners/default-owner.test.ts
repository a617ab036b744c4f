import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { offices, officeScopes } from '../../kernel/offices.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system as actor } from '../../testing/actors.ts';
import {
  addDefaultOwner,
  type AddInput,
  confirmDefaultOwner,
  type DefaultOwnerRow,
  describeDefaultOwner,
  endDefaultOwner,
  setDefaultOwner,
} from './default-owner.ts';
import { defaultTable } from './default-table.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };
const standing = { unitStands: true, bodyStands: true, entityStands: true };
const unitId = newId<'Unit'>();
const input: AddInput = {
  area: 'ekonomi',
  name: 'Ekonomi',
  examples: 'budget',
  holder: 'unitManager',
  office: null,
  unitId,
  bodyId: null,
  entityId: null,
  decision: null,
  toConfirm: true,
};
const row: DefaultOwnerRow = { ...input, id: newId<'DefaultOwner'>(), version: 2, endedOn: null };
const codeOf = (result: unknown) =>
  isRefusal(result) ? `${result.code} ${result.field ?? ''}`.trim() : 'yes';

describe('who owns an area', () => {
  it.each<[string, Partial<AddInput>, Partial<typeof standing>, string]>([
    ['the manager of a unit', {}, {}, 'yes'],
    ['a unit to be pointed out', { unitId: null }, {}, 'yes'],
    ['a unit that has ended', {}, { unitStands: false }, 'unitUnknown unitId'],
    ['a body that has ended', {}, { bodyStands: false }, 'bodyUnknown bodyId'],
    ['an entity that has ended', {}, { entityStands: false }, 'entityUnknown entityId'],
    ['an office', { holder: 'office', office: 'hrManager', unitId: null }, {}, 'yes'],
    ['no office', { holder: 'office', unitId: null }, {}, 'officeMissing office'],
    [
      'an office that many hold',
      { holder: 'office', office: 'manager', unitId: null },
      {},
      'officeNotMunicipal office',
    ],
    ['an office and a unit', { holder: 'office', office: 'hrManager' }, {}, 'unitNotAsked unitId'],
    ['an office beside a unit’s manager', { office: 'hrManager' }, {}, 'officeNotAsked office'],
    ['the own unit’s manager', { holder: 'ownUnitManager', unitId: null }, {}, 'yes'],
    ['the own unit’s manager, with a unit', { holder: 'ownUnitManager' }, {}, 'unitNotAsked unitId'],
    ['a decision', { decision: 'kf 2026-06-15 §47' }, {}, 'yes'],
    ['a decision nobody can read', { decision: 'i somras' }, {}, 'decisionUnreadable decision'],
    ['a decision not yet made', { decision: 'KF 2026-12-15 § 47' }, {}, 'decisionInFuture decision'],
  ])('%s', (_name, changed, around, expected) => {
    const given = { ...input, ...changed };
    expect(codeOf(addDefaultOwner(given, { ...standing, ...around }, circumstances))).toBe(expected);
  });

  it('a decision is stored in its one form, and confirms the row', () => {
    const set = setDefaultOwner(row, { ...input, decision: 'kf 2026-06-15 §47' }, standing, circumstances);
    expect(set).toMatchObject({ next: { decision: 'KF 2026-06-15 § 47', toConfirm: false, version: 3 } });
  });
});

describe('confirming, describing and ending', () => {
  const ended = { ...row, endedOn: '2026-10-01' };
  it.each([
    ['confirm', confirmDefaultOwner(row, null, circumstances), 'yes'],
    [
      'confirm twice',
      confirmDefaultOwner({ ...row, toConfirm: false }, null, circumstances),
      'alreadyConfirmed',
    ],
    [
      'confirm without a unit',
      confirmDefaultOwner({ ...row, unitId: null }, null, circumstances),
      'unitNotChosen unitId',
    ],
    [
      'confirm with an unreadable decision',
      confirmDefaultOwner(row, 'ja', circumstances),
      'decisionUnreadable decision',
    ],
    ['confirm an ended row', confirmDefaultOwner(ended, null, circumstances), 'ended'],
    ['describe', describeDefaultOwner(row, { name: 'Ekonomi', examples: 'fakturor' }), 'yes'],
    [
      'describe the same',
      describeDefaultOwner(row, { name: 'Ekonomi', examples: 'budget' }),
      'nothingChanged',
    ],
    ['describe an ended row', describeDefaultOwner(ended, { name: 'X', examples: '' }), 'ended'],
    ['set on an ended row', setDefaultOwner(ended, input, standing, circumstances), 'ended'],
    ['end', endDefaultOwner(row, 0, 'Slås ihop', circumstances), 'yes'],
    ['end while in use', endDefaultOwner(row, 3, 'Slås ihop', circumstances), 'areaInUse'],
    ['end twice', endDefaultOwner(ended, 0, 'Slås ihop', circumstances), 'ended'],
  ])('%s', (_name, result, expected) => {
    expect(codeOf(result)).toBe(expected);
  });
});

describe('our default table', () => {
  it('can be entered row by row', () => {
    for (const one of defaultTable) {
      const given = { ...input, ...one, name: one.name.sv, examples: one.examples.sv, unitId: null };
      expect(codeOf(addDefaultOwner(given, standing, circumstances)), one.area).toBe('yes');
    }
  });

  it('has each area once, in both languages', () => {
    expect(new Set(defaultTable.map((one) => one.area)).size).toBe(defaultTable.length);
    for (const { name, examples } of defaultTable) {
      for (const text of [name.sv, name.en, examples.sv, examples.en]) expect(text).not.toBe('');
    }
  });

  it('points only at offices held for the whole municipality', () => {
    for (const { office } of defaultTable) {
      if (office === null) continue;
      expect(offices).toContain(office);
      expect(officeScopes[office]).toContain('municipality');
    }
  });
});
