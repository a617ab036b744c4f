import { type FileKind, fileKinds } from '../reading/file-kinds.ts';

/** A file as the doors that read files take it. */
interface FileContent {
  readonly source: FileKind;
  readonly name: string;
  readonly content: string;
}

/** A chosen file as the server takes it: which kind it is by its ending, and its bytes in base64. */
export async function contentOf(file: File): Promise<FileContent> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const source = fileKinds.find((kind) => file.name.toLowerCase().endsWith(`.${kind}`)) ?? 'txt';
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
