import type { TextsLike } from './kernel/texts.ts';
import type { consoleTextsSv } from './console.texts.sv.ts';

export const consoleTextsEn: TextsLike<typeof consoleTextsSv> = {
  unknownVariable: (name) =>
    `The environment variable ${name} is not known. Check its spelling or remove it.`,
  badVariable: (name, reason) => `The environment variable ${name} is wrong: ${reason}`,
  oneOf: (values) => `write one of ${values}.`,
  portRange: 'write a port number between 0 and 65535.',
  publicUrl: 'write the address people use, such as https://varna.kommunen.se, without a path.',
  databaseUrl: 'write an address that begins with postgres://.',
  appWithoutOwner: 'it is used only together with DATABASE_URL.',
  smtpUrl: 'write smtp://user:password@server:587 or smtps://server:465, without a path.',
  smtpHost: 'write the name of the mail server, for example smtp.municipality.example.',
  smtpFrom: 'write a single address, without a name, such as varna@municipality.example.',
  smtpFromMissing: 'write the address that mail comes from, such as varna@municipality.example.',
  smtpBoth: 'write either SMTP_URL or SMTP_HOST, not both.',
  smtpAlone: 'it is only used together with SMTP_HOST or SMTP_URL.',
  imapHost: 'write the name of the server that holds the mailbox, such as imap.example.org.',
  imapAlone: 'it is used only together with IMAP_HOST.',
  imapUserAndPassword:
    'a mailbox has a user and a password: give both IMAP_USER and IMAP_PASSWORD, or IMAP_OAUTH_… instead of the password.',
  smtpUserAndPassword:
    'give both user and password, or neither. Instead of the password SMTP_OAUTH_… may be given.',
  oauthUrl: 'write an address that begins with https://, with neither user nor password in it.',
  oauthWhole:
    'it is missing. Give …_OAUTH_TOKEN_URL, …_OAUTH_CLIENT_ID and …_OAUTH_CLIENT_SECRET, all three.',
  oauthPassword: 'give either a password or sign-in by OAuth, not both.',
  oauthEncrypted: 'sign-in by OAuth needs encryption. Remove the variable.',
  secretKey: 'write 32 random bytes in base64.',
  oldNode: (version) =>
    `Värna needs Node 24 or later, but this is ${version}. Start with “npm start”, which picks the right one.`,
  portTaken: (host, port) =>
    `Port ${port} on ${host} is taken. Is Värna running already? Otherwise choose another with PORT.`,
  cannotListen: (host, port, reason) => `Cannot listen on ${host}:${port}: ${reason}`,
  opening: 'Opening the database …',
  migrated: (count) =>
    `The database was brought to this version (${count} ${count === '1' ? 'step' : 'steps'}).`,
  ready: (url) => `Värna is running: ${url}`,
  setupLink: (link) =>
    `\nGet started – open the link. It works until the first account exists:\n\n  ${link}\n`,
  profileApplying: (name) => `Applying the start profile ${name} …`,
  profileApplied: (name, seconds) => `The start profile ${name} is in place (${seconds} s).`,
  demo: 'This is a demonstration: everything is gone when it stops, and anyone may sign in with one click.',
  demoNeedsEmpty:
    'A demonstration starts only in an empty data folder. Use “npm run demo”, which makes its own.',
  webMissing:
    'The web part is not built (dist/web is missing). The programming interface works. Build with “npm start”.',
  notTold: (reason) =>
    `The log could not be told how many attempts were refused, but will be at the next try: ${reason}`,
  stopping: 'Stopping …',
  stopped: 'Värna has stopped.',
  failed: (reference, what) => `Error ${reference} at ${what}:`,
  startFailed: 'Värna could not start:',
  witnessDisagrees: (name) =>
    `THE LOG DISAGREES with what the witness ${name} holds. The witness was given nothing new. Find out who has had access to the database, and keep what the witness has.`,
  logNotWhole: (count) =>
    `THE LOG IS NOT WHOLE: the daily verification found faults (${count}). They are listed under Loggen in Värna. Find out who has had access to the database.`,
  logStopped: {
    clockSetBack:
      'THE LOG STANDS STILL: this computer’s clock is behind the newest checkpoint. Set the clock. Changes are accepted, and get their numbers when the clock is right.',
    treeChanged:
      'THE LOG STANDS STILL: the log’s tree has been changed in the database and no longer gives the hash that was signed. Verify the log (varna verify-audit) and find out who has had access.',
    restoredBackup:
      'THE LOG STANDS STILL: the database is older than a checkpoint that has been signed. Has a backup been restored? Find out, then approve with varna audit accept-restore.',
    failing: 'THE LOG STANDS STILL: numbering failed and is tried again. The error follows.',
  },
};
