import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { Findings, type Report } from '../../../tools/verify-audit/finding.ts';
import { folderSource } from '../../../tools/verify-audit/folder.ts';
import { RightEdge } from '../../../tools/verify-audit/tree.ts';
import { verify } from '../../../tools/verify-audit/verify.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { connect, type Reader, type Transaction } from '../../kernel/db.ts';
import { declareCarriers } from '../../people/organisation/units/unit.actions.ts';
import { register as registerPerson } from '../../people/persons/person.actions.ts';
import { system } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { exportLog } from '../export.ts';
import { integrate } from '../integrate.ts';
import { logSigner } from '../signing-key.ts';
import { readHead, readOrigin } from '../tree.store.ts';
import { checkpointBody } from '../tree/checkpoint.ts';
import { printVerifierKey, signNote, type Signer } from '../tree/note.ts';
import { grown } from '../tree/tiles.ts';
import { verifyLive } from '../verify-live.ts';

/** The secret that signs: whoever has stolen it can sign anything. */
export const secret = Buffer.alloc(32, 1);

interface Leaf {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
}

/** An installation with a history: what the tamperings are done to, each in a copy of its own. */
export interface Installation {
  readonly database: string;
  /** A checkpoint that a witness has kept since before the newest events. */
  readonly witnessed: { readonly note: string; readonly size: number };
  readonly leaves: readonly Leaf[];
  readonly sizes: readonly number[];
  readonly school: string;
  /** The event that was lawfully erased. */
  readonly erased: string;
}

/** Real changes through real doors, integrated second by second; one event lawfully erased. */
export async function makeInstallation(): Promise<Installation> {
  const test = await testDatabase();
  const { db } = test;
  const signer = logSigner(secret, await readOrigin(db));
  const state = { now: new Date('2026-11-23T10:00:00Z') };
  const clock = () => state.now;
  const services = { ...testServices(db), clock };
  const second = async (): Promise<void> => {
    state.now = new Date(state.now.getTime() + 1500);
    await integrate(db, clock, signer);
  };
  const [erased = ''] = await tell(db, new Date('2025-10-01T10:00:00Z'), 1);
  const { school } = await arrange(db);
  await second();
  const declare = (version: number, held: string, none: string) =>
    done(
      actAs(services, system, declareCarriers, {
        id: school,
        version,
        input: { held: [held], none: [none] },
      }),
    );
  const enter = (givenName: string) => {
    const person = { kind: 'employee', givenName, familyName: 'Ek', email: null, telephone: null };
    const input = {
      ...person,
      organisation: null,
      unitId: school,
      sourceId: null,
      from: '2026-01-01',
      until: null,
    };
    return done(actAs(services, system, registerPerson, { input }));
  };
  await declare(1, 'paper', 'film');
  await enter('Anna');
  await second();
  await enter('Bertil');
  await tell(db, clock(), 300);
  await declare(2, 'film', 'paper');
  await second();
  const kept = await readHead(db);
  await enter('Cecilia');
  await eraseLawfully(db, clock(), erased);
  await second();
  await declare(3, 'paper', 'film');
  await second();
  const installation = {
    database: test.owner.database ?? '',
    witnessed: { note: kept?.note ?? '', size: kept?.size ?? 0 },
    leaves: await leavesOf(db),
    sizes: (
      await sql<{ size: number }>`select size from audit_checkpoint order by size`.execute(db)
    ).rows.map((row) => row.size),
    school,
    erased,
  };
  await test.close();
  return installation;
}

async function leavesOf(db: Reader): Promise<readonly Leaf[]> {
  const { rows } = await sql<Leaf>`select l.number, e.id, e.kind from audit_leaf l
    join audit_event e on e.id = l.event_id order by 1`.execute(db);
  return rows;
}

/** Events of the system's own, that changed nothing. */
export async function tell(db: Reader, at: Date, count: number): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const ids: string[] = [];
    for (let made = 0; made < count; made++) {
      const draft = { kind: 'information.read', record: null, data: { terms: 'löner' } };
      ids.push((await appendEvent(transaction, system, 'information', draft, at)).eventId);
    }
    return ids;
  });
}

/** Erases an event as gallring does. */
async function eraseLawfully(db: Reader, at: Date, event: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const by = await tellErasure(transaction, at, event);
    await sql`select varna.erase_events(${[event]}::uuid[], ${by}::uuid)`.execute(transaction);
  });
}

/** Erases an event as the database refuses to; `hash` is what is claimed of it, its own where none is given. */
export async function eraseUnlawfully(
  { db, run }: Intruder,
  at: Date,
  event: string,
  hash?: string,
): Promise<void> {
  const by = await db.transaction().execute((transaction) => tellErasure(transaction, at, event, hash));
  await run(
    `update audit_event set leaf = null, salt = null, actor_person = null, record_id = null, touched = '{}',
       concerns = '{}', erased_by = $2 where id = $1`,
    [event, by],
  );
}

async function tellErasure(
  transaction: Transaction,
  at: Date,
  event: string,
  hash?: string,
): Promise<string> {
  const { rows } = await sql<{ hash: string }>`
    select encode(leaf_hash, 'base64') as hash from audit_event where id = ${event}`.execute(transaction);
  const events = [{ hash: hash ?? rows[0]?.hash ?? '', id: event }];
  const data = { decision: 'KS 2026-10-06 § 112', events, rule: event };
  const draft = { kind: 'audit.erased', record: null, data };
  return (await appendEvent(transaction, system, 'audit', draft, at)).eventId;
}

/** Somebody with the superuser's password, who has switched off every trigger and check. */
export interface Intruder {
  readonly made: Installation;
  readonly db: Reader;
  readonly signer: Signer;
  readonly run: (text: string, values?: readonly unknown[]) => Promise<void>;
  /** Computes every hash, tile and root anew from the leaves as they are now, and signs them: the stolen key, or another. */
  readonly rewrite: (signer?: Signer) => Promise<void>;
  /** Sorts the numbers anew from the one given on, after a leaf has been taken away (-1) or before one is put in (+1). */
  readonly renumber: (from: number, by: 1 | -1) => Promise<void>;
  /** A server that works on: more events, and their integration, soon after or at a time given. */
  readonly goOn: (count: number, at?: Date) => Promise<void>;
}

/** What the verifier says of the database, and of an export of it. */
export interface Verdicts {
  readonly live: Report;
  readonly exported: Report;
}

export interface Outside {
  readonly witnessed?: string;
  readonly keys?: readonly string[];
}

/** Lets somebody at a copy of the installation, and then verifies it both ways. */
export async function verifiedAfter(
  made: Installation,
  tamper: (intruder: Intruder) => Promise<Outside | undefined>,
): Promise<Verdicts> {
  const server = inject('postgres');
  const name = `tampered_${randomBytes(6).toString('hex')}`;
  await asAdmin((admin) => admin.query(`create database ${name} template ${made.database}`));
  const owner = new pg.Client({ ...server.owner, database: name });
  await owner.connect();
  const pool = connect({ ...server.owner, database: name, options: '-c role=varna_app' }, 6);
  const { db } = pool;
  const place = await mkdtemp(path.join(tmpdir(), 'varna-tampering-'));
  try {
    const intruder = await intruderAt(made, db, owner);
    const outside = (await tamper(intruder)) ?? {};
    const witnessed = outside.witnessed ?? made.witnessed.note;
    const keys = outside.keys === undefined ? {} : { keys: outside.keys };
    const live = await verifyLive(db, { witnessed: [witnessed], ...keys });
    const services = testServices(db, new Date('2026-11-23T11:00:00Z'));
    const folder = path.join(place, 'export');
    await exportLog(services, { folder, purpose: 'granskning', recipient: null });
    const findings = new Findings();
    const source = await folderSource(folder, findings);
    const exported = await verify(source, { findings, witnessed: asFile(witnessed), ...keys });
    return { live, exported };
  } finally {
    await pool.close();
    await owner.end();
    await asAdmin((admin) => admin.query(`drop database ${name}`));
    await rm(place, { recursive: true });
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is what the verifier reads
async function* asFile(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ ...inject('postgres').owner, database: 'postgres' });
  await admin.connect();
  await work(admin).finally(() => admin.end());
}

async function intruderAt(made: Installation, db: Reader, owner: pg.Client): Promise<Intruder> {
  const signer = logSigner(secret, await readOrigin(db));
  await owner.query("set session_replication_role = 'replica'");
  await owner.query('alter table audit_event drop constraint audit_event_leaf_or_erased');
  return {
    made,
    db,
    signer,
    run: async (text, values = []) => {
      const { rowCount } = await owner.query(text, [...values]);
      if (rowCount === 0) throw new Error(`nothing was tampered with: ${text}`);
    },
    rewrite: (by = signer) => rewrite(owner, by),
    renumber: async (from, by) => {
      await owner.query(`update audit_leaf set number = number + 1000000 where number >= $1`, [from]);
      await owner.query(`update audit_leaf set number = number - 1000000 + $1 where number >= 1000000`, [by]);
    },
    goOn: async (count, at = new Date('2026-11-23T10:30:00Z')) => {
      await tell(db, at, count);
      await integrate(db, () => at, signer);
    },
  };
}

async function rewrite(owner: pg.Client, signer: Signer): Promise<void> {
  await owner.query(
    "update audit_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')) where leaf is not null",
  );
  const { rows } = await owner.query<{ hash: Buffer }>(
    'select leaf_hash as hash from audit_leaf l join audit_event e on e.id = l.event_id order by l.number',
  );
  const hashes = rows.map((row) => row.hash);
  await owner.query('delete from audit_tile');
  for (const { level, index, hashes: tile } of grown(0, new Map(), hashes)) {
    await owner.query('insert into audit_tile (level, index, hashes) values ($1, $2, $3)', [
      level,
      index,
      tile,
    ]);
  }
  const heads = await owner.query<{ size: number }>('select size from audit_checkpoint');
  for (const { size } of heads.rows) {
    const edge = new RightEdge();
    for (const hash of hashes.slice(0, size)) edge.append(hash);
    const root = edge.root();
    const note = signNote(checkpointBody({ origin: signer.verifierKey.name, size, root }), signer);
    await owner.query('update audit_checkpoint set root = $1, note = $2 where size = $3', [root, note, size]);
  }
  await owner.query('update audit_key set verifier_key = $1', [printVerifierKey(signer.verifierKey)]);
}
