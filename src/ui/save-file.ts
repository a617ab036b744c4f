/** A file as an action answers with it: its content in base64. */
interface AnsweredFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Hands a file to the browser, to be saved where it saves files. */
export function saveFile({ name, type, content }: AnsweredFile): void {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
