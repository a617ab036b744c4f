import { register } from '../kernel/register.ts';
import { todoTexts } from './todo.texts.ts';
import { waitingView } from './todo.views.ts';
import type { FindWaiting } from './waiting.ts';

/** What waits for somebody, gathered from the slices. It keeps nothing of its own. */
export function todoRegister(finders: readonly FindWaiting[]) {
  return register({ name: 'todo', actions: [], views: [waitingView(finders)], texts: todoTexts });
}
