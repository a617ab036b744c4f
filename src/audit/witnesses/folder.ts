import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { parseNote } from '../tree/note.ts';
import { type DeliverInput, type DeliveryDetail, fileName, type GivenCheckpoint } from './delivery.ts';

/** What a way of delivering says of how it went. */
export type Given = Omit<DeliverInput, 'size'>;

export function notGiven(detail: DeliveryDetail, outcome: 'failed' | 'inconsistent' = 'failed'): Given {
  return { outcome, detail, answer: '' };
}

/** The root of our own tree at a size, and what the log is called. */
export interface OwnTree {
  readonly origin: string;
  rootAt(size: number): Promise<Buffer | null>;
}

const latestName = 'latest.txt';
const largestFile = 64 * 1024;

/**
 * Puts the checkpoint in a folder: a file of its own, and `latest.txt`. What lies there already is looked at first: it may know
 * more of the log than a database that somebody has restored or rewritten. Nothing there is ever replaced by something else
 * but `latest.txt`, and that only by what continues it. The folder is not made: a share that is not mounted would look like one.
 */
export async function giveToFolder(
  folder: string,
  checkpoint: GivenCheckpoint,
  own: OwnTree,
  dataDirectory: string,
): Promise<Given> {
  const place = await realpath(folder).catch(() => null);
  if (place === null || !(await stat(place)).isDirectory()) return notGiven('folderMissing');
  const data = await realpath(dataDirectory).catch(() => path.resolve(dataDirectory));
  if (place === data || place.startsWith(data + path.sep)) return notGiven('folderInsideData');
  const ownFile = path.join(place, fileName(checkpoint.size));
  try {
    const [same, latest] = [await readText(ownFile), await readText(path.join(place, latestName))];
    const differs = same !== null && parseNote(same)?.body !== parseNote(checkpoint.note)?.body;
    if (differs || !(await isContinued(latest, checkpoint, own)))
      return notGiven('witnessHoldsOther', 'inconsistent');
    if (same === null) await writeWhole(ownFile, checkpoint.note);
    await writeWhole(path.join(place, latestName), checkpoint.note);
    return { outcome: 'delivered', detail: null, answer: '' };
  } catch {
    return notGiven('folderUnwritable');
  }
}

/** Does our log continue what lies in the folder? Nothing there is continued by anything. */
async function isContinued(
  latest: string | null,
  checkpoint: GivenCheckpoint,
  own: OwnTree,
): Promise<boolean> {
  if (latest === null) return true;
  const there = parseCheckpoint(parseNote(latest)?.body ?? '');
  if (there === null || there.origin !== own.origin || there.size > checkpoint.size) return false;
  return (await own.rootAt(there.size))?.equals(there.root) === true;
}

async function readText(file: string): Promise<string | null> {
  try {
    const found = await stat(file);
    // A pipe or a device, which the one who owns the folder can put there, would be read without end.
    if (!found.isFile()) throw new Error('not a file');
    if (found.size > largestFile) return '';
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all: written beside, made durable, and then given its name. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(beside, 'wx', 0o644);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
