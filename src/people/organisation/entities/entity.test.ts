import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { system } from '../../../testing/actors.ts';
import { declareComplete, reportOfficer } from '../controller.ts';
import { confirmRow, confirmRows, endRow, standingOn } from '../row.ts';
import { describeEntity, type Entity, organisationNumber, registerEntity } from './entity.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const described = {
  kind: 'foundation' as const,
  name: 'Stiftelsen Bostäder',
  organisationNumber: '8975002422',
  controller: true,
  from: '2020-01-01',
};

function entity(change: Partial<Entity> = {}): Entity {
  const decided = registerEntity({ ...described, until: null, toConfirm: true }, circumstances);
  if (isRefusal(decided)) throw new Error(decided.code);
  return { ...decided.next, ...change };
}

function code(result: unknown): string {
  return isRefusal(result) ? result.code : 'done';
}

describe('organisation numbers', () => {
  it.each([
    ['212000-2692', '212000-2692'],
    [' 2120002692 ', '212000-2692'],
    ['16212000-2692', '212000-2692'],
    ['212000-2693', null], // check digit
    ['811218-9876', null], // the third digit of a person's is 0 or 1
    ['21200-02692', null],
    ['kommunen', null],
  ])('%s is read as %s', (text, wanted) => {
    expect(organisationNumber(text)).toBe(wanted);
  });
});

describe('registering and describing', () => {
  it('keeps the number as it is printed and the mark of a proposal', () => {
    expect(entity()).toMatchObject({ organisationNumber: '897500-2422', toConfirm: true, version: 1 });
  });

  it.each([
    [{ organisationNumber: '123' }, 'organisationNumberWrong'],
    [{ until: '2019-12-31' }, 'periodReversed'],
    [{ until: '2020-01-01' }, 'done'],
  ])('%j → %s', (change, wanted) => {
    expect(code(registerEntity({ ...described, until: null, ...change }, circumstances))).toBe(wanted);
  });

  it('confirms what is corrected, and refuses nothing at all', () => {
    const before = entity();
    const same = describeEntity(before, described, circumstances);
    expect(isRefusal(same) ? null : same.next.toConfirm).toBe(false);
    expect(code(describeEntity({ ...before, toConfirm: false }, described, circumstances))).toBe(
      'nothingChanged',
    );
  });

  it('leaves alone what has ended', () => {
    const ended = entity({ until: '2026-11-22' });
    expect(code(describeEntity(ended, { ...described, name: 'X' }, circumstances))).toBe('ended');
  });
});

describe('the life of a row', () => {
  it.each([
    ['2026-11-24', null, 'planned'],
    ['2026-11-23', null, 'standing'],
    ['2026-01-01', '2026-11-23', 'standing'],
    ['2026-01-01', '2026-11-22', 'ended'],
  ] as const)('from %s until %s is %s', (from, until, wanted) => {
    expect(standingOn({ from, until }, '2026-11-23')).toBe(wanted);
  });

  it.each([
    [{}, '2026-12-31', 'done'],
    [{}, '2019-12-31', 'endsBeforeStart'],
    [{ until: '2026-12-31' }, '2026-12-31', 'nothingChanged'],
    [{ until: '2026-12-31' }, '2027-12-31', 'done'],
    [{ until: '2026-11-22' }, '2026-12-31', 'ended'],
  ])('%j ended on %s: %s', (change, lastDay, wanted) => {
    const input = { lastDay, reason: 'Beslutat' };
    expect(code(endRow('entity', entity(change), input, circumstances))).toBe(wanted);
  });

  it('is confirmed once', () => {
    expect(code(confirmRow('entity', entity()))).toBe('done');
    expect(code(confirmRow('entity', entity({ toConfirm: false })))).toBe('alreadyConfirmed');
  });

  it('is confirmed with others, those that were seen and no others', () => {
    const [one, two] = [entity(), entity({ toConfirm: false })];
    const decided = confirmRows('entity', [one, two], [one.id, two.id]);
    if (isRefusal(decided)) throw new Error(decided.code);
    expect(decided.next.map((row) => row.id)).toEqual([one.id]);
    expect(decided.event.touched).toEqual([`entity:${one.id}`]);
    expect(code(confirmRows('entity', [one], [one.id, two.id]))).toBe('someUnknown');
    expect(code(confirmRows('entity', [two], [two.id]))).toBe('alreadyConfirmed');
  });
});

describe('what an authority declares', () => {
  it.each([
    [{}, '2026-11-23', 'done'],
    [{}, '2026-11-24', 'dayInFuture'],
    [{ registerCompleteOn: '2026-11-01' }, '2026-11-01', 'nothingChanged'],
    [{ until: '2026-01-01' }, '2026-01-01', 'ended'],
  ])('P18: %j complete on %s: %s', (change, on, wanted) => {
    expect(code(declareComplete('entity', entity(change), { on }, circumstances))).toBe(wanted);
  });

  it.each([
    [{}, '2026-11-01', null, 'done'],
    [{}, null, null, 'nothingChanged'],
    [{}, '2026-11-24', null, 'dayInFuture'],
    [{}, null, '2026-11-24', 'dayInFuture'],
    [{ controller: false }, '2026-11-01', null, 'notController'],
    [{ officerReportedOn: '2026-11-01' }, null, null, 'done'],
  ])('P33: %j reported %s, published %s: %s', (change, reportedOn, publishedOn, wanted) => {
    const input = { reportedOn, publishedOn };
    expect(code(reportOfficer('entity', entity(change), input, circumstances))).toBe(wanted);
  });
});
