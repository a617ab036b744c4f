import { describe, expect, it } from 'vitest';
import { list } from '../../../mail/mail.views.ts';
import { queueMails } from '../../../mail/mail.store.ts';
import type { ComposedMail } from '../../../mail/message.ts';
import { sendDue } from '../../../mail/post.ts';
import type { MailTransport } from '../../../mail/transport.ts';
import { MailTown } from './testing.ts';
import { readReturnNotice } from './return-notice.ts';

const id = '01981121-8987-7123-8112-189876abcdef';
const other = '01981121-8987-7123-8112-189876abcd00';

interface Told {
  readonly action?: string;
  readonly diagnostic?: string;
  readonly named?: string;
  readonly part?: string;
}

let written = 0;
/** A notice as Postfix writes it, another each time, with what is given. */
function notice({
  action = 'failed',
  diagnostic = 'Diagnostic-Code: smtp; 550 5.1.1 Ingen sådan brevlåda\n',
  named = `Message-ID: <${id}@kommun.example>\n`,
  part = 'message/delivery-status',
}: Told = {}): string {
  written++;
  return [
    'Return-Path: <>\nFrom: MAILER-DAEMON@post.example\nSubject: Undelivered Mail Returned to Sender\n',
    `Message-ID: <${written}.A1@post.example>\nMIME-Version: 1.0\n`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\n\n',
    '--x\nContent-Type: text/plain\n\nThe mail system at post.example could not deliver it.\n',
    `--x\nContent-Type: ${part}\n\nReporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822; anna@prov.example\n`,
    `Action: ${action}\nStatus: 5.1.1\n${diagnostic}`,
    `\n--x\nContent-Type: text/rfc822-headers\n\nFrom: varna@kommun.example\nSubject: Läs och kvittera\n${named}\n--x--\n`,
  ].join('');
}

const report = 'multipart/report; report-type=delivery-status';
const read = (raw: string, contentType = report) => readReturnNotice(Buffer.from(raw, 'latin1'), contentType);

describe('a notice that mail did not arrive', () => {
  it.each([
    ['with the code of the server', notice(), { mails: [id], code: 550 }],
    ['without a code', notice({ diagnostic: '' }), { mails: [id], code: null }],
    [
      'with another kind of code',
      notice({ diagnostic: 'Diagnostic-Code: x-unix; 127\n' }),
      { mails: [id], code: null },
    ],
    [
      'in large letters and with line ends of the net',
      notice().toUpperCase().replaceAll('\n', '\r\n'),
      { mails: [id], code: 550 },
    ],
    [
      'that names it on the next line',
      notice({ named: `Message-ID:\n <${id}@a.example>\n` }),
      { mails: [id], code: 550 },
    ],
    [
      'that answers it, as Exchange does',
      notice({ named: `In-Reply-To: <${id}@a.example>\n` }),
      { mails: [id], code: 550 },
    ],
    ['that it is still on its way', notice({ action: 'delayed' }), null],
    ['that it has gone on', notice({ action: 'relayed' }), null],
    ['without a delivery status', notice({ part: 'text/plain' }), null],
    ['of a mail that has no id of ours', notice({ named: 'Message-ID: <1@kommun.example>\n' }), null],
    [
      'of more mails than a notice tells of',
      notice({
        named: Array.from({ length: 6 }, (_, at) => `Message-ID: <${id.slice(0, -1)}${at}@a.example>\n`).join(
          '',
        ),
      }),
      null,
    ],
    ['that is nothing', '', null],
  ])('%s', (_what, raw, told) => {
    expect(read(raw)).toEqual(told);
  });

  it('is none in a letter of another kind, whatever its words say', () => {
    expect(read(notice(), 'multipart/mixed; boundary=x')).toBeNull();
  });
});

describe('a mail that is sent back', () => {
  const world = MailTown.forTests();
  const mail: ComposedMail = {
    ...{ kind: 'acknowledgement', address: 'anna@prov.example', personId: null, language: 'sv' },
    ...{ subject: 'Läs och kvittera', text: 'Hej', html: '<p>Hej</p>', attachment: null },
  };
  const accepting: MailTransport = {
    carries: 'mail',
    serverOf: () => 'post.example',
    send: () => Promise.resolve({ outcome: 'accepted', code: 250 }),
    close: () => undefined,
  };
  const shown = async () => ((await world.asked(list)) as { items: readonly object[] }).items;

  it('is shown as not arrived, once, and the notice is set aside', async () => {
    const { db } = world.services;
    const [sent = ''] = await db.transaction().execute((one) => queueMails(one, [mail], world.now));
    world.put(notice({ named: `Message-ID: <${sent}@kommun.example>\n` }));
    await world.look();
    // It has not been sent, so nothing can have come back.
    expect(await shown()).toMatchObject([{ id: sent, state: 'queued' }]);
    await sendDue(world.services, accepting);
    expect(await shown()).toMatchObject([{ id: sent, state: 'sent' }]);
    const [uid] = world.put(notice({ named: `Message-ID: <${sent}@kommun.example>\n`, action: 'Failed' }));
    world.put(notice({ named: `Message-ID: <${other}@kommun.example>\n` }));
    await world.look();
    expect(await shown()).toMatchObject([{ id: sent, state: 'failed', outcome: 'returned', code: 550 }]);
    expect(world.flags(uid)).not.toEqual([]);
    expect(await world.events('mail.returned')).toBe(1);
    world.put(notice({ named: `In-Reply-To: <${sent}@kommun.example>\n` }));
    await world.look();
    expect(await world.events('mail.returned')).toBe(1);
  });
});
