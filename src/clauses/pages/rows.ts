import { formatSearch } from '../../ui/search-params.ts';
import type { ClauseItem } from './answers.ts';

/** The list that holds each clause's population, where one list holds it. */
const lists: Readonly<Record<string, string>> = {
  P25: '/register/system',
  P28: '/register/information',
  P29: '/register/information',
  P31: '/register/system',
  P40: '/register/information',
  P41: '/register/information',
  P42: '/register/information',
  P43: '/register/information',
  P45: '/avvikelser',
  P47: '/undantag',
};

/** The register's list where a clause's population stands; null when it is spread over several, or is no register. */
export function listOf(number: string): string | null {
  return lists[number] ?? null;
}

/**
 * Where the rows behind a clause's figure are: the register's list, narrowed to what fails; the clause's own page when
 * the rows are of several registers. The rows of an earlier day (`asOf`) are the list as it was then.
 */
export function rowsPath(item: Pick<ClauseItem, 'number' | 'findings'>, asOf = ''): string {
  const list = listOf(item.number);
  const then = asOf === '' ? {} : { asOf };
  if (list === null) return `/krav/${item.number}${formatSearch(then)}`;
  return list + formatSearch(item.findings > 0 ? { clause: item.number, ...then } : then);
}
