import type { NoDemandReason } from './edition.ts';

/** What a text calls itself where it speaks of its own purpose. */
const itself =
  '(?:policyn|dokumentet|(?:den här|denna|vår|detta|det här)\\s+(?:policyn?|dokument(?:et)?|texten?))';

const patterns: readonly (readonly [NoDemandReason, RegExp])[] = [
  ['definition', /^med\s.{2,60}?\s(?:avses|menas|förstås)(?!\p{L})/iu],
  ['definition', /^["”“]?[\p{L} -]{2,60}["”“]?\s(?:betyder|innebär|definieras som)(?!\p{L})/iu],
  ['statesPurpose', /^(?:syftet|avsikten|ändamålet)\s(?:med|är)(?!\p{L})/iu],
  [
    'statesPurpose',
    new RegExp(
      `^${itself}\\s(?:anger|beskriver|visar|talar om|slår fast|förklarar|uttrycker|syftar)(?!\\p{L})`,
      'iu',
    ),
  ],
  [
    'overallAim',
    /^(?:målet|målsättningen|visionen|vårt mål|kommunens mål)\s(?:med\s.{2,60}?\s)?är(?!\p{L})/iu,
  ],
  [
    'overallAim',
    /(?<!\p{L})ska(?:ll)?\s(?:\p{L}+\s){0,3}(?:kunna\s)?(?:lita på|känna\s(?:sig\s)?(?:trygg|förtroende|tillit)\p{L}*)/iu,
  ],
];

/**
 * Why a sentence with a demanding word most likely asks for nothing that can be followed up: it explains a word, says what the
 * text is for, or names the aim of the whole. Null for a demand.
 */
export function noDemandIn(sentence: string): NoDemandReason | null {
  return patterns.find(([, pattern]) => pattern.test(sentence))?.[0] ?? null;
}
