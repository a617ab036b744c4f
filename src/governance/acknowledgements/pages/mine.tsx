import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';

type Row = ViewMap['acknowledgement.mine']['answer']['items'][number];

/** What the reader is to read and acknowledge, and what she has. */
export default function MinePage() {
  const texts = useTexts(campaignPagesTexts).mine;
  const view = useView('acknowledgement.mine');
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded view={view}>
        {({ items }) => {
          const waiting = items.filter((row) => row.acknowledgedAt === null);
          const done = items.filter((row) => row.acknowledgedAt !== null);
          if (items.length === 0) return <EmptyState title={texts.none}>{texts.noneText}</EmptyState>;
          return (
            <>
              {waiting.length === 0 ? <p>{texts.none}</p> : <Waiting rows={waiting} />}
              {done.length === 0 ? null : <Done rows={done} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Waiting({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(campaignPagesTexts).mine;
  const language = useLanguage();
  return (
    <Section title={texts.waiting}>
      <ul className="figure-rows">
        {rows.map((row) => (
          <li key={row.versionId}>
            <span>
              <strong lang="sv">{row.title}</strong>{' '}
              <span className="soft">
                {row.closesOn === null ? '' : texts.lastDay(formatLongDate(row.closesOn, language))}{' '}
                {row.isChangeOnly ? texts.changeOnly : ''}
              </span>
            </span>
            <LinkButton to={`/las-och-kvittera/${row.versionId}`} size="small" look="primary">
              {texts.read}
              <span className="visually-hidden"> – {row.title}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Done({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(campaignPagesTexts).mine;
  const { ways } = useTexts(campaignTexts);
  const language = useLanguage();
  return (
    <Section title={texts.done}>
      <ul className="figure-rows">
        {rows.map((row) => (
          <li key={row.versionId}>
            <span>{texts.edition(row.title, formatNumber(row.number, language))}</span>
            <span className="soft">
              {row.acknowledgedAt === null || row.way === null
                ? ''
                : texts.when(formatLongDate(row.acknowledgedAt.slice(0, 10), language), ways[row.way])}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
