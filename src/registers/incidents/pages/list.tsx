import { formatDay } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { reportPath } from '../../../ui/routing.ts';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import { useLevelName } from '../../information/pages/class-figure.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseListRow } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

export default function CaseList() {
  const texts = useTexts(incidentPagesTexts).list;
  const { fields, kinds, states, masked } = useTexts(incidentTexts);
  const levelName = useLevelName();
  const filters = ['state', 'kind', 'mine', 'overdue', 'unitId', 'systemId', 'informationId', 'supplier'];
  const list = useListState({ sort: '-reported', filters });
  const view = useView('incident.list', { query: list.query });
  const onlyYes = [{ value: 'true', label: texts.yes }];
  const report = (
    <LinkButton look="primary" to={reportPath}>
      {texts.report}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={report}
      more={[
        { key: 'reporting', label: texts.reporting, to: '/handelser/rapportering' },
        { key: 'attest', label: texts.attest, to: '/handelser/intyg' },
        { key: 'settings', label: texts.settings, to: '/handelser/installningar' },
      ]}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/handelser/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'state', label: fields.state, options: optionsOf(states) },
          { key: 'kind', label: fields.kind, options: optionsOf(kinds) },
          { key: 'mine', label: texts.mine, options: onlyYes },
          { key: 'overdue', label: texts.overdue, options: onlyYes },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'systemId', label: texts.system, describe: () => '' },
          { key: 'informationId', label: texts.information, describe: () => '' },
          { key: 'clause', label: 'P45' },
          { key: 'supplier', label: fields.supplier, describe: (name) => name },
        ]}
        columns={[
          { key: 'title', label: texts.case, sortKey: 'title', cell: (row) => row.title ?? masked },
          {
            key: 'number',
            label: texts.number,
            sortKey: 'number',
            kind: 'brief',
            cell: (row) => row.number ?? texts.new,
          },
          { key: 'kind', label: fields.kind, isMinor: true, cell: (row) => kinds[row.kind] },
          { key: 'state', label: fields.state, cell: (row) => <Standing row={row} /> },
          {
            key: 'highest',
            label: texts.highest,
            sortKey: 'highest',
            isMinor: true,
            cell: (row) => (row.highest === null ? '–' : `${row.highest} ${levelName(row.highest)}`),
          },
          { key: 'unit', label: fields.unitId, isMinor: true, cell: (row) => row.unitName ?? '–' },
          { key: 'handler', label: fields.handlerId, isMinor: true, cell: (row) => row.handler ?? '–' },
          {
            key: 'reported',
            label: fields.reportedAt,
            sortKey: 'reported',
            kind: 'brief',
            cell: (row) => formatDay(row.reportedAt),
          },
          {
            key: 'followUp',
            label: texts.followUp,
            sortKey: 'followUp',
            isMinor: true,
            kind: 'brief',
            cell: (row) => row.followUpOn ?? '–',
          },
        ]}
        footAction={<ExportButton action="incident.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={report}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}

function Standing({ row }: { readonly row: CaseListRow }) {
  const texts = useTexts(incidentPagesTexts).list;
  const { states, latenesses } = useTexts(incidentTexts);
  return (
    <span className="row">
      {states[row.state]}
      {row.secret ? <Tag>{texts.secret}</Tag> : null}
      {row.partlySecret && !row.secret ? <Tag>{texts.partlySecret}</Tag> : null}
      {row.late === null ? null : (
        <span>
          <VerdictMark verdict="overdue" /> <span className="soft">{latenesses[row.late]}</span>
        </span>
      )}
    </span>
  );
}
