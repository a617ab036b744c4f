import type { Reader } from '../kernel/db.ts';
import { theInstallation } from '../people/signin/installation.ts';
import { seal, unseal } from '../people/signin/secrets.ts';
import { readKeys, saveKeys } from './push-device.store.ts';
import { newVapidKeys, type VapidKeys } from './vapid.ts';

const owner = 'push_key';

/**
 * The keys that push services know this installation by, made the first time somebody asks. Devices are bound to them: the private
 * one lies in the database, so that it goes with its backup, encrypted with the installation's key, which does not.
 */
export async function pushKeys(db: Reader, now: Date): Promise<VapidKeys> {
  const { secretKey } = theInstallation();
  if ((await readKeys(db)) === null) {
    const { publicKey, privateKey } = newVapidKeys();
    await saveKeys(db, { publicKey, privateKey: seal(privateKey, owner, secretKey) }, now);
  }
  const kept = await readKeys(db);
  if (kept === null) throw new Error('the keys were just kept');
  return { publicKey: kept.publicKey, privateKey: unseal(kept.privateKey, owner, secretKey) };
}

/** A browser's secret as it is stored: worthless without the installation's key, and for any other address. */
export function sealAuth(secret: Buffer, endpoint: string): Buffer {
  return seal(secret, endpoint, theInstallation().secretKey);
}

/** The reverse of {@link sealAuth}. @throws when the installation's key is another */
export function unsealAuth(sealed: Buffer, endpoint: string): Buffer {
  return unseal(sealed, endpoint, theInstallation().secretKey);
}
