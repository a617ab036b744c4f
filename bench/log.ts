import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { proof } from '../src/audit/proof.views.ts';
import { startSequencer } from '../src/audit/sequencer.ts';
import { logSigner } from '../src/audit/signing-key.ts';
import { readOrigin } from '../src/audit/tree.store.ts';
import { systemActor } from '../src/kernel/access.ts';
import { connect } from '../src/kernel/db.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { ask, type Services } from '../src/kernel/run.ts';
import { again, clients, everyone, recordTargets, type Target, timesEach } from './classify.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const leastShare = 0.8;
const rounds = 9;
const proofs = 400;
const most = { milliseconds: 5, ratio: 2 };

interface Databases {
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
}

/** What the log was before it became a tree: a row for each event, that may be added and nothing else. */
const plainRow = `
  drop trigger audit_event_as_its_leaf on audit_event;
  alter table audit_event drop constraint audit_event_leaf_or_erased;
  drop index audit_event_kind, audit_event_time, audit_event_also_touched, audit_event_concerns, audit_event_person;
  create or replace function varna.remember_row() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  declare
    at timestamptz;
  begin
    select e.occurred_at into at from audit_event e where e.id = new.changed_by_event;
    if tg_op = 'UPDATE' then
      execute format('update history.%I set recorded = tstzrange(lower(recorded), greatest($2, lower(recorded) + interval ''1 microsecond''))
                      where id = $1 and upper_inf(recorded) returning upper(recorded)', tg_table_name)
        into at using new.id, at;
    end if;
    execute format('insert into history.%I select tstzrange($2, null), ($1).*', tg_table_name) using new, at;
    return null;
  end $$;`;

/**
 * The same writes with the log, its sequencer at work, and in a copy of the database where an event is a plain row that
 * can only be added: sixteen connections, the statements that the server sends, the same durability.
 */
export async function measureLog(services: Services, databases: Databases, token: string): Promise<Row[]> {
  const { targets } = await recordTargets(
    services,
    databases.owner,
    token,
    services.clock().toISOString().slice(0, 10),
  );
  const copy = await copyOf(databases, plainRow);
  const signer = logSigner(randomBytes(32), await readOrigin(services.db));
  const sequencer = startSequencer({
    db: services.db,
    clock: services.clock,
    signer,
    mayBegin: () => Promise.resolve(true),
    headFile: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
    onStopped: (why, error) => {
      throw new Error(`the sequencer stopped: ${why}`, { cause: error });
    },
  });
  const [logged, plain] = [await writersOf(databases.app, targets), await writersOf(copy.app, targets)];
  try {
    const times = await inTurn(
      rounds,
      3,
      () => logged.write(),
      () => plain.write(),
    );
    const perSecond = (values: number[]) => (clients * timesEach * 1000) / median(values);
    const ratio = perSecond(times.measured) / perSecond(times.reference);
    return [
      {
        name: `writes with the log, ${clients} connections`,
        measured: `${perSecond(times.measured).toFixed(0)} a second`,
        reference: `${perSecond(times.reference).toFixed(0)} a second (plain event rows)`,
        ratio,
        budget: `≥ ${leastShare} ×`,
        met: ratio >= leastShare,
      },
    ];
  } finally {
    await logged.close();
    await plain.close();
    await sequencer.end();
    await copy.drop();
  }
}

async function writersOf(app: pg.ClientConfig, targets: readonly Target[]) {
  const own = targets.map((target) => ({ ...target }));
  const connections = Array.from({ length: clients }, () => new pg.Client(app));
  await Promise.all(connections.map((one) => one.connect()));
  const share = (index: number) => own.filter((_, place) => place % clients === index);
  return {
    write: () =>
      everyone((index, time) => {
        const shared = share(index);
        return again(connections[index], shared[time % shared.length]);
      }),
    close: () => Promise.all(connections.map((one) => one.end())),
  };
}

/** A copy of the database, changed by the statements given. Nobody else may be connected for the moment it takes. */
async function copyOf({ owner }: Databases, change: string) {
  const name = `bench_${randomBytes(4).toString('hex')}`;
  const run = async (database: string, text: string): Promise<void> => {
    const client = new pg.Client({ ...owner, database });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await run(
    'postgres',
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${owner.database}' and pid <> pg_backend_pid()`,
  );
  await run('postgres', `create database ${name} template ${owner.database}`);
  await run(name, change);
  return {
    owner: { ...owner, database: name },
    app: { ...owner, database: name, options: '-c role=varna_app' },
    drop: () => run('postgres', `drop database ${name} with (force)`),
  };
}

/** A tree of so many leaves, made past the sequencer: what the hashes say does not matter to the time. */
const treeOf = (leaves: number) => `
  alter table audit_tile disable trigger user;
  alter table audit_checkpoint disable trigger user;
  delete from audit_checkpoint;
  delete from audit_tile;
  insert into audit_tile (level, index, hashes)
    select l.level, i, (select string_agg(sha256(int8send(l.level * 10000000000 + i * 256 + j)), ''::bytea order by j)
                        from generate_series(0, least(255, l.entries - i * 256 - 1)) j)
    from (select level, (${leaves} / (256 ^ level)::bigint) as entries from generate_series(0, 3) level) l,
         generate_series(0, (l.entries + 255) / 256 - 1) i;
  insert into audit_checkpoint (size, root, note, horizon, made_at)
    values (${leaves}, sha256(''), 'bench', '0', now());
  vacuum analyze audit_tile;`;

/** Proofs that a leaf is in the tree, of ten million leaves and of ten thousand, in turn. */
export async function measureProofs(services: Services, databases: Databases): Promise<Row[]> {
  const sizes = { large: 10_000_000, small: 10_000 };
  const copies = { large: await copyOf(databases, 'select 1'), small: await copyOf(databases, 'select 1') };
  const pools = { large: connect(copies.large.app, 1), small: connect(copies.small.app, 1) };
  try {
    for (const size of ['large', 'small'] as const) {
      const client = new pg.Client(copies[size].owner);
      await client.connect();
      for (const statement of treeOf(sizes[size]).split(';')) await client.query(statement);
      await client.end();
    }
    const prove = async (size: 'large' | 'small', round: number): Promise<void> => {
      // Leaves all over the tree, the same ones every time the benchmark runs.
      const leaf = Math.floor(((round * 0.618_033_988_75) % 1) * sizes[size]);
      const answer = await ask({ ...services, db: pools[size].db }, proof, {
        actor: systemActor,
        id: null,
        query: { leaf: String(leaf) },
      });
      if (isRefusal(answer)) throw new Error(answer.code);
    };
    const times = await inTurn(
      proofs,
      50,
      (round) => prove('large', round),
      (round) => prove('small', round),
    );
    const p95 = quantile(times.measured, 0.95);
    const ratio = median(times.measured) / median(times.reference);
    return [
      {
        name: 'inclusion proof at 10,000,000 leaves',
        measured: `${milliseconds(median(times.measured))} (p95 ${milliseconds(p95)})`,
        reference: `${milliseconds(median(times.reference))} at 10,000`,
        ratio,
        budget: `< ${most.milliseconds} ms, ≤ ${most.ratio} ×`,
        met: p95 < most.milliseconds && ratio <= most.ratio,
      },
    ];
  } finally {
    await pools.large.close();
    await pools.small.close();
    await copies.large.drop();
    await copies.small.drop();
  }
}
