import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKeyLines } from '../tools/verify-audit/folder.ts';
import { tellReport, wordsOf } from '../tools/verify-audit/tell.ts';
import { exportLog } from './audit/export.ts';
import { ownKeys } from './audit/key-file.ts';
import { acceptRestore } from './audit/restore.ts';
import { logSigner } from './audit/signing-key.ts';
import { printVerifierKey } from './audit/tree/note.ts';
import { readOrigin } from './audit/tree.store.ts';
import { verifyLive } from './audit/verify-live.ts';
import { type Command, print, requiredText, tell, textOf, Told, withServices } from './cli-command.ts';
import { theInstallation } from './people/signin/installation.ts';

/** `varna audit export`: writes the sealed log to a folder, for whoever is to verify it. */
export async function exportAudit(command: Command): Promise<void> {
  const { texts } = command;
  const folder = placeOf(requiredText(command, 'out'));
  await withServices(command, async (services) => {
    const exported = await exportLog(services, {
      folder,
      purpose: textOf(command, 'purpose'),
      recipient: textOf(command, 'recipient'),
      onProgress: progress(command),
    });
    if (exported.kind !== 'exported') {
      throw new Told(exported.kind === 'erasing' ? texts.log.erasing : texts.log.notEmpty(folder));
    }
    tell(texts.log.exported(String(exported.size), String(exported.rows), folder));
  });
}

/**
 * `varna verify-audit`: verifies the log where it lies. Ends with 0 when it is whole, 1 when something is wrong, and 2 when
 * it could not be read, as the tool that verifies an export does.
 */
export async function verifyAudit(command: Command): Promise<void> {
  try {
    const witnessed = await Promise.all(filesOf(command).map(readWitnessed));
    const keyFile = textOf(command, 'key');
    const known = keyFile === null ? [] : await readKeyLines(placeOf(keyFile));
    await withServices(command, async ({ db }) => {
      // The key is derived from what lies outside the database: what the database says of keys is not relied on.
      const own = logSigner(theInstallation().secretKey, await readOrigin(db)).verifierKey;
      const kept = await ownKeys(command.configuration.dataDirectory, printVerifierKey(own));
      const keys = [...kept, ...known];
      const report = await verifyLive(db, { keys, witnessed, onProgress: progress(command) });
      if (command.options['json'] === true) print(JSON.stringify(report, null, 2));
      else for (const line of tellReport(report, wordsOf(command.configuration.language))) print(line);
      if (!report.ok) process.exitCode = 1;
    });
  } catch (error) {
    if (error instanceof Told) throw error;
    const { texts } = command;
    throw new Told(texts.log.unreadable(error instanceof Error ? error.message : String(error)), 2);
  }
}

/** `varna audit accept-restore`: lets the log go on from a restored backup, for a reason that the log is told. */
export async function acceptRestoredBackup(command: Command): Promise<void> {
  const { log: words } = command.texts;
  const reason = requiredText(command, 'reason');
  await withServices(command, async ({ db, clock }, log) => {
    const restored = await acceptRestore({ db, clock, ...log }, reason);
    if (restored === null) return tell(words.nothingRestored);
    tell(words.restoreAccepted(String(restored.size), String(restored.signed)));
  });
}

function filesOf({ options }: Command): readonly string[] {
  const files = options['witnessed'];
  return Array.isArray(files) ? (files as readonly string[]) : [];
}

/** What a witness has kept. @throws when there is nothing in it, which must not look like a comparison that went well */
async function readWitnessed(file: string): Promise<string> {
  const text = await readFile(placeOf(file), 'utf8');
  if (text.trim() === '') throw new Error(placeOf(file));
  return text;
}

/** A path is the caller's: npm runs its scripts in the package's own folder. */
function placeOf(given: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
}

function progress({ texts }: Command): (leaves: number) => void {
  let told = Date.now();
  return (leaves) => {
    if (Date.now() - told < 1000) return;
    told = Date.now();
    tell(texts.log.progress(String(leaves)));
  };
}
