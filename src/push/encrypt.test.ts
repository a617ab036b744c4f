import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptFor, isPoint } from './encrypt.ts';
import { serviceOf } from './endpoint.ts';
import { claimsOf, testBrowser } from './testing.ts';
import { authorizationFor, newVapidKeys } from './vapid.ts';

const octets = (text: string) => Buffer.from(text, 'base64url');

describe('a message', () => {
  it('is encrypted as the example of RFC 8291, Appendix A', () => {
    const browser = {
      publicKey: octets(
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      ),
      authSecret: octets('BTBZMqHH6r4Tts7J_aSIgg'),
    };
    const secrets = {
      privateKey: octets('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      salt: octets('DGv6ra1nlYgDCS1FRnbzlw'),
    };
    const message = Buffer.from('When I grow up, I want to be a watermelon');
    expect(encryptFor(browser, message, { filled: 0, secrets }).toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  it('reads as it was written in the browser it is for, and in no other', () => {
    const [browser, other] = [testBrowser(), testBrowser()];
    const keysOf = ({ publicKey, authSecret }: typeof browser) => ({
      publicKey: octets(publicKey),
      authSecret: octets(authSecret),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const body = encryptFor(keysOf(browser), Buffer.from(text));
        expect(browser.read(body)).toBe(text.toWellFormed());
        expect(() => other.read(body)).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('tells nothing by its length, is never the same twice, and has an end', () => {
    const { publicKey, authSecret } = testBrowser();
    const keys = { publicKey: octets(publicKey), authSecret: octets(authSecret) };
    const [short, long] = [
      encryptFor(keys, Buffer.from('a')),
      encryptFor(keys, Buffer.from('a'.repeat(900))),
    ];
    expect(short.length).toBe(long.length);
    expect(encryptFor(keys, Buffer.from('a'))).not.toEqual(short);
    expect(() => encryptFor(keys, Buffer.alloc(4080))).toThrow();
  });
});

describe('a browser’s key', () => {
  const good = octets(testBrowser().publicKey);
  it.each([
    ['a point', good, true],
    [
      'a point with a bit changed',
      Buffer.concat([good.subarray(0, 64), Buffer.of((good[64] ?? 0) ^ 1)]),
      false,
    ],
    ['a compressed point', Buffer.concat([Buffer.of(2), good.subarray(1, 33)]), false],
    ['zeros', Buffer.concat([Buffer.of(4), Buffer.alloc(64)]), false],
    ['nothing', Buffer.alloc(0), false],
  ])('that is %s: %#', (_what, key, expected) => {
    expect(isPoint(key)).toBe(expected);
  });
});

describe('the proof of who sends', () => {
  it('is for that service alone, for half a day, and signed by the installation', () => {
    const keys = newVapidKeys();
    const now = new Date('2026-11-23T10:00:00Z');
    const proof = authorizationFor('https://fcm.googleapis.com/fcm/send/x', keys, 'https://varna.se', now);
    expect(claimsOf(proof)).toEqual({
      aud: 'https://fcm.googleapis.com',
      exp: now.getTime() / 1000 + 12 * 3600,
      sub: 'https://varna.se',
      key: keys.publicKey.toString('base64url'),
    });
    expect(() => claimsOf(proof.replace(/t=(.)/, 't=x$1'))).toThrow();
  });

  it('has whole keys, whatever number the secret is', () => {
    for (let made = 0; made < 600; made++) {
      const { publicKey, privateKey } = newVapidKeys();
      expect([publicKey.length, privateKey.length]).toEqual([65, 32]);
    }
  });
});

describe('an address', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', 'fcm.googleapis.com'],
    ['https://updates.push.services.mozilla.com/wpush/v2/x', 'updates.push.services.mozilla.com'],
    ['https://web.push.apple.com/QX', 'web.push.apple.com'],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', 'wns2-par02p.notify.windows.com'],
    ['http://fcm.googleapis.com/fcm/send/abc', null],
    ['https://fcm.googleapis.com:8443/x', null],
    ['https://a:b@fcm.googleapis.com/x', null],
    ['https://fcm.googleapis.com.evil.se/x', null],
    ['https://evilnotify.windows.com/x', null],
    ['https://push.apple.com.evil.se/x', null],
    ['https://127.0.0.1/x', null],
    ['https://intranet.kommunen.se/x', null],
    ['inget', null],
  ])('%s is of %s', (endpoint, service) => {
    expect(serviceOf(endpoint)).toBe(service);
  });
});
