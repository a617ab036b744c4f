import type { Texts } from '../kernel/texts.ts';
import { todoTextsEn } from './todo.texts.en.ts';
import { todoTextsSv } from './todo.texts.sv.ts';

export const todoTexts: Texts<typeof todoTextsSv> = { sv: todoTextsSv, en: todoTextsEn };
