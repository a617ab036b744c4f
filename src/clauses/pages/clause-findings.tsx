import { formatNumber } from '../../kernel/format.ts';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/page.tsx';
import { useAddress } from './address.ts';
import type { ClauseItem } from './answers.ts';
import { Findings } from './findings.tsx';
import { clausePagesTexts } from './pages.texts.ts';
import { listOf, rowsPath } from './rows.ts';

type ClauseFindingsProps = { readonly clause: ClauseItem; readonly asOf: string };

/** Everything that fails a clause, page by page, each row with the way to mend it. */
export function ClauseFindings({ clause, asOf }: ClauseFindingsProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  const address = useAddress();
  const page = Math.max(1, Math.trunc(Number(address.read('page'))) || 1);
  const isAsked = clause.findings > 0;
  const query = page > 1 ? { asOf, page } : { asOf };
  const view = useView('clauses.findings', { id: clause.number, query, isEnabled: isAsked });
  const inList = asOf === '' && isAsked && listOf(clause.number) !== null;
  return (
    <Section
      title={texts.findings}
      action={inList ? <Link to={rowsPath(clause)}>{texts.findingsInList}</Link> : undefined}
    >
      {isAsked ? (
        <Loaded view={view}>
          {({ items, total, outside, pageSize }) => (
            <>
              <Findings clause={clause.number} rows={items} outside={outside} isMendable={asOf === ''} />
              {total <= pageSize ? null : (
                <nav className="finding-pages" aria-label={texts.findings}>
                  {page > 1 ? (
                    <Link to={address.href({ page: String(page - 1) })}>{texts.previous}</Link>
                  ) : null}
                  <span className="soft">
                    {texts.page(
                      formatNumber(page, language),
                      formatNumber(Math.ceil(total / pageSize), language),
                    )}
                  </span>
                  {page * pageSize < total ? (
                    <Link to={address.href({ page: String(page + 1) })}>{texts.next}</Link>
                  ) : null}
                </nav>
              )}
            </>
          )}
        </Loaded>
      ) : (
        <p className="soft">
          {clause.verdict === 'undetermined' ? texts.findingsUnknown : texts.findingsNone}
        </p>
      )}
    </Section>
  );
}
