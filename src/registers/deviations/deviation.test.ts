import { describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { describeDeviation, type Deviation, reportDeviation, type ReportInput } from './deviation.ts';
import { closeDeviation, decideDeviation, reopenDeviation } from './deviation-steps.ts';

const person = newId<'Person'>();
const unit = newId<'Unit'>();
const coordinator = holderOf('informationSecurityCoordinator', person);
const at = (actor: Actor): Circumstances => ({
  actor,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
});
const input: ReportInput = {
  title: 'Journaler i papperskorgen',
  description: '',
  clause: 'P43',
  sentenceId: null,
  unitId: unit,
  discoveredOn: '2026-11-20',
  handling: 'Plockades upp',
  cause: '',
  risk: null,
  secrecyProvisions: [],
  source: null,
};
const around = { unitStands: true, demandStands: true, sourceSeen: true };
const outcome = (decided: ReturnType<typeof reopenDeviation>) =>
  isRefusal(decided) ? decided.code : decided.next;

function deviation(row: Partial<Deviation> = {}): Deviation {
  const decided = reportDeviation(input, around, at(coordinator));
  if (isRefusal(decided)) throw new Error(decided.code);
  return { ...decided.next, ...row };
}
const known = { cause: 'Ingen nyckel', risk: { consequence: 2, likelihood: 2 } };
const decision = { decision: 'Köp ett låst kärl', followUpOn: '2026-12-01' };
const decided = deviation({ ...known, state: 'decided', decidedOn: '2026-11-23', ...decision });

describe('a deviation', () => {
  it.each([
    ['as it should be', input, around, null],
    ['discovered today', { ...input, discoveredOn: '2026-11-23' }, around, null],
    ['discovered tomorrow', { ...input, discoveredOn: '2026-11-24' }, around, 'discoveredInFuture'],
    ['of a unit that is no more', input, { ...around, unitStands: false }, 'unitUnknown'],
    ['from a demand there is not', input, { ...around, demandStands: false }, 'demandUnknown'],
    ['from two demands', { ...input, sentenceId: newId<'Sentence'>() }, around, 'oneDemand'],
    ['born of what cannot be seen', input, { ...around, sourceSeen: false }, 'sourceUnknown'],
  ])('%s', (_name, given, surroundings, code) => {
    const made = reportDeviation(given, surroundings, at(coordinator));
    expect(isRefusal(made) ? made.code : null).toBe(code);
  });

  it.each([
    ['without a cause', { ...known, cause: ' ' }, decision, 'causeMissing'],
    ['without a risk', { ...known, risk: null }, decision, 'riskMissing'],
    ['to be followed up yesterday', known, { ...decision, followUpOn: '2026-11-22' }, 'followUpNotAhead'],
    ['when closed', { ...known, state: 'closed' as const }, decision, 'notInState'],
  ])('is not decided %s', (_name, row, given, code) => {
    expect(outcome(decideDeviation(deviation(row), given, at(coordinator)))).toBe(code);
  });

  it('is decided with its day, and again', () => {
    const once = outcome(decideDeviation(deviation(known), decision, at(coordinator)));
    expect(once).toMatchObject({ ...decision, state: 'decided', decidedOn: '2026-11-23', decidedBy: person });
    const again = { decision: 'Köp två', followUpOn: '2027-01-01' };
    expect(outcome(decideDeviation(once as Deviation, again, at(coordinator)))).toMatchObject(again);
  });

  const head = holderOf('manager', person, { scopeId: unit, units: [unit] });
  const other = holderOf('manager', person, { units: [newId<'Unit'>()] });
  const director = holderOf('municipalDirector', person);
  it.each([
    ['low', { consequence: 1, likelihood: 2 }, 'the unit’s head', head, null],
    ['medium', { consequence: 2, likelihood: 3 }, 'the unit’s head', head, null],
    ['medium', { consequence: 2, likelihood: 3 }, 'another unit’s head', other, 'notTheCloser'],
    ['high', { consequence: 2, likelihood: 4 }, 'the unit’s head', head, 'notTheCloser'],
    ['high', { consequence: 2, likelihood: 4 }, 'the coordinator', coordinator, null],
    ['extreme', { consequence: 4, likelihood: 4 }, 'the director', director, null],
    [
      'low',
      { consequence: 1, likelihood: 1 },
      'somebody without an office',
      employee(person),
      'notTheCloser',
    ],
  ])('of %s risk is closed by who may: %o by %s', (_level, risk, _who, actor, code) => {
    const closed = closeDeviation({ ...decided, risk }, { outcome: 'Inga fler' }, at(actor));
    expect(isRefusal(closed) ? closed.code : null).toBe(code);
  });

  it.each([
    ['low', 'low', null],
    ['low', 'medium', null],
    ['low', 'high', 'notTheCloser'],
    ['medium', 'extreme', 'notTheCloser'],
    ['high', 'low', 'notTheCloser'],
    ['low', null, null],
  ] as const)('of %s risk that was %s once is closed by the unit’s head: %s', (now, once, code) => {
    const risk = { low: [1, 2], medium: [2, 2], high: [3, 3] }[now];
    const row = {
      ...decided,
      risk: { consequence: risk[0] ?? 1, likelihood: risk[1] ?? 1 },
      highestLevel: once,
    };
    const closed = closeDeviation(row, { outcome: 'Inga fler' }, at(head));
    expect(isRefusal(closed) ? closed.code : null).toBe(code);
    expect(isRefusal(closeDeviation(row, { outcome: 'Inga fler' }, at(coordinator)))).toBe(false);
  });

  it('remembers the highest risk that was set, however it is lowered', () => {
    const judged = (before: Deviation, consequence: number, likelihood: number) =>
      outcome(
        describeDeviation(before, { ...input, risk: { consequence, likelihood } }, around, at(head)),
      ) as Deviation;
    const high = judged(deviation(), 3, 3);
    expect(high.highestLevel).toBe('high');
    const lowered = judged(high, 1, 1);
    expect(lowered.highestLevel).toBe('high');
    expect(judged(lowered, 4, 4).highestLevel).toBe('extreme');
    const reported = reportDeviation({ ...input, ...known }, around, at(coordinator));
    expect(reported).toMatchObject({ next: { highestLevel: 'medium' } });
  });

  it('is not closed before it is decided, nor described when closed, and waits for a decision when opened again', () => {
    expect(outcome(closeDeviation(deviation(known), { outcome: 'Klart' }, at(coordinator)))).toBe(
      'notDecided',
    );
    const closed = outcome(closeDeviation(decided, { outcome: 'Inga fler' }, at(coordinator))) as Deviation;
    expect(closed).toMatchObject({ state: 'closed', closedOn: '2026-11-23', closedBy: person });
    expect(outcome(describeDeviation(closed, input, around, at(coordinator)))).toBe('notInState');
    expect(outcome(reopenDeviation(closed, 'Hände igen'))).toMatchObject({
      state: 'reported',
      outcome: '',
      closedOn: null,
      followUpOn: null,
      cause: known.cause,
    });
    expect(outcome(reopenDeviation(decided, 'Hände igen'))).toBe('notInState');
  });
});
