import { formatDay } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { adviceTexts } from '../advice.texts.ts';
import { DueDay } from './due-day.tsx';
import { advicePagesTexts } from './pages.texts.ts';

/** The questions that somebody has asked herself. */
export default function MyQuestionsPage() {
  const { answers, mine: texts } = useTexts(advicePagesTexts);
  const { roles, states } = useTexts(adviceTexts);
  const list = useListState({ sort: '-asked', filters: ['state'] });
  const view = useView('advice.mine', { query: list.query });
  const ask = (
    <LinkButton look="primary" to="/rad-och-stod/fraga">
      {answers.ask}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={ask}
      breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/rad-och-stod/fragor/${row.id}`}
        searchLabel={texts.search}
        filters={[{ key: 'state', label: texts.state, options: optionsOf(states) }]}
        columns={[
          { key: 'subject', label: texts.subject, sortKey: 'subject', cell: (row) => row.subject },
          { key: 'state', label: texts.state, cell: (row) => states[row.state] },
          { key: 'to', label: texts.to, isMinor: true, cell: (row) => roles[row.askedOf] },
          {
            key: 'asked',
            label: texts.asked,
            sortKey: 'asked',
            kind: 'brief',
            cell: (row) => formatDay(row.askedAt),
          },
          { key: 'due', label: texts.due, cell: (row) => <DueDay dueOn={row.dueOn} overdue={row.overdue} /> },
        ]}
        empty={
          <EmptyState title={texts.none} action={ask}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
