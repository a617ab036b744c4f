import { formatNumber } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { campaignTexts } from '../campaign.texts.ts';
import { campaignPagesTexts } from './pages.texts.ts';

/** Campaigns, with how far each has come. */
export default function CampaignList() {
  const texts = useTexts(campaignPagesTexts).list;
  const { fields, states } = useTexts(campaignTexts);
  const language = useLanguage();
  const list = useListState({ sort: '-opens', filters: ['state'] });
  const view = useView('campaign.list', { query: list.query });
  const number = (value: number) => formatNumber(value, language);
  const may = view.data?.may;
  const begin =
    may?.begin === true ? (
      <LinkButton look="primary" to="/kvittenser/ny">
        {texts.begin}
      </LinkButton>
    ) : null;
  return (
    <Page title={texts.title} lead={texts.lead} primary={begin}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/kvittenser/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'state', label: fields.state, options: optionsOf(states) },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'title', label: fields.title, sortKey: 'title', cell: (row) => row.title },
          {
            key: 'document',
            label: texts.document,
            isMinor: true,
            cell: (row) => texts.edition(row.documentTitle, number(row.number)),
          },
          { key: 'state', label: fields.state, cell: (row) => states[row.state] },
          {
            key: 'opens',
            label: fields.opensOn,
            sortKey: 'opens',
            cell: (row) => row.opensOn,
            kind: 'brief',
          },
          {
            key: 'closes',
            label: fields.closesOn,
            sortKey: 'closes',
            cell: (row) => row.closesOn,
            kind: 'brief',
          },
          {
            key: 'progress',
            label: texts.progress,
            kind: 'number',
            cell: ({ acknowledged, asked }) =>
              acknowledged === null || asked === null
                ? texts.few
                : texts.of(number(acknowledged), number(asked)),
          },
        ]}
        footAction={<ExportButton action="campaign.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={begin}>
            {texts.noneText}
          </EmptyState>
        }
      />
      <Section title={texts.also}>
        <ul>
          <li>
            <Link to="/las-och-kvittera">{texts.mine}</Link>
          </li>
          <li>
            <Link to="/kvittenser/intyg">{texts.attests}</Link>
          </li>
          <li>
            <Link to="/externa-parter">{texts.parties}</Link>
          </li>
          {may?.seeQuestions === true ? (
            <li>
              <Link to="/kvittenser/fragor">{texts.questions}</Link>
            </li>
          ) : null}
          <li>
            <Link to="/kvittenser/granser">{texts.limits}</Link>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
