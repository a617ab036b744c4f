import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarEntry, escapeText, fold } from './ics.ts';
import { parseCalendar, textOf, valueOf } from './testing.ts';

const revision = { sequence: 3, at: new Date('2026-11-20T08:00:00.500Z') };
const entry: CalendarEntry = {
  uid: 'measure.finish.1@varna.example',
  summary: 'Gör klart åtgärden: byt lås, kök; källare',
  description: 'Rad ett\nrad två \\ slut',
  url: 'https://varna.example/atgarder/1',
  time: '2026-12-31',
  reminders: [],
};
const clock: CalendarEntry = {
  ...entry,
  uid: 'clock.1@varna.example',
  time: { from: new Date('2026-11-26T12:30:00Z'), until: new Date('2026-11-26T13:00:00Z') },
  reminders: [{ minutesBefore: 720 }, { minutesBefore: 120 }],
};
const parsed = (...entries: CalendarEntry[]) =>
  parseCalendar(
    calendarText(
      'Värna',
      entries.map((one) => ({ ...one, revision })),
    ),
  );

describe('a calendar', () => {
  it('says what it is, and when to come back', () => {
    const calendar = parsed();
    expect(calendar.name).toBe('VCALENDAR');
    expect(valueOf(calendar, 'VERSION')).toBe('2.0');
    expect(valueOf(calendar, 'PRODID')).toBe('-//Värna//Kalender//SV');
    expect(textOf(valueOf(calendar, 'NAME'))).toBe('Värna');
    expect(valueOf(calendar, 'X-WR-CALNAME')).toBe('Värna');
    const refresh = calendar.properties.find(({ name }) => name === 'REFRESH-INTERVAL');
    expect(refresh).toEqual({ name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: 'PT1H' });
    expect(valueOf(calendar, 'X-PUBLISHED-TTL')).toBe('PT1H');
    expect(calendar.parts).toEqual([]);
  });

  it('has a due day as a whole day, whatever the time zone', () => {
    const [event] = parsed(entry).parts;
    if (event === undefined) throw new Error('no event');
    expect(event.name).toBe('VEVENT');
    expect(event.properties).toContainEqual({
      name: 'DTSTART',
      parameters: { VALUE: 'DATE' },
      value: '20261231',
    });
    // Past the turn of the year: the first day that it does not hold.
    expect(event.properties).toContainEqual({
      name: 'DTEND',
      parameters: { VALUE: 'DATE' },
      value: '20270101',
    });
    expect(textOf(valueOf(event, 'SUMMARY'))).toBe(entry.summary);
    expect(textOf(valueOf(event, 'DESCRIPTION'))).toBe(entry.description);
    expect(valueOf(event, 'UID')).toBe(entry.uid);
    expect(valueOf(event, 'SEQUENCE')).toBe('3');
    expect(valueOf(event, 'DTSTAMP')).toBe('20261120T080000Z');
    expect(valueOf(event, 'LAST-MODIFIED')).toBe('20261120T080000Z');
    expect(valueOf(event, 'TRANSP')).toBe('TRANSPARENT');
    expect(event.parts).toEqual([]);
  });

  it('has a clock as instants in UTC, and reminds before its end', () => {
    const [event] = parsed(clock).parts;
    if (event === undefined) throw new Error('no event');
    expect(valueOf(event, 'DTSTART')).toBe('20261126T123000Z');
    expect(valueOf(event, 'DTEND')).toBe('20261126T130000Z');
    expect(event.parts.map((alarm) => [alarm.name, valueOf(alarm, 'ACTION')])).toEqual([
      ['VALARM', 'DISPLAY'],
      ['VALARM', 'DISPLAY'],
    ]);
    expect(event.parts[1]?.properties).toContainEqual({
      name: 'TRIGGER',
      parameters: { RELATED: 'END' },
      value: '-PT120M',
    });
  });
});

/** What a calendar can hold of a text: no control characters but tab and line break, one kind of line break, whole characters. */
const held = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|\r/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
  fc
    .array(fc.constantFrom(';', ',', '\\', '\n', '\r', 'n', ':', '"', 'å', '😀', ' ', 'BEGIN:VEVENT'), {
      maxLength: 60,
      size: 'max',
    })
    .map((parts) => parts.join('')),
);

describe('any text', () => {
  it('reads as it was written, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const text = calendarText('Värna', [{ ...entry, summary, description, revision }]);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          // No character was cut in two.
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const [event] = parseCalendar(text).parts;
        if (event === undefined) throw new Error('no event');
        expect(textOf(valueOf(event, 'SUMMARY'))).toBe(held(summary));
        if (description !== '') expect(textOf(valueOf(event, 'DESCRIPTION'))).toBe(held(description));
        expect(event.parts).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['en\r\ntvå\rtre\nfyra', 'en\\ntvå\\ntre\\nfyra'],
    ['a\u0007b\tc', 'ab\tc'],
    ['\ud83d', '\ufffd'],
  ])('%j is written %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('is folded by octets: 75 of one are not folded, 76 are', () => {
    expect(fold('a'.repeat(75))).toBe('a'.repeat(75));
    expect(fold('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
    // 37 å are 74 octets, and the next does not fit.
    expect(fold('å'.repeat(38))).toBe(`${'å'.repeat(37)}\r\n å`);
  });
});
