import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { serve } from '../serve.ts';

const held: Buffer[] = [];

/** Work that misbehaves in every way that work apart is there to bear. */
const tasks: Readonly<Record<string, (words: string) => unknown>> = {
  echo: (words) => words,
  whoAmI: () => process.pid,
  throws: () => {
    throw new Error('as told');
  },
  ends: () => process.exit(3),
  turnsForever: () => {
    for (;;);
  },
  grows: () => {
    for (;;) held.push(Buffer.alloc(10_000_000, 1));
  },
  reads: (path) => readFileSync(path, 'utf8').length,
  writes: (path) => writeFileSync(path, 'x'),
  starts: () => spawnSync('true').error?.message ?? 'started',
  environment: () => Object.keys(process.env).filter((name) => name !== 'NODE_CHANNEL_FD'),
};

serve(({ name, words }: { name: string; words: string }) => tasks[name]?.(words));
