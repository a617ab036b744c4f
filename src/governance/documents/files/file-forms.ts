/** The forms in which a version can be saved as a file. */
export const fileForms = ['pdf', 'pdfArchive', 'docx', 'html', 'txt'] as const;
export type FileForm = (typeof fileForms)[number];
