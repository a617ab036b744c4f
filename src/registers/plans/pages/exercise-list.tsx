import { formatList, formatNumber } from '../../../kernel/format.ts';
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

/** Exercises of plans, the latest first. */
export default function ExerciseList() {
  const { exercises: texts, list: words } = useTexts(planPagesTexts);
  const { fields, exerciseKinds } = useTexts(planTexts);
  const language = useLanguage();
  const list = useListState({ sort: '-held', filters: ['kind', 'planId', 'withdrawn'] });
  const view = useView('exercise.list', { query: list.query });
  const add = (
    <LinkButton look="primary" to="/ovningar/ny">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[{ label: words.title, to: '/planer' }]}
      primary={add}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/ovningar/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'kind', label: fields.kind, options: optionsOf(exerciseKinds) },
          { key: 'withdrawn', label: texts.withdrawn, options: [{ value: 'true', label: texts.yes }] },
          { key: 'planId', label: texts.plan, describe: () => view.data?.items[0]?.plans[0] ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'scenario', label: fields.scenario, sortKey: 'scenario', cell: (row) => row.scenario },
          { key: 'kind', label: fields.kind, cell: (row) => exerciseKinds[row.kind] },
          {
            key: 'held',
            label: fields.heldOn,
            sortKey: 'held',
            kind: 'brief',
            cell: (row) => row.heldOn,
          },
          { key: 'plans', label: texts.plans, cell: (row) => formatList(row.plans, language) },
          {
            key: 'participants',
            label: fields.participants,
            sortKey: 'participants',
            kind: 'number',
            isMinor: true,
            cell: (row) => formatNumber(row.participants, language),
          },
          {
            key: 'restored',
            label: texts.restored,
            isMinor: true,
            cell: (row) => (row.restoreTried ? texts.yes : texts.no),
          },
        ]}
        footAction={<ExportButton action="exercise.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
