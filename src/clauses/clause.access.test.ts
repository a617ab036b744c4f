import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { isDutyOf } from './clause.access.ts';
import type { Finding } from './clause.ts';

const anna = newId<'Person'>();
const bo = newId<'Person'>();
const finding: Finding = {
  register: 'unit',
  recordId: newId(),
  recordName: 'Skolan',
  field: 'manager',
  responsible: 'municipalDirector',
  responsiblePersonId: anna,
  unitId: null,
  message: 'noManager',
  parameters: {},
  action: 'appointment.begin',
};
const nobodys = { ...finding, responsiblePersonId: null };

it.each([
  ['its own person', employee(anna), finding, true],
  ['somebody else', employee(bo), finding, false],
  ['a deputy of the office', holderOf('municipalDirector', bo), finding, true],
  [
    'the coordinator, when somebody holds the office',
    holderOf('informationSecurityCoordinator', bo),
    finding,
    false,
  ],
  ['the coordinator, when nobody does', holderOf('informationSecurityCoordinator', bo), nobodys, true],
  ['an employee, when nobody does', employee(bo), nobodys, false],
])('a finding is on the list of %s: %s', (_who, actor, row, expected) => {
  expect(isDutyOf(actor, row)).toBe(expected);
});
