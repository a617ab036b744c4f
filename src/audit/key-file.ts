import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readVerifierKey } from '../../tools/verify-audit/note.ts';

/**
 * The verifier keys that this installation has signed its log with, the present one first. They are kept one a line in the
 * data folder. A secret that is changed is another key: heads signed before it are right by a key that only this file,
 * which lies outside the database, still vouches for.
 */
export async function ownKeys(dataDirectory: string, current: string): Promise<string[]> {
  const file = path.join(dataDirectory, 'log-keys.txt');
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  if (!lines.includes(current)) {
    await mkdir(dataDirectory, { recursive: true });
    // What a crash has cut off is left as a line of its own, which is no key.
    const before = text === '' || text.endsWith('\n') ? '' : '\n';
    await appendFile(file, `${before}${current}\n`, { mode: 0o600 });
  }
  const origin = readVerifierKey(current)?.name;
  const earlier = lines.filter((line) => line !== current && readVerifierKey(line)?.name === origin);
  return [current, ...new Set(earlier)];
}
