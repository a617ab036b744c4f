import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask as question, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { anonymous, employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { answer, ask } from './advice.actions.ts';
import { edit, publish, setSupportContact, setTargetDays } from './support.actions.ts';
import { appointed } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let asker: Actor;
let technician: Actor;
let id: string;
const secret = 'Kollegan läser journaler';
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  asker = employee(town.manager);
  technician = await appointed(database.db, 'itManager', false);
  const input = { askedOf: 'itManager', subject: secret, question: `${secret} varje dag.`, about: null };
  ({ id } = await done(actAs(services, asker, ask, { input })));
  await done(actAs(services, technician, answer, { id, version: 1, input: { answer: `Tack: ${secret}` } }));
});
afterAll(() => database.close());

const views = registers.flatMap((one): readonly View[] => one.views);
const outsiders = (): [string, Actor][] => [
  ['an employee', employee(town.other)],
  ['a unit manager', holderOf('manager', town.other)],
  ['the coordinator', holderOf('informationSecurityCoordinator', town.other)],
  ['the auditor', holderOf('auditor', town.other)],
  ['the administrator', holderOf('administrator', town.other)],
  ['nobody signed in', anonymous],
];

describe('a question between two', () => {
  it('is told by no view at all to anybody else', async () => {
    const late = testServices(database.db, new Date('2026-12-20T10:00:00Z'));
    for (const [who, actor] of outsiders()) {
      for (const view of views) {
        const queries = [
          {},
          { search: 'journaler' },
          { register: 'advice', id },
          { number: 'P12' },
          { clause: 'P12' },
        ];
        for (const query of queries) {
          const asked = { actor, id: view.on === 'record' ? id : null, query };
          const seen = await question(late, view, asked).catch((error: unknown) => String(error));
          expect(JSON.stringify(seen), `${view.name} ${JSON.stringify(query)} to ${who}`).not.toContain(
            'ollegan',
          );
        }
      }
    }
  });

  it('has one history, readers and record for what is hers and for what is not there', async () => {
    const absent = '0193e7a0-0000-7000-8000-000000000000';
    for (const name of ['audit.history', 'audit.readers', 'advice.record']) {
      const view = views.find((one) => one.name === name);
      if (view === undefined) continue;
      for (const [who, actor] of outsiders()) {
        const of = (record: string) =>
          question(services, view, {
            actor,
            id: view.on === 'record' ? record : null,
            query: view.on === 'record' ? {} : { register: 'advice', id: record },
          });
        expect(await of(id), `${name} to ${who}`).toEqual(await of(absent));
      }
    }
  });

  it('is not read by asking about a day when one held the office', async () => {
    const record = views.find((one) => one.name === 'advice.record');
    if (record === undefined) throw new Error('no record');
    const leaves = await appointed(database.db, 'itManager', true);
    await ended(leaves.personId);
    for (const asOf of ['2026-11-23', '2026-11-22', '']) {
      const query = asOf === '' ? {} : { asOf };
      const seen = await question(services, record, { actor: leaves, id, query });
      expect(isRefusal(seen), asOf).toBe(true);
    }
  });

  async function ended(personId: PersonId | null) {
    await database.db.transaction().execute(async (transaction) => {
      const { eventId } = await appendEvent(
        transaction,
        system,
        'setting',
        { kind: 'test.left', record: null },
        services.clock(),
      );
      await sql`update appointment set version = version + 1, changed_by_event = ${eventId},
        valid = daterange('2020-01-01', '2026-11-22') where person_id = ${personId}`.execute(transaction);
    });
  }
});

describe('what is published', () => {
  const words = { office: 'itManager', question: 'Får jag låna ut mitt lösenord?', answer: 'Nej.' };

  it('is shown to the next one who changed it at the same moment', async () => {
    const made = await done(actAs(services, technician, publish, { input: { ...words, adviceId: null } }));
    const change = (text: string) =>
      actAs(services, technician, edit, { id: made.id, version: 1, input: { ...words, answer: text } });
    const both = await Promise.all([change('Nej, aldrig.'), change('Ja, ibland.')]);
    expect(both.filter(isRefusal)).toMatchObject([{ code: 'versionMoved', current: { version: 2 } }]);
  });

  it.each([
    ['another subject', 'it@prov.se?subject=Vinst'],
    ['a copy to somebody else', 'it@prov.se?bcc=ond@ont.example'],
    ['two addresses', 'it@prov.se,ond@ont.example'],
    ['an address that is hidden', 'it%0Abcc@prov.se'],
    ['a script', '"><script>@prov.se'],
  ])('has no address with %s', async (_what, email) => {
    const input = { office: 'itManager', email, telephone: null };
    expect(await actAs(services, technician, setSupportContact, { input })).toMatchObject({
      code: 'emailUnreadable',
      field: 'email',
    });
  });

  it('has no address with a header of its own', async () => {
    const email = 'it@prov.se\r\nBcc: ond@ont.example';
    const input = { office: 'itManager', email, telephone: null };
    expect(await actAs(services, technician, setSupportContact, { input })).toMatchObject({
      code: 'invalid',
    });
  });

  it('has the office’s own address', async () => {
    for (const email of ['it-stöd@prov.se', "it.o'stod+1@sub.prov.se"]) {
      const input = { office: 'itManager', email, telephone: null };
      expect(isRefusal(await actAs(services, technician, setSupportContact, { input }))).toBe(false);
    }
  });
});

it.each([
  ['an address', setSupportContact, { office: 'securityCoordinator', email: 'a@prov.se', telephone: null }],
  ['a target', setTargetDays, { workingDays: 7, validFrom: '2026-12-01', reason: 'Enligt beslut' }],
])(
  'two who set %s for the first time set it once, and no fault is made of it',
  async (_what, action, input) => {
    const coordinator = holderOf('informationSecurityCoordinator', town.other);
    const both = await Promise.all([1, 2].map(() => actAs(services, coordinator, action, { input })));
    expect(both.filter((one) => !isRefusal(one))).toHaveLength(1);
  },
);
