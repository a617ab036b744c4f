import { action } from '../kernel/action.ts';
import { Fields } from '../kernel/schema.ts';
import { pickTexts } from '../kernel/texts.ts';
import { sessionIdOf } from '../people/signin/session.ts';
import { sealAuth } from './keys.ts';
import type { Notice } from './notice.ts';
import { pushDeviceAccess } from './push-device.access.ts';
import { devicesOf, endDevices, saveDevice } from './push-device.store.ts';
import { pushTexts } from './push-device.texts.ts';
import { addDevice, addInput } from './push-device.ts';
import { queueFor } from './queue.ts';

export const add = action({
  name: 'pushDevice.add',
  on: 'register',
  permission: pushDeviceAccess.own,
  readable: pushDeviceAccess.own,
  input: addInput,
  refusals: ['sessionNeeded', 'unknownService', 'keyBroken', 'tooManyDevices'],
  constraints: { push_device_endpoint: 'keyBroken' },
  load: async (transaction, { input, circumstances: { actor, now } }) => {
    const { personId } = actor;
    if (personId === null) return null;
    const devices = await devicesOf(transaction, personId, now);
    const others = devices.filter(({ goneAt, endpoint }) => goneAt === null && endpoint !== input.endpoint);
    return { personId, sessionId: sessionIdOf(actor), count: others.length };
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: (around, input, circumstances) => addDevice(around, input, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await saveDevice(transaction, next, sealAuth(next.authSecret, next.endpoint), stamp.at);
    return { id: next.id };
  },
});

export const remove = action({
  name: 'pushDevice.remove',
  on: 'record',
  permission: pushDeviceAccess.own,
  readable: pushDeviceAccess.own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances: { actor, now } }) =>
    (await devicesOf(transaction, actor.personId, now)).find((one) => one.id === id && one.goneAt === null) ??
    null,
  keys: ({ personId }) => ({ person: personId }),
  decide: (device) => ({ next: device.id, event: { kind: 'pushDevice.removed', record: device.id } }),
  save: async (transaction, _device, id, stamp) => {
    await endDevices(transaction, [id], 'removed', stamp.at);
    return { id };
  },
});

export const test = action({
  name: 'pushDevice.test',
  on: 'record',
  permission: pushDeviceAccess.own,
  readable: pushDeviceAccess.own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances: { actor, now } }) => {
    const devices = await devicesOf(transaction, actor.personId, now);
    const device = devices.find((one) => one.id === id && one.goneAt === null);
    return device === undefined ? null : { ...device, language: actor.language };
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: (device) => ({ next: device, event: { kind: 'pushDevice.tested', record: device.id } }),
  save: async (transaction, _loaded, device, stamp) => {
    const words = (): Notice => ({
      ...pickTexts(pushTexts, device.language).test,
      kind: 'test',
      path: '/mitt-konto/aviseringar',
      tag: 'prov',
      dueAt: null,
    });
    await queueFor(transaction, [device], words, device.language, stamp.at);
    return { id: device.id };
  },
});
