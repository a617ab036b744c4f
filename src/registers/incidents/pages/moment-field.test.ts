import { describe, expect, it } from 'vitest';
import { readMoment, readTime, shownMoment } from './moment-field.tsx';
import { newParty } from './party-form.tsx';

it.each([
  ['14:05', '14:05'],
  ['14.05', '14:05'],
  ['1405', '14:05'],
  [' 9 ', '09:00'],
  ['905', '09:05'],
  ['kväll', 'kväll'],
  ['', ''],
])('the clock time %j is read as %j', (typed, read) => {
  expect(readTime(typed)).toBe(read);
});

describe('a moment', () => {
  it('that is not touched keeps its seconds', () => {
    const at = '2026-06-15T12:05:33.123Z';
    expect(readMoment(shownMoment(at), at)).toBe(at);
  });

  it.each([
    ['summer', '2026-06-15T14:05', '2026-06-15T12:05:00.000Z'],
    ['winter', '2026-11-15T14:05', '2026-11-15T13:05:00.000Z'],
    ['the hour that comes twice', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['the hour that does not come', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['no day', '2026-02-30T14:05', '2026-02-30T14:05'],
    ['no time', '2026-06-15T', '2026-06-15T'],
    ['nothing', '', null],
  ])('in %s', (_when, typed, read) => {
    expect(readMoment(typed, null)).toBe(read);
  });
});

describe('somebody whom a case concerns is added', () => {
  const knowledgeAt = '2026-06-15T12:05:31.123Z';

  it.each([
    ['with the reason that the triage gave', 'Brev från leverantören', 'Brev från leverantören'],
    ['with the report, where the triage reckoned from it', '', 'När rapporten kom in.'],
    ['without a reason, where it is secret to her', null, ''],
  ])('%s and its time', (_what, knowledgeReason, expected) => {
    const values = newParty({ knowledgeAt, knowledgeReason }, 'När rapporten kom in.');
    expect(values).toMatchObject({ knowledgeAt: '2026-06-15T14:05', knowledgeReason: expected });
    expect(readMoment(values.knowledgeAt, knowledgeAt)).toBe(knowledgeAt);
  });
});
