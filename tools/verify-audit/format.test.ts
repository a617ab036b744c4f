import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { workedExample } from './example.ts';
import { findingCodes, Findings } from './finding.ts';
import { folderSource } from './folder.ts';
import { verify } from './verify.ts';

describe('FORMAT.md', () => {
  it('carries an example that is worked out anew here, and that the verifier finds whole', async () => {
    const text = await readFile(path.join(import.meta.dirname, 'FORMAT.md'), 'utf8');
    expect(text).toContain(workedExample());
    const blocks = text.slice(text.indexOf('## A worked example')).split('```text\n').slice(1);
    const [event, seal, , , row, , key, note] = blocks.map((block) => block.slice(0, block.indexOf('```')));
    const folder = await mkdtemp(path.join(tmpdir(), 'varna-format-'));
    await writeFile(path.join(folder, 'events.ndjson'), `${event}${seal}`);
    await writeFile(path.join(folder, 'rows.ndjson'), row ?? '');
    await writeFile(path.join(folder, 'key.pub'), key ?? '');
    await writeFile(path.join(folder, 'checkpoints.txt'), `${note}\n`);
    const findings = new Findings();
    expect(await verify(await folderSource(folder, findings), { findings })).toMatchObject({
      ok: true,
      findings: [],
      size: 2,
      rows: { checked: 1 },
    });
    await rm(folder, { recursive: true });
  });

  it('names every fault that an export can show', async () => {
    const text = await readFile(path.join(import.meta.dirname, 'FORMAT.md'), 'utf8');
    // Of a database only.
    const others = [
      'eventOutside',
      'columnsDiffer',
      'tileDiffers',
      'checkpointColumns',
      'keyForm',
      'witnessForm',
      'rowForm',
      'rowOrder',
    ];
    for (const code of findingCodes.filter((one) => !others.includes(one)))
      expect(text).toContain(`[${code}]`);
  });
});
