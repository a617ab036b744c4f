import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee, system } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import {
  close,
  decide as decideDeviation,
  describe as describeDeviation,
} from '../deviations/deviation.actions.ts';
import { list as deviationList, record as deviationRecord } from '../deviations/deviation.views.ts';
import { finish, judge, register as registerMeasure } from '../measures/measure.actions.ts';
import { list as measureList, record as measureRecord } from '../measures/measure.views.ts';
import { decide, draft, giveOpinion, submit } from './exception.actions.ts';
import { record } from './exception.views.ts';
import { expire } from './expiry.actions.ts';
import { seeToExceptions } from './keep.ts';
import {
  answerOf,
  applicationOf,
  arrangeExceptions,
  grants,
  opinion,
  remindersSent,
  type Stage,
} from './testing.ts';
import { waitingExceptions } from './waiting.store.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await arrangeExceptions();
});
afterAll(() => stage.database.close());

type Listed = { items: { id: string; title: string }[]; total: number };
const refusalOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};

it('goes from an application by opinion and decision to a reminder, its end, a deviation, a measure and its effect', async () => {
  const { services, database, town, head, department, coordinator, go } = stage;
  const { id } = await done(actAs(services, head, draft, { input: applicationOf(stage) }));
  const attempt = { id, version: 1, input: grants };
  expect(await refusalOf(actAs(services, department, decide, attempt))).toBe('notSubmitted');
  await done(actAs(services, head, submit, { id, version: 1 }));
  expect(await refusalOf(actAs(services, department, decide, { ...attempt, version: 2 }))).toBe(
    'opinionMissing',
  );
  await done(actAs(services, coordinator, giveOpinion, { id, version: 2, input: opinion }));
  // The risk is medium, so the manager is not the one, and the coordinator neither.
  for (const actor of [head, coordinator])
    expect(await refusalOf(actAs(services, actor, decide, { ...attempt, version: 3 }))).toBe('notTheDecider');
  const waiting = await waitingExceptions(database.db, department, '2026-11-23');
  expect(waiting).toMatchObject([{ recordId: id, action: 'exception.decide', office: 'departmentHead' }]);
  await done(actAs(services, department, decide, { ...attempt, version: 3 }));
  expect(await answerOf(stage, record, head, id)).toMatchObject({
    standing: 'inForce',
    decidedAs: 'departmentHead',
    levelAfter: 'medium',
    opinions: [{ number: 1, stance: 'supports' }],
  });

  go('2026-12-02');
  await seeToExceptions(services);
  expect(await remindersSent(stage)).toEqual([]);
  go('2026-12-03');
  await Promise.all([seeToExceptions(services), seeToExceptions(services)]);
  await seeToExceptions(services);
  const first = await remindersSent(stage);
  expect(first.map((one) => one.address)).toEqual(['ake@prov.example', 'maria@prov.example']);
  expect(first[0]?.text).toMatch(/till och med 1\sfebruari\s2027, om 60 dagar/);
  expect(await waitingExceptions(database.db, head, '2026-12-03')).toMatchObject([
    { recordId: id, action: 'exception.renew', dueOn: '2027-02-01', overdue: false },
  ]);
  go('2027-01-18');
  await seeToExceptions(services);
  expect(await remindersSent(stage)).toHaveLength(4);

  go('2027-02-01');
  await seeToExceptions(services);
  expect((await answerOf<Listed>(stage, deviationList, head)).total).toBe(0);
  go('2027-02-02');
  // Two processes at once, and one that did not take the lock: still one deviation.
  await Promise.all([
    seeToExceptions(services),
    seeToExceptions(services),
    actAs(services, system, expire, { id }),
  ]);
  await seeToExceptions(services);
  const deviations = await answerOf<Listed>(stage, deviationList, head);
  expect(deviations.total).toBe(1);
  const deviation = deviations.items[0]?.id ?? '';
  expect(await answerOf(stage, deviationRecord, head, deviation)).toMatchObject({
    discoveredOn: '2027-02-02',
    source: { register: 'exception', id, name: 'Gamla plattor utan inloggning' },
    clause: 'P43',
    state: 'reported',
  });
  expect(await answerOf(stage, record, head, id)).toMatchObject({
    standing: 'expired',
    endedOn: '2027-02-02',
  });

  const measured = await done(
    actAs(services, head, registerMeasure, {
      input: {
        title: 'Byt plattorna',
        description: '',
        unitId: town.school,
        ownerPersonId: town.manager,
        ownerOffice: null,
        dueOn: '2027-03-01',
        cost: 40_000,
        secrecyProvisions: [],
        source: { register: 'deviation', id: deviation },
        clause: null,
      },
    }),
  );
  const known = {
    title: 'Undantag som har gått ut',
    description: '',
    clause: 'P43',
    sentenceId: null,
    unitId: town.school,
    discoveredOn: '2027-02-02',
    handling: 'Låst rum',
    cause: 'Ingen förnyade',
    risk: { consequence: 2, likelihood: 2 },
    secrecyProvisions: [],
  };
  const of = { id: deviation };
  await done(actAs(services, head, describeDeviation, { ...of, version: 1, input: known }));
  const decision = { decision: 'Byt plattorna', followUpOn: '2027-03-15' };
  await done(actAs(services, head, decideDeviation, { ...of, version: 2, input: decision }));
  // It was born with the risk that there is when nothing weighs up, which was high.
  await done(actAs(services, coordinator, close, { ...of, version: 3, input: { outcome: 'Bytta' } }));
  // The source is closed; what was to be done is still there, and still to be done.
  expect(await answerOf(stage, measureList, head, null, { open: 'true' })).toMatchObject({
    items: [{ id: measured.id, title: 'Byt plattorna', sourceRegister: 'deviation' }],
  });
  go('2027-02-20');
  await done(
    actAs(services, employee(town.manager), finish, {
      id: measured.id,
      version: 1,
      input: { doneOn: '2027-02-19' },
    }),
  );
  const seen = { effect: 'achieved', effectSeen: 'Alla loggar in' };
  await done(actAs(services, head, judge, { id: measured.id, version: 2, input: seen }));
  expect(await answerOf(stage, measureRecord, head, measured.id)).toMatchObject({
    state: 'judged',
    effect: 'achieved',
    source: { register: 'deviation', name: 'Undantag som har gått ut' },
  });
});
