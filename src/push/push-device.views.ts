import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { Fields, OrNull } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { pushKeys } from './keys.ts';
import { pushDeviceAccess } from './push-device.access.ts';
import { devicesOf } from './push-device.store.ts';

export const mine = view({
  name: 'pushDevice.mine',
  on: 'register',
  past: 'none',
  permission: pushDeviceAccess.own,
  input: Fields({}),
  output: Fields({
    /** The key that a browser binds its address to (RFC 8292 §4), in base64url. */
    publicKey: Type.String(),
    devices: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        service: Type.String(),
        madeAt: Type.String(),
        /** When its service last took something in. */
        sentAt: OrNull(Type.String()),
        /** When its service said that it is no more. */
        goneAt: OrNull(Type.String()),
        /** By which a browser knows itself: SHA-256 of its address, in base64url. */
        endpointHash: Type.String(),
      }),
    ),
  }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor, now }) => ({
    publicKey: (await pushKeys(db, now)).publicKey.toString('base64url'),
    devices: (await devicesOf(db, actor.personId, now)).map((one) => ({
      id: one.id,
      name: one.name,
      service: one.service,
      madeAt: one.madeAt.toISOString(),
      sentAt: one.sentAt?.toISOString() ?? null,
      goneAt: one.goneAt?.toISOString() ?? null,
      endpointHash: createHash('sha256').update(one.endpoint).digest('base64url'),
    })),
  }),
});
