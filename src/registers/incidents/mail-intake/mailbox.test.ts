import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { readThrough } from '../../../mail/imap.ts';
import { actAs, done } from '../../../testing/services.ts';
import { openTransactions } from '../../../testing/transactions.ts';
import { mostAnswersToOne, mostLetters, mostLettersOfAll } from './letter.ts';
import { setMailIntake, testIntake } from './mail-intake.actions.ts';
import { forgetSenders } from './mail-intake.store.ts';
import { standing } from './mail-intake.views.ts';
import { MailTown } from './testing.ts';

const world = MailTown.forTests();
/** Transactions that are open when a mailbox begins to be opened. */
const open: number[] = [];
vi.mock(import('./mailbox.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    inFolder: async (...asked) => {
      open.push(await openTransactions(world.database));
      return real.inFolder(...asked);
    },
  };
});

describe('what no person wrote', () => {
  it.each([
    ['a bounce', 'Return-Path: <>\n', 'bounce'],
    ['an automatic answer', 'Auto-Submitted: auto-replied\n', 'autoReply'],
  ])('%s is set aside, flagged and not answered', async (_what, head, reason) => {
    const before = await world.count('incident');
    const [uid = 0] = world.put(
      world.mail('Jag är på semester.', { head, from: `${reason}@prov.example`.toLowerCase() }),
    );
    await world.look();
    expect(await world.count('incident')).toBe(before);
    expect(await world.answers(`${reason}@prov.example`.toLowerCase())).toEqual([]);
    expect(world.flags(uid)).toEqual(['\\Flagged']);
    expect(await world.latest()).toMatchObject({ outcome: 'aside', reason });
  });

  it('by a list becomes a report, and the list is not answered', async () => {
    const before = await world.count('incident');
    world.put(
      world.mail('Varning för en sårbarhet.', {
        head: 'List-Id: <larm.example>\n',
        from: 'lista@prov.example',
      }),
    );
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(await world.answers('lista@prov.example')).toEqual([]);
  });

  it('that answers whatever it gets falls silent, and a flood is set aside', async () => {
    const before = await world.count('incident');
    for (let turn = 0; turn < mostLetters + 2; turn++)
      world.put(world.mail(`Svar ${turn}`, { from: 'slinga@prov.example' }));
    await world.look();
    expect(await world.answers('slinga@prov.example')).toHaveLength(mostAnswersToOne);
    expect(await world.count('incident')).toBe(before + mostLetters);
    expect(await world.latest()).toMatchObject({ outcome: 'aside', reason: 'tooMany' });
    world.put(world.mail('Någon annan.', { from: 'nagonannan@prov.example' }));
    await world.look();
    expect(await world.answers('nagonannan@prov.example')).toHaveLength(1);
  });

  it('is set aside when all have sent more than people do, whatever names they bear', async () => {
    const earlier = new Date(world.now.getTime() - 60_000);
    await sql`insert into incoming_letter (id, folder, uid_validity, uid, key_hash, received_at, settled_at, sender, outcome,
        reason, files_refused, is_answered)
      select gen_random_uuid(), 'INBOX', 1, n, sha256(n::text::bytea), ${earlier}, ${earlier}, n || '@prov.example', 'report',
        '', 0, false from generate_series(1, ${mostLettersOfAll - 1}::int) n`.execute(world.database.db);
    const before = await world.count('incident');
    world.put(world.mail('Den sista som ryms.'), world.mail('En för mycket.'));
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(await world.latest()).toMatchObject({ outcome: 'aside', reason: 'tooMany' });
    world.now = new Date(world.now.getTime() + 3_600_001);
    world.put(world.mail('En timme senare.'));
    await world.look();
    expect(await world.count('incident')).toBe(before + 2);
  });

  it('too large is set aside with an answer that says where to go instead', async () => {
    const before = await world.count('incident');
    world.put(
      Buffer.concat([
        Buffer.from(world.mail('x', { from: 'stor@prov.example' })),
        Buffer.alloc(26_000_000, 'a'),
      ]),
    );
    await world.look();
    expect(await world.count('incident')).toBe(before);
    expect((await world.answers('stor@prov.example'))[0]).toContain('/rapportera');
    expect(await world.latest()).toMatchObject({ outcome: 'aside', reason: 'tooLarge' });
  });
});

describe('the mailbox', () => {
  it.each([
    ['read', () => undefined],
    ['noServer', () => readThrough(null)],
    [
      'signIn',
      () => {
        world.server.state.acceptsSignIn = false;
      },
    ],
    ['noFolder', () => world.server.folders.delete('INBOX')],
    ['unreachable', () => world.connect({ port: 1 })],
    ['encryption', () => world.connect({ needsTls: true })],
  ])('is tried, and says %s', async (outcome, change) => {
    change();
    expect(await done(actAs(world.services, world.keeper, testIntake))).toMatchObject({ outcome });
    await world.look();
    const told = await world.asked(standing);
    expect(told).toMatchObject({ look: { outcome } });
    expect(JSON.stringify(told)).not.toContain('hemligt');
  });

  it('is tried with no transaction open, however long it thinks', async () => {
    open.length = 0;
    expect(await done(actAs(world.services, world.keeper, testIntake))).toMatchObject({ outcome: 'read' });
    expect(open).toEqual([0]);
  });

  it('is not opened while it is off', async () => {
    await world.set({ isOn: false });
    world.put(world.mail('Ingen läser.'));
    await world.look();
    expect(world.server.state.commands).toEqual([]);
  });

  it.each([
    [{ doneFolder: 'inbox' }, 'sameFolder'],
    [{}, 'nothingChanged'],
    [{ folder: ' ' }, 'invalid'],
  ])('set to %j is refused', async (wrong, code) => {
    const input = { isOn: true, folder: 'INBOX', doneFolder: '', reason: 'Provar', ...wrong };
    expect(await actAs(world.services, world.keeper, setMailIntake, { input })).toMatchObject({ code });
  });
});

it('who sent a letter is forgotten after a month, and the log never knew', async () => {
  world.put(world.mail('Glöm mig.', { from: 'glom@prov.example' }));
  await world.look();
  await forgetSenders(world.database.db, new Date(world.now.getTime() + 31 * 86_400_000));
  expect(await world.latest()).toMatchObject({ sender: '' });
  const { rows } = await sql`select id from audit_event where leaf like '%glom@prov%'`.execute(
    world.database.db,
  );
  expect(rows).toEqual([]);
});
