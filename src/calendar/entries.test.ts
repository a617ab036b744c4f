import { describe, expect, it } from 'vitest';
import type { Due, DueClock, DueDay } from './due.ts';
import { entriesOf } from './entries.ts';
import { type Published, revise } from './revisions.ts';

const publicUrl = 'https://varna.kommunen.se';
const measure: DueDay = {
  kind: 'day',
  register: 'measure',
  recordId: 'm1',
  recordName: 'Byt lås',
  action: 'measure.finish',
  on: '2026-12-01',
  concerns: [],
};
const clock: DueClock = {
  kind: 'clock',
  key: 'c1.p1.G1.notification',
  caseId: 'c1',
  words: 'H 2026-0004: Anmälan till IMY',
  startsAt: new Date('2026-11-23T13:00:00Z'),
  dueAt: new Date('2026-11-26T13:00:00Z'),
};
const one = (due: Due, language: 'sv' | 'en' = 'sv') => {
  const [entry] = entriesOf([due], { language, publicUrl });
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('what an entry says', () => {
  it.each<[string, Due, string, string]>([
    ['a measure', measure, 'Gör klart åtgärden: Byt lås', '/atgarder/m1'],
    ['a secret measure', { ...measure, concerns: ['measure:m1'] }, 'En åtgärd ska vara klar', '/atgarder/m1'],
    [
      'a text to read',
      { ...measure, register: 'campaign', action: 'acknowledgement.make', recordName: 'Riktlinjen' },
      'Läs och kvittera: Riktlinjen',
      '/las-och-kvittera',
    ],
    [
      'a question',
      { ...measure, register: 'advice', action: 'advice.answer', concerns: ['advice:m1', 'person:p'] },
      'En fråga väntar på ditt svar',
      '/rad-och-stod/fragor/m1',
    ],
    [
      'something of a kind that has no words of its own',
      { ...measure, register: 'system', action: 'system.prove', concerns: ['system:m1'] },
      'Något ska göras i Värna',
      '/register/system/m1/skydd',
    ],
    ['a clock', clock, 'Händelse H 2026-0004: Anmälan till IMY, 72 h', '/handelser/c1'],
    ['a clock of a secret case', { ...clock, words: null }, 'En klocka i Värna går ut', '/klockor'],
    [
      'a clock of a month',
      { ...clock, dueAt: new Date('2026-12-23T13:00:00Z') },
      'Händelse H 2026-0004: Anmälan till IMY, 30 dagar',
      '/handelser/c1',
    ],
    ['at once', { ...clock, dueAt: null }, 'Händelse H 2026-0004: Anmälan till IMY, genast', '/handelser/c1'],
  ])('of %s', (_what, due, summary, path) => {
    expect(one(due)).toMatchObject({ summary, url: publicUrl + path });
  });

  it('is in the person’s language', () => {
    expect(one({ ...clock, words: null }, 'en').summary).toBe('A clock in Värna runs out');
    expect(one({ ...measure, concerns: ['measure:m1'] }, 'en').summary).toBe('A measure is to be done');
  });

  it('tells nothing of what is secret, in any of its parts', () => {
    const secret: Due[] = [
      { ...measure, recordName: 'Inbrottet', concerns: ['measure:m1'] },
      { ...clock, words: null },
    ];
    const told = JSON.stringify(entriesOf(secret, { language: 'sv', publicUrl }));
    expect(told).not.toMatch(/Inbrottet|H 2026|IMY|72 h|G1|c1/);
  });
});

describe('when an entry stands', () => {
  it('is the day, or the last half hour of a clock, with reminders', () => {
    expect(one(measure)).toMatchObject({ time: '2026-12-01', reminders: [] });
    expect(one(clock)).toMatchObject({
      time: { from: new Date('2026-11-26T12:30:00Z'), until: clock.dueAt },
      reminders: [{ minutesBefore: 720 }, { minutesBefore: 120 }],
    });
  });

  it('is the Swedish day on which it began, where the law says at once', () => {
    const late = { ...clock, dueAt: null, startsAt: new Date('2026-11-23T23:30:00Z') };
    expect(one(late)).toMatchObject({ time: '2026-11-24', reminders: [] });
  });

  it('is in order, each once, and no more than a thousand', () => {
    const many = Array.from({ length: 1200 }, (_, number) => ({
      ...measure,
      recordId: `m${number}`,
      on: number === 1199 ? '2026-01-01' : '2027-01-01',
    }));
    const entries = entriesOf([...many, clock, clock, measure], { language: 'sv', publicUrl });
    expect(entries).toHaveLength(1000);
    expect(entries.slice(0, 3).map(({ uid }) => uid)).toEqual([
      'measure.finish.m1199@varna.kommunen.se',
      one(clock).uid,
      'measure.finish.m1@varna.kommunen.se',
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1000);
  });
});

describe('the revision of an entry', () => {
  const at = (hours: number) => new Date(Date.parse('2026-11-23T10:00:00Z') + hours * 3_600_000);
  const said = (due: Due[], before: Published, hours: number) =>
    revise(entriesOf(due, { language: 'sv', publicUrl }), before, at(hours));

  it('is the first at first, stands while it says the same, and moves when it changes', () => {
    const first = said([measure], {}, 0);
    expect(first.changed).toBe(true);
    expect(first.entries[0]?.revision).toEqual({ sequence: 0, at: at(0) });
    const same = said([measure], first.published, 1);
    expect(same.changed).toBe(false);
    expect(same.entries).toEqual(first.entries);
    const moved = said([{ ...measure, on: '2026-12-08' }], same.published, 2);
    expect(moved.changed).toBe(true);
    expect(moved.entries[0]).toMatchObject({
      uid: first.entries[0]?.uid,
      revision: { sequence: 1, at: at(2) },
    });
  });

  it('is forgotten with the entry', () => {
    const first = said([measure, clock], {}, 0);
    const less = said([clock], first.published, 1);
    expect(less.changed).toBe(true);
    expect(Object.keys(less.published)).toEqual([one(clock).uid]);
    expect(less.entries[0]?.revision).toEqual({ sequence: 0, at: at(0) });
  });
});
