import type { Language, Texts } from '../../kernel/texts.ts';
import { mendTextsEn } from './mend.texts.en.ts';
import { mendTextsSv } from './mend.texts.sv.ts';

export const mendTexts: Texts<typeof mendTextsSv> = { sv: mendTextsSv, en: mendTextsEn };

type Mending = keyof typeof mendTextsSv.verbs;

/** The verb of the button that mends, and the task in words, for an action by its operationId. */
export function mendWords(
  action: string | null,
  name: string,
  language: Language,
): { verb: string; task: string } {
  const words = mendTexts[language];
  const key: Mending = action !== null && isMending(action) ? action : 'none';
  return { verb: words.verbs[key], task: withoutColon(words.tasks[key](name)) };
}

/** The lack of any record has no name to put after the colon. */
function withoutColon(task: string): string {
  return task.replace(/:? +$/, '');
}

function isMending(action: string): action is Mending {
  return action in mendTextsSv.verbs;
}
