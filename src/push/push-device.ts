import type { Circumstances, Decision } from '../kernel/action.ts';
import type { Id, PersonId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Fields, Line, type Static } from '../kernel/schema.ts';
import { Type } from 'typebox';
import { isPoint } from './encrypt.ts';
import { serviceOf } from './endpoint.ts';

/** How many devices somebody has at most. */
const mostDevices = 10;

export const addInput = Fields({
  name: Line(80),
  endpoint: Type.String({ maxLength: 1000, pattern: '^https://[!-~]+$' }),
  /** As the browser gives them (`PushSubscription.getKey`), in base64url. */
  publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' }),
  authSecret: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
});
export type AddInput = Static<typeof addInput>;

/** A device that its owner can be woken on. */
export interface PushDevice {
  readonly id: Id<'PushDevice'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly service: string;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  /** When the service said that there is no such device any more; null while there is. */
  readonly goneAt: Date | null;
}

export interface NewDevice {
  readonly id: Id<'PushDevice'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly endpoint: string;
  readonly service: string;
  readonly publicKey: Buffer;
  readonly authSecret: Buffer;
  /** With which session it is added; it wakes nobody once that has been ended. */
  readonly sessionId: string;
}

/**
 * Wakes somebody on one more device. A browser has one address: whoever was woken there before, herself or another, no longer is.
 * The log is told the service and never the address.
 */
export function addDevice(
  around: { readonly personId: PersonId; readonly sessionId: string | null; readonly count: number },
  input: AddInput,
  { newId }: Circumstances,
): Decision<NewDevice> | Refusal {
  const { personId, sessionId, count } = around;
  if (sessionId === null) return refuse('sessionNeeded');
  const service = serviceOf(input.endpoint);
  if (service === null) return refuse('unknownService', { field: 'endpoint' });
  const publicKey = Buffer.from(input.publicKey, 'base64url');
  const authSecret = Buffer.from(input.authSecret, 'base64url');
  if (!isPoint(publicKey) || authSecret.length !== 16) return refuse('keyBroken', { field: 'publicKey' });
  if (count >= mostDevices) return refuse('tooManyDevices');
  const { name, endpoint } = input;
  const id = newId<'PushDevice'>();
  const next = { id, personId, sessionId, name, endpoint, service, publicKey, authSecret };
  return {
    next,
    event: { kind: 'pushDevice.added', record: next.id, data: { person: personId, service } },
  };
}
