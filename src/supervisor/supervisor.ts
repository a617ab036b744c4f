import type pg from 'pg';
import { appRole, ownerRole, socketConfig } from './connect.ts';
import { SupervisorError, type SupervisorTexts } from './errors.ts';
import type { BinariesKind } from './find-binaries.ts';
import { preparePlace } from './place.ts';
import { runPrivateCluster } from './private-cluster.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { openUrl } from './url-source.ts';

/** Where the database comes from. */
export type DatabaseSource = 'url' | BinariesKind;

/** What {@link openDatabase} needs. */
export type OpenDatabaseOptions = {
  /** A server somebody else runs; then nothing is started here. Its role migrates. */
  readonly databaseUrl?: string | undefined;
  /** The same database as a role with fewer rights; else `databaseUrl` with the role varna_app. */
  readonly appDatabaseUrl?: string | undefined;
  /** The product's data folder; the private cluster lies in `postgres` below it. */
  readonly dataDirectory: string;
  /** Only these binaries; the machine's own before the packaged ones when undefined. */
  readonly binaries?: BinariesKind | undefined;
  /** The user the server is to run as when we are root; else `varna`, else `nobody`. */
  readonly serverUser?: string | undefined;
  /** The language of messages and refusals; Swedish when undefined. */
  readonly texts?: SupervisorTexts | undefined;
  /** Receives one line per thing worth knowing at the console. */
  readonly log: (message: string) => void;
};

/** A database that answers. */
export type RunningDatabase = {
  readonly source: DatabaseSource;
  /** What the server says about its version, `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly version: string;
  /** How the role that owns the tables and migrates connects. */
  readonly owner: pg.ClientConfig;
  /** How the application connects: it has only the rights the migrations grant. */
  readonly app: pg.ClientConfig;
  /**
   * Ends the use. Close your own connections first. The private server is stopped in order, unless another program
   * also uses it; then the last of them stops it.
   */
  stop(): Promise<void>;
};

/**
 * Opens the database of the installation: the server of `databaseUrl`, else a private cluster run from the
 * machine's PostgreSQL, else one run from the npm binary package. A server that survived a crash of the
 * application is adopted, as is one that another program has started. A server lost later is started again.
 * @throws SupervisorError with a code and a message for the person at the console
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<RunningDatabase> {
  const { log } = options;
  const texts = options.texts ?? supervisorTextsSv;
  if (options.databaseUrl !== undefined) {
    const server = await openUrl(options.databaseUrl, options.appDatabaseUrl, texts);
    return { source: 'url', ...server, stop: () => Promise.resolve() };
  }
  if (process.platform === 'win32') {
    // PostgreSQL's Unix sockets on Windows cannot be reached from Node, and a port is what we do not open.
    throw new SupervisorError('unsupportedPlatform', texts.unsupportedPlatform('Windows'));
  }
  const place = await preparePlace(options.dataDirectory, options.serverUser, texts, log);
  const cluster = await runPrivateCluster({ place, kind: options.binaries, texts, log });
  return {
    source: cluster.source,
    version: cluster.version,
    owner: socketConfig(cluster.socketDirectory, ownerRole),
    app: socketConfig(cluster.socketDirectory, appRole),
    stop: () => cluster.stop(),
  };
}
