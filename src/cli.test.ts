import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { imapServer } from './testing/imap-server.ts';
import { clientSecret, tokenServer } from './testing/token-server.ts';

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
});

it('signs in to the mailbox, and says at which step that fails', async () => {
  const [mailbox, signIn] = await Promise.all([imapServer(), tokenServer()]);
  const environment = {
    DATABASE_URL: nowhere,
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(mailbox.port),
    IMAP_USER: 'incident@prov.example',
    IMAP_OAUTH_TOKEN_URL: signIn.settings.tokenUrl,
    IMAP_OAUTH_CLIENT_ID: 'varna',
    IMAP_OAUTH_CLIENT_SECRET: clientSecret,
  };
  mailbox.state.token = 'token-1';
  expect(await doctor(environment)).toContain('Brevlådan för rapporter: det gick att logga in.');
  signIn.state.token = 'token-2';
  expect(await doctor(environment)).toMatch(
    /^Varning: Brevlådan för rapporter: .* saknar rätt till brevlådan/m,
  );
  const wrong = { ...environment, IMAP_OAUTH_CLIENT_SECRET: 'fel-hemlighet', VARNA_LANGUAGE: 'en' };
  const told = await doctor(wrong);
  expect(told).toMatch(/^Warning: The mailbox for reports: .* did not accept the client’s secret/m);
  expect(told).not.toContain('fel-hemlighet');
  await Promise.all([mailbox.close(), signIn.close()]);
});
