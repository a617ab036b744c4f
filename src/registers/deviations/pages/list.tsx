import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { useRegisterWord } from '../../measures/pages/reference.tsx';
import { deviationTexts } from '../deviation.texts.ts';
import { deviationPagesTexts } from './pages.texts.ts';
import { useLevelWord } from './risk-fields.tsx';

const filters = ['state', 'overdue', 'unitId', 'sourceRegister', 'sourceRecord'];

/** Deviations, the latest discovered at the top. */
export default function DeviationList() {
  const texts = useTexts(deviationPagesTexts).list;
  const { fields, states } = useTexts(deviationTexts);
  const level = useLevelWord();
  const word = useRegisterWord();
  const list = useListState({ sort: '-discovered', filters });
  const view = useView('deviation.list', { query: list.query });
  const mayReport = useView('deviation.demands', { isOfNow: true }).data?.mayReport === true;
  const add = mayReport ? (
    <LinkButton look="primary" to="/avvikelser/ny">
      {texts.add}
    </LinkButton>
  ) : null;
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/avvikelser/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'state', label: fields.state, options: optionsOf(states) },
          { key: 'overdue', label: texts.overdue, options: [{ value: 'true', label: texts.yes }] },
          {
            key: 'unitId',
            label: fields.unitId,
            describe: () => view.data?.items[0]?.unitName ?? '',
          },
          { key: 'sourceRegister', label: texts.from, describe: word },
          { key: 'sourceRecord', label: texts.from, describe: () => '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'title', label: fields.title, sortKey: 'title', cell: (row) => row.title },
          {
            key: 'discovered',
            label: fields.discoveredOn,
            sortKey: 'discovered',
            kind: 'brief',
            cell: (row) => row.discoveredOn,
          },
          {
            key: 'risk',
            label: fields.risk,
            sortKey: 'risk',
            cell: (row) =>
              row.level === null ? <span className="soft">{texts.notJudged}</span> : level(row.level),
          },
          { key: 'state', label: fields.state, cell: (row) => states[row.state] },
          {
            key: 'followUp',
            label: fields.followUpOn,
            sortKey: 'followUp',
            cell: (row) => (
              <>
                {row.followUpOn ?? '–'} {row.overdue ? <VerdictMark verdict="overdue" /> : null}
              </>
            ),
          },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
        ]}
        footAction={<ExportButton action="deviation.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
