import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { system } from '../../testing/actors.ts';
import { standingOf } from './exception.ts';
import { endException } from './exception-steps.ts';
import { expireException, hasOverrun, reminderDue, remindOfEnd } from './expiry.ts';
import { at, code, exception, input, manager, today, unit } from './testing.ts';

describe('the end', () => {
  const decided = exception({ state: 'decided', validFrom: '2026-01-01' });
  it.each([
    ['61 days before', '2027-01-23', null, null],
    ['60 days before', '2027-01-22', null, 60],
    ['60 days before, reminded', '2027-01-22', 60, null],
    ['15 days before, reminded once', '2026-12-08', 60, null],
    ['14 days before', '2026-12-07', 60, 14],
    ['14 days before, never reminded', '2026-12-07', null, 14],
    ['10 days before, reminded twice', '2026-12-03', 14, null],
    ['on its last day, never reminded', today, null, 14],
    ['the day after', '2026-11-22', null, null],
  ])('%s: a reminder is due or not', (_name, endsOn, remindedDays, due) => {
    expect(reminderDue({ ...decided, endsOn, remindedDays }, today)).toBe(due);
    const reminded = remindOfEnd({ ...decided, endsOn, remindedDays }, at(system));
    expect(isRefusal(reminded) ? null : reminded.next.remindedDays).toBe(due);
  });

  it.each([
    ['its last day', 'decided', today, false],
    ['the day after', 'decided', '2026-11-22', true],
    ['refused', 'refused', '2026-11-22', false],
    ['ended early', 'ended', '2026-11-22', false],
    ['a deviation already', 'expired', '2026-11-22', false],
  ] as const)('%s: has overrun or not', (_name, state, endsOn, overrun) => {
    expect(hasOverrun({ state, endsOn }, today)).toBe(overrun);
  });

  it('that nobody saw to is a deviation from the same demand, discovered the day after', () => {
    const row = { ...decided, endsOn: '2026-11-20', secrecyProvisions: ['OSL 18:8' as const] };
    const expired = expireException(row, 'sv', at(system));
    if (isRefusal(expired)) throw new Error(expired.code);
    const { exception: next, deviation } = expired.next;
    expect(next).toMatchObject({ state: 'expired', endedOn: today });
    expect(deviation).toMatchObject({
      state: 'reported',
      clause: 'P43',
      unitId: unit,
      discoveredOn: '2026-11-21',
      risk: input.riskBefore,
      secrecyProvisions: ['OSL 18:8'],
      source: { register: 'exception', id: row.id },
    });
    expect(expired.event.touched).toEqual([`deviation:${deviation.id}`]);
    expect(code(expireException(next, 'sv', at(system)))).toBe('notOverrun');
  });

  it('can come early, with a reason, once', () => {
    const ended = endException(decided, 'Plattorna är bytta', at(manager));
    expect(ended).toMatchObject({ next: { state: 'ended', endedOn: today } });
    expect(code(endException({ ...decided, state: 'ended' }, 'Igen', at(manager)))).toBe('notInState');
  });

  it.each([
    ['decided', '2026-11-24', '2027-01-01', 'coming'],
    ['decided', today, '2027-01-01', 'inForce'],
    ['decided', '2026-01-01', today, 'inForce'],
    ['decided', '2026-01-01', '2026-11-22', 'overrun'],
    ['expired', '2026-01-01', '2026-11-22', 'expired'],
    ['draft', null, '2027-01-01', 'draft'],
  ] as const)('%s from %s to %s stands as %s', (state, validFrom, endsOn, standing) => {
    expect(standingOf({ state, validFrom, endsOn }, today)).toBe(standing);
  });
});
