import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { familyNames, familyOf, isErasable, patternsOf } from './families.ts';

const kinds = [
  ['information.read', 'reads', true],
  ['person.searched', 'searches', true],
  ['person.exported', 'disclosures', true],
  ['system.printed', 'disclosures', true],
  ['information.disclosed', 'disclosures', true],
  ['incident.reportDisclosed', 'disclosures', true],
  ['incident.reportExported', 'disclosures', true],
  ['session.opened', 'signIns', true],
  ['session.refused', 'signIns', true],
  ['account.proofRefused', 'signIns', true],
  ['access.refused', 'refusals', true],
  ['mail.sent', 'mail', true],
  ['information.classified', 'changes', true],
  ['account.invited', 'changes', true],
  ['readings.changed', 'changes', true],
  ['witness.delivered', 'log', true],
  ['installation.migrated', 'log', true],
  ['audit.sealed', 'log', false],
  ['audit.erased', 'log', false],
  ['retentionRule.decided', 'log', false],
  ['audit.searched', 'searches', false],
  ['audit.exported', 'disclosures', false],
] as const;

describe('a kind of event', () => {
  it.each(kinds)('%s is of %s (may be erased: %s)', (kind, family, erasable) => {
    expect([familyOf(kind), isErasable(kind)]).toEqual([family, erasable]);
  });
});

describe('the patterns of a family', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it.each(familyNames)('find in the database what familyOf says is of %s', async (family) => {
    const { any, none } = patternsOf(family);
    const all = kinds.map(([kind]) => kind);
    const { rows } = await sql<{ kind: string }>`select kind from unnest(${all}::text[]) kind
      where kind like any(${any}::text[]) and not kind like any(${none}::text[])`.execute(database.db);
    const expected = all.filter((kind) => familyOf(kind) === family);
    expect(rows.map((row) => row.kind).sort()).toEqual(expected.sort());
  });
});
