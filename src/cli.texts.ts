import { cliTextsEn } from './cli.texts.en.ts';
import { cliTextsSv } from './cli.texts.sv.ts';
import type { Texts, TextsLike } from './kernel/texts.ts';

export const cliTexts: Texts<typeof cliTextsSv> = { sv: cliTextsSv, en: cliTextsEn };
export type CliTexts = TextsLike<typeof cliTextsSv>;
