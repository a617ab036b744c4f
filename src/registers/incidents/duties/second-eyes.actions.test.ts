import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import type { Action } from '../../../kernel/action.ts';
import type { Services } from '../../../kernel/run.ts';
import { appointed } from '../../../governance/advice/testing.ts';
import { holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { record } from '../incident.views.ts';
import { asked, draftedReport, serveTestInstallation } from '../testing.ts';
import { approve, reopenApproved, write } from './authority-report.actions.ts';
import { authorityReport } from './authority-report.views.ts';

let database: TestDatabase, services: Services;
let town: Arranged;
let first: Actor, second: Actor, third: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  first = holderOf('informationSecurityCoordinator', town.other);
  second = holderOf('securityCoordinator', town.manager);
  third = await appointed(database.db, 'securityCoordinator', false);
});
afterAll(() => database.close());

it('nobody who has written in a report is its second pair of eyes, whoever wrote last', async () => {
  const { id, reportId } = await draftedReport(services, first, town.executive);
  const shown = async (actor: Actor) =>
    (await asked(services, authorityReport, actor, id, { reportId })) as unknown as {
      fields: { key: string; isMissing: boolean }[];
      approveRefused: string | null;
      writers: string[];
    };
  const act = async (action: Action, actor: Actor, input: object = {}) => {
    const { version } = (await asked(services, record, first, id)) as unknown as { version: number };
    return actAs(services, actor, action, { id, version, input: { reportId, ...input } });
  };
  const alone = { aloneReason: '' };
  const missing = (await shown(first)).fields.filter((one) => one.isMissing);
  const said = missing.map(({ key }) => ({ key, text: 'Inte känt ännu' }));
  await done(act(write, first, { said }));
  await done(act(write, second, { said: [{ key: 'nature', text: 'Två brev' }] }));
  expect(await shown(first)).toMatchObject({
    approveRefused: 'sameWriter',
    writers: ['Åke Öberg', 'Maria Lind'],
  });
  for (const writer of [first, second])
    expect(await act(approve, writer, alone)).toMatchObject({ code: 'sameWriter' });
  expect(await shown(third)).toMatchObject({ approveRefused: null });
  await done(act(approve, third, alone));
  // Opened again, it has the same writers.
  await done(act(reopenApproved, third));
  expect(await act(approve, first, alone)).toMatchObject({ code: 'sameWriter' });
  await done(act(approve, third, alone));
});
