import { formatNumber } from '../../kernel/format.ts';
import type { Language } from '../../kernel/texts.ts';

/** A figure as people read it, with the decimals it has and no others: `1 200`, `4,5`. */
export function figureText(value: number, language: Language): string {
  const [, fraction = ''] = String(value).split('.');
  return formatNumber(value, language, fraction.length);
}
