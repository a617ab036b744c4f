import { parseArgs } from 'node:util';
import { accessMatrix } from './access-matrix.ts';
import { registers } from './app.ts';
import { type Command, print, tell, Told } from './cli-command.ts';
import { acceptRestoredBackup, exportAudit, verifyAudit } from './cli-log.ts';
import { tryMail } from './cli-mail.ts';
import { createToken, inviteUser } from './cli-people.ts';
import { type CliTexts, cliTexts } from './cli.texts.ts';
import { readConfiguration } from './configuration.ts';
import { consoleTexts } from './console.texts.ts';
import { applyChosenProfile } from './first-start.ts';
import { openInstallation } from './installation.ts';
import { pickTexts } from './kernel/texts.ts';
import { inspectDatabase } from './supervisor/inspect.ts';
import { supervisorTextsEn } from './supervisor/supervisor.texts.en.ts';
import { supervisorTextsSv } from './supervisor/supervisor.texts.sv.ts';

const commands: Readonly<Record<string, (command: Command) => Promise<void>>> = {
  'token create': createToken,
  'user invite': inviteUser,
  'audit export': exportAudit,
  'audit accept-restore': acceptRestoredBackup,
  'verify-audit': verifyAudit,
  doctor,
  migrate: migrateOnly,
  access: () => Promise.resolve(print(accessMatrix(registers))),
  help: ({ texts }) => Promise.resolve(print(texts.help)),
};

async function main(): Promise<void> {
  const reading = readConfiguration(process.env, process.cwd());
  if (!reading.ok) throw new Told(reading.problems.join('\n'));
  const { configuration } = reading;
  const texts = pickTexts(cliTexts, configuration.language);
  const { positionals, values } = readArguments(texts);
  const name = positionals.length === 0 || values.help === true ? 'help' : positionals.join(' ');
  const command = commands[name];
  if (command === undefined) throw new Told(texts.unknownCommand(name));
  await command({ configuration, texts, options: values });
}

function readArguments(texts: CliTexts) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        as: text,
        days: text,
        name: text,
        email: text,
        'given-name': text,
        'family-name': text,
        'read-only': { type: 'boolean' },
        out: text,
        purpose: text,
        reason: text,
        recipient: text,
        witnessed: { ...text, multiple: true },
        key: text,
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Told(texts.badOption(error instanceof Error ? error.message : String(error)));
  }
}

async function doctor({ configuration, texts }: Command): Promise<void> {
  const { databaseUrl, appDatabaseUrl, dataDirectory, binaries, language } = configuration;
  const found = await inspectDatabase({
    databaseUrl,
    dataDirectory,
    binaries,
    texts: language === 'sv' ? supervisorTextsSv : supervisorTextsEn,
    now: new Date(),
  });
  const words = texts.doctor;
  print(`${words.source}: ${found.source === undefined ? words.unknown : words.sources[found.source]}`);
  print(`${words.version}: ${found.version ?? words.unknown}`);
  print(
    `${words.age}: ${found.ageInDays === undefined ? words.unknown : words.days(String(found.ageInDays))}`,
  );
  print(`${words.running}: ${found.running ? words.yes : words.no}`);
  if (found.directory !== undefined) print(`${words.directory}: ${found.directory}`);
  print(`${words.node}: ${process.version}`);
  const warnings = found.warnings.map((warning) => warning.message);
  // Without a role of its own the service signs in as the owner and steps down with SET ROLE, which can be undone.
  if (databaseUrl !== undefined && appDatabaseUrl === undefined) warnings.push(words.ownerReachable);
  for (const { line, works } of await tryMail(configuration, words)) {
    if (works) print(line);
    else warnings.push(line);
  }
  for (const message of warnings) print(words.warning(message));
  if (warnings.length === 0) print(words.fine);
}

async function migrateOnly({ configuration, texts }: Command): Promise<void> {
  const open = await openInstallation(configuration, tell);
  try {
    await applyChosenProfile(open.services, pickTexts(consoleTexts, configuration.language), tell);
    print(texts.upToDate);
  } finally {
    await open.close();
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Error) tell(error.message);
  if (!(error instanceof Told) && error instanceof Error && error.cause !== undefined)
    console.error(error.cause);
  process.exitCode = error instanceof Told ? error.exitCode : 1;
}
