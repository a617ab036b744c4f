import type { PolicyBlock, PolicyText } from '../policy-text.ts';
import { readPolicyText } from '../read-policy-text.ts';
import { invisible } from '../sentence.ts';

/** The reading of a text that must be readable. Throws with the refusal's code. */
export function readText(input: string | readonly PolicyBlock[]): PolicyText {
  const reading = readPolicyText(input);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`);
  return reading.value;
}

/** How often each character that shows occurs. */
export function counts(text: string): Record<string, number> {
  const count: Record<string, number> = {};
  for (const character of text.replace(invisible, '').replace(/\s/gu, '')) {
    count[character] = (count[character] ?? 0) + 1;
  }
  return count;
}

/** All the text that a reading kept, wherever. */
export function everything(text: PolicyText): string {
  return [
    text.title ?? '',
    ...text.sections.flatMap((section) => [section.number ?? '', section.heading]),
    ...text.sentences.map((sentence) => sentence.text),
    ...text.leftovers.map((leftover) => leftover.text),
  ].join(' ');
}
