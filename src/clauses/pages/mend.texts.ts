import type { Language, Texts } from '../../kernel/texts.ts';
import { mendTextsEn } from './mend.texts.en.ts';
import { mendTextsSv } from './mend.texts.sv.ts';

export const mendTexts: Texts<typeof mendTextsSv> = { sv: mendTextsSv, en: mendTextsEn };

type Mending = keyof typeof mendTextsSv.verbs;

/**
 * The verb of the button that mends, and the task in words, for an action by its operationId. A text to read that is told by itself
 * (`documentVersion`) is called by its name; else it is the policy, and the name is that of who has not read it.
 */
export function mendWords(
  action: string | null,
  name: string,
  language: Language,
  register?: string,
): { verb: string; task: string } {
  const words = mendTexts[language];
  const key: Mending = action !== null && isMending(action) ? action : 'none';
  const isNamed = key === 'acknowledgement.make' && register === 'documentVersion';
  const task = isNamed ? words.readNamed(name) : words.tasks[key](name);
  return { verb: words.verbs[key], task: withoutColon(task) };
}

/** The lack of any record has no name to put after the colon. */
function withoutColon(task: string): string {
  return task.replace(/:? +$/, '');
}

function isMending(action: string): action is Mending {
  return action in mendTextsSv.verbs;
}
