import { useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import type { ListState } from '../../ui/list-state.ts';
import { logPagesTexts } from './pages.texts.ts';

/** The way to older events and back to the newest, where there is any. The place is `cursor` in the address. */
export function Steps({ list, next }: { readonly list: ListState; readonly next: string | null }) {
  const texts = useTexts(logPagesTexts).history;
  const isBack = list.filters['cursor'] !== undefined;
  if (!isBack && next === null) return null;
  return (
    <nav className="row" aria-label={texts.title}>
      {isBack ? <Link to={list.href({ cursor: undefined })}>{texts.newest}</Link> : null}
      {next === null ? null : <Link to={list.href({ cursor: next })}>{texts.older}</Link>}
    </nav>
  );
}
