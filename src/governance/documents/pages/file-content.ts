import type { ActionMap } from '../../../ui/api-types.ts';

type ImportInput = ActionMap['documentVersion.importPolicy']['input'];

/** A chosen file as the server takes it: which kind it is by its ending, and its bytes in base64. */
export async function contentOf(file: File): Promise<ImportInput> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const source = file.name.toLowerCase().endsWith('.docx') ? 'docx' : 'txt';
  return { source, name: file.name.slice(0, 200), content: base64Of(bytes) };
}

/** In pieces: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return btoa(text);
}
