import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import type { Services } from '../../../kernel/run.ts';
import { openedPdf, plainOf, wordsOfPdf } from '../../../pdf/testing.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { written } from '../../../governance/acknowledgements/testing.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { openTransactions } from '../../../testing/transactions.ts';
import { asked, draftedReport, serveTestInstallation } from '../testing.ts';
import { approve, reopenApproved, write } from './authority-report.actions.ts';
import { authorityReport } from './authority-report.views.ts';
import { saveReport } from './report-file.actions.ts';
import type { ReportForm } from './report-forms.ts';

let database: TestDatabase, services: Services;
let town: Arranged;
let coordinator: Actor, second: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  second = holderOf('securityCoordinator', town.manager);
});
afterAll(() => database.close());

/** Transactions that are open when a file begins to be set; and what happens meanwhile. */
const open: number[] = [];
let meanwhile: () => Promise<unknown> = () => Promise.resolve();
vi.mock(import('../../../pdf/make-pdf.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    makePdf: async (...asked) => {
      open.push(await openTransactions(database));
      await meanwhile();
      return real.makePdf(...asked);
    },
  };
});
beforeEach(() => {
  meanwhile = () => Promise.resolve();
  open.length = 0;
});

interface Drafted {
  readonly id: string;
  readonly reportId: string;
}
const take = (one: Drafted, form: ReportForm, actor = coordinator) =>
  actAs(services, actor, saveReport, { id: one.id, input: { reportId: one.reportId, form } });
async function taken(one: Drafted, form: ReportForm) {
  const file = await done(take(one, form));
  const bytes = Buffer.from(file['content'] as string, 'base64');
  return { name: file['name'], sha256: file['sha256'], bytes };
}
async function shown(one: Drafted) {
  const report = await asked(services, authorityReport, coordinator, one.id, { reportId: one.reportId });
  return report as unknown as {
    version: number;
    contentHash: string | null;
    fields: { key: string; label: string; isMissing: boolean }[];
    takenOut: { form: string; sha256: string }[];
  };
}
async function approved(one: Drafted, words = 'Inte känt ännu'): Promise<void> {
  const { version, fields } = await shown(one);
  const { reportId } = one;
  const said = fields.filter(({ isMissing }) => isMissing).map(({ key }) => ({ key, text: words }));
  const input = {
    reportId,
    said: [...said, { key: 'nature', text: `${words}: [brevet](https://ont.example)` }],
  };
  const written = await done(actAs(services, coordinator, write, { id: one.id, version, input }));
  const step = { id: one.id, version: written.version, input: { reportId, aloneReason: '' } };
  await done(actAs(services, second, approve, step));
}
async function told() {
  const { rows } = await sql<{ kind: string; leaf: string }>`
    select kind, leaf from audit_event order by transaction_id desc limit 1`.execute(database.db);
  return { kind: rows[0]?.kind, leaf: JSON.parse(rows[0]?.leaf ?? '{}') as { data: object } };
}

describe('a draft taken out', () => {
  it('says that nobody has approved it and what is missing, and only the log keeps its checksum', async () => {
    const one = await draftedReport(services, coordinator, town.executive);
    const { bytes, name, sha256 } = await taken(one, 'pdf');
    expect(name).toMatch(/utkast – inte godkänd\.pdf$/);
    const words = plainOf(await wordsOfPdf(bytes));
    expect(words).toContain(plainOf('Utkast – inte godkänd. Det här är ett utkast.'));
    expect(words).toContain(plainOf('Uppgift saknas. Fältet är obligatoriskt.'));
    const { kind, leaf } = await told();
    expect(kind).toBe('incident.reportExported');
    expect(leaf.data).toMatchObject({ form: 'pdf', sha256 });
    expect((await shown(one)).takenOut).toEqual([]);
  });
});

describe('an approved report taken out', () => {
  it('holds every field in the authority’s order and the checksum of what was approved, and is disclosed', async () => {
    const one = await draftedReport(services, coordinator, town.executive);
    await approved(one);
    const { fields, contentHash } = await shown(one);
    const { bytes, sha256 } = await taken(one, 'pdf');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const { info, language, tags } = await openedPdf(bytes);
    expect(info).toMatchObject({ Title: expect.stringMatching(/.{5}/) as string });
    expect(language).toMatch(/^sv/);
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2']));
    const words = plainOf(await wordsOfPdf(bytes));
    const places = fields.map(({ label }) => words.indexOf(plainOf(label)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(words).toContain(contentHash);
    expect(words).toContain('https://ont.example');
    const { kind, leaf } = await told();
    expect(kind).toBe('incident.reportDisclosed');
    expect(leaf.data).toMatchObject({
      form: 'pdf',
      sha256,
      contentHash,
      recipient: expect.any(String) as string,
    });
    expect((await shown(one)).takenOut).toMatchObject([{ form: 'pdf', sha256 }]);
  });

  it('is the same bytes again, told again and kept once', async () => {
    const one = await draftedReport(services, coordinator, town.executive);
    await approved(one);
    const [first, again] = [await taken(one, 'pdfArchive'), await taken(one, 'pdfArchive')];
    expect(again.sha256).toBe(first.sha256);
    expect((await told()).kind).toBe('incident.reportDisclosed');
    expect((await shown(one)).takenOut).toHaveLength(1);
  });

  it('is a Word document too', async () => {
    const one = await draftedReport(services, coordinator, town.executive);
    await approved(one, 'Inte känt, ännu');
    const { bytes, name } = await taken(one, 'docx');
    expect(name).toMatch(/\.docx$/);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('Inte känt, ännu');
    expect(xml).toContain('w:val="Heading1"');
  });

  it('after the approval was taken back is a draft again, and what was taken out before is not shown as it', async () => {
    const one = await draftedReport(services, coordinator, town.executive);
    await approved(one);
    await taken(one, 'pdf');
    const { version } = await shown(one);
    const input = { reportId: one.reportId };
    await done(actAs(services, coordinator, reopenApproved, { id: one.id, version, input }));
    expect((await shown(one)).takenOut).toEqual([]);
    expect(plainOf(await wordsOfPdf((await taken(one, 'pdf')).bytes))).toContain('Utkast');
  });
});

describe('a report of a case with secret parts', () => {
  it('says under which provision, and is for those whom the whole case is open to', async () => {
    const secret = { secretParts: ['description'], secrecyProvision: 'OSL 18:8', unitId: town.school };
    const one = await draftedReport(services, coordinator, town.executive, secret);
    await approved(one);
    expect(plainOf(await wordsOfPdf((await taken(one, 'pdf')).bytes))).toContain(plainOf('OSL 18:8'));
    const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
    const manager = holderOf('manager', town.manager, where);
    expect(await take(one, 'pdf', manager)).toMatchObject({ code: 'notFound' });
    expect(await take(one, 'pdf', employee(town.manager))).toMatchObject({ code: 'notFound' });
  });
});

describe('while a file is made', () => {
  it('no transaction is open', async () => {
    await taken(await draftedReport(services, coordinator, town.executive), 'pdf');
    expect(open).toEqual([0]);
  });

  it('a report that is written in, or a case that is closed to the asker, makes the file nobody’s', async () => {
    const one = await draftedReport(services, coordinator, town.executive, { unitId: town.school });
    meanwhile = () => approved(one);
    expect(await take(one, 'pdf')).toMatchObject({ code: 'busy' });
    const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
    const manager = holderOf('manager', town.manager, where);
    meanwhile = () => Promise.resolve();
    expect(await take(one, 'pdf', manager)).toHaveProperty('answer');
    meanwhile = () =>
      written(database.db, new Date('2026-11-23T09:00:00Z'), (event) => [
        sql`update incident set secret_parts = '{description}', secrecy_provision = 'OSL 18:8', version = version + 1,
          changed_by_event = ${event} where id = ${one.id}`,
      ]);
    expect(await take(one, 'pdfArchive', manager)).toMatchObject({ code: 'notFound' });
    expect((await told()).kind).not.toMatch(/^incident\.report/);
    expect((await shown(one)).takenOut).toHaveLength(1);
  });
});
