import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registers } from '../app.ts';
import { askedCampaign, written } from '../governance/acknowledgements/testing.ts';
import type { Actor } from '../kernel/access.ts';
import { type AnyRegister } from '../kernel/register.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import { register as enter } from '../registers/information/information.actions.ts';
import { list as information } from '../registers/information/information.views.ts';
import { holderOf } from '../testing/actors.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { openTransactions } from '../testing/transactions.ts';
import { exportOf } from './export.ts';
import { exportRegister } from './exports.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let schoolManager: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  schoolManager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
  for (const [name, unitId, secrecyProvisions] of [
    ['=HYPERLINK("http://ont.example")', town.school, []],
    ['Elevhälsans journaler', town.school, ['OSL 25:1']],
    ['Ärenden i omsorgen', town.care, []],
  ] as const) {
    const more = { description: '', area: 'skola', carriers: ['paper'], personalData: 'none' };
    const input = { name, unitId, secrecyProvisions, ...more, personalDataKinds: [], draft: false };
    await done(actAs(services, coordinator, enter, { input }));
  }
});
afterAll(() => database.close());

const exportNamed = (name: string) => {
  const found = exportRegister.actions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no export ${name}`);
  return found;
};
interface File {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
  readonly content: string;
}
const purpose = 'Underlag till den årliga uppföljningen';
async function take(
  name: string,
  actor: Actor,
  input: object = {},
  asked: { purpose?: string } = { purpose },
): Promise<File | { code: string }> {
  const result = await act(services, exportNamed(name), {
    actor,
    id: null,
    input: { filter: {}, format: 'csv', ...input },
    version: null,
    idempotencyKey: null,
    confirmed: new Set(),
    ...asked,
  });
  return isRefusal(result) ? result : (result.answer as unknown as File);
}
const linesOf = (file: File | { code: string }) =>
  'content' in file ? Buffer.from(file.content, 'base64').toString().split('\r\n') : [file.code];

describe('an export', () => {
  it('holds every row of the selection within the scope, and runs no formula', async () => {
    const file = await take('information.export', schoolManager);
    const lines = linesOf(file);
    expect(file).toMatchObject({ name: 'Information 2026-11-23.csv', rows: 2 });
    expect(lines[0]).toContain('Namn;Tillstånd;Enhet;');
    expect(
      lines
        .slice(1, 3)
        .map((line) => line.slice(0, 40))
        .sort(),
    ).toEqual(['"\'=HYPERLINK(""http://ont.example"")";I ', 'Elevhälsans journaler;I registret;Skolan']);
    expect(linesOf(await take('information.export', coordinator))).toHaveLength(5);
    const narrowed = await take('information.export', coordinator, {
      filter: { search: 'journaler', page: '9' },
    });
    expect(narrowed).toMatchObject({ rows: 1 });
  });

  it('is told with what for, how many rows, what was sensitive among them, and the hash of the very file', async () => {
    const file = await take('information.export', coordinator, { format: 'xlsx', filter: { sort: '-name' } });
    const found = await sql<{ leaf: string }>`
      select leaf from audit_event where kind = 'information.exported' order by transaction_id desc limit 1`.execute(
      database.db,
    );
    const content = Buffer.from('content' in file ? file.content : '', 'base64');
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(JSON.parse(found.rows[0]?.leaf ?? '')).toMatchObject({
      reason: purpose,
      record: null,
      touched: [],
      data: {
        view: 'information.list',
        query: { sort: '-name' },
        rows: 3,
        format: 'xlsx',
        sha256,
        recipient: null,
        concerns: [expect.stringMatching(/^information:/)],
      },
    });
  });

  it('to somebody outside is a disclosure, with the recipient and the diary number', async () => {
    const given = { recipient: 'Norrbottens Tidning', diaryNumber: 'KS 2026/123' };
    expect(await take('person.export', coordinator, given)).toMatchObject({ rows: 2 });
    const found = await sql<{ leaf: string; concerns: string[] }>`
      select leaf, concerns from audit_event where kind = 'person.disclosed'`.execute(database.db);
    expect(JSON.parse(found.rows[0]?.leaf ?? '')).toMatchObject({ reason: purpose, data: given });
    expect(found.rows[0]?.concerns).toEqual([`person:${town.manager}`]);
  });

  it.each([undefined, '', 'kort', 'x'.repeat(301), 'för 19121212-1212 och andra'])(
    'is refused without a purpose that says something: %s',
    async (given) => {
      const asked = given === undefined ? {} : { purpose: given };
      expect(await take('information.export', coordinator, {}, asked)).toMatchObject({
        code: 'purposeMissing',
      });
    },
  );

  it.each([
    [{ filter: { search: 'finns ingenstans' } }, 'nothingToExport'],
    [{ diaryNumber: 'KS 2026/1' }, 'recipientMissing'],
    [{ filter: { okänt: 'x' } }, 'invalid'],
    [{ filter: { unknown: 'x' } }, 'invalid'],
    [{ format: 'pdf' }, 'invalid'],
  ])('is refused: %j', async (input, code) => {
    expect(await take('information.export', coordinator, input)).toMatchObject({ code });
  });

  it('is made one at a time for each who asks', async () => {
    const files = await Promise.all(Array.from({ length: 8 }, () => take('person.export', schoolManager)));
    const outcomes = files.map((file) => ('code' in file ? file.code : 'made'));
    expect(new Set(outcomes)).toEqual(new Set(['made', 'tooMany']));
    expect(await take('person.export', schoolManager)).toHaveProperty('content');
  });

  it('is read and made before there is a transaction, in all formats', async () => {
    const begun = vi.spyOn(database.db, 'transaction');
    const seen: number[] = [];
    const answer: typeof information.answer = async (...asked) => {
      seen.push(await openTransactions(database));
      return information.answer(...asked);
    };
    const columns = ({ name }: { readonly name: string }) => {
      seen.push(begun.mock.calls.length);
      return { Namn: name };
    };
    const named = { name: 'information.export', title: () => 'Information' } as const;
    const watched = exportOf({ ...information, answer }, { ...named, columns });
    for (const format of ['csv', 'xlsx']) {
      begun.mockClear();
      const request = {
        actor: schoolManager,
        id: null,
        input: { filter: {}, format },
        version: null,
        purpose,
      };
      const made = act(services, watched, { ...request, idempotencyKey: null, confirmed: new Set() });
      expect(await done(made)).toMatchObject({ rows: 2 });
      expect(begun).toHaveBeenCalledOnce();
    }
    begun.mockRestore();
    expect(seen).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('keeps no copy of the file for a repeated request', async () => {
    const kept = await sql`select key from idempotency_key where action like '%.export%'`.execute(
      database.db,
    );
    expect(kept.rows).toEqual([]);
  });
});

it('the list that is signed on paper runs no formula, whatever somebody is called', async () => {
  await written(database.db, new Date('2026-02-01T00:00:00Z'), (event) => [
    sql`update person set given_name = '=HYPERLINK("http://ont.example")', version = version + 1, changed_by_event = ${event}
      where id = ${town.manager}`,
  ]);
  const { campaign } = await askedCampaign(services, coordinator, town.school);
  const [head = '', first = ''] = linesOf(
    await take('campaignRecipient.export', coordinator, { filter: { campaignId: campaign } }),
  );
  expect(head).toMatch(/;Underskrift;Dag$/);
  expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/ont.example""\) Lind";;Skolan;Väntar;/);
});

describe('every list', () => {
  // A list that cannot be taken out, and why.
  const kept: Readonly<Record<string, string>> = {
    'appointment.list': 'the appointments are taken out by place, as the page shows them',
    'token.list': 'the asker’s own secrets',
    'clauses.list': 'figures; the follow-up is the file',
    'documentVersion.list': 'the documents are public and are taken out themselves',
    'publicationPlace.list': 'a few addresses',
    'allowedSite.list': 'a few sites, each with its reason',
    'retentionRule.list': 'a few rules, each with its decision',
    'supportContact.list': 'two addresses',
    'document.list': 'the documents are public and are taken out themselves',
    'exceptionRule.list': 'a row for each level of risk',
    'decidingRule.list': 'a row for each kind of document',
    'demandAttest.list': 'what offices have attested is read beside its demand; the follow-up is the file',
    'witness.list': 'a few addresses',
    'questionSet.list': 'a few questions, each read beside its document',
    'campaignTarget.list': 'three figures, each with its reason',
    'mailIntake.list': 'letters that somebody sent, whose senders are forgotten after a month',
    'mail.list': 'letters to persons, whose words are forgotten after a month',
    'logVerification.list': 'outcomes; the log itself is exported whole',
    'channelTest.list': 'outcomes of a test that Värna makes of itself',
    'adviceTarget.list': 'a few numbers, each with its reason',
    'duty.list': 'the law, which is printed as the page shows it',
    'dutyTerm.list': 'a few rows, each with its source',
    'dutyRecipient.list': 'a few rows, each with its source',
  };
  const all: readonly AnyRegister[] = registers;
  const lists = all.flatMap((one) => one.views).filter((view) => view.name.endsWith('.list'));
  it.each(lists.map((view) => view.name).filter((name) => !(name in kept)))('%s can be taken out', (name) => {
    expect(exportRegister.actions.map((one) => one.name)).toContain(name.replace(/list$/, 'export'));
  });

  const files = exportRegister.actions.map((one) => one.name).filter((name) => name.includes('.export'));
  it.each(files)('%s has a head of words in both languages', async (name) => {
    for (const language of ['sv', 'en'] as const) {
      const administrator = holderOf('administrator', town.manager);
      const actor = { ...coordinator, language, held: [...coordinator.held, ...administrator.held] };
      const [head = '', first = ''] = linesOf(await take(name, actor));
      if (first === '' && head === 'nothingToExport') continue;
      const labels = head.replace('\uFEFF', '').split(';');
      expect(labels.length).toBeGreaterThan(4);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels).not.toContain('undefined');
      expect(labels).not.toContain('');
    }
  });
});

describe('a printed page', () => {
  const print = (name: string, input: object, actor = coordinator) =>
    actAs(services, actor, exportNamed(name), { input: { recordId: null, filter: {}, ...input } });
  const newest = async () => {
    const found = await sql<{ kind: string; record: string | null; concerns: string[] }>`
      select kind, record_id as record, concerns from audit_event order by transaction_id desc limit 1`.execute(
      database.db,
    );
    return found.rows[0];
  };

  it('is told with what was sensitive on it', async () => {
    expect(await print('person.print', {})).toMatchObject({ code: 'notFound' });
    expect(await print('person.print', { recordId: town.manager })).toHaveProperty('answer');
    const concerns = [`person:${town.manager}`];
    expect(await newest()).toEqual({ kind: 'person.printed', record: town.manager, concerns });
    expect(await print('person.printList', { filter: { search: 'Lind' } })).toHaveProperty('answer');
    expect(await newest()).toEqual({ kind: 'person.printed', record: null, concerns });
  });

  it('of the past is told with its day', async () => {
    expect(await print('person.printList', { filter: { asOf: '2026-10-01' } })).toHaveProperty('answer');
    const found = await sql<{ leaf: string }>`
      select leaf from audit_event where kind = 'person.printed' order by transaction_id desc limit 1`.execute(
      database.db,
    );
    expect(JSON.parse(found.rows[0]?.leaf ?? '')).toMatchObject({ data: { asOf: '2026-10-01' } });
  });

  it('with nothing sensitive on it leaves no trace', async () => {
    const before = await newest();
    const tried = await print('information.printList', { filter: { search: 'omsorgen' } });
    expect(tried).toMatchObject({ code: 'nothingToTell' });
    expect(await newest()).toEqual(before);
  });

  it('of what she may not see is a page that does not exist', async () => {
    const { rows } = await sql<{ id: string }>`select id from information where name like 'Ärenden%'`.execute(
      database.db,
    );
    const tried = await print('information.print', { recordId: rows[0]?.id }, schoolManager);
    expect(tried).toMatchObject({ code: 'notFound' });
  });
});
