/** The forms in which a report can be taken out: to read, to keep for good, and to work on in the authority's own. */
export const reportForms = ['pdf', 'pdfArchive', 'docx'] as const;
export type ReportForm = (typeof reportForms)[number];
