/** From this level of confidentiality on, whoever reads a record is told to the log. */
const sensitiveFrom = 3;

/** Is it of a class whose every reading is told? */
export function isHigh(confidentiality: number | null): boolean {
  return confidentiality !== null && confidentiality >= sensitiveFrom;
}

/** Must the log be told who reads this information: is it marked secret, or of a high class? */
export function isSensitive(one: {
  readonly secret: boolean;
  readonly confidentiality: number | null;
}): boolean {
  return one.secret || isHigh(one.confidentiality);
}
