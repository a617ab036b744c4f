import { type AnyRegister, register } from '../kernel/register.ts';
import { todoTexts } from './todo.texts.ts';
import { waitingView } from './todo.views.ts';

/** What waits for somebody, gathered from the slices. It keeps nothing of its own. */
export function todoRegister(slices: readonly AnyRegister[]) {
  return register({ name: 'todo', actions: [], views: [waitingView(slices)], texts: todoTexts });
}
