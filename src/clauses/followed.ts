/**
 * The clauses that are followed today: computed, or attested by somebody. Kept apart from the clauses themselves so that
 * P02 can ask without importing the list it is in; a test holds it against that list.
 */
export const followedNumbers: ReadonlySet<string> = new Set([
  'P01',
  'P02',
  'P05',
  'P06',
  'P07',
  'P08',
  'P09',
  'P12',
  'P18',
  'P19',
  'P20',
  'P21',
  'P22',
  'P23',
  'P24',
  'P25',
  'P27',
  'P28',
  'P29',
  'P31',
  'P33',
  'P34',
  'P40',
  'P41',
  'P42',
  'P43',
  'P45',
  'P47',
]);
