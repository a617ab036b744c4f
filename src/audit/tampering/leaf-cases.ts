import { atTarget, both, liveOnly, type Tampering, targetId, targetOf } from './forms.ts';
import type { Intruder } from './testing.ts';

const editLeaf = `update audit_event set leaf = replace(leaf, 'Bertil', 'Birger') where id = $1`;

/** What is done to the leaves and their order. */
export const leafTamperings: readonly Tampering[] = [
  atTarget('an event is edited', ['leafChanged'], async ({ made, run }) => {
    await run(editLeaf, [targetId(made)]);
    return undefined;
  }),
  atTarget('an event and its hash are edited', ['leafChanged'], async ({ made, run }) => {
    await run(editLeaf, [targetId(made)]);
    await run(
      `update audit_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')) where id = $1`,
      [targetId(made)],
    );
    return undefined;
  }),
  both('an event, its hash and its tile are edited', ['rootWrong'], async ({ made, run, rewrite }) => {
    await run('create table kept as select size, root, note from audit_checkpoint');
    await run(editLeaf, [targetId(made)]);
    await rewrite();
    await run('update audit_checkpoint c set root = k.root, note = k.note from kept k where k.size = c.size');
    return undefined;
  }),
  both('an event is edited and everything signed anew with the stolen key', ['fork'], async (intruder) => {
    await intruder.run(editLeaf, [targetId(intruder.made)]);
    await intruder.rewrite();
    return undefined;
  }),
  atTarget('an event is made unreadable', ['leafForm', 'leafChanged'], async ({ made, run }) => {
    await run(`update audit_event set leaf = 'x' || leaf where id = $1`, [targetId(made)]);
    return undefined;
  }),
  atTarget('an event is removed', ['leafEmpty'], async ({ made, run }) => {
    await run('delete from audit_event where id = $1', [targetId(made)]);
    return undefined;
  }),
  atTarget('an event and its number are removed', ['leafEmpty'], async ({ made, run }) => {
    await run('delete from audit_event where id = $1', [targetId(made)]);
    await run('delete from audit_leaf where event_id = $1', [targetId(made)]);
    return undefined;
  }),
  atTarget('an event is removed and the gap closed', ['leafGone'], async ({ made, run, renumber }) => {
    await run('delete from audit_event where id = $1', [targetId(made)]);
    await run('delete from audit_leaf where event_id = $1', [targetId(made)]);
    await renumber(targetOf(made), -1);
    return undefined;
  }),
  both('the newest events and checkpoints are removed', ['logCut'], async (intruder) => {
    await cutTo(intruder, intruder.made.sizes[1] ?? 0);
    await intruder.rewrite();
    return undefined;
  }),
  both('the newest events are removed, and the tiles forgotten', ['leafGone'], async (intruder) => {
    await cutTo(intruder, intruder.made.sizes[1] ?? 0);
    return undefined;
  }),
  both('the newest numbers are removed', ['leafGone'], async (intruder) => {
    const { run, made } = intruder;
    await run('delete from audit_leaf where number >= $1', [made.sizes[1] ?? 0]);
    return undefined;
  }),
  atTarget('two events have changed places', ['leafMoved'], async ({ made, run }) => {
    const target = targetOf(made);
    const [one, other] = [made.leaves[target]?.id, made.leaves[target + 1]?.id];
    await run('delete from audit_leaf where number in ($1, $2)', [target, target + 1]);
    await run('insert into audit_leaf (number, event_id) values ($1, $3), ($2, $4)', [
      target,
      target + 1,
      other,
      one,
    ]);
    return undefined;
  }),
  atTarget('an event is put in and all numbers moved', ['leafAdded'], async (intruder) => {
    await putIn(intruder, targetOf(intruder.made));
    return undefined;
  }),
  both('an event is put in and everything signed anew', ['fork'], async (intruder) => {
    await putIn(intruder, targetOf(intruder.made));
    await intruder.rewrite();
    return undefined;
  }),
  both('an event is put last, with a number', ['unsealedLeaves'], async (intruder) => {
    await putIn(intruder, intruder.made.leaves.length);
    return undefined;
  }),
  liveOnly(
    'an event is put in without a number, as if it were old',
    ['eventOutside'],
    async ({ run, made }) => {
      await run(copyOf, [targetId(made)]);
      await run(`update audit_event set transaction_id = '3' where id = $1`, [newcomer]);
      return undefined;
    },
  ),
  both('an event is copied and everything signed anew', ['leafTwice', 'fork'], async (intruder) => {
    const { run, renumber, made } = intruder;
    await run(copyOf, [targetId(made)]);
    await renumber(targetOf(made) + 1, 1);
    await run('insert into audit_leaf (number, event_id) values ($1, $2)', [targetOf(made) + 1, newcomer]);
    await intruder.rewrite();
    return undefined;
  }),
  atTarget('an event is back-dated and everything signed anew', ['leafBackDated'], async (intruder) => {
    await redate(intruder, '2026-11-20T09:00:00.000Z');
    return undefined;
  }),
  atTarget('an event is dated ahead and everything signed anew', ['leafAhead'], async (intruder) => {
    await redate(intruder, '2026-11-24T09:00:00.000Z');
    return undefined;
  }),
  liveOnly(
    'the time of an event is changed beside it',
    [['columnsDiffer', 'occurred_at']],
    async ({ made, run }) => {
      await run(`update audit_event set occurred_at = '2026-01-01' where id = $1`, [targetId(made)]);
      return undefined;
    },
  ),
  liveOnly('who did it is changed beside it', [['columnsDiffer', 'actor_person']], async ({ made, run }) => {
    await run('update audit_event set actor_person = gen_random_uuid() where id = $1', [targetId(made)]);
    return undefined;
  }),
  liveOnly('what it touched is changed beside it', [['columnsDiffer', 'touched']], async ({ made, run }) => {
    await run(`update audit_event set touched = '{}' where id = $1`, [targetId(made)]);
    return undefined;
  }),
  liveOnly('the stored hash alone is changed', ['hashDiffers'], async ({ made, run }) => {
    await run(`update audit_event set leaf_hash = sha256('x') where id = $1`, [targetId(made)]);
    return undefined;
  }),
];

/** The id of an event that somebody makes up. */
const newcomer = '019aaf00-0000-7000-8000-000000000001';
const copyOf = `insert into audit_event (id, transaction_id, occurred_at, kind, actor_kind, actor_person, register, record_id,
    touched, concerns, salt, leaf, leaf_hash)
  select '${newcomer}', transaction_id, occurred_at, kind, actor_kind, actor_person, register, record_id,
    touched, concerns, salt, leaf, leaf_hash from audit_event where id = $1`;

async function putIn({ made, run, renumber }: Intruder, number: number): Promise<void> {
  await run(copyOf, [targetId(made)]);
  const at = `to_char(to_timestamp(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
    at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  await run(
    `update audit_event set leaf = replace(old.leaf, old.id::text, '${newcomer}') from audit_event old
     where old.id = $1 and audit_event.id = '${newcomer}'`,
    [targetId(made)],
  );
  await run(
    `update audit_event set leaf = regexp_replace(leaf, '"at":"[^"]*"', '"at":"' || ${at} || '"') where id = $1`,
    [newcomer],
  );
  await run(
    `update audit_event set leaf_hash = sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')) where id = $1`,
    [newcomer],
  );
  await renumber(number, 1);
  await run('insert into audit_leaf (number, event_id) values ($1, $2)', [number, newcomer]);
}

async function cutTo({ run }: Intruder, size: number): Promise<void> {
  await run('delete from audit_checkpoint where size > $1', [size]);
  await run('delete from audit_event e using audit_leaf l where l.event_id = e.id and l.number >= $1', [
    size,
  ]);
  await run('delete from audit_leaf where number >= $1', [size]);
}

async function redate({ made, run, rewrite }: Intruder, at: string): Promise<void> {
  const clock = new Date(at).getTime().toString(16).padStart(12, '0');
  const id = targetId(made);
  const moved = `${clock.slice(0, 8)}-${clock.slice(8)}${id.slice(13)}`;
  await run(
    `update audit_event set leaf = regexp_replace(replace(leaf, $1::text, $2), '"at":"[^"]*"', '"at":"${at}"') where id::text = $1::text`,
    [id, moved],
  );
  await rewrite();
}
