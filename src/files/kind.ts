/** The kinds of file that can be told from their content and that evidence of an event comes in. */
export const fileKinds = {
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  gif: { type: 'image/gif', ending: 'gif' },
  webp: { type: 'image/webp', ending: 'webp' },
  heic: { type: 'image/heic', ending: 'heic' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  zip: { type: 'application/zip', ending: 'zip' },
  mp4: { type: 'video/mp4', ending: 'mp4' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
} as const;
export type FileKind = keyof typeof fileKinds;

/**
 * What a file is, by what it holds; its name says nothing. Null for what is none of the known kinds, as a program is. An archive
 * is never opened: only the names of its first entries are looked at, which stand in plain.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (ascii(bytes, 0, 6) === 'GIF87a' || ascii(bytes, 0, 6) === 'GIF89a') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (ascii(bytes, 4, 8) === 'ftyp') return mediaOf(ascii(bytes, 8, 12));
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return archiveOf(bytes);
  return isText(bytes) ? 'text' : null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function mediaOf(brand: string): FileKind | null {
  if (/^(heic|heix|hevc|mif1|msf1)$/.test(brand)) return 'heic';
  return /^(isom|iso2|mp4|avc1|qt {2}|M4V|3gp)/.test(brand) ? 'mp4' : null;
}

/** Bytes in which the first entry of an office document names itself. */
const nameWindow = 4096;

function archiveOf(bytes: Uint8Array): FileKind {
  const names = ascii(bytes, 0, Math.min(nameWindow, bytes.length));
  if (!names.includes('[Content_Types].xml') && !names.includes('_rels/')) return 'zip';
  if (names.includes('word/')) return 'docx';
  return names.includes('xl/') ? 'xlsx' : 'zip';
}

/** UTF-8 without the signs that only programs have. What a browser would run is text too, and is handed out as nothing else. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The name to keep: without folders and what could turn it around, and with the ending that its content has. */
export function keptName(name: string, kind: FileKind): string {
  const own = name.split(/[/\\]/).at(-1) ?? '';
  const plain = own.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069:*?"<>|]/g, '').trim();
  const { ending } = fileKinds[kind];
  const stem = plain.replace(/\.[^.]{1,8}$/, '').slice(0, 120);
  const same = plain.toLowerCase().endsWith(`.${ending}`) || (kind === 'jpeg' && /\.jpeg$/i.test(plain));
  return same ? plain.slice(-140) : `${stem === '' ? 'fil' : stem}.${ending}`;
}
