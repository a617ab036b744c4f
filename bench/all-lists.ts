import type { Actor } from '../src/kernel/access.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { ask, type Services } from '../src/kernel/run.ts';
import type { View } from '../src/kernel/view.ts';
import { median, milliseconds, quantile, type Row, timed } from './measure.ts';

const rounds = 100;
const warm = 10;
const longest = 50;

/**
 * The first page of every list that needs nothing asked of it, as the coordinator sees it: those that have their bare SQL in
 * list-cases are held against it there, and here no list is left out because nobody thought of it. The slowest are shown.
 */
export async function measureEveryList(
  services: Services,
  views: readonly View[],
  actor: Actor,
): Promise<Row[]> {
  const times: { readonly name: string; readonly p99: number; readonly middle: number }[] = [];
  for (const view of views.filter(isList)) {
    const once = () => ask(services, view, { actor, id: null, query: {} });
    const answer = await once();
    if (isRefusal(answer)) continue;
    const taken: number[] = [];
    for (let round = 0; round < warm + rounds; round++) {
      const time = await timed(once);
      if (round >= warm) taken.push(time);
    }
    times.push({ name: view.name, p99: quantile(taken, 0.99), middle: median(taken) });
  }
  const slowest = times.toSorted((one, other) => other.p99 - one.p99);
  return slowest.slice(0, 5).map(({ name, p99, middle }, index) => ({
    name: `${name}, ${index === 0 ? 'the slowest' : `the slowest but ${index}`} of ${times.length} lists`,
    measured: `${milliseconds(middle)}, p99 ${milliseconds(p99)}`,
    reference: '–',
    ratio: null,
    budget: `p99 < ${longest} ms`,
    met: p99 < longest,
  }));
}

function isList({ on, input, output, purpose, path }: View): boolean {
  const asked = input as { readonly required?: readonly string[] }; // inputs are objects
  const { properties = {} } = output as { readonly properties?: object }; // and so are answers
  const isPage = 'items' in properties && 'total' in properties;
  return (
    on === 'register' &&
    isPage &&
    (asked.required ?? []).length === 0 &&
    purpose === undefined &&
    path === undefined
  );
}
