import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { registers } from '../app.ts';
import { teller } from '../audit/teller.ts';
import { consoleTextsSv } from '../console.texts.sv.ts';
import { newSetupLink, prepareProfile } from '../first-start.ts';
import type { Services } from '../kernel/run.ts';
import { serveInstallation } from '../people/signin/installation.ts';
import { buildServer } from '../server.ts';
import { testDatabase } from './database.ts';
import { noInsight } from './services.ts';

export const publicUrl = 'https://varna.kommunen.se';
export const password = 'kratta moln bil tröskel';
export const email = 'anna.berg@kommun.se';

/** What a request carries besides its content. */
interface Sent {
  readonly cookie?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}
type Body = Readonly<Record<string, unknown>>;

/**
 * The whole server on a database of its own, visited through its doors without a network. Its clock stands still
 * until a test moves it.
 */
export async function testServer() {
  const database = await testDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  serveInstallation({ publicUrl, secretKey: Buffer.alloc(32, 3), isDemo: false, version: '1.2.3' });
  const state = { now: new Date('2026-11-23T10:00:00Z'), address: 0, isOpen: true, isBroken: false };
  const faults: string[] = [];
  const clock = () => {
    if (state.isBroken) throw new Error('secret detail');
    return state.now;
  };
  const telling = teller(database.db, clock);
  const services: Services = { db: database.db, clock, insight: noInsight, teller: telling };
  // A built web part, however small: with one the server begins in another order than without.
  const web = await mkdtemp(path.join(tmpdir(), 'varna-web-'));
  await writeFile(path.join(web, 'index.html'), '<!doctype html><title>Värna</title>');
  const app = await buildServer({
    registers,
    version: '1.2.3',
    publicUrl,
    web,
    services: () => (state.isOpen ? services : null),
    onFault: (reference, _what, error) => faults.push(`${reference} ${String(error)}`),
    onProfileChosen: () => undefined,
  });
  await prepareProfile(services, 'tom', consoleTextsSv, () => undefined);

  const post = async (path: string, payload: object, { cookie, token, headers = {} }: Sent = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      payload,
      remoteAddress: `10.0.0.${state.address}`,
      headers: {
        host: 'varna.kommunen.se',
        'sec-fetch-site': 'same-origin',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      cookies: cookie === undefined ? {} : { varna_session: cookie },
    });
    const session = response.cookies.find((one) => one.name === 'varna_session');
    return { status: response.statusCode, body: response.json<Body>(), session };
  };
  const get = async (path: string, { cookie, token }: Sent = {}) => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const cookies: Record<string, string> = cookie === undefined ? {} : { varna_session: cookie };
    const response = await app.inject({ url: `/api/v1/${path}`, headers, cookies });
    return { status: response.statusCode, body: response.json<Body>() };
  };
  const signIn = (typed: object = {}) => post('session/open', { email, password, ...typed });

  return {
    app,
    /** How the owner of the tables connects, for a process beside this one. */
    database: database.owner,
    owner,
    services,
    telling,
    state,
    faults,
    post,
    get,
    signIn,
    /** The secret of a session that has just begun. */
    async signedIn(typed: object = {}): Promise<string> {
      const { session } = await signIn(typed);
      if (session === undefined) throw new Error('not signed in');
      return session.value;
    },
    /** Moves the clock. */
    wait(seconds: number): void {
      state.now = new Date(state.now.getTime() + seconds * 1000);
    },
    /** The next test comes from an address of its own, hours later: attempts of one do not slow another. */
    anew(): void {
      state.address++;
      state.now = new Date(state.now.getTime() + 2 * 3_600_000);
    },
    /** The first visit, done: Anna Berg is administrator and coordinator. */
    async setUp(): Promise<void> {
      const secret = (await newSetupLink(services, publicUrl))?.split('#')[1] ?? '';
      await post('setup/begin', { givenName: 'Anna', familyName: 'Berg', email, password, secret });
    },
    /** The leaves of the log's events of a kind, in order. */
    async leavesOf(kind: string): Promise<string[]> {
      const text = 'select leaf from audit_event where kind = $1 order by occurred_at';
      const found = await owner.query<{ leaf: string }>(text, [kind]);
      return found.rows.map((row) => row.leaf);
    },
    async close(): Promise<void> {
      await app.close();
      await rm(web, { recursive: true });
      await owner.end();
      await database.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof testServer>>;

/** The code that an app would show (RFC 6238), worked out apart from the code under test. */
export function codeOf(secret: string, at: Date): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(secret, (one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
