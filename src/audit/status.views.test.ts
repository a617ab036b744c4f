import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import { ask } from '../kernel/run.ts';
import { newId } from '../kernel/ids.ts';
import { holderOf } from '../testing/actors.ts';
import { testServices } from '../testing/services.ts';
import { printVerifierKey } from './tree/note.ts';
import { type TestLog, testLog } from './testing.ts';

let log: TestLog;
beforeAll(async () => {
  log = await testLog();
});
afterAll(() => log.close());

const auditor = holderOf('auditor', newId<'Person'>());

async function asked(name: string, id: string | null = null): Promise<Record<string, unknown>> {
  const view = registers.flatMap((one) => [...one.views]).find((one) => one.name === name);
  if (view === undefined) throw new Error(`no view ${name}`);
  const result = await ask(testServices(log.db, log.state.now), view, { actor: auditor, id, query: {} });
  if (!('answer' in result)) throw new Error(result.code);
  return result.answer as Record<string, unknown>; // the view's own answer
}

describe('the state of the log', () => {
  it('has no checkpoint before the first, and counts what waits', async () => {
    expect(await asked('audit.status')).toMatchObject({ sealed: 0, unsealed: 0, checkpoint: null, keys: [] });
    await log.tell(3);
    expect(await asked('audit.status')).toMatchObject({ sealed: 0, unsealed: 3, standing: 'unknown' });
  });

  it('shows the newest checkpoint, and what has come since', async () => {
    log.later(2000);
    await log.integrate();
    await log.tell(2);
    const status = await asked('audit.status');
    expect(status).toMatchObject({ sealed: 4, unsealed: 2, erased: 0, checkpoint: { size: 4 } });
    expect(status['keys']).toEqual([printVerifierKey(log.signer.verifierKey)]);
  });

  it('an event says its number and the first checkpoint that covers it', async () => {
    const [first] = await log.numbered();
    log.later(2000);
    await log.integrate();
    expect(await asked('audit.event', first?.id)).toMatchObject({ number: 0, checkpoint: { size: 4 } });
    const [waiting] = await log.tell(1);
    expect(await asked('audit.event', waiting)).toMatchObject({ number: null, checkpoint: null });
  });
});
