import { formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { optionsOf, someOptions } from '../../information/pages/options.ts';
import { owningOffices } from '../measure.ts';
import { measureTexts } from '../measure.texts.ts';
import { measurePagesTexts } from './pages.texts.ts';
import { useRegisterWord } from './reference.tsx';

const filters = [
  'mine',
  'open',
  'overdue',
  'state',
  'resources',
  'ownerOffice',
  'unitId',
  'sourceRegister',
  'sourceRecord',
  'sourceClause',
];

/** Measures, what is due first at the top. */
export default function MeasureList() {
  const texts = useTexts(measurePagesTexts).list;
  const { fields, states, resources } = useTexts(measureTexts);
  const { offices } = useTexts(officeTexts);
  const language = useLanguage();
  const word = useRegisterWord();
  const list = useListState({ sort: 'due', filters });
  const view = useView('measure.list', { query: list.query });
  const mayRegister = useView('measure.choices', { isOfNow: true }).data?.mayRegister === true;
  const yesOrNo = [
    { value: 'true', label: texts.yes },
    { value: 'false', label: texts.no },
  ];
  const add = mayRegister ? (
    <LinkButton look="primary" to="/atgarder/ny">
      {texts.add}
    </LinkButton>
  ) : null;
  const [first] = view.data?.items ?? [];
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/atgarder/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'mine', label: texts.mine, options: yesOrNo.slice(0, 1) },
          { key: 'open', label: texts.open, options: yesOrNo },
          { key: 'overdue', label: texts.overdue, options: yesOrNo.slice(0, 1) },
          { key: 'state', label: fields.state, options: optionsOf(states) },
          { key: 'ownerOffice', label: fields.ownerOffice, options: someOptions(owningOffices, offices) },
          { key: 'resources', label: fields.resources, options: optionsOf(resources) },
          { key: 'unitId', label: fields.unitId, describe: () => first?.unitName ?? '' },
          { key: 'sourceRegister', label: texts.from, describe: word },
          { key: 'sourceRecord', label: texts.from, describe: () => word(first?.sourceRegister ?? '') },
          { key: 'sourceClause', label: fields.clause, describe: (number) => number },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'title', label: fields.title, sortKey: 'title', cell: (row) => row.title },
          {
            key: 'due',
            label: fields.dueOn,
            sortKey: 'due',
            cell: (row) => (
              <>
                {row.dueOn} {row.overdue ? <VerdictMark verdict="overdue" /> : null}
              </>
            ),
          },
          {
            key: 'owner',
            label: texts.owner,
            cell: (row) => (row.ownerOffice === null ? row.ownerName : offices[row.ownerOffice]),
          },
          { key: 'state', label: fields.state, cell: (row) => states[row.state] },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
          {
            key: 'cost',
            label: fields.cost,
            sortKey: 'cost',
            kind: 'number',
            isMinor: true,
            cell: (row) => (row.cost === null ? '–' : formatNumber(row.cost, language)),
          },
        ]}
        footAction={<ExportButton action="measure.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
