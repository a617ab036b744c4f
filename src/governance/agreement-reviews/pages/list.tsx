import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { agreementReviewTexts } from '../agreement-review.texts.ts';
import { agreementPagesTexts } from './pages.texts.ts';

/** Agreements, with how each stands against the policy in force. */
export default function AgreementList() {
  const texts = useTexts(agreementPagesTexts).list;
  const { fields, outcomes } = useTexts(agreementReviewTexts);
  const list = useListState({ sort: 'counterparty', filters: ['outcome', 'current', 'ended', 'unitId'] });
  const view = useView('agreementReview.list', { query: list.query });
  const yesOrNo = [
    { value: 'true', label: texts.yes },
    { value: 'false', label: texts.no },
  ];
  const mayRegister = view.data?.mayRegister === true;
  const add = (
    <LinkButton look="primary" to="/avtalsgranskningar/ny">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={mayRegister ? add : undefined}
      more={[{ key: 'ended', label: texts.showEnded, to: '/avtalsgranskningar?ended=true' }]}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/avtalsgranskningar/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'outcome', label: fields.outcome, options: optionsOf(outcomes) },
          { key: 'current', label: texts.current, options: yesOrNo },
          { key: 'ended', label: texts.ended, describe: () => texts.yes },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          {
            key: 'counterparty',
            label: fields.counterparty,
            sortKey: 'counterparty',
            cell: (row) => row.counterparty,
          },
          { key: 'subject', label: fields.subject, sortKey: 'subject', cell: (row) => row.subject },
          {
            key: 'outcome',
            label: fields.outcome,
            cell: (row) => {
              if (row.outcome === null) return <span className="soft">{texts.notReviewed}</span>;
              return row.current ? outcomes[row.outcome] : `${outcomes[row.outcome]}, ${texts.earlier}`;
            },
          },
          {
            key: 'review',
            label: fields.nextReviewOn,
            sortKey: 'review',
            kind: 'brief',
            cell: (row) => row.nextReviewOn ?? '–',
          },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
        ]}
        footAction={
          <ExportButton action="agreementReview.export" query={list.query} total={view.data?.total} />
        }
        empty={
          <EmptyState title={texts.none} action={mayRegister ? add : undefined}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
