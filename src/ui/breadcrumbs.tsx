import { useTexts } from './language.tsx';
import { Link } from './link.tsx';
import { uiTexts } from './ui.texts.ts';

/** One step on the way to the page. */
export type Crumb = { readonly label: string; readonly to: string };

/** The way to this page from the start; the page itself is its heading and is not repeated. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const texts = useTexts(uiTexts);
  if (crumbs.length === 0) return null;
  return (
    <nav className="breadcrumbs" aria-label={texts.breadcrumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
