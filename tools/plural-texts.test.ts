import { expect, test } from 'vitest';
import { hasSingular, pluralOfOne } from './plural-texts.ts';

test.each([
  ['sv', (count: string) => `${count} händelser`, 'händelser'],
  ['sv', (count: string) => `Längsta tid: ${count} månader.`, 'månader'],
  ['sv', (count: string) => `${count} nya rapporter har kommit`, 'rapporter'],
  ['sv', (count: string) => (count === '1' ? '1 händelse' : `${count} händelser`), undefined],
  ['sv', (count: number) => (count === 1 ? '1 händelse' : `${count} händelser`), undefined],
  ['sv', (count: string) => `${count} steg klara`, undefined],
  ['sv', (done: string, all: string) => `${done} av ${all} planer`, undefined],
  ['sv', (name: string) => `${name} upphör`, undefined],
  ['sv', (number: string) => `P${number} krav är uppfyllda`, undefined],
  ['en', (count: string) => `${count} events`, 'events'],
  ['en', (count: string) => `${count} are waiting`, 'are'],
  ['en', (count: string) => `${count} more pieces`, 'pieces'],
  ['en', (count: string) => `${count} ${count === '1' ? 'event' : 'events'}`, undefined],
  ['en', (done: string, all: string) => `${done} of ${all} steps done`, undefined],
  ['en', 'Events', undefined],
  ['en', (given: { readonly count: string }) => `${given.count.padStart(2)} events`, undefined],
] as const)('%s: %s says a plural of one: %s', (spoken, text, noun) => {
  expect(pluralOfOne(text, spoken)).toBe(noun);
});

test.each([
  ['dagar', { days: (count: string) => `${count} dagar`, day: '1 dag' }, true],
  [
    'dagar',
    { days: (count: string) => `${count} dagar`, day: (when: string) => `En dag från ${when}` },
    true,
  ],
  ['dagar', { days: (count: string) => `${count} dagar`, all: 'Alla dagar' }, false],
  ['timmar', { hours: (count: string) => `${count} timmar`, day: '1 dag' }, false],
])('%s has a text for one beside it in %o: %s', (noun, group, has) => {
  expect(hasSingular(group, noun, 'sv')).toBe(has);
});
