/**
 * A process of its own that writes events and integrates them without pause, until it is killed. It says `event <id>` for
 * each event it knows to be committed, and `at <step>` for each step of an integration it has come to.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { systemActor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { connect } from '../../kernel/db.ts';
import { ClockSetBack, integrate } from '../integrate.ts';
import { logSigner } from '../signing-key.ts';
import { readOrigin } from '../tree.store.ts';

const { db } = connect(JSON.parse(process.env['VARNA_TEST_APP'] ?? '{}') as pg.ClientConfig, 4); // given by the test
const signer = logSigner(Buffer.alloc(32, 1), await readOrigin(db));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

// A second passes at every look at the clock, so that there is always an integration under way.
let time = Date.now();
const clock = (): Date => new Date((time += 1001));

async function write(): Promise<never> {
  for (;;) {
    const draft = { kind: 'test', record: null };
    const { eventId } = await db
      .transaction()
      .execute((transaction) => appendEvent(transaction, systemActor, 'setting', draft, new Date()));
    say(`event ${eventId}`);
  }
}

async function integrateAlways(): Promise<never> {
  for (;;) {
    try {
      const { kind } = await integrate(db, clock, signer, (step) => say(`at ${step}`));
      if (kind === 'busy') await sleep(5);
    } catch (error) {
      // Another process's clock has run further.
      if (!(error instanceof ClockSetBack)) throw error;
      time = error.newest.getTime();
    }
  }
}

await Promise.all([write(), integrateAlways()]);
