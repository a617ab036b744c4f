import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Nothing listens here: `doctor` is to say what it can without a database too. */
const nowhere = 'postgresql://nobody@127.0.0.1:1/varna';

async function doctor(environment: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env['PATH'], VARNA_DATA: '/nonexistent/varna', ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli.ts', 'doctor'], { env });
  return stdout;
}

it('warns when the service would sign in to its database as the owner', async () => {
  const alone = await doctor({ DATABASE_URL: nowhere });
  expect(alone).toContain('DATABASE_APP_URL');
  const english = await doctor({ DATABASE_URL: nowhere, VARNA_LANGUAGE: 'en' });
  expect(english).toMatch(/^Warning: DATABASE_APP_URL/m);
  expect(await doctor({ DATABASE_URL: nowhere, DATABASE_APP_URL: nowhere })).not.toContain(
    'DATABASE_APP_URL',
  );
}, 60_000);
