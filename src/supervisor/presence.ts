import pg from 'pg';
import { ownerRole, presenceName, socketConfig } from './connect.ts';

/** The connection by which this program shows others that it uses the server, and notices when the server is lost. */
export type Presence = {
  /** Closes the connection; `onLost` is not called any more. */
  close(): Promise<void>;
};

/** Opens the presence. `onLost` is called once if the server ends the connection. It keeps no program from ending. */
export async function openPresence(socketDirectory: string, onLost: () => void): Promise<Presence> {
  const client = new pg.Client({ ...socketConfig(socketDirectory, ownerRole), application_name: presenceName });
  let open = true;
  const lost = (): void => {
    if (!open) return;
    open = false;
    onLost();
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  keepProgramAlive(client, false);
  return {
    async close() {
      open = false;
      // Closing must be waited for, so the socket counts again.
      keepProgramAlive(client, true);
      await client.end().catch(() => undefined);
    },
  };
}

/** `pg` has `ref` and `unref` on a client; its type definitions lack them (pg 8.23, lib/client.js). */
function keepProgramAlive(client: pg.Client, keep: boolean): void {
  if (keep && 'ref' in client && typeof client.ref === 'function') client.ref();
  if (!keep && 'unref' in client && typeof client.unref === 'function') client.unref();
}
