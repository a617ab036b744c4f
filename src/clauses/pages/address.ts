import { useRouterState } from '@tanstack/react-router';
import { useListState } from '../../ui/list-state.ts';
import { parseSearch, searchValues } from '../../ui/search-params.ts';

/** What stands in the address of this page, by name, and a way to change it. The address is the page's state. */
export function useAddress() {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const { change, href } = useListState();
  const params = parseSearch(search);
  return { read: (name: string) => searchValues(params, name)[0] ?? '', change, href };
}
