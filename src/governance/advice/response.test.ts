import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerDueOn,
  figuresOf,
  isMeasured,
  type Round,
  roundsOf,
  type Standing,
  standingOf,
  type Target,
  targetOn,
  type Written,
} from './response.ts';

const q = (on: string): Written => ({ kind: 'question', on });
const a = (on: string): Written => ({ kind: 'answer', on });
const c = (on: string): Written => ({ kind: 'closing', on });
const round = (askedOn: string, answeredOn: string | null = null, withdrawn = false): Round => ({
  askedOn,
  answeredOn,
  withdrawn,
});

describe('the rounds of a conversation', () => {
  it.each<[string, Written[], Round[]]>([
    ['nothing', [], []],
    ['a question', [q('2026-11-02')], [round('2026-11-02')]],
    ['and its answer', [q('2026-11-02'), a('2026-11-03')], [round('2026-11-02', '2026-11-03')]],
    [
      'what is added while waiting belongs to the same round',
      [q('2026-11-02'), q('2026-11-03'), a('2026-11-04')],
      [round('2026-11-02', '2026-11-04')],
    ],
    [
      'a further answer answers nothing more',
      [q('2026-11-02'), a('2026-11-03'), a('2026-11-09')],
      [round('2026-11-02', '2026-11-03')],
    ],
    [
      'a follow-up is a round of its own',
      [q('2026-11-02'), a('2026-11-03'), q('2026-11-05')],
      [round('2026-11-02', '2026-11-03'), round('2026-11-05')],
    ],
    ['closed unanswered', [q('2026-11-02'), c('2026-11-03')], [round('2026-11-02', null, true)]],
    [
      'closed after the answer',
      [q('2026-11-02'), a('2026-11-03'), c('2026-11-04')],
      [round('2026-11-02', '2026-11-03')],
    ],
    [
      'opened again',
      [q('2026-11-02'), a('2026-11-03'), c('2026-11-04'), q('2026-11-10')],
      [round('2026-11-02', '2026-11-03'), round('2026-11-10')],
    ],
  ])('%s', (_name, written, rounds) => expect(roundsOf(written)).toEqual(rounds));

  it('are never more than the questions, and at most the last is open', () => {
    const entry = fc.record({
      kind: fc.constantFrom('question' as const, 'answer' as const, 'closing' as const),
      on: fc.constant('2026-11-02'),
    });
    fc.assert(
      fc.property(fc.array(entry), (written) => {
        const rounds = roundsOf(written);
        expect(rounds.length).toBeLessThanOrEqual(written.filter((one) => one.kind === 'question').length);
        expect(rounds.slice(0, -1).every((one) => one.answeredOn !== null || one.withdrawn)).toBe(true);
      }),
    );
  });
});

const targets: Target[] = [
  { validFrom: '2026-11-09', workingDays: 1 },
  { validFrom: '2026-10-01', workingDays: 5 },
];

it.each([
  ['before any was set', '2026-09-30', 2],
  ['the first day', '2026-10-01', 5],
  ['the day before the next', '2026-11-08', 5],
  ['the next', '2026-11-09', 1],
])('the target %s', (_name, day, days) => expect(targetOn(targets, day)).toBe(days));

it('is due the last working day, over a weekend and over Christmas', () => {
  expect(answerDueOn('2026-11-20', [])).toBe('2026-11-24');
  expect(answerDueOn('2026-12-23', [])).toBe('2026-12-29');
});

describe('a round stands', () => {
  // 2026-11-19 is a Thursday: with two working days the last day is Monday the 23rd.
  it.each<[string, Round, string, Standing]>([
    ['waiting on its last day', round('2026-11-19'), '2026-11-23', 'waiting'],
    ['overdue the day after', round('2026-11-19'), '2026-11-24', 'overdue'],
    ['in time on its last day', round('2026-11-19', '2026-11-23'), '2026-11-24', 'inTime'],
    ['late the day after', round('2026-11-19', '2026-11-24'), '2026-11-24', 'late'],
    ['waiting on a day off after the last', round('2026-11-18'), '2026-11-22', 'waiting'],
    ['in time on a day off after the last', round('2026-11-18', '2026-11-21'), '2026-11-25', 'inTime'],
    ['withdrawn', round('2026-11-02', null, true), '2026-11-24', 'withdrawn'],
  ])('%s', (_name, one, today, standing) => expect(standingOf(one, [], today)).toBe(standing));

  it('by the target of the day it was asked, not by a later one', () => {
    expect(standingOf(round('2026-11-06', '2026-11-12'), targets, '2026-11-24')).toBe('inTime');
    expect(standingOf(round('2026-11-09', '2026-11-12'), targets, '2026-11-24')).toBe('late');
  });
});

it('measures a year, and whatever still waits', () => {
  expect(isMeasured(round('2025-11-23', '2025-11-24'), '2026-11-23')).toBe(false);
  expect(isMeasured(round('2025-11-24', '2025-11-25'), '2026-11-23')).toBe(true);
  expect(isMeasured(round('2020-01-02'), '2026-11-23')).toBe(true);
});

it('says the year in figures', () => {
  const rounds = [
    round('2026-11-02', '2026-11-02'),
    round('2026-11-02', '2026-11-03'),
    round('2026-11-02', '2026-11-05'),
    round('2026-11-02', '2026-11-06'),
    round('2026-11-02'),
    round('2026-11-23'),
    round('2026-11-02', null, true),
    round('2024-11-02', '2024-11-03'),
  ];
  expect(figuresOf(rounds, [], '2026-11-23')).toEqual({
    answered: 4,
    inTime: 2,
    overdue: 1,
    waiting: 1,
    medianDays: 2,
  });
  expect(figuresOf([], [], '2026-11-23').medianDays).toBeNull();
});
