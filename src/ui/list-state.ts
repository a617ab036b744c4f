import { useRouterState } from '@tanstack/react-router';
import type { ListQuery } from './client.ts';
import { useHistory } from './link.tsx';
import { formatSearch, parseSearch, searchValues } from './search-params.ts';

type Settings = {
  /** The order when the address says none: a sort key, `-` before it for falling. */
  readonly sort?: string;
  /** Names of the filters the view takes; other names in the address are let be. */
  readonly filters?: readonly string[];
};

/** A list's page, order and selection: the address is the state, so that every list can be linked to. */
export type ListState = {
  readonly page: number;
  readonly sort: string;
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** True when anything at all narrows the list. */
  readonly isNarrowed: boolean;
  /** Hand this to `useView(name, { query })`. */
  readonly query: ListQuery;
  /** The address with something changed; `undefined` or `[]` takes a thing away. Any change but of page goes to page 1. */
  readonly href: (changes: Readonly<Record<string, string | readonly string[] | undefined>>) => string;
  readonly change: (changes: Readonly<Record<string, string | readonly string[] | undefined>>) => void;
  /** The address with no selection at all. */
  readonly clearedHref: () => string;
};

/** Reads a list's state from the address. The server takes `page`, `sort`, `search` and `clause` for every list. */
export function useListState(settings: Settings = {}): ListState {
  const history = useHistory();
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  return listState(pathname, searchStr, settings, (to) => history.replace(to));
}

/** The list's state in an address; apart from the router so that it can be tested. */
export function listState(
  pathname: string,
  searchText: string,
  settings: Settings,
  goTo: (to: string) => void,
): ListState {
  const params = parseSearch(searchText);
  const one = (name: string) => searchValues(params, name)[0] ?? '';
  const names = ['clause', ...(settings.filters ?? [])];
  const filters = Object.fromEntries(
    names
      .map((name) => [name, searchValues(params, name)] as const)
      .filter(([, values]) => values.length > 0),
  );
  const page = Math.max(1, Math.trunc(Number(one('page'))) || 1);
  const sort = one('sort') === '' ? (settings.sort ?? '') : one('sort');
  const search = one('search');
  const asked = {
    ...filters,
    ...(page > 1 ? { page: String(page) } : {}),
    ...(sort === '' ? {} : { sort }),
    ...(search === '' ? {} : { search }),
  };
  const href: ListState['href'] = (changes) => {
    const kept = Object.entries(params).filter(([name]) => name !== 'page');
    return pathname + formatSearch({ ...Object.fromEntries(kept), ...changes });
  };
  return {
    page,
    sort,
    search,
    filters,
    isNarrowed: search !== '' || Object.keys(filters).length > 0,
    // The brand says that the values come from the address, unread; this is the one place that puts it on.
    query: asked as unknown as ListQuery,
    href,
    change: (changes) => goTo(href(changes)),
    clearedHref: () => pathname + formatSearch({ sort: one('sort') }),
  };
}
