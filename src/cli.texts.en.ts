import type { TextsLike } from './kernel/texts.ts';
import type { cliTextsSv } from './cli.texts.sv.ts';

export const cliTextsEn: TextsLike<typeof cliTextsSv> = {
  help: `varna – Värna’s command line

  varna token create --as <e-mail or office> [--days 1] [--name <name>] [--read-only]
      Prints an access token for the person or the holder of the office, and nothing else.
  varna user invite --email <e-mail> [--given-name <name> --family-name <name>]
      Prints an invitation link. If nobody has the address, the person is entered.
  varna audit export --out <folder> [--purpose <purpose>] [--recipient <recipient>]
      Writes the audit log to a new folder, for whoever is to verify it. The export is told to the log.
  varna verify-audit [--witnessed <file>]… [--key <file>] [--json]
      Verifies the log where it lies. Ends with 0 when it is whole, 1 when something is wrong, 2 when it could not be read.
  varna audit accept-restore --reason <reason>
      Lets the log go on from a restored backup. The reason is written to the log.
  varna doctor      Tells where the database comes from, how old it is and what is wrong.
                    Tries to sign in to the mail server and the mailbox, where they are set.
  varna migrate     Brings the database to this version.
  varna access      Shows who may do what.
  varna help        Shows this.

Environment: PORT, HOST, VARNA_DATA, DATABASE_URL, DATABASE_APP_URL, VARNA_PUBLIC_URL, VARNA_SETUP.
What they mean, and those for mail, is told in docs/handbok/drift.md (in Swedish).`,
  unknownCommand: (command) => `There is no command “${command}”. Write “varna help”.`,
  badOption: (reason) => `The command could not be read: ${reason}`,
  missing: (option) => `Give ${option}.`,
  badDays: (most) => `--days must be a whole number from 1 to ${most}.`,
  nobody: (who, offices) =>
    `Nobody who is here today has the e-mail address or office “${who}”. The offices are called: ${offices}.`,
  nobodyYet: (office) =>
    `There are no people yet. “Värna’s first user” was entered with the offices administrator and informationSecurityCoordinator, since ${office} was needed. End the person when somebody has taken over.`,
  firstGivenName: 'Värna’s',
  firstFamilyName: 'first user',
  nameNeeded: 'Nobody has that address. Also give --given-name and --family-name, and the person is entered.',
  refused: (message) => `Not done: ${message}`,
  log: {
    notEmpty: (folder) => `The folder ${folder} exists and is not empty. Name a new one.`,
    erasing:
      'An erasure waits for its place in the log. Try again in a moment, when the server is running and has sealed it.',
    exported: (size, rows, folder) =>
      `${size} ${size === '1' ? 'event' : 'events'} and ${rows} register ${rows === '1' ? 'row' : 'rows'} were written to ${folder}.`,
    nothingRestored: 'Nothing is in the way: the database has the newest checkpoint that was signed here.',
    restoreAccepted: (size, signed) =>
      `The log goes on from ${size} ${size === '1' ? 'event' : 'events'}. What there was up to ${signed} is gone from the database; whoever has a checkpoint from there sees a fork, and the reason in the log.`,
    progress: (size) => `${size} ${size === '1' ? 'event' : 'events'} …`,
    unreadable: (reason) => `The log could not be read: ${reason}`,
  },
  upToDate: 'The database has the form of this version already.',
  doctor: {
    source: 'Database',
    version: 'Version',
    age: 'Age',
    days: (days) => (days === '1' ? '1 day' : `${days} days`),
    running: 'Running',
    yes: 'yes',
    no: 'no',
    directory: 'Folder',
    node: 'Node',
    mailServer: 'The mail server',
    mailbox: 'The mailbox for reports',
    signedIn: 'signing in worked.',
    sources: {
      url: 'DATABASE_URL',
      system: 'the PostgreSQL of this machine',
      bundled: 'PostgreSQL from npm',
    },
    unknown: 'unknown',
    warning: (message) => `Warning: ${message}`,
    ownerReachable:
      'DATABASE_APP_URL is not set. The service signs in as the owner of the database and changes role, and such a change can be undone. Read “Egen databasserver” in docs/handbok/drift.md.',
    fine: 'Nothing to remark on.',
  },
};
