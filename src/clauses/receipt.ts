import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Receipt } from './judge.ts';
import type { Snapshot } from './memory.ts';

const folder = new URL('./', import.meta.url);
/** Rules outside the folder that verdicts turn on. */
const elsewhere = [
  '../registers/information/owner.ts',
  '../registers/information/information.facts.ts',
  '../registers/handling-rules/judge.ts',
  '../registers/systems/system.facts.ts',
  '../people/appointment.facts.ts',
  '../governance/documents/document.facts.ts',
];

let known: string | null = null;

/**
 * Which code judges: SHA-256, hex, over the names and contents of every file of the clauses and the rules they lean on.
 * Read once; a process judges by the code it started with.
 */
export function codeVersion(): string {
  known ??= hashOf([...ownFiles(), ...elsewhere]);
  return known;
}

function ownFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/^(testing|pages)\//.test(name))
    .sort();
}

function hashOf(names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(`${name}\0`);
    hash.update(readFileSync(new URL(name, folder)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** By what all verdicts of a snapshot can be made again. */
export function receiptOf(snapshot: Snapshot): Receipt {
  return {
    auditHead: snapshot.auditHead,
    asOf: snapshot.today,
    policyVersion: snapshot.policyVersion,
    codeVersion: codeVersion(),
  };
}
