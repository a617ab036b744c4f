import { type HeadFile, headFileIn } from './audit/head-file.ts';
import { logSigner } from './audit/signing-key.ts';
import type { Signer } from './audit/tree/note.ts';
import { readOrigin } from './audit/tree.store.ts';
import { teller } from './audit/teller.ts';
import { insightOf } from './clauses/insight.ts';
import type { Configuration } from './configuration.ts';
import { type ConsoleTexts, consoleTexts } from './console.texts.ts';
import { connect } from './kernel/db.ts';
import { migrate, tellMigrations } from './kernel/migrate.ts';
import type { Services } from './kernel/run.ts';
import { pickTexts } from './kernel/texts.ts';
import { serveInstallation } from './people/signin/installation.ts';
import { openSecretKey } from './people/signin/secrets.ts';
import { openDatabase, type RunningDatabase } from './supervisor/supervisor.ts';
import { supervisorTextsEn } from './supervisor/supervisor.texts.en.ts';
import { supervisorTextsSv } from './supervisor/supervisor.texts.sv.ts';
import packageJson from '../package.json' with { type: 'json' };

/** The release, as package.json says it. */
export const version = packageJson.version;

/** An installation whose database answers and has this version's form. */
export interface OpenInstallation {
  readonly database: RunningDatabase;
  readonly services: Services;
  /** What the log is signed with, and where the head is kept outside the database. */
  readonly log: { readonly signer: Signer; readonly headFile: HeadFile };
  readonly texts: ConsoleTexts;
  /** Ends in order: our connections first, then the server if nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Opens what both the server and the command line work on: the database, migrated, and the services upon it.
 * @throws SupervisorError, MigrationMismatch
 */
export async function openInstallation(
  configuration: Configuration,
  say: (line: string) => void,
  isDemo = false,
): Promise<OpenInstallation> {
  const texts = pickTexts(consoleTexts, configuration.language);
  const { databaseUrl, appDatabaseUrl, dataDirectory, binaries, serverUser, publicUrl } = configuration;
  const database = await openDatabase({
    databaseUrl,
    appDatabaseUrl,
    dataDirectory,
    binaries,
    serverUser,
    texts: configuration.language === 'sv' ? supervisorTextsSv : supervisorTextsEn,
    log: say,
  });
  const steps = await migrate(database.owner);
  if (steps.length > 0) say(texts.migrated(String(steps.length)));
  await tellMigrations(database.owner, version, new Date());
  const secretKey = await openSecretKey(dataDirectory, configuration.secretKey);
  serveInstallation({ publicUrl, secretKey, isDemo, version });
  const pool = connect(database.app);
  const clock = () => new Date();
  const telling = teller(pool.db, clock);
  const endTelling = telling.keep((error) => say(texts.notTold(String(error))));
  const services: Services = { db: pool.db, clock, insight: insightOf(pool.db, clock), teller: telling };
  return {
    database,
    services,
    log: {
      signer: logSigner(secretKey, await readOrigin(pool.db)),
      headFile: headFileIn(dataDirectory),
    },
    texts,
    close: async () => {
      await endTelling();
      await pool.close();
      await database.stop();
    },
  };
}
