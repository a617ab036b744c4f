import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestLog, testLog } from './audit/testing.ts';
import { signNote } from './audit/tree/note.ts';
import { urlOf, varna as varnaIn } from './testing/console.ts';

let log: TestLog;
let place: string;
let url: string;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'varna-cli-log-'));
  log = await testLog();
  await log.tell(3);
  await log.integrate();
  url = urlOf(log.database.owner);
});
afterAll(async () => {
  await log.close();
  await rm(place, { recursive: true });
});

/** The command line on the test's database, with the secret that signed its log. */
const varna = (...words: string[]) =>
  varnaIn(
    {
      VARNA_DATA: path.join(place, 'data'),
      VARNA_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
      VARNA_SETUP: 'tom',
      DATABASE_URL: url,
      INIT_CWD: place,
    },
    ...words,
  );

describe('the log at the console', () => {
  it('goes on from a restored backup for a reason, and says when nothing is in the way', async () => {
    const words = ['audit', 'accept-restore', '--reason', 'Disken gick sönder.'];
    expect(await varna(...words)).toMatchObject({
      code: 0,
      told: expect.stringContaining('Inget står i vägen'),
    });
    const lost = `${log.signer.verifierKey.name}\n99\n${Buffer.alloc(32).toString('base64')}\n`;
    await mkdir(path.join(place, 'data'), { recursive: true });
    await writeFile(path.join(place, 'data', 'log-head.txt'), signNote(lost, log.signer));
    expect(await varna('audit', 'accept-restore')).toMatchObject({
      code: 1,
      told: expect.stringContaining('--reason'),
    });
    expect(await varna(...words)).toMatchObject({
      code: 0,
      told: expect.stringContaining('från 4 händelser'),
    });
    expect(await varna(...words)).toMatchObject({
      code: 0,
      told: expect.stringContaining('Inget står i vägen'),
    });
    const { rows } = await log.owner.query<{ reason: string }>(
      `select leaf::jsonb->>'reason' as reason from audit_event where kind = 'audit.restored'`,
    );
    expect(rows).toEqual([{ reason: 'Disken gick sönder.' }]);
  });

  it('is exported to a new folder, which is told to the log itself', async () => {
    const exported = await varna('audit', 'export', '--out', 'export', '--purpose', 'granskning');
    expect(exported).toMatchObject({ code: 0, out: '', told: expect.stringContaining('4 händelser') });
    const files = ['FORMAT.md', 'checkpoints.txt', 'events.ndjson', 'hashes.bin', 'key.pub', 'rows.ndjson'];
    expect((await readdir(path.join(place, 'export'))).sort()).toEqual(files.sort());
    const lines = (await readFile(path.join(place, 'export', 'events.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    const { rows } = await log.owner.query<{ data: unknown }>(
      `select leaf::jsonb->'data' as data from audit_event where kind = 'audit.exported'`,
    );
    expect(rows).toEqual([{ data: { size: 4, rows: 0, purpose: 'granskning', recipient: null } }]);
    expect(await varna('audit', 'export', '--out', 'export')).toMatchObject({ code: 1 });
    expect(await varna('audit', 'export')).toMatchObject({ code: 1, told: expect.stringContaining('--out') });
  });

  it('is verified where it lies, with what a witness has kept', async () => {
    const { rows } = await log.owner.query<{ note: string }>('select note from audit_checkpoint');
    await writeFile(path.join(place, 'kept.txt'), rows[0]?.note ?? '');
    const whole = await varna('verify-audit', '--witnessed', 'kept.txt');
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('Loggen är hel.') });
    expect(await varna('verify-audit', '--witnessed', 'nowhere.txt')).toMatchObject({ code: 2 });
    const intruder = new pg.Client(log.database.owner);
    await intruder.connect();
    await intruder.query("set session_replication_role = 'replica'");
    await intruder.query("update audit_event set actor_kind = 'person' where kind = 'test'");
    await intruder.end();
    const { code, out } = await varna('verify-audit', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      findings: [{ code: 'columnsDiffer', detail: 'actor_kind' }, {}, {}],
    });
  });
});
