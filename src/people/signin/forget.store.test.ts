import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/server.ts';
import { forgetDead } from './forget.store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
  // [name, ended, expires], in days from now; null for what has not ended.
  const rows = [
    ['open', null, 1],
    ['ended lately', -89, 1],
    ['ended long ago', -91, 1],
    ['expired lately', null, -89],
    ['expired long ago', null, -91],
  ] as const;
  await server.owner.query('delete from session');
  for (const [name, ended, expires] of rows) {
    const values = [name, day(ended), day(expires)];
    const hash = `sha256(convert_to($1 || 'x', 'UTF8'))`;
    const person = `(select person_id from account)`;
    await server.owner.query(
      `insert into session (id, secret_hash, person_id, method, device, created_at, last_seen_at, ended_at, expires_at)
       values (gen_random_uuid(), ${hash}, ${person}, 'password', $1, '2026-01-01', '2026-01-01', $2, $3)`,
      values,
    );
    await server.owner.query(
      `insert into access_token (id, secret_hash, person_id, name, scopes, created_at, revoked_at, expires_at)
       values (gen_random_uuid(), ${hash}, ${person}, $1, '{read}', '2026-01-01', $2, $3)`,
      values,
    );
    await server.owner.query(
      `insert into invitation (id, secret_hash, person_id, email, created_at, used_at, expires_at)
       values (gen_random_uuid(), ${hash}, ${person}, $1, '2026-01-01', $2, $3)`,
      values,
    );
    await server.owner.query(
      `insert into invitation (id, secret_hash, person_id, email, created_at, replaced_at, expires_at)
       values (gen_random_uuid(), sha256(convert_to($1 || 'y', 'UTF8')), ${person}, $1, '2026-01-01', $2, $3)`,
      values,
    );
  }
  await server.owner.query(
    `insert into sign_in_attempt (account_key, address, at) values ('\\x01', 'old', $1), ('\\x01', 'new', $2)`,
    [minutes(-61), minutes(-59)],
  );
});
afterAll(() => server.close());

const minutes = (count: number) => new Date(server.state.now.getTime() + count * 60_000);
const day = (count: number | null) => (count === null ? null : minutes(count * 24 * 60));
const left = async (column: string, table: string) =>
  (
    await server.owner.query<{ name: string }>(`select distinct ${column} as name from ${table} order by 1`)
  ).rows.map((row) => row.name);

it('keeps what is alive or lately dead, and forgets the rest, as the role the server has', async () => {
  await forgetDead(server.services.db, server.state.now);
  const kept = ['ended lately', 'expired lately', 'open'];
  expect(await left('device', 'session')).toEqual(kept);
  expect(await left('name', 'access_token')).toEqual(kept);
  expect(await left('email', 'invitation')).toEqual(kept);
  expect(await left('address', 'sign_in_attempt')).toEqual(['new']);
  expect(await left(`'link'`, 'setup_link')).toEqual([]);
});
