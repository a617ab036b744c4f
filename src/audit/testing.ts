import pg from 'pg';
import { expect } from 'vitest';
import { appendEvent } from '../kernel/audit/append.ts';
import { system } from '../testing/actors.ts';
import { testDatabase } from '../testing/database.ts';
import { integrate, type Integration, type IntegrationStep, sealKind } from './integrate.ts';
import { logSigner } from './signing-key.ts';
import { parseCheckpoint } from './tree/checkpoint.ts';
import { inclusionRanges, rootOfInclusion } from './tree/merkle.ts';
import { hasSigned, parseNote } from './tree/note.ts';
import { rangeHash, tilesFor } from './tree/tiles.ts';
import { readHead, readOrigin, readTiles } from './tree.store.ts';

interface Numbered {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
}

async function numberedEvents(owner: pg.Client): Promise<Numbered[]> {
  const { rows } = await owner.query<Numbered>(
    'select l.number::int as number, e.id, e.kind from audit_leaf l join audit_event e on e.id = l.event_id order by 1',
  );
  return rows;
}

/** A log in a database of its own, with a clock that stands still until a test moves it. */
export async function testLog() {
  const database = await testDatabase();
  const { db } = database;
  const owner = new pg.Client(database.owner);
  await owner.connect();
  const signer = logSigner(Buffer.alloc(32, 1), await readOrigin(db));
  const state = { now: new Date('2026-11-23T10:00:00.000Z') };
  const clock = () => state.now;
  const numbered = () => numberedEvents(owner);
  return {
    database,
    db,
    owner,
    signer,
    state,
    clock,
    numbered,
    /** Moves the clock. */
    later(milliseconds: number): void {
      state.now = new Date(state.now.getTime() + milliseconds);
    },
    /** Events of the system's own, each in a transaction of its own. */
    async tell(count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let at = 0; at < count; at++) {
        const draft = { kind: 'test', record: null };
        const stamp = await db
          .transaction()
          .execute((transaction) => appendEvent(transaction, system, 'setting', draft, state.now));
        ids.push(stamp.eventId);
      }
      return ids;
    },
    integrate: (reached?: (step: IntegrationStep) => void): Promise<Integration> =>
      integrate(db, clock, signer, reached),
    /** Everything that must hold of a log that nobody has touched. */
    async expectWhole(): Promise<void> {
      const leaves = await numbered();
      expect(leaves.map((leaf) => leaf.number)).toEqual(leaves.map((_, at) => at));
      const head = await readHead(db);
      if (head === null) return expect(leaves).toEqual([]);
      expect(head.size).toBe(leaves.length);
      expect(leaves.at(-1)?.kind).toBe(sealKind);
      const note = parseNote(head.note);
      expect(note !== null && hasSigned(note, signer.verifierKey)).toBe(true);
      expect(parseCheckpoint(note?.body ?? '')).toMatchObject({ size: head.size, root: head.root });
      for (const { number, id } of leaves) {
        const ranges = inclusionRanges(number, head.size);
        const tiles = await readTiles(db, tilesFor(ranges));
        const text = 'select leaf_hash as hash from audit_event where id = $1';
        const { rows } = await owner.query<{ hash: Buffer }>(text, [id]);
        const proof = ranges.map((range) => rangeHash(range, tiles));
        expect(rootOfInclusion(number, head.size, rows[0]?.hash ?? Buffer.of(), proof)).toEqual(head.root);
      }
    },
    async close(): Promise<void> {
      await owner.end();
      await database.close();
    },
  };
}

export type TestLog = Awaited<ReturnType<typeof testLog>>;

/** Waits until something holds, so many seconds at most. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 40 * seconds) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
