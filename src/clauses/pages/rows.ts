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
};

/** The register's list where a clause's population stands; null when it is spread over several, or is no register. */
export function listOf(number: string): string | null {
  return lists[number] ?? null;
}

/**
 * Where the rows behind a clause's figure are: the register's list, narrowed to what fails; the clause's own page when
 * the rows are of several registers, or of an earlier day (`asOf`), which a list does not show.
 */
export function rowsPath(item: Pick<ClauseItem, 'number' | 'findings'>, asOf = ''): string {
  const list = listOf(item.number);
  if (asOf !== '') return `/krav/${item.number}?dag=${asOf}`;
  if (list === null) return `/krav/${item.number}`;
  return item.findings > 0 ? `${list}?clause=${item.number}` : list;
}
