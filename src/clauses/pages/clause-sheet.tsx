import { formatNumber } from '../../kernel/format.ts';
import { LinkButton } from '../../ui/button.tsx';
import { SideSheet } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import type { ClauseItem } from './answers.ts';
import { ClauseTrend } from './clause-trend.tsx';
import { ClauseVerdict } from './clause-verdict.tsx';
import { Findings } from './findings.tsx';
import { clausePagesTexts } from './pages.texts.ts';
import { rowsPath } from './rows.ts';

type SheetProps = {
  readonly clause: ClauseItem;
  readonly asOf: string;
  readonly onClose: () => void;
};

/** How many rows the sheet shows before it sends the reader on to all of them. */
const shownRows = 10;

/** What lies behind a mark: what is measured and what is not, what fails and how to mend it, how it has gone. */
export default function ClauseSheet({ clause, asOf, onClose }: SheetProps) {
  const texts = useTexts(clausePagesTexts).clause;
  const page = `/krav/${clause.number}${asOf === '' ? '' : `?asOf=${asOf}`}`;
  const view = useView('clauses.record', { id: clause.number, query: { asOf } });
  return (
    <SideSheet
      title={clause.title}
      isOpen
      onClose={onClose}
      actions={<LinkButton to={page}>{texts.openPage}</LinkButton>}
    >
      <Loaded view={view}>
        {(record) => (
          <div className="clause-sheet">
            <ClauseVerdict clause={clause} asOf={asOf} />
            <div>
              <h3>{texts.demand}</h3>
              <p>{record.demand}</p>
            </div>
            <div>
              <h3>{texts.measured}</h3>
              <p>{record.measured}</p>
            </div>
            <div>
              <h3>{texts.findings}</h3>
              <SheetFindings clause={clause} asOf={asOf} page={page} />
            </div>
            <div>
              <h3>{texts.trend}</h3>
              <ClauseTrend number={clause.number} asOf={asOf} />
            </div>
          </div>
        )}
      </Loaded>
    </SideSheet>
  );
}

function SheetFindings({ clause, asOf, page }: Omit<SheetProps, 'onClose'> & { readonly page: string }) {
  const texts = useTexts(clausePagesTexts).clause;
  const language = useLanguage();
  const isAsked = clause.findings > 0;
  const view = useView('clauses.findings', {
    id: clause.number,
    query: { asOf },
    isEnabled: isAsked,
  });
  if (!isAsked) {
    return (
      <p className="soft">{clause.verdict === 'undetermined' ? texts.findingsUnknown : texts.findingsNone}</p>
    );
  }
  const all = rowsPath(clause, asOf);
  return (
    <Loaded view={view}>
      {({ items, total, outside }) => (
        <>
          <Findings rows={items.slice(0, shownRows)} outside={outside} isMendable={asOf === ''} />
          {total > shownRows ? (
            <p>
              <Link to={all.startsWith('/krav') ? page : all}>
                {texts.findingsMore(formatNumber(total, language))}
              </Link>
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}
