/** The kinds of files that a text is read from. */
export const fileKinds = ['txt', 'docx', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];
