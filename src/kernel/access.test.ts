import { describe, expect, it } from 'vitest';
import { anonymous, employee, holderOf, system } from '../testing/actors.ts';
import { refusedOffices } from '../testing/actors.ts';
import { accessTable, covers, grant, scopeOf } from './access.ts';
import { newId } from './ids.ts';
import { offices } from './offices.ts';

const table = accessTable('thing', 'system', {
  read: [grant('auditor', 'everything'), grant('manager', 'unit'), grant('systemOwner', 'record')],
  look: { grants: [grant('anyone', 'everything')], openBecause: 'The page is public.' },
  own: [grant('signedIn', 'self')],
});
const person = newId<'Person'>();
const unit = newId<'Unit'>();
const other = newId<'Unit'>();
const thing = newId<'System'>();

describe('a scope', () => {
  it.each([
    ['nobody', anonymous, null],
    ['somebody without office', employee(person), null],
    ['an office not named', holderOf('hrManager', person), null],
  ])('is none for %s', (_who, actor, expected) => {
    expect(scopeOf(actor, table.read)).toBe(expected);
  });

  it.each([
    ['the system itself', system, { record: newId() }, true],
    ['an auditor, anything', holderOf('auditor', person), { unit: other }, true],
    ['a manager, her unit', holderOf('manager', person, { units: [unit] }), { unit }, true],
    ['a manager, another unit', holderOf('manager', person, { units: [unit] }), { unit: other }, false],
    [
      'a manager, a record without unit',
      holderOf('manager', person, { units: [unit] }),
      { unit: null },
      false,
    ],
    [
      'a system owner, her system',
      holderOf('systemOwner', person, { scope: 'system', scopeId: thing }),
      { record: thing },
      true,
    ],
    [
      'an appointment for another kind of thing with the same id',
      holderOf('systemOwner', person, { scope: 'information', scopeId: thing }),
      { record: thing },
      false,
    ],
  ])('of %s', (_who, actor, keys, expected) => {
    const scope = scopeOf(actor, table.read);
    expect(scope !== null && covers(scope, keys)).toBe(expected);
  });

  it('reaches only oneself by self', () => {
    const scope = scopeOf(employee(person), table.own);
    expect(scope !== null && covers(scope, { person })).toBe(true);
    expect(scope !== null && covers(scope, { person: newId() })).toBe(false);
  });

  it('is open to nobody signed in only where the table says why', () => {
    expect(scopeOf(anonymous, table.look)?.everything).toBe(true);
    expect(() => accessTable('thing', null, { look: [grant('anyone', 'everything')] })).toThrow();
  });
});

it('names everybody who must be refused: all offices but the admitted', () => {
  expect([...refusedOffices(table.read), 'auditor', 'manager', 'systemOwner'].sort()).toEqual(
    [...offices].sort(),
  );
  expect(refusedOffices(table.own)).toEqual([]);
});
