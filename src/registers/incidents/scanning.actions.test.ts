import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { scanThrough } from '../../files/scan.ts';
import type { Actor } from '../../kernel/access.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { addFileByCode, attach, discloseFile, noteScan, openFile } from './file.actions.ts';
import { record } from './incident.views.ts';
import { scanWaiting } from './keep.ts';
import { asked, serveTestInstallation, triaged, visitor } from './testing.ts';

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
let made = 0;
/** The same content would be the same file. */
const another = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(String(++made))]);
const put = (name: string, bytes: Buffer, actor = coordinator) =>
  actAs(services, actor, attach, { id, input: { name, content: bytes.toString('base64') } });
const standingOf = async (fileId: string) => {
  const shown = (await asked(services, record, coordinator, id)) as unknown as {
    files: { id: string; standing: string }[];
  };
  return shown.files.find((one) => one.id === fileId)?.standing;
};
/** Opens it, and hands it out; what each was refused with. */
const handedOut = async (fileId: string, confirmed: readonly string[] = []) => {
  const disclosure = { fileId, purpose: 'Begärd handling', recipient: 'Tidningen', diaryNumber: null };
  const answers = [
    await actAs(services, coordinator, openFile, { id, confirmed, input: { fileId, purpose: '' } }),
    await actAs(services, coordinator, discloseFile, { id, confirmed, input: disclosure }),
  ];
  return answers.map((one) => (isRefusal(one) ? one.code : null));
};

describe('the scanner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'varna-scans-'));
  const script = join(folder, 'scan.sh');
  const runs = () => readdirSync(folder).filter((name) => name.startsWith('run.')).length;
  beforeAll(() => {
    writeFileSync(script, `cat >/dev/null\nmktemp "${folder}/run.XXXXXX" >/dev/null\nsleep 0.3\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not begun for what would be refused anyway, whoever sends it', async () => {
    scanThrough(`sh ${script}`);
    const guest = visitor('192.0.2.10');
    const content = another(png).toString('base64');
    const wrong = { code: 'AAAA-BBBB-CCCC', name: 'foto.png', content };
    expect(await actAs(services, guest, addFileByCode, { input: wrong })).toMatchObject({
      code: 'codeUnknown',
    });
    const at = { unitId: town.school };
    const manager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    const [seen, unseen] = [await triaged(services, coordinator, at), await triaged(services, coordinator)];
    const file = { name: 'foto.png', content };
    expect(await actAs(services, manager, attach, { id: seen.id, input: file })).toMatchObject({
      code: 'forbidden',
    });
    expect(await actAs(services, manager, attach, { id: unseen.id, input: file })).toMatchObject({
      code: 'notFound',
    });
    expect(await put('program', Buffer.from([0x4d, 0x5a, 0, 3]))).toMatchObject({ code: 'wrongType' });
    expect(runs()).toBe(0);
    await done(put('foto.png', another(png)));
    expect(runs()).toBe(1);
  });

  it('holds no connection to the database while it looks', async () => {
    scanThrough(`sh ${script}`);
    const sending = put('foto.png', another(png));
    await vi.waitFor(() => expect(runs()).toBe(2));
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
    await done(sending);
  });

  it('looks at a few at a time, and refuses whoever finds the line full', async () => {
    scanThrough(`sh ${script}`);
    const senders = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({ ...coordinator, credentialId: `session-${at}` }));
    const answers = await Promise.all(senders.map((one) => put('foto.png', another(png), one)));
    const refused = answers.flatMap((one) => (isRefusal(one) ? [one.code] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(['busy']));
  });
});

describe('a file that nothing has looked at', () => {
  it('is handed out to whoever has seen the warning, and to nobody else', async () => {
    const { id: fileId } = await done(put('foto.png', another(png)));
    expect(await handedOut(fileId)).toEqual(['fileUnscanned', 'fileUnscanned']);
    expect(await handedOut(fileId, ['personnummer'])).toEqual(['fileUnscanned', 'fileUnscanned']);
    expect(await handedOut(fileId, ['unscanned'])).toEqual([null, null]);
  });

  it('is out of reach while the scanner that there is cannot look, and is looked at when it can', async () => {
    scanThrough('/nowhere/scanner');
    const [good, bad] = [await done(put('bra.png', another(png))), await done(put('illa.png', another(png)))];
    for (const { id: fileId } of [good, bad])
      expect(await handedOut(fileId, ['unscanned'])).toEqual(['fileWaiting', 'fileWaiting']);
    await scanWaiting(services);
    expect([await standingOf(good.id), await standingOf(bad.id)]).toEqual(['waiting', 'waiting']);
    scanThrough('grep -q nothing');
    // 1 is what grep says of what it does not find: malware, by the convention.
    await scanWaiting(services);
    expect(await standingOf(good.id)).toBe('quarantined');
    expect(await handedOut(good.id, ['unscanned'])).toEqual(['quarantined', 'quarantined']);
    const { rows } = await sql<{ leaf: string }>`select leaf from audit_event
      where kind = 'incident.fileScanned' order by occurred_at, id`.execute(database.db);
    expect(rows).toHaveLength(2);
  });

  it('does not wait for another that no scanner can open', async () => {
    scanThrough('/nowhere/scanner');
    const [locked, good] = [
      await done(put('last.png', Buffer.concat([another(png), Buffer.from('LOCKED')]))),
      await done(put('bra.png', another(png))),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'varna-locked-'));
    const script = join(folder, 'scan.sh');
    writeFileSync(script, 'if grep -q LOCKED; then exit 2; fi\n');
    scanThrough(`sh ${script}`);
    await scanWaiting(services);
    rmSync(folder, { recursive: true });
    expect([await standingOf(locked.id), await standingOf(good.id)]).toEqual(['waiting', 'clean']);
    scanThrough('true');
    await scanWaiting(services);
  });

  it('is clean when a scanner has come back and says so', async () => {
    scanThrough('/nowhere/scanner');
    const { id: fileId } = await done(put('foto.png', another(png)));
    scanThrough('true');
    await Promise.all([scanWaiting(services), scanWaiting(services)]);
    expect(await standingOf(fileId)).toBe('clean');
    expect(await handedOut(fileId)).toEqual([null, null]);
  });

  it('is said to be clean by no person', async () => {
    scanThrough('/nowhere/scanner');
    const { id: fileId } = await done(put('foto.png', another(png)));
    const input = { fileId, standing: 'clean', finding: '' };
    expect(await actAs(services, coordinator, noteScan, { id, input })).toMatchObject({ code: 'forbidden' });
    const again = { ...input, standing: 'waiting' };
    expect(await actAs(services, system, noteScan, { id, input: again })).toMatchObject({
      code: 'stillWaiting',
    });
    await done(actAs(services, system, noteScan, { id, input }));
    const twice = { ...input, standing: 'quarantined' };
    expect(await actAs(services, system, noteScan, { id, input: twice })).toMatchObject({
      code: 'notWaiting',
    });
  });
});
