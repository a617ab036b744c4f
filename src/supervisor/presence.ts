import pg from 'pg';
import { ownerRole, presenceName, socketConfig } from './connect.ts';

declare module 'pg' {
  // Both exist (pg 8.23, lib/client.js) and are missing in its type definitions.
  interface Client {
    ref(): void;
    unref(): void;
  }
}

/** The connection by which this program shows others that it uses the server, and notices when the server is lost. */
export type Presence = {
  /** Resolves if the server ends the connection; never after `close`. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
};

/** Opens the presence. It does not keep a program from ending. */
export async function openPresence(socketDirectory: string): Promise<Presence> {
  const config = { ...socketConfig(socketDirectory, ownerRole), application_name: presenceName };
  const client = new pg.Client(config);
  let open = true;
  const lost = new Promise<void>((resolve) => {
    const tell = (): void => {
      if (open) resolve();
    };
    client.on('error', tell);
    client.on('end', tell);
  });
  await client.connect();
  client.unref();
  return {
    lost,
    async close() {
      open = false;
      // Closing must be waited for, so the socket counts again.
      client.ref();
      await client.end().catch(() => undefined);
    },
  };
}
