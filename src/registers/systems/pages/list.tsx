import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { ClassFigure } from '../../information/pages/class-figure.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { aspects } from '../../information/vocabulary.ts';
import { systemTexts } from '../system.texts.ts';
import { systemPagesTexts } from './pages.texts.ts';
import type { SystemRecord } from './system-record.ts';

export default function SystemList() {
  const texts = useTexts(systemPagesTexts).list;
  const { fields, lifecycles, providerKinds } = useTexts(systemTexts);
  const list = useListState({ sort: 'name', filters: ['lifecycle', 'providerKind', 'unitId'] });
  const view = useView('system.list', { query: list.query });
  const add = (
    <LinkButton look="primary" to="/register/system/ny">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/register/system/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'lifecycle', label: fields.lifecycle, options: optionsOf(lifecycles) },
          { key: 'providerKind', label: fields.providerKind, options: optionsOf(providerKinds) },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'name', label: fields.name, sortKey: 'name', cell: (row) => row.name },
          {
            key: 'lifecycle',
            label: fields.lifecycle,
            sortKey: 'lifecycle',
            cell: (row) => lifecycles[row.lifecycle],
          },
          {
            key: 'owner',
            label: texts.owner,
            cell: (row) => row.owner?.name ?? <span className="soft">{texts.noOwner}</span>,
          },
          {
            key: 'required',
            label: texts.required,
            isMinor: true,
            cell: (row) => <RequiredFigure required={row.required} />,
          },
          {
            key: 'protection',
            label: texts.protection,
            cell: (row) => <Protection required={row.required} gaps={row.gaps} />,
          },
          { key: 'unit', label: texts.unit, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
          {
            key: 'provider',
            label: texts.provider,
            sortKey: 'provider',
            isMinor: true,
            cell: (row) => (row.providerName === '' ? texts.own : row.providerName),
          },
        ]}
        footAction={<ExportButton action="system.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}

function RequiredFigure({ required }: Pick<SystemRecord, 'required'>) {
  const isRequired = aspects.some((aspect) => required[aspect] !== null);
  return isRequired ? <ClassFigure levels={required} /> : <span className="soft">–</span>;
}

/** Whether the proven protection reaches what is required, as shape and word. */
function Protection({ required, gaps }: Pick<SystemRecord, 'required' | 'gaps'>) {
  const texts = useTexts(systemPagesTexts).list;
  if (aspects.every((aspect) => required[aspect] === null)) {
    return <span className="soft">{texts.nothingRequired}</span>;
  }
  return (
    <span className="rule-mark">
      <span aria-hidden="true">
        <VerdictMark verdict={gaps.length === 0 ? 'met' : 'not_met'} isBare />
      </span>
      {gaps.length === 0 ? texts.enough : texts.gaps(gaps.length)}
    </span>
  );
}
