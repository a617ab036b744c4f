import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { registers } from '../src/app.ts';
import { newId } from '../src/kernel/ids.ts';
import type { Services } from '../src/kernel/run.ts';
import { serveInstallation } from '../src/people/signin/installation.ts';
import { hashSecret } from '../src/people/signin/secrets.ts';
import { buildServer } from '../src/server.ts';
import { HttpClient } from './http-client.ts';
import { median, type Row, timed } from './measure.ts';
import { startServer } from '../src/testing/server-process.ts';
import { type Recording, record, recording, repeat } from './statements.ts';

export const clients = 16;
const recordsEach = 4;
const rounds = 7;
/** Classifications each client makes in a round. */
export const timesEach = 24;
const leastShare = 0.5;
const publicUrl = 'http://127.0.0.1';

/** A token that acts for a person and may write, made straight in the database. */
export async function makeToken(owner: pg.ClientConfig, personId: string): Promise<string> {
  const secret = `varna_${randomBytes(32).toString('base64url')}`;
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(
    `insert into access_token (id, secret_hash, person_id, name, scopes, created_at, expires_at, last_used_on)
     values ($1, $2, $3, 'bench', '{read,write}', now(), now() + interval '1 day', (now() at time zone 'Europe/Stockholm')::date)`,
    [newId(), hashSecret(secret), personId],
  );
  await client.end();
  return secret;
}

/** A record to classify, with the version it now has and what a request for it looked like to the database. */
export interface Target {
  readonly id: string;
  readonly recording: Recording;
  version: number;
}

const reason = 'Bedömd på verkstaden tillsammans med verksamheten.';

function bodyFor(personal: boolean, today: string): string {
  return JSON.stringify({
    levels: { confidentiality: 2, integrity: 1, availability: 1, traceability: personal ? 1 : null },
    reasons: {
      confidentiality: reason,
      integrity: reason,
      availability: reason,
      traceability: personal ? reason : null,
    },
    participants: ['Anna Andersson', 'Bo Berg'],
    decidedOn: today,
    nextReviewOn: null,
  });
}

/**
 * Classifying over HTTP by sixteen clients at once, against the very statements that the server sends for it, sent
 * bare on sixteen connections with prepared statements: same database, same rights, same durability.
 */
export async function measureClassify(
  services: Services,
  databases: {
    readonly owner: pg.ClientConfig;
    readonly app: pg.ClientConfig;
    readonly dataDirectory: string;
  },
  token: string,
): Promise<Row[]> {
  const today = services.clock().toISOString().slice(0, 10);
  const { targets, body } = await recordTargets(services, databases.owner, token, today);
  const server = await startServer(databases.dataDirectory);
  const connections = Array.from({ length: clients }, () => new pg.Client(databases.app));
  const callers = Array.from({ length: clients }, () => new HttpClient(server.port));
  const share = (index: number) => targets.filter((_, place) => place % clients === index);
  try {
    await Promise.all(connections.map((one) => one.connect()));
    const overHttp = () =>
      everyone((index, time) => post(callers[index], share(index)[time % recordsEach], token, body));
    const bare = () => everyone((index, time) => again(connections[index], share(index)[time % recordsEach]));
    const times = { http: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds + 2; round++) {
      const [http, straight] = [await timed(overHttp), await timed(bare)];
      // Two rounds to warm up both.
      if (round < 2) continue;
      times.http.push(http);
      times.bare.push(straight);
    }
    return [rowOf(times)];
  } finally {
    for (const one of callers) one.close();
    await Promise.all(connections.map((one) => one.end()));
    await server.stop();
  }
}

export function everyone(act: (index: number, time: number) => Promise<void>): Promise<unknown> {
  return Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      for (let time = 0; time < timesEach; time++) await act(index, time);
    }),
  );
}

async function post(
  caller: HttpClient | undefined,
  target: Target | undefined,
  token: string,
  body: string,
): Promise<void> {
  if (caller === undefined || target === undefined) throw new Error('a client without anything to classify');
  const headers = headersFor(token, target.version, randomUUID());
  const answer = await caller.post(`/api/v1/information/${target.id}/classify`, headers, body);
  if (answer.status !== 200) throw new Error(`classify answered ${answer.status}: ${answer.body}`);
  target.version++;
}

export async function again(client: pg.Client | undefined, target: Target | undefined): Promise<void> {
  if (client === undefined || target === undefined)
    throw new Error('a connection without anything to classify');
  await repeat(client, target.recording, target.version + 1);
  target.version++;
}

function headersFor(token: string, version: number, key: string): Record<string, string> {
  return { Authorization: `Bearer ${token}`, 'If-Match': `"${version}"`, 'Idempotency-Key': key };
}

/** Classifies each target once through the real server, within this process, and writes down what it sent. */
export async function recordTargets(
  services: Services,
  owner: pg.ClientConfig,
  token: string,
  today: string,
) {
  serveInstallation({ publicUrl, secretKey: randomBytes(32), isDemo: false, version: 'bench' });
  const app = await buildServer({
    registers,
    version: 'bench',
    publicUrl,
    web: '/nonexistent',
    services: () => services,
    onFault: (_reference, what, error) => {
      throw new Error(what, { cause: error });
    },
    onProfileChosen: () => undefined,
  });
  const body = bodyFor(true, today);
  const targets: Target[] = [];
  for (const candidate of await candidates(owner)) {
    if (targets.length === clients * recordsEach) break;
    const key = randomUUID();
    let status = 0;
    const statements = await record(async () => {
      const headers = { ...headersFor(token, candidate.version, key), 'content-type': 'application/json' };
      const url = `/api/v1/information/${candidate.id}/classify`;
      status = (await app.inject({ method: 'POST', url, headers, payload: body })).statusCode;
    });
    // Some of the example's information has no owner, on purpose.
    if (status !== 200) continue;
    targets.push({ id: candidate.id, version: candidate.version + 1, recording: recording(statements, key) });
  }
  await app.close();
  if (targets.length < clients * recordsEach)
    throw new Error('too little information that can be classified');
  return { targets, body };
}

async function candidates(owner: pg.ClientConfig): Promise<readonly { id: string; version: number }[]> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query<{ id: string; version: number }>(
    `select id, version from information where state = 'active' and personal_data <> 'none' order by id limit 400`,
  );
  await client.end();
  return rows;
}

function rowOf(times: { http: number[]; bare: number[] }): Row {
  const perSecond = (milliseconds: number[]) => (clients * timesEach * 1000) / median(milliseconds);
  const ratio = perSecond(times.http) / perSecond(times.bare);
  return {
    name: `information.classify over HTTP, ${clients} clients`,
    measured: `${perSecond(times.http).toFixed(0)} a second`,
    reference: `${perSecond(times.bare).toFixed(0)} a second (bare statements)`,
    ratio,
    budget: `≥ ${leastShare} ×`,
    met: ratio >= leastShare,
  };
}
