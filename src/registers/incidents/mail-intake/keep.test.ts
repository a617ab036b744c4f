import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../mail/mail.store.ts';
import { list } from '../../../mail/mail.views.ts';
import { holderOf } from '../../../testing/actors.ts';
import { actAs, done } from '../../../testing/services.ts';
import { report } from '../report.actions.ts';
import { reportOf, visitor } from '../testing.ts';
import { standing } from './mail-intake.views.ts';
import { MailTown } from './testing.ts';

const world = MailTown.forTests();

const codeIn = (text = '') => /([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}/.exec(text)?.[0] ?? '';
const entries = async (id: string) => {
  const { rows } = await sql<{ kind: string; text: string }>`
    select kind, text from incident_entry where incident_id = ${id} order by number`.execute(
    world.database.db,
  );
  return rows;
};

describe('a letter in the mailbox', () => {
  it('becomes a case once, is answered with the code, and is marked as read', async () => {
    const before = await world.count('incident');
    const [uid = 0] = world.put(
      world.mail('Ett brev med betyg gick till fel adress.', { from: 'Eva@Prov.example' }),
    );
    await world.look();
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(await world.lastCase()).toMatchObject({
      title: 'Fel mottagare',
      description: 'Fel mottagare\n\nEtt brev med betyg gick till fel adress.',
      contact: 'eva@prov.example',
      reporter: 'contact',
    });
    const [answer = '', ...more] = await world.answers('eva@prov.example');
    expect(more).toEqual([]);
    expect(codeIn(answer)).not.toBe('');
    expect(answer).not.toContain('betyg');
    expect(world.flags(uid)).toEqual(['\\Seen']);
    expect(await world.latest()).toMatchObject({ outcome: 'report', isAnswered: true });
    // Whoever looks at the queue of mail cannot follow the case in the reporter's name.
    const { rows } = await sql<{
      id: string;
    }>`select id from mail where address = 'eva@prov.example'`.execute(world.database.db);
    const shown = await readMail(world.database.db, rows[0]?.id ?? '');
    expect(shown?.text).toContain('Tack för att du hörde av dig.');
    expect(codeIn(shown?.text)).toBe('');
  });

  it('delivered twice, or numbered anew by the server, is one case and one answer', async () => {
    const before = await world.count('incident');
    const raw = world.mail('Samma brev två gånger.', { from: 'tva@prov.example' });
    const [, second] = world.put(raw, raw);
    await world.look();
    // Known and marked, or it would be read anew every minute.
    expect(world.flags(second)).toEqual(['\\Seen']);
    expect(await world.latest()).toMatchObject({ outcome: 'again', isAnswered: false });
    for (const folder of world.server.folders.values()) folder.uidValidity++;
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(await world.answers('tva@prov.example')).toHaveLength(1);
  });

  it('is taken once although the mailbox breaks before it has been told', async () => {
    const before = await world.count('incident');
    const [uid = 0] = world.put(world.mail('Bruten förbindelse.'));
    world.server.state.breaksAt = 'UID STORE';
    await world.look();
    expect(await world.asked(standing)).toMatchObject({
      look: { outcome: 'unreachable' },
    });
    expect(world.flags(uid)).toEqual([]);
    world.server.state.breaksAt = '';
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(world.flags(uid)).toEqual(['\\Seen']);
  });

  it('is moved where such letters go, and what lay there before it was read is left alone', async () => {
    const before = await world.count('incident');
    world.server.deliver(world.mail('Gammalt brev.'), new Date(world.now.getTime() - 86_400_000));
    await world.set({ doneFolder: 'Finns inte' });
    world.put(world.mail('Nytt brev.'));
    await world.look();
    expect(await world.asked(standing)).toMatchObject({
      look: { outcome: 'notMarked' },
    });
    await world.set({ doneFolder: 'Klara' });
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(world.server.folders.get('INBOX')?.letters).toHaveLength(1);
    expect(world.server.folders.get('Klara')?.letters).toHaveLength(1);
  });

  it('brings its files through the same door: kept, looked at, and refused where they are no evidence', async () => {
    const part = (name: string, content: string | Buffer) =>
      `--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`;
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    const raw = `From: filer@prov.example\nSubject: Bilagor\nMessage-ID: <filer@x>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSe bilagorna.\n${part('anteckning.txt', 'Så var det.')}${part('virus.txt', eicar)}${part('program.exe', Buffer.from([0x4d, 0x5a, 0, 1, 2]))}--x--\n`;
    world.put(raw);
    await world.look();
    const { rows } = await sql<{ name: string; standing: string }>`
      select name, standing from incident_file where incident_id = ${(await world.lastCase()).id}
      order by name`.execute(world.database.db);
    expect(rows).toEqual([
      { name: 'anteckning.txt', standing: 'unscanned' },
      { name: 'virus.txt', standing: 'quarantined' },
    ]);
    expect(await world.latest()).toMatchObject({ filesRefused: 1 });
    expect((await world.answers('filer@prov.example'))[0]).toContain('Filer som inte togs emot: 1.');
  });

  it('is taken with its file, whatever stands where its names are cut', async () => {
    const names = [`${'n'.repeat(119)}😀 och mer.dat`, `${'😀'.repeat(69)}xy.txt`, 'vanlig.txt'];
    const part = (name: string, at: number) =>
      `--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}\n\nFil ${at}\n`;
    const subject = `=?utf-8?B?${Buffer.from(`${'s'.repeat(299)}😀`).toString('base64')}?=`;
    world.put(
      `From: namn@prov.example\nSubject: ${subject}\nMessage-ID: <namn@x>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSe filerna.\n${names.map(part).join('')}--x--\n`,
    );
    await world.look();
    expect(await world.latest()).toMatchObject({ outcome: 'report', filesRefused: 0 });
  });

  it('with a personnummer is taken, since nobody can be asked first', async () => {
    world.put(world.mail('Personen 19121212-1212 fick brevet.'));
    await world.look();
    expect((await world.lastCase()).description).toContain('19121212-1212');
  });

  it('that is longer than a report goes along as a file', async () => {
    world.put(world.mail('Mycket att säga. '.repeat(400)));
    await world.look();
    const made = await world.lastCase();
    expect(made.description).toMatch(/Hela brevet finns bland filerna\.$/);
    const { rows } = await sql`select name from incident_file where incident_id = ${made.id}`.execute(
      world.database.db,
    );
    expect(rows).toEqual([{ name: 'brevet.txt' }]);
  });
});

describe('an answer to the answer', () => {
  const code = async (from: string) => {
    world.put(world.mail('Första brevet.', { from }));
    await world.look();
    return { code: codeIn((await world.answers(from)).at(-1)), id: (await world.lastCase()).id };
  };

  it('is added to the case when it comes from who reported, once, and is not answered', async () => {
    const first = await code('svarar@prov.example');
    const before = await world.count('incident');
    const raw = world.mail(`Det var två brev.\n\n> Koden: ${first.code}`, { from: 'svarar@prov.example' });
    world.put(raw, raw);
    await world.look();
    await world.look();
    expect(await world.count('incident')).toBe(before);
    expect(await entries(first.id)).toEqual([{ kind: 'fromReporter', text: 'Det var två brev.' }]);
    expect(await world.answers('svarar@prov.example')).toHaveLength(1);
  });

  it('from somebody else is a report of its own that points to the case, for those who coordinate', async () => {
    const first = await code('rapportor@prov.example');
    world.put(world.mail(`Jag läste koden ${first.code} på en skärm.`, { from: 'annan@prov.example' }));
    await world.look();
    expect(await entries(first.id)).toEqual([]);
    const made = await world.lastCase();
    expect(made.id).not.toBe(first.id);
    expect(made.description).not.toContain(first.code);
    expect(await world.latest()).toMatchObject({
      outcome: 'report',
      incidentId: made.id,
      pointsAt: first.id,
    });
    const administrator = holderOf('administrator', world.town.manager);
    expect(await world.latest(administrator)).toMatchObject({ incidentId: null, pointsAt: null });
    // Who reported is one of the things of a case that can be secret.
    expect(await world.latest()).toMatchObject({ sender: 'annan@prov.example' });
    expect(await world.latest(administrator)).toMatchObject({ sender: '…@prov.example' });
    expect(JSON.stringify(await world.asked(list))).toContain('annan@prov.example');
    const queue = JSON.stringify(await world.asked(list, administrator));
    expect(queue).not.toMatch(/annan@|rapportor@/);
    expect(queue).toContain('…@prov.example');
  });

  it('to a report that was written on the page is its reporter’s own, by her address', async () => {
    const input = reportOf({ contact: ' Sidan@prov.example' });
    const { code: given } = await done(actAs(world.services, visitor('192.0.2.9'), report, { input }));
    const { id } = await world.lastCase();
    world.put(world.mail(`Mer: ${given as string}`, { from: 'sidan@prov.example' }));
    await world.look();
    expect(await entries(id)).toEqual([{ kind: 'fromReporter', text: 'Mer: …' }]);
  });
});
