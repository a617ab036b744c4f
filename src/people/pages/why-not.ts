import { kernelTexts } from '../../kernel/kernel.texts.ts';
import { type Language, pickTexts } from '../../kernel/texts.ts';

/** Why a step is not open, in words: the register's own sentence, else the kernel's. Undefined when it is open. */
export function reasonWhyNot(
  code: string | null,
  own: Readonly<Record<string, string>>,
  language: Language,
): string | undefined {
  if (code === null) return undefined;
  const kernel: Readonly<Record<string, string>> = pickTexts(kernelTexts, language).refusals;
  return own[code] ?? kernel[code];
}
