import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The newest head that this process's machine has seen, kept outside the database: a restored backup is older than it. */
export interface HeadFile {
  /** The checkpoint as it was kept; null when none has been. */
  read(): Promise<string | null>;
  write(note: string): Promise<void>;
}

/** The head kept in a file of the data folder. Replaced whole, so that a crash leaves the one or the other. */
export function headFileIn(dataDirectory: string): HeadFile {
  const file = path.join(dataDirectory, 'log-head.txt');
  return {
    read: () => readFile(file, 'utf8').catch(() => null),
    write: async (note) => {
      await mkdir(dataDirectory, { recursive: true });
      const own = `${file}.${process.pid}`;
      await writeFile(own, note, { mode: 0o600 });
      await rename(own, file);
    },
  };
}
