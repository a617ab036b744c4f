import { hashBytes } from './merkle.ts';

/** What a checkpoint says of a log (C2SP tlog-checkpoint): which, how large, and the root over all its leaves. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The origin of an installation's log. Never changes, whatever the municipality and its address are called. */
export function originOf(installationId: string): string {
  return `varna-log/${installationId}`;
}

/** The note's body. Three lines and no extension: nobody could audit one. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads a note's body as a checkpoint, extension lines passed over; null when it is none. */
export function parseCheckpoint(body: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...rest] = body.split('\n');
  if (origin === '' || rest.length === 0 || rest.slice(0, -1).includes('')) return null;
  if (!/^(0|[1-9]\d{0,14})$/.test(size)) return null;
  const bytes = Buffer.from(root, 'base64');
  if (bytes.length !== hashBytes || bytes.toString('base64') !== root) return null;
  return { origin, size: Number(size), root: bytes };
}
