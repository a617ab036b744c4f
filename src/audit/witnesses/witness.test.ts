import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system } from '../../testing/actors.ts';
import { deliver, type Delivering, type DeliveryOutcome, isDue, settleDelivery } from './delivery.ts';
import { isPrivate } from '../../outgoing/addresses.ts';
import {
  describeWitness,
  endWitness,
  publicWitness,
  registerWitness,
  type Witness,
  type WitnessInput,
} from './witness.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = {
  actor: system,
  now,
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const witnessKey = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
const logKey = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
const input: WitnessInput = {
  kind: 'email',
  name: 'Revisorerna',
  contact: '',
  addresses: ['revisor@kommun.se'],
  folder: null,
  url: null,
  schedule: 'daily',
  verifierKey: null,
  from: '2026-11-23',
  until: null,
};
const folder = { kind: 'folder', folder: '/mnt/revision' } as const;
const https = { kind: 'https', url: 'https://vittne.example/varna' } as const;

describe('a witness', () => {
  it.each<[string, Partial<WitnessInput>, Partial<Witness>]>([
    ['by mail', { name: '  Revi \t sorerna ' }, { name: 'Revi sorerna', addresses: ['revisor@kommun.se'] }],
    ['in a folder', { ...folder }, { folder: '/mnt/revision', addresses: [] }],
    [
      'at an address',
      { ...https, verifierKey: ` ${witnessKey} ` },
      { url: https.url, verifierKey: witnessKey },
    ],
    ['of one kind keeps nothing of another', { ...folder, url: 'https://x.se' }, { url: null }],
  ])('%s', (_what, change, expected) => {
    expect(registerWitness({ ...input, ...change }, circumstances)).toMatchObject({ next: expected });
  });

  it.each<[string, Partial<WitnessInput>, string]>([
    ['no address', { addresses: [] }, 'addressMissing'],
    ['half an address', { addresses: ['revisor'] }, 'addressUnreadable'],
    ['an address with a header after it', { addresses: ['a@b.se\nBcc: c@d.se'] }, 'addressUnreadable'],
    ['no folder', { kind: 'folder' }, 'folderNotAbsolute'],
    ['a relative folder', { kind: 'folder', folder: 'revision' }, 'folderNotAbsolute'],
    ['a folder that leads up', { kind: 'folder', folder: '/mnt/../etc' }, 'folderNotAbsolute'],
    ['the root', { kind: 'folder', folder: '/' }, 'folderNotAbsolute'],
    ['a line break in the folder', { kind: 'folder', folder: '/mnt/a\nb' }, 'folderNotAbsolute'],
    ['no url', { kind: 'https' }, 'urlNotHttps'],
    ['http', { kind: 'https', url: 'http://a.se' }, 'urlNotHttps'],
    ['a file', { kind: 'https', url: 'file:///etc/passwd' }, 'urlNotHttps'],
    ['a password in the url', { kind: 'https', url: 'https://a:b@a.se' }, 'urlNotHttps'],
    ['half a key', { verifierKey: 'remora.n621.de+da77ade7+BOvN' }, 'keyUnreadable'],
    ['a key with another id', { verifierKey: witnessKey.replace('da77', 'da78') }, 'keyUnreadable'],
    ['a key of a log', { verifierKey: logKey }, 'keyOfLog'],
    ['an end before the beginning', { until: '2026-11-22' }, 'periodBackwards'],
  ])('is refused with %s', (_what, change, code) => {
    expect(registerWitness({ ...input, ...change }, circumstances)).toMatchObject({ code });
  });

  const { next: own } = publicWitness('Den öppna sidan', circumstances);
  const registered = registerWitness(input, circumstances);
  if (isRefusal(registered)) throw new Error(registered.code);
  const witness = registered.next;
  const ended: Witness = { ...witness, from: '2026-01-01', until: '2026-11-22' };

  it.each([
    ['the public page, described', describeWitness(own, input, circumstances), 'alwaysThere'],
    ['the public page, ended', endWitness(own, 'Onödig', circumstances), 'alwaysThere'],
    ['one that has ended, described', describeWitness(ended, input, circumstances), 'ended'],
    ['one that has ended, ended', endWitness(ended, 'Igen', circumstances), 'ended'],
    ['the same again', describeWitness(witness, input, circumstances), 'nothingChanged'],
  ])('is refused: %s', (_what, decision, code) => {
    expect(decision).toMatchObject({ code });
  });

  it('ends today, or on its only day when it has not begun', () => {
    expect(endWitness(witness, 'Utbytt', circumstances)).toMatchObject({
      next: { until: '2026-11-23', version: 2 },
      event: { kind: 'witness.ended', reason: 'Utbytt', changes: [{ field: 'until', from: null }] },
    });
    expect(endWitness({ ...witness, from: '2027-01-01' }, 'Ångrat', circumstances)).toMatchObject({
      next: { until: '2027-01-01' },
    });
  });

  const given: Delivering = {
    witness: { ...witness, addresses: ['a@kommun.se', 'b@kommun.se'] },
    checkpoint: { size: 1234, root: Buffer.alloc(32, 1), note: 'n\n', madeAt: now },
    latest: null,
    municipality: 'Provkommun',
    language: 'sv',
    publicUrl: 'https://varna.kommun.se',
  };
  const queued = { size: 1234, outcome: 'queued', detail: null, answer: '' } as const;

  it('by mail is written to at each address, with the note as a file', () => {
    const { next, event } = deliver(given, queued, circumstances);
    expect(next.mails.map((mail) => [mail.address, mail.attachment?.name])).toEqual([
      ['a@kommun.se', 'checkpoint-1234.txt'],
      ['b@kommun.se', 'checkpoint-1234.txt'],
    ]);
    expect(next.mails[0]?.text).toContain('du är antecknad som vittne');
    expect(event).toMatchObject({ kind: 'witness.queued', record: witness.id, data: { size: 1234 } });
  });

  it.each([
    ['the first', null, 1],
    ['after one that went well', { attempt: 3, outcome: 'delivered' as const }, 1],
    ['after one that failed', { attempt: 3, outcome: 'failed' as const }, 4],
    ['after one that disagreed', { attempt: 1, outcome: 'inconsistent' as const }, 2],
  ])('counts its tries: %s', (_what, latest, attempt) => {
    expect(deliver({ ...given, latest }, queued, circumstances).next.delivery.attempt).toBe(attempt);
  });

  const { delivery } = deliver(given, queued, circumstances).next;
  it.each([
    ['all arrived', ['sent', 'sent'], { outcome: 'delivered', detail: null }],
    ['one arrived', ['sent', 'failed'], { outcome: 'delivered', detail: 'someMailRefused' }],
    ['none arrived', ['failed', 'failed'], { outcome: 'failed', detail: 'mailRefused' }],
  ] as const)('has been given when the mails have their end: %s', (_what, mails, expected) => {
    expect(settleDelivery(delivery, mails, circumstances)).toMatchObject({ next: expected });
  });

  it('has not been given while a mail is on its way, and gets its end once', () => {
    expect(settleDelivery(delivery, ['sent', 'queued'], circumstances)).toMatchObject({
      code: 'stillWaiting',
    });
    expect(settleDelivery({ ...delivery, outcome: 'delivered' }, ['sent'], circumstances)).toMatchObject({
      code: 'alreadySettled',
    });
  });
});

describe('the turn of a witness', () => {
  it.each<[string, Pick<Witness, 'kind' | 'schedule'>, [DeliveryOutcome, number, number] | null, boolean]>([
    ['one that has had none', { kind: 'email', schedule: 'weekly' }, null, true],
    ['the public page never', { kind: 'public', schedule: 'hourly' }, null, false],
    ['hourly, after 59 minutes', { kind: 'folder', schedule: 'hourly' }, ['delivered', 1, 59], false],
    ['hourly, after an hour', { kind: 'folder', schedule: 'hourly' }, ['delivered', 1, 60], true],
    ['daily, after 23 hours', { kind: 'folder', schedule: 'daily' }, ['delivered', 1, 23 * 60], false],
    ['daily, a mail on its way', { kind: 'email', schedule: 'daily' }, ['queued', 1, 24 * 60], true],
    ['weekly, after six days', { kind: 'folder', schedule: 'weekly' }, ['delivered', 1, 6 * 1440], false],
    ['weekly, after seven', { kind: 'folder', schedule: 'weekly' }, ['delivered', 1, 7 * 1440], true],
    ['failed, after 4 minutes', { kind: 'https', schedule: 'weekly' }, ['failed', 1, 4], false],
    ['failed, after 5 minutes', { kind: 'https', schedule: 'weekly' }, ['failed', 1, 5], true],
    ['failed often, after 59 minutes', { kind: 'https', schedule: 'weekly' }, ['failed', 9, 59], false],
    ['disagreed often, after an hour', { kind: 'https', schedule: 'weekly' }, ['inconsistent', 9, 60], true],
  ])('%s', (_what, witness, latest, expected) => {
    const row =
      latest === null
        ? null
        : {
            outcome: latest[0],
            attempt: latest[1],
            deliveredAt: new Date(now.getTime() - latest[2] * 60_000),
          };
    expect(isDue(witness, row, now)).toBe(expected);
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['255.255.255.255', true],
  ['193.10.1.1', false],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['2a00:801::1', false],
  ['not an address', true],
])('%s is of an internal network: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});
