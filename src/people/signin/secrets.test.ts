import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes } from './recovery.ts';
import { hashSecret, newSecret, openSecretKey, seal, unseal } from './secrets.ts';

const key = Buffer.alloc(32, 7);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('opens what it sealed, for the same owner, with the same key, unchanged', () => {
  const sealed = seal(Buffer.from('hemligt'), 'anna', key);
  expect(unseal(sealed, 'anna', key).toString()).toBe('hemligt');
  expect(sealed.toString('latin1')).not.toContain('hemligt');
  expect(() => unseal(sealed, 'bo', key)).toThrow();
  expect(() => unseal(sealed, 'anna', Buffer.alloc(32, 8))).toThrow();
  sealed.writeUInt8(sealed.readUInt8(30) ^ 1, 30);
  expect(() => unseal(sealed, 'anna', key)).toThrow();
});

it('makes one key for the installation, that only its user can read', async () => {
  const [first, second] = await Promise.all([
    openSecretKey(folder, undefined),
    openSecretKey(folder, undefined),
  ]);
  expect(first).toEqual(second);
  expect(first).toHaveLength(32);
  expect((await stat(path.join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect(await openSecretKey(folder, undefined)).toEqual(first);
  expect(await openSecretKey(folder, key.toString('base64'))).toEqual(key);
});

it('refuses a key file that is not one', async () => {
  await writeFile(path.join(folder, 'secret.key'), 'kort');
  await expect(openSecretKey(folder, undefined)).rejects.toThrow('secret.key');
  expect(await readFile(path.join(folder, 'secret.key'), 'utf8')).toBe('kort');
});

it('stores no secret as it is', () => {
  const secret = newSecret('varna_');
  expect(secret).toMatch(/^varna_[A-Za-z0-9_-]{43}$/);
  expect(hashSecret(secret)).toHaveLength(32);
  expect(newSecret()).not.toBe(newSecret());
});

it('knows a recovery code however it is typed, for its owner only', () => {
  const [code = ''] = newRecoveryCodes();
  expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  const stored = hashRecoveryCode('anna', code, key);
  expect(hashRecoveryCode('anna', ` ${code.toLowerCase().replaceAll('-', ' ')} `, key)).toEqual(stored);
  expect(hashRecoveryCode('bo', code, key)).not.toEqual(stored);
  expect(hashRecoveryCode('anna', code, Buffer.alloc(32))).not.toEqual(stored);
});
