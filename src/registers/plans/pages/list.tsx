import { formatNumber } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';

/** Plans for incidents and continuity, with how each stands. */
export default function PlanList() {
  const texts = useTexts(planPagesTexts).list;
  const { fields, kinds, listStates } = useTexts(planTexts);
  const language = useLanguage();
  const list = useListState({ sort: 'name', filters: ['kind', 'state', 'unitId', 'systemId', 'ended'] });
  const view = useView('plan.list', { query: list.query });
  const add = (
    <LinkButton look="primary" to="/planer/ny">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={add}
      more={[
        { key: 'order', label: texts.toOrder, to: '/planer/ordning' },
        { key: 'exercises', label: texts.toExercises, to: '/ovningar' },
        { key: 'binder', label: texts.toBinder, to: '/krisparm' },
      ]}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/planer/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'kind', label: fields.kind, options: optionsOf(kinds) },
          { key: 'state', label: texts.state, options: optionsOf(listStates) },
          { key: 'ended', label: texts.ended, options: [{ value: 'true', label: texts.yes }] },
          { key: 'unitId', label: texts.unit, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'systemId', label: fields.systemId, describe: () => view.data?.items[0]?.name ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'name', label: texts.name, sortKey: 'name', cell: (row) => row.name },
          { key: 'kind', label: fields.kind, cell: (row) => kinds[row.kind] },
          {
            key: 'state',
            label: texts.state,
            cell: ({ number, isWritten }) => {
              if (number !== null) return texts.version(formatNumber(number, language));
              return <span className="soft">{isWritten ? texts.written : texts.noVersion}</span>;
            },
          },
          {
            key: 'review',
            label: fields.nextReviewOn,
            sortKey: 'review',
            kind: 'brief',
            cell: (row) => row.nextReviewOn ?? '–',
          },
          {
            key: 'exercised',
            label: texts.exercised,
            sortKey: 'exercised',
            kind: 'brief',
            cell: (row) => row.exercisedOn ?? texts.never,
          },
          {
            key: 'place',
            label: texts.order,
            sortKey: 'place',
            kind: 'number',
            isMinor: true,
            cell: (row) => (row.place === null ? '–' : formatNumber(row.place, language)),
          },
          { key: 'unit', label: texts.unit, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
        ]}
        footAction={<ExportButton action="plan.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
