import { appendEvent } from '../kernel/audit/append.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import { systemActor } from '../kernel/access.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import {
  commitDurably,
  type LeftRow,
  numberEvents,
  readLeafHashes,
  readLeftRows,
  readPending,
  saveCheckpoint,
  takeSequencerLock,
} from './sequencer.store.ts';
import { checkpointBody } from './tree/checkpoint.ts';
import { emptyRoot } from './tree/merkle.ts';
import { printVerifierKey, signNote, type Signer } from './tree/note.ts';
import { edgeOf, grown, rangeHash, tileKey, type Tiles } from './tree/tiles.ts';
import { type Head, readHead, readTiles, saveTiles } from './tree.store.ts';

/** What ends each integration: when it was made, and which rows its events left in the registers. */
export const sealKind = 'audit.sealed';

/** Milliseconds from one checkpoint to the next, at least. */
export const betweenCheckpoints = 1000;
/** Events in one integration, and rows in one seal, at most: what a transaction and a leaf may grow to. */
const mostEvents = 20_000;
const mostRows = 5000;

/** The clock says a time before the newest checkpoint: no time may be signed that has been before. */
export class ClockSetBack extends Error {
  readonly newest: Date;
  constructor(newest: Date, now: Date) {
    super(`the clock says ${now.toISOString()}, before the newest checkpoint of ${newest.toISOString()}`);
    this.newest = newest;
  }
}

/** The tree's hashes no longer give the root that was signed. */
export class TreeChanged extends Error {
  readonly size: number;
  constructor(size: number) {
    super(`the tree of ${size} events no longer has the root that was signed`);
    this.size = size;
  }
}

/** What came of an integration. `early`: the last checkpoint is not a second old yet. */
export type Integration =
  | { readonly kind: 'busy' | 'nothing' }
  | { readonly kind: 'early'; readonly wait: number }
  | { readonly kind: 'integrated'; readonly size: number; readonly note: string };

/** Steps that a test can end an integration at; they are those of docs/the-log.md. */
export type IntegrationStep = 'locked' | 'found' | 'sealed' | 'numbered' | 'tiled' | 'signed' | 'stored';

/**
 * One integration: gives numbers to committed events, extends the tree and signs its new head, all in one transaction,
 * at most once a second over all processes. The contract is docs/the-log.md.
 * @throws ClockSetBack, TreeChanged
 */
export function integrate(
  db: Reader,
  clock: () => Date,
  signer: Signer,
  reached: (step: IntegrationStep) => void = () => undefined,
): Promise<Integration> {
  return db.transaction().execute(async (transaction) => {
    if (!(await takeSequencerLock(transaction))) return { kind: 'busy' };
    reached('locked');
    const head = await readHead(transaction);
    const age = head === null ? betweenCheckpoints : clock().getTime() - head.madeAt.getTime();
    if (head !== null && age < 0) throw new ClockSetBack(head.madeAt, clock());
    if (age < betweenCheckpoints) return { kind: 'early', wait: betweenCheckpoints - age };
    const edge = await readSoundEdge(transaction, head);
    const pending = await readPending(transaction, head?.horizon ?? '0', mostEvents);
    if (pending.events.length === 0) return { kind: 'nothing' };
    reached('found');
    // Read after the events, so that no event of theirs is later than their seal.
    const now = clock();
    const first = head?.size ?? 0;
    const events = pending.events.map((event) => event.id);
    const seals = await seal(transaction, first, await readLeftRows(transaction, events), now);
    reached('sealed');
    await numberEvents(transaction, first, [...events, ...seals]);
    reached('numbered');
    const hashes = [
      ...pending.events.map((event) => event.hash),
      ...(await readLeafHashes(transaction, seals)),
    ];
    const size = first + hashes.length;
    const tiles = grown(first, edge, hashes);
    await saveTiles(transaction, tiles);
    reached('tiled');
    const root = rangeHash({ start: 0, end: size }, withTiles(edge, tiles));
    const note = signNote(checkpointBody({ origin: signer.verifierKey.name, size, root }), signer);
    reached('signed');
    await saveCheckpoint(transaction, {
      size,
      root,
      note,
      horizon: pending.horizon ?? head?.horizon ?? '0',
      madeAt: now,
      verifierKey: printVerifierKey(signer.verifierKey),
    });
    await commitDurably(transaction);
    reached('stored');
    return { kind: 'integrated', size, note };
  });
}

/** The tree's right edge, after it has been held against the root that was signed. @throws TreeChanged */
async function readSoundEdge(transaction: Transaction, head: Head | null): Promise<Tiles> {
  const size = head?.size ?? 0;
  const edge = await readTiles(transaction, edgeOf(size));
  if (head !== null && !isRoot(edge, size, head.root)) throw new TreeChanged(size);
  return edge;
}

function isRoot(edge: Tiles, size: number, root: Buffer): boolean {
  try {
    return (size === 0 ? emptyRoot : rangeHash({ start: 0, end: size }, edge)).equals(root);
  } catch {
    return false; // a tile is missing
  }
}

function withTiles(edge: Tiles, tiles: ReturnType<typeof grown>): Tiles {
  return new Map([...edge, ...tiles.map((tile) => [tileKey(tile), tile.hashes] as const)]);
}

/** Writes the seals of an integration: always one, more when the rows are many. Answers with their ids. */
async function seal(
  transaction: Transaction,
  from: number,
  rows: readonly LeftRow[],
  at: Date,
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start === 0 || start < rows.length; start += mostRows) {
    const part: Json = rows.slice(start, start + mostRows).map((row) => ({
      event: row.event,
      hash: row.hash.toString('base64'),
      id: row.id,
      table: row.table,
      version: row.version,
    }));
    const draft = { kind: sealKind, record: null, data: { from, rows: part } };
    const { eventId } = await appendEvent(transaction, systemActor, 'audit', draft, at);
    ids.push(eventId);
  }
  return ids;
}
