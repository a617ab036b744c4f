import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ActionMap } from './api-types.ts';
import { actNamed } from './client.ts';

type PrintName = Extract<keyof ActionMap, `${string}.print${string}`>;

/** Which action tells that a view's page is on its way to paper. */
const printed: Readonly<Record<string, PrintName>> = {
  'information.list': 'information.printList',
  'information.record': 'information.print',
  'system.list': 'system.printList',
  'system.record': 'system.print',
  'person.list': 'person.printList',
  'person.record': 'person.print',
  'measure.list': 'measure.printList',
  'measure.record': 'measure.print',
  'deviation.list': 'deviation.printList',
  'deviation.record': 'deviation.print',
  'exception.list': 'exception.printList',
  'exception.record': 'exception.print',
  'plan.list': 'plan.printList',
  'plan.record': 'plan.print',
  'plan.binder': 'plan.printBinder',
};

/**
 * Tells the log when a page with a sensitive record or list is printed. Best effort: the browser says that it is about to
 * print, not that it has, and one that is made not to say so prints in silence.
 */
export function usePrintTold(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const tell = () => tellOf(queries);
    window.addEventListener('beforeprint', tell);
    return () => window.removeEventListener('beforeprint', tell);
  }, [queries]);
}

function tellOf(queries: QueryClient): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ type: 'active' })) {
    const [view, id, filter] = queryKey as readonly [string, string | null, object]; // as useNamedView makes it
    const name = printed[view];
    // That nothing was sensitive is an answer too; nobody at the printer is to be troubled by it.
    if (name !== undefined) actNamed(name, { input: { recordId: id, filter } }).catch(() => undefined);
  }
}
