import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { consoleTextsSv } from '../../console.texts.sv.ts';
import { prepareProfile } from '../../first-start.ts';
import { newId } from '../../kernel/ids.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { holderOf } from '../../testing/actors.ts';
import { localhostCertificate } from '../../testing/https-server.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { testLog } from '../testing.ts';
import { deliverDue, type WitnessKeeping } from './keep.ts';
import { end, register } from './witness.actions.ts';
import type { WitnessInput } from './witness.ts';
import { record } from './witness.views.ts';

export const coordinator = holderOf('informationSecurityCoordinator', newId());
export const auditor = holderOf('auditor', newId());

/** What is said of a witness when a test says nothing else. */
export const plain: WitnessInput = {
  kind: 'email',
  name: '',
  contact: '',
  addresses: [],
  folder: null,
  url: null,
  schedule: 'daily',
  verifierKey: null,
  from: '2026-01-01',
  until: null,
};

interface Shown {
  readonly version: number;
  readonly deliveries: readonly {
    readonly outcome: string;
    readonly detail: string | null;
    readonly size: number;
    readonly attempt: number;
  }[];
  readonly cosignatures: readonly { readonly size: number }[];
  readonly deliveredAt: string | null;
}

/** A log in a database of its own, with what keeps its witnesses, and a folder outside it. */
export async function testWitnesses() {
  const log = await testLog();
  const services: Services = { ...testServices(log.db), clock: log.clock };
  const publicUrl = 'https://varna.kommunen.se';
  serveInstallation({ publicUrl, secretKey: Buffer.alloc(32, 3), isDemo: false, version: '1' });
  await prepareProfile(services, 'tom', consoleTextsSv, () => undefined);
  const base = await mkdtemp(path.join(tmpdir(), 'varna-witness-'));
  const said: string[] = [];
  const faults: unknown[] = [];
  const keeping: WitnessKeeping = {
    services,
    dataDirectory: path.join(base, 'data'),
    allowsPrivate: true,
    ca: localhostCertificate,
    onInconsistent: (name, detail) => said.push(`${name}: ${detail}`),
    onFault: (error) => faults.push(error),
  };
  let named = 0;
  const shown = async (id: string): Promise<Shown> => {
    const result = await ask(services, record, { actor: auditor, id, query: {} });
    if (!('answer' in result)) throw new Error('not shown');
    return result.answer as Shown; // the view's own output
  };
  return {
    log,
    services,
    base,
    /** What was said aloud since the test emptied it. */
    said,
    shown,
    registered: (change: Partial<WitnessInput>) => {
      const input = { ...plain, name: `Vittne ${++named}`, ...change };
      return done(actAs(services, coordinator, register, { input }));
    },
    /** The log has grown, and minutes have gone by. */
    grow: async (minutes = 5) => {
      log.later(minutes * 60_000);
      await log.tell(1);
      await log.integrate();
    },
    look: async () => {
      await deliverDue(keeping);
      expect(faults).toEqual([]);
    },
    ended: async (id: string) => {
      const { version } = await shown(id);
      await done(actAs(services, coordinator, end, { id, version, input: { reason: 'Provet är slut' } }));
    },
    close: async () => {
      await log.close();
      await rm(base, { recursive: true });
    },
  };
}

export type TestWitnesses = Awaited<ReturnType<typeof testWitnesses>>;
