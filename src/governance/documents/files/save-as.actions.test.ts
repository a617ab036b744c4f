import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { newId } from '../../../kernel/ids.ts';
import { code } from '../../../people/organisation/testing.ts';
import { openedPdf, wordsOfPdf } from '../../../pdf/testing.ts';
import { anonymous, employee } from '../../../testing/actors.ts';
import { Documents, textOf } from '../chain/testing.ts';
import { fileForms } from './file-forms.ts';
import { versionPdf } from './version-text.store.ts';

let town: Documents;
let version: { readonly id: string; readonly versionId: string };
beforeAll(async () => {
  town = await Documents.open();
  version = await town.inForce(
    { title: 'Riktlinje: lösenord/koder' },
    'Alla ska ha ett.',
    'Det bör vara långt.',
  );
});
afterAll(() => town.world.close());

interface File {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly content: string;
}
const save = (id: string, form: string, actor?: Parameters<typeof town.world.act>[2]) =>
  town.world.act('documentVersion.saveAs', { id, input: { form } }, actor);
async function saved(id: string, form: string): Promise<{ file: File; bytes: Buffer }> {
  const result = await save(id, form);
  if (isRefusal(result)) throw new Error(result.code);
  const file = result.answer as unknown as File; // looked at field by field
  return { file, bytes: Buffer.from(file.content, 'base64') };
}
async function lastEvent() {
  const [row] = await town.world.rows(
    `select kind, leaf from audit_event order by transaction_id desc limit 1`,
    [],
  );
  return { kind: row?.['kind'], leaf: JSON.parse(String(row?.['leaf'])) };
}

describe('a version saved as a file', () => {
  it.each([
    ['pdf', 'Riktlinje lösenord koder, riktlinje, version 1.pdf', 'application/pdf', '%PDF-'],
    ['pdfArchive', 'Riktlinje lösenord koder, riktlinje, version 1 (arkiv).pdf', 'application/pdf', '%PDF-'],
    [
      'docx',
      'Riktlinje lösenord koder, riktlinje, version 1.docx',
      expect.stringContaining('wordprocessingml'),
      'PK',
    ],
    [
      'html',
      'Riktlinje lösenord koder, riktlinje, version 1.html',
      'text/html; charset=utf-8',
      '<!doctype html>',
    ],
    [
      'txt',
      'Riktlinje lösenord koder, riktlinje, version 1.txt',
      'text/plain; charset=utf-8',
      'Riktlinje: lösenord/koder',
    ],
  ])('as %s, and the log is told which and its hash', async (form, name, type, beginning) => {
    const { file, bytes } = await saved(version.versionId, form);
    expect(file).toMatchObject({ name, type });
    expect(bytes.toString('utf8').startsWith(beginning)).toBe(true);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(file.sha256).toBe(sha256);
    expect(await lastEvent()).toMatchObject({
      kind: 'documentVersion.exported',
      leaf: { record: version.versionId, touched: [], data: { format: form, sha256, concerns: [] } },
    });
  });

  it('says how the text was decided, what it demands and its checksum', async () => {
    const { content_hash: hash } =
      (
        await town.world.rows('select content_hash from document_version where id = $1', [version.versionId])
      )[0] ?? {};
    const text = (await saved(version.versionId, 'txt')).bytes.toString('utf8');
    for (const said of ['KS 2026-11-23 §\u00a012', 'Kommunstyrelsen', '1 ska, 1 bör', String(hash)])
      expect(text).toContain(said);
    const { bytes } = await saved(version.versionId, 'pdf');
    const words = await wordsOfPdf(bytes);
    for (const said of ['Alla ska ha ett.', '1 ska, 1 bör', String(hash), 'Sida 1 av 1'])
      expect(words).toContain(said);
    expect((await openedPdf(bytes)).tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L']));
  });

  it('is a Word document with real headings and Swedish as its language', async () => {
    const parts = unzipSync((await saved(version.versionId, 'docx')).bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(part('word/document.xml')).toContain('<w:pStyle w:val="Heading1"/>');
    expect(part('word/styles.xml')).toContain('sv-SE');
  });

  it('says of a draft that it is one, and with what a person has marked', async () => {
    const id = await town.made({ title: 'Riktlinje för sol' });
    const draft = await town.begun(id);
    const demandMarks = [{ sentence: 'solen går upp', demand: 'ska' }];
    await town.world.did(
      'documentVersion.write',
      { ...textOf('Solen går upp. Lampor bör släckas.'), demandMarks },
      draft,
      1,
    );
    const text = (await saved(draft, 'txt')).bytes.toString('utf8').replace(/\s+/g, ' ');
    expect(text).toContain('Läge: Utkast. Texten är inte beslutad och gäller inte.');
    expect(text).toContain('”Solen går upp.” är ett krav (ska).');
    expect(text).toContain('1 ska, 1 bör');
    for (const form of fileForms) expect(code(await save(draft, form))).toBe('done');
  });

  it('is for everyone signed in, and for nobody else', async () => {
    expect(code(await save(version.versionId, 'txt', employee(newId())))).toBe('done');
    expect(code(await save(version.versionId, 'txt', anonymous))).toBe('unauthenticated');
    expect(code(await save(newId(), 'txt'))).toBe('notFound');
    expect(code(await save(version.versionId, 'exe'))).toBe('invalid');
  });

  it('is made one at a time for each who asks', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => save(version.versionId, 'docx')));
    expect(new Set(all.map(code))).toEqual(new Set(['done', 'tooMany']));
  });
});

describe('a version as a PDF for the public page', () => {
  it('is the same bytes however often it is asked for, and none where there is no such version', async () => {
    const ask = (id: string) => versionPdf(town.world.database.db, id, 'reading', 'known');
    const [first, ...others] = await Promise.all(Array.from({ length: 30 }, () => ask(version.versionId)));
    if (first === undefined || first === null || isRefusal(first)) throw new Error('no file');
    for (const other of others) expect(other).toEqual(first);
    expect(first.name).toMatch(/\.pdf$/);
    expect(await ask(newId())).toBeNull();
  });
});
