import type { CliTexts } from './cli.texts.ts';
import type { Configuration } from './configuration.ts';
import { consoleTexts } from './console.texts.ts';
import { prepareProfile } from './first-start.ts';
import { type OpenInstallation, openInstallation } from './installation.ts';
import type { Services } from './kernel/run.ts';
import { pickTexts } from './kernel/texts.ts';

/** Writes a line of the answer. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** Says how it goes: everything but the answer, so that a script can read the answer alone. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** What the person asked for could not be done; the sentence is for her. */
export class Told extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One command as it was written, with what it needs to answer. */
export interface Command {
  readonly configuration: Configuration;
  readonly texts: CliTexts;
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Works on the installation and leaves it as it was: a server that runs goes on, one started here is stopped. */
export async function withServices(
  command: Command,
  work: (services: Services, log: OpenInstallation['log']) => Promise<void>,
): Promise<void> {
  const { configuration } = command;
  const open = await openInstallation(configuration, () => undefined);
  try {
    const words = pickTexts(consoleTexts, configuration.language);
    await prepareProfile(open.services, configuration.setup, words, tell);
    await work(open.services, open.log);
  } finally {
    await open.close();
  }
}

/** What an option must say. @throws Told when it is left out */
export function requiredText(command: Command, option: string): string {
  const value = textOf(command, option);
  if (value === null) throw new Told(command.texts.missing(`--${option}`));
  return value;
}

/** What an option says; null when it is left out. */
export function textOf({ options }: Command, option: string): string | null {
  const value = options[option];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
