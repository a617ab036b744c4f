import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Static, Type } from 'typebox';
import type { Transaction } from '../../kernel/db.ts';
import { Fields } from '../../kernel/schema.ts';
import { theInstallation } from './installation.ts';
import { answerOnce, type Passkey } from './passkey.store.ts';
import { hashSecret } from './secrets.ts';

/** Minutes in which a challenge must be answered. */
const challengeMinutes = 5;

const Bytes = Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9_-]+$' });
const Extensions = Type.Object({});
const Attachment = Type.Optional(Type.String({ maxLength: 40 }));

/** What the browser hands over after the authenticator has signed (WebAuthn Level 3, §5.1: the JSON forms). */
export const assertionSchema = Fields({
  id: Bytes,
  rawId: Bytes,
  type: Type.Literal('public-key'),
  response: Fields({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Type.Optional(Bytes),
  }),
  clientExtensionResults: Extensions,
  authenticatorAttachment: Attachment,
});

/** The same for a new passkey. */
export const attestationSchema = Fields({
  id: Bytes,
  rawId: Bytes,
  type: Type.Literal('public-key'),
  response: Fields({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })),
    authenticatorData: Type.Optional(Bytes),
    publicKey: Type.Optional(Bytes),
    publicKeyAlgorithm: Type.Optional(Type.Integer()),
  }),
  clientExtensionResults: Extensions,
  authenticatorAttachment: Attachment,
});
type Assertion = Static<typeof assertionSchema>;
type Attestation = Static<typeof attestationSchema>;

/**
 * The name that passkeys are bound to: the host people visit. A number is not allowed (WebAuthn §5.1.2), so on this
 * machine it is `localhost`, whichever way the address is written.
 */
export function relyingParty(): { id: string; name: string; origin: string } {
  const url = new URL(theInstallation().publicUrl);
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost';
  return { id: url.hostname, name: 'Värna', origin: url.origin };
}

/**
 * A challenge that proves itself: 16 random bytes, when it ends, and a signature. Nothing need be stored until it is
 * answered, so that asking for one leaves no trace to fill the database with.
 */
export function newChallenge(now: Date): Buffer {
  const body = Buffer.alloc(22);
  randomBytes(16).copy(body);
  body.writeUIntBE(now.getTime() + challengeMinutes * 60_000, 16, 6);
  return Buffer.concat([body, signatureOf(body)]);
}

function signatureOf(body: Buffer): Buffer {
  return createHmac('sha256', theInstallation().secretKey)
    .update('challenge')
    .update(body)
    .digest()
    .subarray(0, 16);
}

/** Is it a challenge of ours that still holds? */
export function isOurChallenge(challenge: string, now: Date): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== 38) return false;
  const body = bytes.subarray(0, 22);
  return timingSafeEqual(signatureOf(body), bytes.subarray(22)) && body.readUIntBE(16, 6) > now.getTime();
}

/** What the browser asks an authenticator to sign in with. */
export function signInOptions(now: Date) {
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: new Uint8Array(newChallenge(now)),
    userVerification: 'required',
  });
}

/** What the browser asks an authenticator to make a passkey from. Those she has already are not made twice. */
export function registrationOptions(
  person: { readonly id: string; readonly email: string; readonly name: string },
  existing: readonly Passkey[],
  now: Date,
) {
  const { id, name } = relyingParty();
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: new Uint8Array(newChallenge(now)),
    attestationType: 'none',
    excludeCredentials: existing.map((one) => ({ id: one.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The new counter when the signature is right and its challenge ours and unanswered; else null. */
export async function verifyPasskey(
  transaction: Transaction,
  assertion: Assertion,
  passkey: Passkey,
  now: Date,
): Promise<{ counter: number } | null> {
  const { id, origin } = relyingParty();
  try {
    const result = await verifyAuthenticationResponse({
      // The schema has checked the same form; only its optional fields are typed otherwise.
      response: assertion as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: (challenge) => isFresh(transaction, challenge, now),
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    return result.verified ? { counter: result.authenticationInfo.newCounter } : null;
  } catch {
    // The library throws for every way in which an answer can be wrong.
    return null;
  }
}

/** The new passkey's public parts when all is right; else null. */
export async function verifyNewPasskey(transaction: Transaction, attestation: Attestation, now: Date) {
  const { id, origin } = relyingParty();
  try {
    const result = await verifyRegistrationResponse({
      response: attestation as Parameters<typeof verifyRegistrationResponse>[0]['response'], // as above
      expectedChallenge: (challenge) => isFresh(transaction, challenge, now),
      expectedOrigin: origin,
      expectedRPID: id,
    });
    if (!result.verified) return null;
    const { credential } = result.registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: attestation.response.transports ?? [],
    };
  } catch {
    return null;
  }
}

async function isFresh(transaction: Transaction, challenge: string, now: Date): Promise<boolean> {
  if (!isOurChallenge(challenge, now)) return false;
  const old = new Date(now.getTime() - 2 * challengeMinutes * 60_000);
  return answerOnce(transaction, hashSecret(challenge), now, old);
}
