import pg from 'pg';
import { codeOf } from './errors.ts';
import { socketPort } from './socket-directory.ts';

/** Role that owns everything and migrates; superuser of a private cluster. */
export const ownerRole = 'varna_owner';
/** Role the application works as; it has no rights but those the migrations grant. */
export const appRole = 'varna_app';
/** Name of the product's database in a private cluster. */
export const databaseName = 'varna';
/** `application_name` of the one connection by which each running program shows that it uses the cluster. */
export const presenceName = 'varna-presence';

/** How to reach the private cluster through its socket. */
export function socketConfig(
  socketDirectory: string,
  user: typeof ownerRole | typeof appRole,
  database: string = databaseName,
): pg.ClientConfig {
  return { host: socketDirectory, port: socketPort, user, database, ssl: false, application_name: 'varna' };
}

/** Opens a client, hands it to `use` and closes it whatever happens. */
export async function withClient<T>(
  config: pg.ClientConfig,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  // A connection that breaks between queries raises an event; the query that follows reports it as an error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The first value of the first row. */
export async function queryValue(client: pg.Client, sql: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
  const row: unknown = rows[0];
  return Array.isArray(row) ? row[0] : undefined;
}

/** `starting`: the server is there but recovering or shutting down. `silent`: nobody listens. */
export type Unready = 'starting' | 'silent';

/**
 * Sorts a failed connection: a server that is not ready yet, nobody there, or (undefined) a true error.
 * 57P03 is cannot_connect_now, 57P01 and 57P02 the two shutdowns (PostgreSQL appendix A).
 */
export function unreadyReason(error: unknown): Unready | undefined {
  const code = codeOf(error);
  if (code === '57P03' || code === '57P01' || code === '57P02') return 'starting';
  if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET' || code === 'EPIPE')
    return 'silent';
  // A name service that is itself starting.
  if (code === 'EAI_AGAIN') return 'silent';
  if (error instanceof Error && /Connection terminated|timeout expired/i.test(error.message)) return 'silent';
  return undefined;
}
