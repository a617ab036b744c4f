import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { integrate } from '../audit/integrate.ts';
import { logSigner } from '../audit/signing-key.ts';
import { readHead, readOrigin } from '../audit/tree.store.ts';
import { publicLogPage } from '../audit/witnesses/public-log.ts';
import { register } from '../audit/witnesses/witness.actions.ts';
import { system } from '../testing/actors.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { actAs, done } from '../testing/services.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
const read = (path: string) => server.app.inject({ url: path });

describe('the public page about the log', () => {
  it('says that there is nothing yet', async () => {
    const { body, statusCode, headers } = await read('/logg');
    expect(statusCode).toBe(200);
    expect(body).toContain('Det finns ingen kontrollpunkt ännu.');
    expect(body).toContain('Loggen har inte kontrollerats ännu.');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await read('/policy')).body).not.toContain('href="/logg"');
  });

  it('shows the newest checkpoint, its key and the witnesses, to anybody, in both languages', async () => {
    const { db, clock } = server.services;
    await done(
      actAs(server.services, system, register, {
        input: {
          kind: 'email',
          name: 'Revisorerna <b>',
          contact: 'hemlig kontakt',
          addresses: ['revisor@prov.example'],
          folder: null,
          url: null,
          schedule: 'daily',
          verifierKey: null,
          from: '2026-01-01',
          until: null,
        },
      }),
    );
    await integrate(db, clock, logSigner(Buffer.alloc(32, 1), await readOrigin(db)));
    const head = await readHead(db);
    const { body } = await read('/logg');
    expect(body).toContain(head?.note);
    expect(body).toContain('varna-log/');
    expect(body).toContain('Revisorerna &lt;b&gt;');
    expect(body).toContain('Senast lämnad: Inte än');
    expect(body).not.toMatch(/hemlig kontakt|revisor@|<script/);
    expect((await read('/logg?lang=en')).body).toContain('The newest checkpoint');
  });

  it('is linked to from the foot of the policy', async () => {
    const { body } = await read('/policy');
    expect(body).toMatch(/<footer>.*href="\/logg"/s);
  });
});

it('says so when the log was not whole', () => {
  const log = { municipality: 'Prov', head: null, verifierKey: null, witnesses: [] };
  const at = new Date('2026-11-23T10:00:00Z');
  const page = (isWhole: boolean) => publicLogPage({ ...log, verification: { at, size: 7, isWhole } }, 'sv');
  expect(page(true)).toContain('Den var hel.');
  expect(page(false)).toContain('Den var inte hel');
  expect(page(false)).not.toContain('Den var hel.');
});
