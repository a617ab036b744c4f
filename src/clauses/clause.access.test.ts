import { expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { defaultData } from '../duties/default-data.ts';
import { caseOf } from '../duties/testing/cases.ts';
import { isDutyOf, visibleTo } from './clause.access.ts';
import type { Finding } from './clause.ts';
import { facts, today } from './testing/sample.ts';

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

const unitId = newId<'Unit'>();
const incidentId = newId();
const head = holderOf('manager', bo, { scopeId: unitId, units: [unitId] });
const coordinator = holderOf('informationSecurityCoordinator', bo);
it.each([
  ['the head of its unit', head, false, true],
  ['the head of its unit, when parts of it are secret', head, true, false],
  ['the head of its unit, when it may not be known of any more', head, null, false],
  ['whoever coordinates, also then', coordinator, null, true],
])('a finding about a case is seen by %s: %s', (_who, actor, isPartlySecret, expected) => {
  const known = { id: incidentId, name: 'H 2026-0001', unitId, handlerId: null, data: defaultData };
  const caseDuties = isPartlySecret === null ? [] : [{ ...known, isPartlySecret, facts: caseOf({}) }];
  const snapshot = {
    facts: facts({ caseDuties }),
    today,
    auditHead: '',
    policyVersion: '',
    judged: new Map(),
  };
  const found: Finding = { ...finding, register: 'incident', recordId: incidentId, unitId };
  expect(visibleTo(actor, snapshot)(found)).toBe(expected);
});
