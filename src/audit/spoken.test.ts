import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { registers } from '../app.ts';
import type { Leaf } from '../kernel/audit/leaf.ts';
import { applyProfile } from '../profiles/index.ts';
import { testDatabase } from '../testing/database.ts';
import { testServices } from '../testing/services.ts';
import { detailsOf, dictionaryOf } from './words.ts';

/** A word of the program and none of a person's: `beingRetired`, `notification`, `dataskydd/anmalan-till-imy`, or a number with a point. */
const program = /^(?:[a-z]+(?:[A-Z][a-z]+)*|[a-z]+\/[a-z-]+|\d+\.\d+)$/;
/** Where people write single words in small letters. */
const writtenByPeople =
  /^(?:defaultOwner\.added (?:Exempel|Informationsområde|Områdets kod)|exercise\.recorded Vilka som deltog|plan\.|signedList\.added Filtyp|handlingRule\.defaultRestored \d)/;

test('no history of the example municipality says a word of the program', async () => {
  const database = await testDatabase();
  try {
    await applyProfile('exempelkommun', testServices(database.db));
    const { rows } = await sql<{ leaf: string }>`select leaf from audit_event where leaf is not null`.execute(
      database.db,
    );
    const dictionary = dictionaryOf(registers);
    const found = new Set<string>();
    for (const { leaf } of rows) {
      const told = JSON.parse(leaf) as Leaf;
      for (const { label, from, to } of detailsOf(told, { dictionary, language: 'sv', names: new Map() })) {
        const where = `${told.kind} ${label}`;
        const words = [from, to].flatMap((text) => (text ?? '').split(/, | och |; |: /));
        if (writtenByPeople.test(where)) continue;
        for (const word of words) if (program.test(word)) found.add(`${where}: ${word}`);
      }
    }
    expect(rows.length).toBeGreaterThan(500);
    expect([...found].sort()).toEqual([]);
  } finally {
    await database.close();
  }
});
