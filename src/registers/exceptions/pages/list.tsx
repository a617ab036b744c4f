import { officeTexts } from '../../../people/offices.texts.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { useLevelWord } from '../../deviations/pages/risk-fields.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { exceptionTexts } from '../exception.texts.ts';
import { exceptionPagesTexts } from './pages.texts.ts';

const filters = ['standing', 'unitId', 'objectRegister', 'objectId'];

/** Exceptions, those that end first at the top. */
export default function ExceptionList() {
  const texts = useTexts(exceptionPagesTexts).list;
  const { fields, standings, objects } = useTexts(exceptionTexts);
  const { offices } = useTexts(officeTexts);
  const level = useLevelWord();
  const list = useListState({ sort: 'end', filters });
  const view = useView('exception.list', { query: list.query });
  const mayApply = useView('exceptionRule.list', { isOfNow: true }).data?.mayApply === true;
  const objectWords: Readonly<Record<string, string>> = objects;
  const add = mayApply ? (
    <LinkButton look="primary" to="/undantag/ny">
      {texts.add}
    </LinkButton>
  ) : null;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={add}
      more={[{ key: 'rules', label: texts.rules, to: '/undantag/beslutsratt' }]}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/undantag/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'standing', label: fields.state, options: optionsOf(standings) },
          { key: 'unitId', label: fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'objectRegister', label: texts.object, describe: (name) => objectWords[name] ?? '' },
          { key: 'objectId', label: texts.object, describe: () => '' },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'title', label: fields.title, sortKey: 'title', cell: (row) => row.title },
          {
            key: 'standing',
            label: fields.state,
            cell: (row) => (
              <>
                {standings[row.standing]}{' '}
                {row.standing === 'overrun' ? <VerdictMark verdict="overdue" /> : null}
              </>
            ),
          },
          {
            key: 'end',
            label: fields.endsOn,
            sortKey: 'end',
            kind: 'brief',
            cell: (row) => row.endsOn,
          },
          { key: 'risk', label: texts.level, sortKey: 'risk', cell: (row) => level(row.level) },
          {
            key: 'decidedAs',
            label: fields.decidedAs,
            isMinor: true,
            cell: (row) => (row.decidedAs === null ? '–' : offices[row.decidedAs]),
          },
          { key: 'unit', label: fields.unitId, sortKey: 'unit', isMinor: true, cell: (row) => row.unitName },
        ]}
        footAction={<ExportButton action="exception.export" query={list.query} total={view.data?.total} />}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
