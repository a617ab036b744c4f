/** How much of a page is looked through for what it says of its own charset (HTML, 13.2.3.2). */
const lookedThrough = 1024;

/** What a page is written in: as its byte order mark says, its content type, or its own `meta`; null when none of them does. */
export function charsetOf(type: string, bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  const told = /;\s*charset\s*=\s*"?([^\s;"]{1,40})/i.exec(type)?.[1];
  if (told !== undefined) return told;
  const head = bytes.subarray(0, lookedThrough).toString('latin1');
  return /<meta[^<>]{0,200}\bcharset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})/i.exec(head)?.[1] ?? null;
}

/** The bytes as text; null when no such charset is known. Without one they are UTF-8, or else Windows-1252 as browsers take it. */
export function decoded(bytes: Buffer, charset: string | null): string | null {
  try {
    if (charset !== null) return new TextDecoder(charset).decode(bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return charset === null ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}
