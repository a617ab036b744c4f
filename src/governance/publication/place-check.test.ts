import { describe, expect, it } from 'vitest';
import { type CheckOutcome, isCheckDue, judgeFile, judgeWords, type LatestCheck } from './place-check.ts';

const [now, before] = ['a'.repeat(64), 'b'.repeat(64)];
const text = (contentHash: string, found: number, firstMissing: number | null, sentences = 10) => ({
  contentHash,
  result: { sentences, found, firstMissing },
});

describe('what a page of words shows', () => {
  it.each<[string, Parameters<typeof judgeWords>, CheckOutcome, string | null]>([
    ['the text in force', [text(now, 10, null), [], false], 'same', now],
    ['both it and an older one', [text(now, 10, null), [text(before, 10, null)], false], 'same', now],
    ['an older one', [text(now, 9, 3), [text(before, 10, null)], false], 'otherVersion', before],
    ['all but one', [text(now, 9, 3), [text(before, 8, 1)], false], 'differs', null],
    ['all, in another order', [text(now, 10, 2), [], false], 'differs', null],
    ['one sentence of it', [text(now, 1, 1), [], true], 'differs', null],
    ['nothing of it', [text(now, 0, 1), [], false], 'textMissing', null],
    ['nothing but the way to it', [text(now, 0, 1), [], true], 'linkOnly', null],
    ['what a text without sentences says', [text(now, 0, null, 0), [], false], 'textMissing', null],
  ])('%s', (_what, ground, outcome, seenHash) => {
    const [{ contentHash, result }] = ground;
    expect(judgeWords(...ground)).toEqual({
      outcome,
      seenHash,
      file: null,
      checkedAgainst: contentHash,
      status: null,
      ...result,
    });
  });
});

describe('a file at a place', () => {
  const [hash, other] = ['c'.repeat(64), 'd'.repeat(64)];
  const unknown = { fileHash: null, fileOf: null };
  it.each<[string, readonly string[], Parameters<typeof judgeFile>[3], CheckOutcome, string | null]>([
    ['one of those made of the text in force', [other, hash], unknown, 'same', now],
    ['none that was ever made', [other], unknown, 'pdf', null],
    ['the text in force when it was read before', [other], { fileHash: hash, fileOf: now }, 'same', now],
    [
      'an older text when it was read before',
      [other],
      { fileHash: hash, fileOf: before },
      'otherVersion',
      before,
    ],
    ['another than was read before', [], { fileHash: other, fileOf: now }, 'pdf', null],
    ['the same stranger as before', [], { fileHash: hash, fileOf: null }, 'pdf', null],
  ])('that is %s', (_what, ours, known, outcome, of) => {
    expect(judgeFile(hash, ours, now, known)).toMatchObject({ outcome, seenHash: of, file: { hash, of } });
  });
});

describe('a place', () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
  const checked: LatestCheck = {
    checkedAt: at('08:00'),
    checkedAgainst: now,
    outcome: 'same',
    requestedAt: null,
  };
  it.each<[string, Partial<LatestCheck>, string, boolean]>([
    ['never read', { checkedAt: null, checkedAgainst: null, outcome: null }, '08:00', true],
    ['read and good', {}, '19:59', false],
    ['read and good twelve hours ago', {}, '20:00', true],
    ['embedded and good', { outcome: 'embedded' }, '19:59', false],
    ['that did not answer', { outcome: 'timedOut' }, '09:59', false],
    ['that did not answer two hours ago', { outcome: 'timedOut' }, '10:00', true],
    ['held against another text', { checkedAgainst: before }, '08:01', true],
    ['that somebody asks for', { requestedAt: at('08:01') }, '08:02', true],
    ['that somebody asked for before', { requestedAt: at('07:59') }, '08:02', false],
  ])('%s at %s is to be read: %s', (_what, change, time, isDue) => {
    expect(isCheckDue({ ...checked, ...change }, now, at(time))).toBe(isDue);
  });
});
