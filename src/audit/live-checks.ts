import { type Examined, Kind } from '../../tools/verify-audit/examine.ts';
import type { Findings } from '../../tools/verify-audit/finding.ts';
import { readCheckpoint } from '../../tools/verify-audit/note.ts';
import { RightEdge } from '../../tools/verify-audit/tree.ts';
import type { StoredEvent } from './log-source.store.ts';

const tileWidth = 256;

/**
 * What only a database can be asked, beside what any export can: whether the columns that lists and searches read say the
 * same as the leaves, and whether all stored hashes are those of the leaves.
 */
export class LiveChecks {
  readonly #findings: Findings;
  /** The stored hashes of the leaves that have been read but not yet examined. */
  #waiting: (Buffer | null)[] = [];
  #number = 0;
  readonly #levels: RightEdge[] = [];
  readonly #tiles: Buffer[][] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** One event as the database has it, in order of number. */
  event(stored: StoredEvent): void {
    while (this.#number < stored.number) {
      this.#waiting.push(null);
      this.#number++;
    }
    this.#number++;
    this.#waiting.push(stored.hash);
    if (stored.id === null || stored.leaf === null) return;
    const differing = differingColumns(stored, stored.leaf);
    if (differing.length === 0) return;
    const detail = differing.join(', ');
    this.#findings.add({ code: 'columnsDiffer', leaf: stored.number, event: stored.id, detail });
  }

  /** A run of leaves that was examined: their true hashes. */
  run(first: number, run: Examined): void {
    const stored = this.#waiting.splice(0, run.count);
    const hashes = Buffer.from(run.hashes.buffer, run.hashes.byteOffset, run.hashes.length);
    for (const [line, hash] of stored.entries()) {
      const own = hashes.subarray(32 * line, 32 * line + 32);
      if (hash?.equals(own) === false && run.kinds[line] !== Kind.empty) {
        this.#findings.add({ code: 'hashDiffers', leaf: first + line, detail: 'audit_event.leaf_hash' });
      }
      this.#count(0, own);
    }
  }

  /** Counts a complete subtree of 256 to the power of `level` leaves; 256 of them are one of the level above. */
  #count(level: number, hash: Buffer): void {
    if (level > 0) (this.#tiles[level] ??= []).push(Buffer.from(hash));
    const edge = (this.#levels[level] ??= new RightEdge());
    edge.append(hash);
    if (edge.size < tileWidth) return;
    this.#levels[level] = new RightEdge();
    this.#count(level + 1, edge.root());
  }

  /** A signed head as the database has it. */
  checkpoint(size: number, root: Buffer, note: string): void {
    const told = readCheckpoint(note);
    if (told === null || (told.size === size && told.root.equals(root))) return;
    this.#findings.add({ code: 'checkpointColumns', size });
  }

  /** The tiles above the lowest, against the leaves. The lowest are what the verifier itself is given. */
  higherTiles(tiles: readonly { level: number; index: number; hashes: Buffer }[]): void {
    const stored = new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
    for (const [level, own] of this.#tiles.entries()) {
      for (let index = 0; level > 0 && index * tileWidth < own.length; index++) {
        const place = `${level}/${index}`;
        const hashes = Buffer.concat(own.slice(index * tileWidth, (index + 1) * tileWidth));
        if (stored.get(place)?.equals(hashes) !== true)
          this.#findings.add({ code: 'tileDiffers', detail: place });
        stored.delete(place);
      }
    }
    for (const place of stored.keys()) this.#findings.add({ code: 'tileDiffers', detail: place });
  }
}

/** Which columns say something else than the leaf does. A leaf that cannot be read is told by the verifier. */
function differingColumns(stored: StoredEvent, text: string): string[] {
  const leaf = parsed(text);
  if (leaf === null) return [];
  const actor = leaf['actor'] as { kind?: unknown; person?: unknown } | null | undefined;
  const data = leaf['data'] as { concerns?: unknown } | null;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['id', leaf['id'], stored.id],
    ['kind', leaf['kind'], stored.kind],
    ['occurred_at', leaf['at'], stored.at?.toISOString()],
    ['actor_kind', actor?.kind, stored.actorKind],
    ['actor_person', actor?.person, stored.actorPerson],
    ['register', leaf['register'], stored.register],
    ['record_id', leaf['record'], stored.record],
    ['salt', leaf['salt'], stored.salt],
    ['touched', JSON.stringify(leaf['touched']), JSON.stringify(stored.touched)],
    ['concerns', JSON.stringify(data?.concerns ?? []), JSON.stringify(stored.concerns)],
  ];
  return pairs.filter(([, told, column]) => told !== column).map(([name]) => name);
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
