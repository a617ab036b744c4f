import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from './password.ts';

/** OWASP Password Storage Cheat Sheet (2024): argon2id with 19 MiB, two passes, one lane. */
const memoryKibibytes = 19_456;
const passes = 2;
const lanes = 1;
const tagLength = 32;

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** Hashing waits its turn: each takes 19 MiB and a processor for a twentieth of a second. */
const atOnce = 2;
const longestQueue = 6;
let running = 0;
const waiting: (() => void)[] = [];

/** Too many wait already; more would only hold connections and memory. */
export class TooBusy extends Error {
  /** What the door answers when nobody nearer has. */
  readonly statusCode = 429;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new TooBusy('too many passwords at once');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

/** The password as it is stored: argon2id in PHC string form, with a salt of 128 bits. Runs off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const message = Buffer.from(normalPassword(password));
  const tag = await inTurn(() =>
    derive('argon2id', { message, nonce, parallelism: lanes, tagLength, memory: memoryKibibytes, passes }),
  );
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${lanes}$${plain(nonce)}$${plain(tag)}`;
}

const nobody = `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${lanes}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Is it the password of this hash? With null (no such account, or one without a password) the answer is no after the
 * same work, so that the time tells nothing.
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const parts = form.exec(stored ?? nobody);
  if (parts === null) throw new Error('a stored password has an unknown form');
  const [, memory = '', times = '', parallel = '', salt = '', tag = ''] = parts;
  const expected = Buffer.from(tag, 'base64');
  const actual = await inTurn(() =>
    derive('argon2id', {
      message: Buffer.from(normalPassword(password)),
      nonce: Buffer.from(salt, 'base64'),
      parallelism: Number(parallel),
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(times),
    }),
  );
  return timingSafeEqual(actual, expected) && stored !== null;
}
