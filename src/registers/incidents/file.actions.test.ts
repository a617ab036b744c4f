import { deflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scanThrough } from '../../files/scan.ts';
import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { addFileByCode, attach, discloseFile, openFile, setSetting } from './file.actions.ts';
import { triage } from './incident.actions.ts';
import { record } from './incident.views.ts';
import { report } from './report.actions.ts';
import { asked, reportOf, serveTestInstallation, triaged, triageOf, visitor } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let id: string;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  id = (await triaged(services, coordinator)).id;
});
afterAll(() => database.close());
afterEach(() => scanThrough(null));

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
let made = 0;
/** The same content would be the same file. */
const another = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(String(++made))]);
const put = (name: string, bytes: Buffer, actor = coordinator) =>
  actAs(services, actor, attach, { id, input: { name, content: bytes.toString('base64') } });
const files = async () => (await asked(services, record, coordinator, id)) as unknown as { files: File[] };
interface File {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly standing: string;
  readonly custody: readonly { what: string; recipient: string }[];
}
const fileNamed = async (fileId: string) => (await files()).files.find((one) => one.id === fileId);

describe('a file', () => {
  it.each([
    ['foto.png', another(png), 'foto.png', 'image/png'],
    ['foto.exe', another(png), 'foto.png', 'image/png'],
    ['../../etc/passwd', Buffer.from('rot: x'), 'passwd.txt', 'text/plain; charset=utf-8'],
    ['sida.html', Buffer.from('<script>alert(1)</script>'), 'sida.txt', 'text/plain; charset=utf-8'],
  ])('called %s is what it holds', async (name, bytes, kept, type) => {
    const { id: fileId } = await done(put(name, bytes));
    expect(await fileNamed(fileId)).toMatchObject({ name: kept, type, standing: 'unscanned' });
  });

  it.each([
    ['a program', Buffer.from([0x4d, 0x5a, 0, 3]), 'wrongType'],
    ['nothing', Buffer.alloc(0), 'invalid'],
    ['too much', Buffer.alloc(25_000_001, 65), 'fileTooLarge'],
  ])('that is %s is refused, and nothing is kept', async (_what, bytes, code) => {
    const before = (await files()).files.length;
    expect(await put('fil', bytes)).toMatchObject({ code });
    expect((await files()).files).toHaveLength(before);
  });

  it('that is an archive which would fill a disk is kept as it is, and never opened', async () => {
    const bomb = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), deflateRawSync(Buffer.alloc(50_000_000))]);
    const begun = process.memoryUsage().rss;
    const { id: fileId } = await done(put('bomb.zip', bomb));
    expect(await fileNamed(fileId)).toMatchObject({ type: 'application/zip' });
    expect(process.memoryUsage().rss - begun).toBeLessThan(200_000_000);
  });

  it('sent twice is one', async () => {
    const bytes = another(png);
    const [first, second] = [await done(put('a.png', bytes)), await done(put('b.png', bytes))];
    expect(second.id).toBe(first.id);
    expect((await fileNamed(first.id))?.custody).toHaveLength(1);
  });

  it('comes back as it was, and the custody log says who has had it', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(2_500_000, 7)]);
    const { id: fileId } = await done(put('stor.png', bytes));
    const confirmed = ['unscanned'];
    const opened = await done(
      actAs(services, coordinator, openFile, { id, confirmed, input: { fileId, purpose: '' } }),
    );
    expect(Buffer.from(opened['content'] as string, 'base64').equals(bytes)).toBe(true);
    const input = { fileId, recipient: 'Tidningen', purpose: 'Begärd handling', diaryNumber: 'KS 2026/9' };
    await done(actAs(services, coordinator, discloseFile, { id, confirmed, input }));
    const { custody } = (await fileNamed(fileId)) ?? { custody: [] };
    expect(custody.map((one) => [one.what, one.recipient])).toEqual([
      ['added', ''],
      ['opened', ''],
      ['disclosed', 'Tidningen'],
    ]);
  });

  it('is not opened by whoever may only see the case', async () => {
    const { id: fileId } = await done(put('c.png', another(png)));
    const manager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    const refused = await actAs(services, manager, openFile, { id, input: { fileId, purpose: '' } });
    expect(refused).toMatchObject({ code: 'notFound' });
  });
});

describe('malware', () => {
  it('as the test file is kept from everybody, also when nothing is set up to look', async () => {
    const { id: fileId, standing } = await done(put('rapport.txt', eicar));
    expect(standing).toBe('quarantined');
    for (const input of [
      { fileId, purpose: '' },
      { fileId, purpose: 'Begärd handling', recipient: 'Tidningen', diaryNumber: null },
    ])
      expect(
        await actAs(services, coordinator, 'recipient' in input ? discloseFile : openFile, { id, input }),
      ).toMatchObject({ code: 'quarantined' });
  });

  it.each([
    ['true', 'clean'],
    ['false', 'quarantined'],
    ['ls /nowhere/at/all', 'waiting'],
    ['/nowhere/scanner', 'waiting'],
    ['sleep 20', 'waiting'],
  ])('looked for by %s', async (command, standing) => {
    scanThrough(command, 1000);
    expect(await done(put('d.png', another(png)))).toMatchObject({ standing });
  });
});

describe('from who reported', () => {
  it('a file comes by the code, a smaller one than else', async () => {
    const guest = visitor('192.0.2.9');
    const { code } = await done(actAs(services, guest, report, { input: reportOf() }));
    const send = (bytes: Buffer, by = code as string) =>
      actAs(services, guest, addFileByCode, {
        input: { code: by, name: 'foto.jpg', content: bytes.toString('base64') },
      });
    expect(await done(send(another(png)))).toMatchObject({ added: true });
    expect(await send(Buffer.alloc(8_000_001, 65))).toMatchObject({ code: 'fileTooLarge' });
    expect(await send(another(png), 'fel kod')).toMatchObject({ code: 'codeUnknown' });
  });

  it('does not tell who that was, whoever has signed in', async () => {
    const reporter = employee(town.manager, town.care);
    const { code } = await done(actAs(services, reporter, report, { input: reportOf() }));
    const { rows } = await sql<{ id: string }>`select id from incident order by id desc limit 1`.execute(
      database.db,
    );
    const caseId = rows[0]?.id ?? '';
    const secret = { secretParts: ['reporter'], secrecyProvision: 'OSL 18:8' };
    const input = await triageOf(database.db, caseId, { unitId: town.school, ...secret });
    await done(actAs(services, coordinator, triage, { id: caseId, version: 1, input }));
    const file = { code: code as string, name: 'foto.png', content: another(png).toString('base64') };
    await done(actAs(services, reporter, addFileByCode, { input: file }));
    const manager = holderOf('manager', town.other, { scopeId: town.school, units: [town.school] });
    const adderTo = async (actor: Actor) => {
      const shown = (await asked(services, record, actor, caseId)) as unknown as {
        files: { custody: { person: string | null }[] }[];
      };
      return shown.files.map(({ custody }) => custody.map(({ person }) => person));
    };
    expect(await adderTo(manager)).toEqual([[null]]);
    expect(await adderTo(coordinator)).toEqual([[null]]);
  });
});

describe('the largest file', () => {
  it('is the municipality’s to say, with a reason', async () => {
    const told = { wakeAt: [25, 50, 75, 90], noticeTo: [] };
    const set = (largestFileMb: number, actor = coordinator) =>
      actAs(services, actor, setSetting, {
        input: { largestFileMb, aloneAtNight: false, ...told, reason: 'Vi tar emot filmer' },
      });
    expect(await set(1, employee(town.manager))).toMatchObject({ code: 'forbidden' });
    expect(await set(51)).toMatchObject({ code: 'invalid' });
    await done(set(1));
    expect(await put('fil', Buffer.alloc(1_000_001, 65))).toMatchObject({ code: 'fileTooLarge' });
    await done(set(2));
    expect(await set(2)).toMatchObject({ code: 'nothingChanged' });
    const { rows } = await sql<{ n: number }>`select count(*) as n from incident_setting`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(1);
  });
});
