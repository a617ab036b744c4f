import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { registers } from '../src/app.ts';
import { teller } from '../src/audit/teller.ts';
import { insightOf } from '../src/clauses/insight.ts';
import type { Actor } from '../src/kernel/access.ts';
import { dayOf } from '../src/kernel/calendar.ts';
import { connect } from '../src/kernel/db.ts';
import type { PersonId } from '../src/kernel/ids.ts';
import { migrate } from '../src/kernel/migrate.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { act, type Services } from '../src/kernel/run.ts';
import type { View } from '../src/kernel/view.ts';
import { declareCarriers } from '../src/people/organisation/units/unit.actions.ts';
import { loadActor } from '../src/people/actor.store.ts';
import { applyExample } from '../src/profiles/exempelkommun/apply.ts';
import { openDatabase } from '../src/supervisor/supervisor.ts';
import { measureAcknowledgements } from './acknowledgements.ts';
import { measureEveryList } from './all-lists.ts';
import { measureCases } from './cases.ts';
import { makeToken, measureClassify } from './classify.ts';
import { measureDuties } from './duties.ts';
import { measureHistory } from './history.ts';
import { measureLists } from './lists.ts';
import { measureLog, measureProofs } from './log.ts';
import { type Row, table } from './measure.ts';
import { measureServer } from './memory.ts';
import { measureOpenWork } from './open-work.ts';
import { measurePublic } from './public.ts';
import { measureVerdicts } from './verdicts.ts';
import { measureVerify } from './verify.ts';
import { measureWeb } from './web.ts';

/**
 * The budgets, measured: each as a ratio to a reference from the same run. Informs, and ends with 0; with `--check` it
 * ends with 1 when a budget is missed. `--factor` sets the size of the example municipality (50).
 */
const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false }, factor: { type: 'string', default: '50' } },
});
const factor = Number(options.factor);
const progress = (line: string): void => void process.stderr.write(`${line}\n`);
const views: readonly View[] = registers.flatMap((one) => [...one.views]);
const folder = await mkdtemp(path.join(tmpdir(), 'varna-bench-'));
// A database started by root runs as another user, who must be able to pass through.
if (process.getuid?.() === 0) await chmod(folder, 0o711);
try {
  const rows = await measureAll(folder);
  await mkdir('.varna', { recursive: true });
  await writeFile('.varna/bench.json', `${JSON.stringify({ at: new Date(), factor, rows }, null, 2)}\n`);
  process.stdout.write(`${table(rows)}\n`);
  const missed = rows.filter((row) => !row.met).length;
  process.stdout.write(`\n${rows.length} measured, ${missed} over budget\n`);
  if (options.check && missed > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureAll(place: string): Promise<Row[]> {
  const large = path.join(place, 'large');
  const small = path.join(place, 'small');
  const token = { large: '', small: '' };
  progress(`Filling the example municipality × ${factor} …`);
  const duties = await measureDuties();
  const filled = await withMunicipality(large, factor, async (services, database) => {
    const { actor, unitId } = await pickCoordinator(services, database.owner);
    token.large = await makeToken(database.owner, actor.personId ?? '');
    progress('Verdicts …');
    const verdicts = await measureVerdicts(services.db, (round) => declare(services, actor, unitId, round));
    progress('Acknowledgements …');
    const acknowledgements = await measureAcknowledgements(services);
    progress('Lists …');
    const lists = await measureLists(services, views, actor, database.app, unitId);
    lists.push(...(await measureEveryList(services, views, actor)));
    progress('Cases …');
    const reported = await measureCases(services, actor, database.owner);
    progress('Classifying over HTTP …');
    const classify = await measureClassify(services, { ...database, dataDirectory: large }, token.large);
    progress('The log …');
    const log = await measureLog(services, database, token.large);
    progress('A long history …');
    const history = await measureHistory(services, views, actor, database.owner);
    progress('Public pages …');
    const pages = await measurePublic(services);
    return [
      ...duties,
      ...verdicts,
      ...acknowledgements,
      ...lists,
      ...reported,
      ...classify,
      ...log,
      ...history,
      ...pages,
    ];
  });
  await withMunicipality(small, 1, async (services, database) => {
    const { actor } = await pickCoordinator(services, database.owner);
    token.small = await makeToken(database.owner, actor.personId ?? '');
    progress('Proofs …');
    filled.push(...(await measureProofs(services, database)));
  });
  progress('Ten thousand open cases …');
  await withMunicipality(path.join(place, 'open'), 1, async (services, { owner }) => {
    const { actor } = await pickCoordinator(services, owner);
    filled.push(...(await measureOpenWork(services, views, actor, owner)));
  });
  progress('Starting the server …');
  const servers = [
    ...(await measureServer('× 1', small, 5, token.small)),
    ...(await measureServer(`× ${factor}`, large, 5, token.large)),
  ];
  progress('Verifying an export …');
  servers.push(...(await measureVerify(place)));
  progress('Building the web part …');
  return [...filled, ...servers, ...(await measureWeb())];
}

interface Databases {
  readonly owner: pg.ClientConfig;
  readonly app: pg.ClientConfig;
}

/** Runs a database of its own in the folder, filled with the example municipality so many times over. */
async function withMunicipality<Answer>(
  dataDirectory: string,
  size: number,
  use: (services: Services, databases: Databases) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase({ dataDirectory, log: progress });
  const pool = connect(database.app);
  try {
    await migrate(database.owner);
    const clock = () => new Date();
    const services: Services = {
      db: pool.db,
      clock,
      insight: insightOf(pool.db, clock),
      teller: teller(pool.db, clock),
    };
    await applyExample(services, size);
    // What the server's own housekeeping does within minutes.
    await ask(database.owner, 'vacuum analyze');
    return await use(services, database);
  } finally {
    await pool.close();
    await database.stop();
  }
}

async function ask<R extends pg.QueryResultRow>(
  config: pg.ClientConfig,
  text: string,
): Promise<readonly R[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Who keeps everything in order, and a unit with others below it. */
async function pickCoordinator(
  services: Services,
  owner: pg.ClientConfig,
): Promise<{ actor: Actor; unitId: string }> {
  const [coordinator] = await ask<{ person_id: PersonId }>(
    owner,
    `select person_id from appointment_face where office = 'informationSecurityCoordinator' and not deputy
     and valid_from <= current_date and (valid_before is null or valid_before > current_date) limit 1`,
  );
  const [unit] = await ask<{ id: string }>(
    owner,
    `select id from unit where parent_id is null order by (select count(*) from unit_subtree(unit.id)) desc, id limit 1`,
  );
  const loaded =
    coordinator && (await loadActor(services.db, coordinator.person_id, dayOf(services.clock())));
  if (!loaded || unit === undefined)
    throw new Error('the example municipality has no coordinator or no units');
  return { actor: { ...loaded, language: 'sv', credentialId: 'bench' }, unitId: unit.id };
}

/** One change of one record: the unit says what it holds, another thing each time. */
async function declare(services: Services, actor: Actor, unitId: string, round: number): Promise<void> {
  const [held, none] = round % 2 === 0 ? [['paper'], ['film']] : [['film'], ['paper']];
  const attempt = (version: number) =>
    act(services, declareCarriers, {
      actor,
      id: unitId,
      input: { held, none },
      version,
      idempotencyKey: null,
      confirmed: new Set(),
    });
  const acted = await attempt(0);
  if (!isRefusal(acted)) return;
  const current = acted.current as { version: number } | undefined; // what the kernel shows when the version moved
  const second = await attempt(current?.version ?? 0);
  if (isRefusal(second)) throw new Error(`unit.declareCarriers: ${JSON.stringify(second)}`);
}
