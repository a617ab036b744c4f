import { isCommon } from './common-passwords.ts';

export const shortestPassword = 12;
export const longestPassword = 200;

/** Why a password is refused. Length is the schema's matter; no rule asks for digits or signs (NIST SP 800-63B §3.1.1.2). */
export type PasswordFault = 'passwordCommon' | 'passwordMonotonous' | 'passwordLikeYou';

/** One form of each text, however the keyboard composed it: `å` is one character and not `a` with a ring. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * What is wrong with a new password; null when nothing is. `known` is what anybody can know of the person: her
 * e-mail, name and municipality.
 */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const plain = normalPassword(password).toLowerCase();
  if (new Set(plain).size < 5 || isWalk(plain)) return 'passwordMonotonous';
  if (isCommon(plain)) return 'passwordCommon';
  return isMadeOf(plain, known) ? 'passwordLikeYou' : null;
}

/** Each character follows or precedes the one before it in a row of keys, the alphabet or the digits. */
function isWalk(text: string): boolean {
  const rows = [
    '1234567890+',
    'qwertyuiopå',
    'asdfghjklöä',
    'zxcvbnm,.-',
    'abcdefghijklmnopqrstuvwxyzåäö',
    '0123456789',
  ];
  const steps = Array.from(text)
    .slice(1)
    .filter((character, index) => {
      const pair = (text[index] ?? '') + character;
      const reverse = character + (text[index] ?? '');
      return rows.some((row) => row.includes(pair) || row.includes(reverse)) || pair[0] === pair[1];
    });
  return steps.length >= text.length * 0.75;
}

/** After the known words are taken away, fewer than six characters other than digits and signs remain. */
function isMadeOf(plain: string, known: readonly string[]): boolean {
  const words = known
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    .sort((one, other) => other.length - one.length);
  if (!words.some((word) => plain.includes(word))) return false;
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest.replace(/[^\p{L}]/gu, '').length < 6;
}
