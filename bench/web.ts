import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';
import type { Row } from './measure.ts';

const mostKilobytes = 200;
/** The module of the page at `/`. */
const startPage = /\/start\/pages\/to-do\.tsx$/;

/**
 * The JavaScript a browser fetches to show a page the first time: what index.html loads and the page's own part, with
 * all they import, each compressed (gzip) on its own as it is sent. Built anew, with the list of parts Vite can write.
 */
export async function measureWeb(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-bench-web-'));
  try {
    await build({
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, manifest: 'manifest.json' },
    });
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest; // as Vite says
    const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true) ?? '';
    // What a page itself fetches later, when it is needed, is no page.
    const pages = (manifest[entry]?.dynamicImports ?? []).filter((key) => /\/pages\/[^/]+\.tsx$/.test(key));
    const sizes = new Map<string, number>();
    for (const page of pages) sizes.set(page, await compressed(folder, filesOf(manifest, [entry, page])));
    const bare = await compressed(folder, filesOf(manifest, [entry]));
    const [heaviest, most] = [...sizes].sort((one, other) => other[1] - one[1])[0] ?? ['none', bare];
    const start = [...sizes].find(([page]) => startPage.test(page));
    return [
      ...(start === undefined ? [] : [row('start page', start[0], start[1], bare)]),
      row('heaviest page', heaviest, most, bare),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function row(what: string, page: string, size: number, bare: number): Row {
  return {
    name: `JavaScript at first load, ${what} (${page.replace(/^src\//, '')})`,
    measured: `${size.toFixed(0)} kB gzip`,
    reference: `${bare.toFixed(0)} kB (no page)`,
    ratio: size / bare,
    budget: `< ${mostKilobytes} kB`,
    met: size < mostKilobytes,
  };
}

/** The parts named and all they import, each once. */
function filesOf(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (key: string): void => {
    const part = manifest[key];
    if (part === undefined || files.has(part.file)) return;
    files.add(part.file);
    for (const imported of part.imports ?? []) add(imported);
  };
  for (const key of keys) add(key);
  return files;
}

async function compressed(folder: string, files: ReadonlySet<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(path.join(folder, file))).length;
  return bytes / 1000;
}
