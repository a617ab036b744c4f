import { createHash } from 'node:crypto';
import { plainCode, shownCode } from '../code.ts';

/** Bytes of the hash that make a unit's code: eight signs of five bits. */
const codeBytes = 5;
/** What the hash begins with, so that it is no hash of anything else. */
const codePurpose = 'varna unit code:';

/**
 * The code of a unit that stands on its poster: public, short enough to be typed, and worked out from the unit's id, so that
 * nothing has to be kept and a poster holds for as long as the unit does.
 */
export function unitCode(unitId: string): string {
  const hash = createHash('sha256').update(codePurpose).update(unitId, 'utf8').digest();
  return plainCode(shownCode(hash.subarray(0, codeBytes)));
}
