#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Findings } from './finding.ts';
import { bytesOf, folderSource, readKeyLines, Unreadable } from './folder.ts';
import { tellReport, wordsOf } from './tell.ts';
import { verify } from './verify.ts';

/**
 * Verifies an exported log: needs nothing but the export, what was kept outside and Node 24. FORMAT.md beside this file
 * says what is checked and how, so that it can be written anew in another language.
 */
const language = process.argv.includes('--english') ? 'en' : 'sv';
const words = wordsOf(language);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

process.exitCode = await main();

async function main(): Promise<number> {
  const given = readArguments();
  const [folder] = given?.positionals ?? [];
  if (given === null || folder === undefined || given.positionals.length > 1) {
    tell(words.usage);
    return 2;
  }
  const { values } = given;
  const findings = new Findings();
  try {
    const source = await folderSource(folder, findings);
    const report = await verify(source, {
      findings,
      witnessed: allOf(values.witnessed),
      workers: Math.min(4, availableParallelism()),
      onProgress: progress(),
      ...(values.key === undefined ? {} : { keys: await readKeyLines(values.key) }),
    });
    if (values.json) print(JSON.stringify(report, null, 2));
    else for (const line of tellReport(report, words)) print(line);
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable) && !isSystemError(error)) throw error;
    tell(words.unreadable(error.message));
    return 2;
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        witnessed: { type: 'string', multiple: true, default: [] },
        key: { type: 'string' },
        json: { type: 'boolean', default: false },
        english: { type: 'boolean' },
      },
    });
  } catch {
    return null;
  }
}

async function* allOf(files: readonly string[]): AsyncIterable<Uint8Array> {
  for (const file of files) {
    let isEmpty = true;
    for await (const piece of bytesOf(file)) {
      isEmpty &&= Buffer.from(piece).toString('latin1').trim() === '';
      yield piece;
    }
    // Nothing to compare with must not look like a comparison that went well.
    if (isEmpty) throw new Unreadable(file);
    // A file that does not end its last note must not run into the next.
    yield Buffer.from('\n\n');
  }
}

/** Says on a terminal how far it has come, every so often. */
function progress(): (leaves: number) => void {
  let told = Date.now();
  return (leaves) => {
    if (!process.stderr.isTTY || Date.now() - told < 1000) return;
    told = Date.now();
    tell(words.progress(String(leaves)));
  };
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
