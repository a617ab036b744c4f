import { parseArgs } from 'node:util';
import { accessMatrix } from './access-matrix.ts';
import { registers } from './app.ts';
import { type CliTexts, cliTexts } from './cli.texts.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { actAtConsole, enterFirstPerson, findPerson, isOffice } from './console-person.ts';
import { consoleTexts } from './console.texts.ts';
import { applyChosenProfile, prepareProfile } from './first-start.ts';
import { openInstallation } from './installation.ts';
import { dayOf } from './kernel/calendar.ts';
import type { PersonId } from './kernel/ids.ts';
import { offices } from './kernel/offices.ts';
import { problemOf } from './kernel/problem.ts';
import { isRefusal, type Refusal } from './kernel/refusal.ts';
import type { Services } from './kernel/run.ts';
import { pickTexts } from './kernel/texts.ts';
import { invite } from './people/signin/invitation.actions.ts';
import { accountRegister } from './people/signin/register.ts';
import { createAtConsole, longestTokenDays } from './people/signin/token.actions.ts';
import { register as registerPerson } from './people/persons/person.actions.ts';
import { inspectDatabase } from './supervisor/inspect.ts';
import { supervisorTextsEn } from './supervisor/supervisor.texts.en.ts';
import { supervisorTextsSv } from './supervisor/supervisor.texts.sv.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
// Everything but the answer goes here, so that a script can read the answer alone.
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** What the person asked for could not be done; the sentence is for her. */
class Told extends Error {}

interface Command {
  readonly configuration: Configuration;
  readonly texts: CliTexts;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

const commands: Readonly<Record<string, (command: Command) => Promise<void>>> = {
  'token create': createToken,
  'user invite': inviteUser,
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
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Told(texts.badOption(error instanceof Error ? error.message : String(error)));
  }
}

/** Works on the installation and leaves it as it was: a server that runs goes on, one started here is stopped. */
async function withServices(command: Command, work: (services: Services) => Promise<void>): Promise<void> {
  const { configuration } = command;
  const open = await openInstallation(configuration, () => undefined);
  try {
    const words = pickTexts(consoleTexts, configuration.language);
    await prepareProfile(open.services, configuration.setup, words, tell);
    await work(open.services);
  } finally {
    await open.close();
  }
}

async function createToken(command: Command): Promise<void> {
  const { texts, options } = command;
  const who = requiredText(command, 'as');
  const days = Number(options['days'] ?? 1);
  if (!Number.isInteger(days) || days < 1 || days > longestTokenDays) {
    throw new Told(texts.badDays(String(longestTokenDays)));
  }
  const scopes = options['read-only'] === true ? ['read'] : ['read', 'write'];
  const name =
    typeof options['name'] === 'string' ? options['name'] : `varna token create --as ${who}`.slice(0, 100);
  await withServices(command, async (services) => {
    const person = (await findPerson(services, who)) ?? (await firstPerson(command, services, who));
    if (person === null) throw new Told(texts.nobody(who, offices.join(', ')));
    const { personId } = person;
    const created = await actAtConsole(services, createAtConsole, { name, scopes, days, personId });
    print(String(answered(command, created)['token']));
  });
}

/** Where there are no people at all, an office that sets up the rest is entered; any other must be appointed. */
async function firstPerson({ texts }: Command, services: Services, who: string) {
  const isFirst = who === 'administrator' || who === 'informationSecurityCoordinator' || !isOffice(who);
  if (!isFirst) return null;
  const name = { givenName: texts.firstGivenName, familyName: texts.firstFamilyName };
  const person = await enterFirstPerson(services, name, isOffice(who) ? null : who);
  if (person !== null) tell(texts.nobodyYet(who));
  return person;
}

async function inviteUser(command: Command): Promise<void> {
  const { texts, options } = command;
  const email = requiredText(command, 'email');
  await withServices(command, async (services) => {
    let personId = (await findPerson(services, email))?.personId;
    if (personId === undefined) {
      const { 'given-name': givenName, 'family-name': familyName } = options;
      if (typeof givenName !== 'string' || typeof familyName !== 'string') throw new Told(texts.nameNeeded);
      const entered = await actAtConsole(services, registerPerson, {
        kind: 'employee',
        givenName,
        familyName,
        email,
        telephone: null,
        organisation: null,
        unitId: null,
        sourceId: null,
        from: dayOf(services.clock()),
        until: null,
      });
      personId = String(answered(command, entered)['id']) as PersonId; // an action answers with the record's id
    }
    print(String(answered(command, await actAtConsole(services, invite, { personId, email }))['link']));
  });
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

function requiredText({ options, texts }: Command, option: string): string {
  const value = options[option];
  if (typeof value !== 'string' || value.trim() === '') throw new Told(texts.missing(`--${option}`));
  return value.trim();
}

function answered(
  { configuration, texts }: Command,
  acted: Readonly<Record<string, unknown>> | Refusal,
): Readonly<Record<string, unknown>> {
  if (!isRefusal(acted)) return acted;
  throw new Told(texts.refused(problemOf(acted, configuration.language, accountRegister).detail));
}

try {
  await main();
} catch (error) {
  if (error instanceof Error) tell(error.message);
  if (!(error instanceof Told) && error instanceof Error && error.cause !== undefined)
    console.error(error.cause);
  process.exitCode = 1;
}
