import { useRouterState } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { dayOf } from '../kernel/calendar.ts';
import { parseSearch, searchValues } from './search-params.ts';

/** As much of a page as tells whether it can show how things stood. */
interface PathWithPast {
  readonly path: string;
  readonly past?: boolean | 'itself';
}

/** Every page's path, for those below to know which of them can show the past. */
export const PagesWithPast = createContext<readonly PathWithPast[]>([]);

/** Where in time the page is, and where its links lead. */
export interface Past {
  /** The day or instant in the address (`?asOf=`), on a page that can show it; undefined for now. */
  readonly asOf: string | undefined;
  /** The page offers to show it as it was, in its menu. */
  readonly isOffered: boolean;
  /** The address with the time kept, if it leads to a page that can show it. */
  readonly keep: (to: string) => string;
  /** Does the address lead to where something is changed: a page below these that is only of now? */
  readonly isChange: (to: string) => boolean;
}

/** Reads it from an address; apart from the router so that it can be tested. */
export function pastIn(pages: readonly PathWithPast[], pathname: string, search: string): Past {
  const page = pageAt(pages, pathname);
  const isPast = page?.past !== undefined && page.past !== false;
  const wanted = searchValues(parseSearch(search), 'asOf')[0] ?? '';
  const asOf = isPast && wanted !== '' ? wanted : undefined;
  return {
    asOf,
    isOffered: page?.past === true,
    keep: (to) => {
      const [path = '', query = ''] = to.split('?', 2);
      if (asOf === undefined || pageAt(pages, path)?.past === undefined || /(^|&)asOf=/.test(query))
        return to;
      return `${to}${query === '' ? '?' : '&'}asOf=${encodeURIComponent(asOf)}`;
    },
    isChange: (to) => {
      const [path = ''] = to.split('?', 1);
      const target = pageAt(pages, path);
      if (target === undefined || target.past !== undefined) return false;
      return pages.some((one) => one.past === true && path.startsWith(`${one.path}/`));
    },
  };
}

/** The page of an address: the one with that very path, else the one whose `$id` fits. */
function pageAt(pages: readonly PathWithPast[], pathname: string): PathWithPast | undefined {
  const parts = pathname.split('/');
  const fits = ({ path }: PathWithPast) => {
    const wanted = path.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, place) => part.startsWith('$') || part === parts[place])
    );
  };
  return pages.find((one) => one.path === pathname) ?? pages.find(fits);
}

/** The time that the page shows. */
export function usePast(): Past {
  const pages = useContext(PagesWithPast);
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  return pastIn(pages, pathname, searchStr);
}

/** The day that the page is about: today, or the day of the time it shows. */
export function useToday(): string {
  const { asOf } = usePast();
  if (asOf === undefined) return dayOf(new Date());
  return asOf.includes('T') ? dayOf(new Date(asOf)) : asOf;
}
