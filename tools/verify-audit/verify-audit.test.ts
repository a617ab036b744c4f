import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingCodes, Findings, type Report } from './finding.ts';
import { folderSource } from './folder.ts';
import { madeKey, makeLog } from './made-log.ts';
import { verify } from './verify.ts';
import { wordsEn } from './words.en.ts';
import { wordsSv } from './words.sv.ts';

let place: string;
let whole: string;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'varna-verify-'));
  whole = path.join(place, 'whole');
  await makeLog(whole, { integrations: 8, events: 4, rows: 2, erased: true });
});
afterAll(() => rm(place, { recursive: true }));

async function verified(folder: string, workers = 0): Promise<Report> {
  const findings = new Findings();
  return verify(await folderSource(folder, findings), { findings, workers });
}

/** A copy of the export, where one file has been edited. */
async function edited(name: string, file: string, edit: (lines: string[]) => string[]): Promise<string> {
  const folder = path.join(place, name.replaceAll(/\W+/g, '-'));
  await cp(whole, folder, { recursive: true });
  const text = await readFile(path.join(folder, file), 'utf8');
  await writeFile(path.join(folder, file), edit(text.split('\n')).join('\n'));
  return folder;
}

/** The program as an auditor runs it: its exit code, and what it prints. */
async function run(...words: string[]): Promise<{ code: number; out: string; told: string }> {
  const program = path.join(import.meta.dirname, 'verify-audit.ts');
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...words]);
    return { code: 0, out: stdout, told: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }; // what execFile throws of a program that ends so
    return { code: failed.code, out: failed.stdout, told: failed.stderr };
  }
}

const without = (at: number) => (lines: string[]) => lines.toSpliced(at, 1);
const twice = (at: number) => (lines: string[]) => lines.toSpliced(at, 0, lines[at] ?? '');
const at = (place: number, edit: (line: string) => string) => (lines: string[]) =>
  lines.with(place, edit(lines[place] ?? ''));

describe('an export', () => {
  it.each([0, 2])('that nobody has touched is whole, with %d helping threads', async (workers) => {
    expect(await verified(whole, workers)).toMatchObject({
      ok: true,
      findings: [],
      size: 40,
      checkpoints: 8,
      erased: 4,
      erasedBy: [{ decision: 'KS 2026-02-03 § 12', events: 4 }],
      rows: { checked: 8, erased: 8 },
    });
  });

  it('is whole without what only helps to find where', async () => {
    const folder = await edited('no hashes', 'hashes.bin', () => []);
    expect(await verified(folder)).toMatchObject({ ok: true });
  });

  it.each<[string, string, (lines: string[]) => string[], object]>([
    [
      'an event is edited',
      'events.ndjson',
      at(6, (l) => l.replace('Löner', 'Löner2')),
      { code: 'leafChanged', leaf: 6 },
    ],
    ['a line is removed', 'events.ndjson', without(6), { code: 'leafGone', leaf: 6 }],
    ['a line is copied', 'events.ndjson', twice(6), { code: 'leafAdded', leaf: 7 }],
    ['a line is emptied', 'events.ndjson', at(6, () => ''), { code: 'leafEmpty', leaf: 6 }],
    [
      'two lines have changed places',
      'events.ndjson',
      (l) => l.with(6, l[7] ?? '').with(7, l[6] ?? ''),
      { code: 'leafMoved', leaf: 6 },
    ],
    [
      'the last lines are cut off',
      'events.ndjson',
      (l) => [...l.slice(0, 35), ''],
      { code: 'leafGone', leaf: 35, until: 40 },
    ],
    [
      'a line is cut in the middle',
      'events.ndjson',
      (l) => [...l.slice(0, 39), (l[39] ?? '').slice(0, 99)],
      { code: 'endCut' },
    ],
    ['white space is put in', 'events.ndjson', at(6, (l) => `${l} `), { code: 'leafForm', leaf: 6 }],
    [
      'something that is no text is put in',
      'events.ndjson',
      at(6, () => '\ud800'),
      { code: 'leafForm', leaf: 6 },
    ],
    [
      'values stand too deep in each other',
      'events.ndjson',
      at(6, (l) => l.replace('"data":null', `"data":${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
      { code: 'leafForm', leaf: 6 },
    ],
    [
      'an erased leaf says another hash',
      'events.ndjson',
      at(10, (l) => l.replace(/"hash":"..../, '"hash":"AAAA')),
      { code: 'erasedUnnamed', leaf: 10 },
    ],
    [
      'an erased leaf names nobody',
      'events.ndjson',
      at(10, (l) => l.replace(/"by":"..../, '"by":"ffff')),
      { code: 'erasedUnnamed', leaf: 10 },
    ],
    [
      'an erased leaf says a later time than it had',
      'events.ndjson',
      at(10, (l) => l.replace(/"id":"......../, '"id":"ffffffff')),
      { code: 'erasedTooSoon', leaf: 10 },
    ],
    [
      'an erased leaf is of no form',
      'events.ndjson',
      at(10, (l) => l.replace('"id"', '"ID"')),
      { code: 'leafForm', leaf: 10 },
    ],
    [
      'a checkpoint is removed',
      'checkpoints.txt',
      (l) => l.toSpliced(6, 6),
      { code: 'checkpointMissing', size: 10 },
    ],
    [
      'checkpoints have changed places',
      'checkpoints.txt',
      (l) => [...l.slice(6, 12), ...l.slice(0, 6), ...l.slice(12)],
      { code: 'checkpointOrder', size: 5 },
    ],
    [
      'a checkpoint says another size',
      'checkpoints.txt',
      at(7, () => '11'),
      { code: 'checkpointSignature', size: 11 },
    ],
    ['a checkpoint is no text', 'checkpoints.txt', at(8, () => 'x'), { code: 'checkpointForm' }],
    [
      'a row is edited',
      'rows.ndjson',
      at(2, (l) => l.replace('Löner 0', 'Löner 9')),
      { code: 'rowChanged', leaf: 5 },
    ],
    ['a row is removed', 'rows.ndjson', without(2), { code: 'rowGone', table: 'information' }],
    [
      'a row is put in',
      'rows.ndjson',
      (l) => l.toSpliced(2, 0, (l[2] ?? '').replace('"version":1}', '"version":2}')),
      { code: 'rowUnnamed' },
    ],
    [
      'a row stands elsewhere',
      'rows.ndjson',
      (l) => [...l.slice(1, -1), l[0] ?? '', ''],
      { code: 'rowOrder' },
    ],
    [
      'a row has no leaf',
      'rows.ndjson',
      at(15, (l) => l.replace(/"leaf":\d+/, '"leaf":null')),
      { code: 'rowWithoutEvent' },
    ],
    [
      'a row is of another leaf',
      'rows.ndjson',
      at(2, (l) => l.replace('"leaf":5', '"leaf":6')),
      { code: 'rowWithoutEvent', leaf: 6 },
    ],
    [
      'a row does not stand now',
      'rows.ndjson',
      at(2, (l) => l.replace('true', 'false')),
      { code: 'rowNotCurrent' },
    ],
    ['a row is no row', 'rows.ndjson', at(2, () => '[]'), { code: 'rowForm' }],
    ['a key is no key', 'key.pub', (l) => [...l, 'x'], { code: 'keyForm' }],
  ])('where %s is not', async (name, file, edit, expected) => {
    const report = await verified(await edited(name, file, edit));
    expect(report.findings).toContainEqual(expect.objectContaining(expected));
    expect(report.ok).toBe(false);
  });

  it('without the stored hashes says in which interval something is wrong', async () => {
    const folder = await edited(
      'interval',
      'events.ndjson',
      at(6, (line) => line.replace('Löner', 'Löner2')),
    );
    await writeFile(path.join(folder, 'hashes.bin'), '');
    const expected = { code: 'rootWrong', leaf: 5, until: 10, size: 10, detail: '7' };
    expect((await verified(folder)).findings).toContainEqual(expected);
  });

  it('whose end is gone is smaller than its own checkpoints', async () => {
    const folder = await edited('cut', 'events.ndjson', (lines) => [...lines.slice(0, 35), '']);
    await writeFile(path.join(folder, 'hashes.bin'), '');
    const expected = { code: 'checkpointBeyond', leaf: 35, size: 40 };
    expect((await verified(folder)).findings).toContainEqual(expected);
  });

  it('that is wrong from end to end is told up to a limit', async () => {
    const folder = path.join(place, 'long');
    await makeLog(folder, { integrations: 1, events: 500 });
    const text = await readFile(path.join(folder, 'events.ndjson'), 'utf8');
    await writeFile(path.join(folder, 'events.ndjson'), text.replaceAll('"reason":null', '"reason":1'));
    const report = await verified(folder);
    expect(report.faults).toBeGreaterThan(500);
    expect(report.findings.length).toBeLessThan(700);
  });
});

describe('the program', () => {
  it('ends with 0 and says so in Swedish, or in English', async () => {
    expect(await run(whole)).toMatchObject({ code: 0, out: expect.stringContaining('Loggen är hel.') });
    expect(await run(whole, '--english')).toMatchObject({
      out: expect.stringContaining('The log is whole.'),
    });
  });

  it('ends with 1 and says what and where', async () => {
    const folder = await edited(
      'told',
      'events.ndjson',
      at(6, (line) => line.replace('Löner', 'Löner2')),
    );
    const { code, out } = await run(folder);
    expect(code).toBe(1);
    expect(out).toMatch(/leafChanged: .*\[händelse nr 6, id 0/);
    const report = JSON.parse((await run(folder, '--json')).out) as Report;
    expect(report).toMatchObject({ ok: false, faults: 1, findings: [{ code: 'leafChanged', leaf: 6 }] });
  });

  it.each([[[]], [['/nowhere/at/all']], [['--what']], [['a', 'b']]])(
    'ends with 2 when called with %j',
    async (words) => {
      expect(await run(...words)).toMatchObject({ code: 2, out: '' });
    },
  );

  it('compares what witnesses have kept, in several files and with more signatures', async () => {
    const notes = (await readFile(path.join(whole, 'checkpoints.txt'), 'utf8')).split('\n\n\u2014');
    const first = path.join(place, 'first.txt');
    const more = path.join(place, 'more.txt');
    const kept = await readFile(path.join(whole, 'checkpoints.txt'), 'utf8');
    await writeFile(
      first,
      `${kept.split('\n').slice(0, 5).join('\n')}\n\u2014 witness.example/w1 AAAAAAAA\n`,
    );
    await writeFile(more, kept);
    expect(notes.length).toBe(9);
    const { out, code } = await run(whole, '--witnessed', first, '--witnessed', more, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as Report).witnessed).toEqual([5, 5, 10, 15, 20, 25, 30, 35, 40]);
  });

  it('does not take an empty file for a witness', async () => {
    const empty = path.join(place, 'empty.txt');
    await writeFile(empty, ' \n');
    const { code, out } = await run(whole, '--witnessed', empty);
    expect([code, out]).toEqual([2, '']);
  });

  it('trusts the keys that it is given, and no others', async () => {
    const own = path.join(place, 'own.pub');
    await writeFile(own, `# Värna\n${madeKey(1).verifierKey}\n`);
    expect(await run(whole, '--key', own)).toMatchObject({ code: 0 });
    const other = path.join(place, 'other.pub');
    await writeFile(other, `${madeKey(2).verifierKey}\n`);
    const report = JSON.parse((await run(whole, '--key', other, '--json')).out) as Report;
    const codes = new Set(report.findings.map((finding) => finding.code));
    expect([...codes]).toEqual(['keyStrange', 'checkpointSignature']);
  });

  it('has words for every fault in both languages', () => {
    for (const code of findingCodes) expect(wordsSv.findings[code]).not.toBe(wordsEn.findings[code]);
  });
});
