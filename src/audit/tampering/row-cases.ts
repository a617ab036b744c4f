import { both, type Tampering, targetId, targetOf } from './forms.ts';
import { eraseUnlawfully, type Intruder } from './testing.ts';

const at = new Date('2026-11-23T10:20:00Z');
const bertil = "given_name = 'Bertil'";

/** What is done to the registers behind the log's back. */
export const rowTamperings: readonly Tampering[] = [
  both('a row is changed in the register', [['rowChanged', 'register']], async ({ run }) => {
    await run(`update person set given_name = 'Birger' where ${bertil}`);
    return undefined;
  }),
  both('a row is changed in history', [['rowChanged', 'history']], async ({ run }) => {
    await run(`update history.person set given_name = 'Birger' where ${bertil}`);
    return undefined;
  }),
  both('a row is changed in both', [['rowChanged', 'register + history']], async ({ run }) => {
    await run(`update person set given_name = 'Birger' where ${bertil}`);
    await run(`update history.person set given_name = 'Birger' where ${bertil}`);
    return undefined;
  }),
  both('an earlier version is changed', [['rowChanged', 'history']], async ({ run, made }) => {
    await run(`update history.unit set name = 'Skolorna' where id = $1 and version = 1`, [made.school]);
    return undefined;
  }),
  both('an earlier version is removed', ['rowGone'], async ({ run, made }) => {
    await run('delete from history.unit where id = $1 and version = 2', [made.school]);
    return undefined;
  }),
  both('a row and its history are removed', ['rowGone'], async ({ run }) => {
    await run(`delete from person where ${bertil}`);
    await run(`delete from history.person where ${bertil}`);
    return undefined;
  }),
  both('a row is removed from the register', ['rowNotCurrent'], async ({ run }) => {
    await run(`delete from person where ${bertil}`);
    return undefined;
  }),
  both('a row is set back to an earlier version', ['rowNotCurrent'], async ({ run, made }) => {
    await run(`delete from unit where id = $1`, [made.school]);
    await run(
      `insert into unit select (jsonb_populate_record(null::unit, to_jsonb(h) - 'recorded')).* from history.unit h
       where id = $1 and version = 1`,
      [made.school],
    );
    return undefined;
  }),
  both('a row is put in without an event', ['rowWithoutEvent'], async ({ run }) => {
    await run(putIn('gen_random_uuid()'));
    return undefined;
  }),
  both("a row is put in with another row's event", ['rowUnnamed'], async ({ run }) => {
    await run(putIn('changed_by_event'));
    return undefined;
  }),
  both('a row points at another event', ['rowUnnamed', 'rowGone'], async ({ run, made }) => {
    for (const table of ['person', 'history.person']) {
      await run(`update ${table} set changed_by_event = $1 where ${bertil}`, [made.leaves[0]?.id]);
    }
    return undefined;
  }),
  both("the log's own hash of a row is changed", ['rowHashChanged'], async ({ run, made }) => {
    await run(`update audit_row set row_hash = sha256('x') where event_id = $1`, [targetId(made)]);
    return undefined;
  }),
  both("the log's own line of a row is removed", ['rowHashChanged'], async ({ run, made }) => {
    await run('delete from audit_row where event_id = $1', [targetId(made)]);
    return undefined;
  }),
  both('a row is changed with its hash', ['rowChanged'], async ({ run, made }) => {
    await changeRowAndHash(run, targetId(made));
    return undefined;
  }),
  both('a row is changed with its hash and its seal', ['leafChanged'], async (intruder) => {
    await changeSeal(intruder);
    return undefined;
  }),
  both('a row is changed with its seal and everything signed anew', ['fork'], async (intruder) => {
    await changeSeal(intruder);
    await intruder.rewrite();
    return undefined;
  }),
];

/** What is done to content: erased without right, or put back. */
export const erasureTamperings: readonly Tampering[] = [
  both('content is erased without an erasure', ['erasedUnnamed'], async ({ run, made }) => {
    await run('update audit_event set leaf = null, salt = null where id = $1', [targetId(made)]);
    return undefined;
  }),
  both('content is erased in the name of another erasure', ['erasedUnnamed'], async ({ run, made }) => {
    await run(
      `update audit_event set leaf = null, salt = null, erased_by = (select id from audit_event where kind = 'audit.erased')
       where id = $1`,
      [targetId(made)],
    );
    return undefined;
  }),
  both(
    'content is erased in the name of an event that is no erasure',
    ['erasedUnnamed'],
    async ({ run, made }) => {
      await run('update audit_event set leaf = null, salt = null, erased_by = $2 where id = $1', [
        targetId(made),
        made.leaves[0]?.id,
      ]);
      return undefined;
    },
  ),
  both('an erasure names another hash', ['erasedUnnamed', 'erasedStill'], async (intruder) => {
    await eraseUnlawfully(intruder, at, targetId(intruder.made), Buffer.alloc(32).toString('base64'));
    await intruder.goOn(1);
    return undefined;
  }),
  both(
    'content of the same day is erased by a decision that is made up',
    ['erasedTooSoon'],
    async (intruder) => {
      await eraseUnlawfully(intruder, at, targetId(intruder.made));
      await intruder.goOn(1);
      return undefined;
    },
  ),
  both('a change is emptied before its ten years are over', ['erasedTooSoon'], async (intruder) => {
    const later = new Date('2029-11-23T10:20:00Z');
    await eraseUnlawfully(intruder, later, targetId(intruder.made));
    await intruder.goOn(1, later);
    return undefined;
  }),
  both(
    'another content is put where some was erased',
    ['leafChanged', 'erasedStill'],
    async ({ run, made }) => {
      await run(
        `update audit_event e set leaf = replace(o.leaf, o.id::text, e.id::text), erased_by = null
       from audit_event o where e.id = $1 and o.id = $2`,
        [made.erased, made.leaves[targetOf(made) + 5]?.id],
      );
      return undefined;
    },
  ),
  both('the decision of an erasure is changed', ['leafChanged'], async ({ run }) => {
    await run(`update audit_event set leaf = replace(leaf, '§ 112', '§ 113') where kind = 'audit.erased'`);
    return undefined;
  }),
];

/** Somebody who was never entered: Bertil's row with another id and, perhaps, another event. */
function putIn(event: string): string {
  return `with made as (
      insert into person select (jsonb_populate_record(null::person, to_jsonb(p) || jsonb_build_object(
        'id', gen_random_uuid(), 'given_name', 'Drago', 'changed_by_event', ${event}))).* from person p where ${bertil}
      returning *)
    insert into history.person select tstzrange('2026-11-23T10:00:00Z', null), made.* from made`;
}

async function changeRowAndHash(run: Intruder['run'], event: string): Promise<void> {
  await run(`update person set given_name = 'Birger' where ${bertil}`);
  await run(`update history.person set given_name = 'Birger' where ${bertil}`);
  await run(
    `update audit_row r set row_hash = sha256(convert_to(e.salt || to_jsonb(p)::text, 'UTF8'))
     from audit_event e, person p where e.id = $1 and r.event_id = e.id and p.changed_by_event = e.id`,
    [event],
  );
}

async function changeSeal({ run, made }: Intruder): Promise<void> {
  await run(
    `create table before as select encode(row_hash, 'base64') as hash from audit_row where event_id = '${targetId(made)}'`,
  );
  await changeRowAndHash(run, targetId(made));
  await run(
    `update audit_event s set leaf = replace(leaf, b.hash, encode(r.row_hash, 'base64')) from before b, audit_row r
     where s.kind = 'audit.sealed' and r.event_id = $1 and strpos(s.leaf, b.hash) > 0`,
    [targetId(made)],
  );
}
