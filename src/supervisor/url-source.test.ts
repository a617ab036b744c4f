import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { openUrl, withStartupOptions } from './url-source.ts';

const texts = supervisorTextsSv;

describe('withStartupOptions', () => {
  test.each([
    ['postgresql://anna:hemligt@db.kommun.example:5433/varna', '-c role=varna_app'],
    ['postgres://anna@%2Fvar%2Frun%2Fpostgresql/varna', '-c role=varna_app'],
    ['postgresql://anna@db/varna?sslmode=verify-full', '-c role=varna_app'],
    ['postgresql://anna@db/varna?options=-c%20work_mem%3D8MB', '-c work_mem=8MB -c role=varna_app'],
  ])('%s', (url, options) => {
    const { connectionString } = { connectionString: withStartupOptions(url, ['-c role=varna_app'], texts) };
    const before = new pg.Client({ connectionString: url });
    const after = new pg.Client({ connectionString });
    expect([after.host, after.port, after.user, after.database, after.password]).toEqual([
      before.host,
      before.port,
      before.user,
      before.database,
      before.password,
    ]);
    expect(new URL(connectionString).searchParams.get('options')).toBe(options);
    expect(connectionString).not.toContain('+');
  });

  test.each(['', 'varna', 'mysql://anna@db/varna', 'http://db/varna'])('%j is no database URL', (url) => {
    expect(() => withStartupOptions(url, [], texts)).toThrow(expect.objectContaining({ code: 'badUrl' }));
  });

  test('a refusal does not repeat the password', () => {
    expect(() => withStartupOptions('mysql://anna:hemligt@db/varna', [], texts)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hemligt') }),
    );
  });
});

describe('openUrl', () => {
  test('a name nobody has is refused with the reason', async () => {
    await expect(
      openUrl('postgresql://anna@finns-inte.invalid/varna', undefined, texts),
    ).rejects.toMatchObject({
      code: 'unreachableServer',
    });
  });
});
