/**
 * Who can adopt a document: kommunfullmäktige, kommunstyrelsen, nämnd, styrelse; and by office kommundirektör,
 * förvaltningschef, systemägare, chef.
 */
export const decidingBodies = [
  'council',
  'executive',
  'committee',
  'board',
  'director',
  'departmentHead',
  'systemOwner',
  'manager',
] as const;
export type DecidingBody = (typeof decidingBodies)[number];

const collegial: ReadonlySet<DecidingBody> = new Set(['council', 'executive', 'committee', 'board']);

/** Decides at a meeting, so that its decision has a section of the minutes to refer to (KL 5:65, 6:35). */
export function isCollegial(body: DecidingBody): boolean {
  return collegial.has(body);
}
