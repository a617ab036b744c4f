import { hash } from 'node:crypto';
import { madeKey, madeNote, madeOrigin } from './made-log.ts';
import { RightEdge } from './tree.ts';

/** The smallest log there is, worked out with real values: the last part of FORMAT.md. Printed when this file is run. */
export function workedExample(): string {
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA';
  const id = '019b8d2b-8c00-7000-8000-000000000001';
  const sealId = '019b8d2b-8fe8-7000-8000-000000000002';
  const row = '019b8d2b-8c00-7000-8000-000000000003';
  const text = `{"id": "${row}", "name": "Löner", "version": 1, "changed_by_event": "${id}"}`;
  const rowHash = hash('sha256', salt + text, 'base64');
  const event = leaf({
    id,
    at: '2026-01-05T08:00:00.000Z',
    kind: 'information.registered',
    record: row,
    salt,
    data: null,
  });
  const rows = [{ event: id, hash: rowHash, id: row, table: 'information', version: 1 }];
  const seal = leaf({
    id: sealId,
    at: '2026-01-05T08:00:01.000Z',
    kind: 'audit.sealed',
    record: null,
    salt,
    data: { from: 0, rows },
  });
  const leafHashes = [event, seal].map((one) => Buffer.from(hash('sha256', `\u0000${one}`, 'hex'), 'hex'));
  const edge = new RightEdge();
  for (const one of leafHashes) edge.append(one);
  const root = edge.root();
  const line = JSON.stringify({
    column_count: 4,
    current: true,
    event: id,
    hash: rowHash,
    id: row,
    leaf: 0,
    table: 'information',
    text,
    version: 1,
  });
  const erased = JSON.stringify({ erased: { by: sealId, hash: leafHashes[0]?.toString('base64'), id } });
  return [
    block('events.ndjson, line 1: the event', event),
    block('events.ndjson, line 2: the seal', seal),
    block('Leaf hashes, hexadecimal', leafHashes.map((one) => one.toString('hex')).join('\n')),
    block('Root = SHA-256(01 ‖ first leaf hash ‖ second leaf hash), hexadecimal', root.toString('hex')),
    block('rows.ndjson, line 1', line),
    block('Row hash = SHA-256(salt ‖ text), base64', rowHash),
    block('key.pub', madeKey(1).verifierKey),
    block('checkpoints.txt, signed with the Ed25519 seed of 32 bytes 01', madeNote(2, root)),
    block('Line 1 as it would be, had its content been erased by an event with the id of the seal', erased),
  ].join('\n');
}

function leaf(said: {
  id: string;
  at: string;
  kind: string;
  record: string | null;
  salt: string;
  data: unknown;
}): string {
  const { id, at, kind, record, salt, data } = said;
  return JSON.stringify({
    actor: { kind: 'system', person: null },
    at,
    changes: record === null ? [] : [{ field: 'name', from: null, to: 'Löner' }],
    data,
    id,
    kind,
    reason: null,
    record,
    register: record === null ? 'audit' : 'information',
    salt,
    touched: record === null ? [] : [`information:${record}`],
    v: 1,
  });
}

function block(title: string, content: string): string {
  return `${title}:\n\n\`\`\`text\n${content.trimEnd()}\n\`\`\`\n`;
}

if (import.meta.main) process.stdout.write(`Origin: \`${madeOrigin}\`.\n\n${workedExample()}`);
