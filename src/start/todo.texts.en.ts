import type { TextsLike } from '../kernel/texts.ts';
import type { todoTextsSv } from './todo.texts.sv.ts';

export const todoTextsEn: TextsLike<typeof todoTextsSv> = {
  name: 'To do',
  fields: {},
  refusals: {},
  events: {},
};
