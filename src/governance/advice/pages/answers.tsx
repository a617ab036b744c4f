import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useSession } from '../../../ui/session.ts';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { supportRoles } from '../advice.ts';
import { adviceTexts } from '../advice.texts.ts';
import { advicePagesTexts } from './pages.texts.ts';

/** What has been answered for everybody, to search and to read; and the way to a question of one's own. */
export default function AnswersPage() {
  const texts = useTexts(advicePagesTexts).answers;
  const { roles } = useTexts(adviceTexts);
  const offices = useSession().data?.offices ?? [];
  const list = useListState({ filters: ['office'] });
  const view = useView('publishedAnswer.list', { query: list.query });
  const isAnswering = offices.some((one) => supportRoles.some((role) => role === one.office));
  const more = [
    { key: 'mine', label: texts.mine, to: '/rad-och-stod/mina' },
    ...(isAnswering ? [{ key: 'toAnswer', label: texts.toAnswer, to: '/rad-och-stod/att-besvara' }] : []),
    ...(view.data?.may.publish === true
      ? [{ key: 'publish', label: texts.publish, to: '/rad-och-stod/svar/nytt' }]
      : []),
    { key: 'settings', label: texts.settings, to: '/rad-och-stod/installningar' },
  ];
  const ask = (
    <LinkButton look="primary" to="/rad-och-stod/fraga">
      {texts.ask}
    </LinkButton>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={ask} more={more}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/rad-och-stod/svar/${row.id}`}
        searchLabel={texts.search}
        filters={[{ key: 'office', label: texts.answeredBy, options: optionsOf(roles) }]}
        columns={[
          { key: 'question', label: texts.question, cell: (row) => row.question },
          { key: 'office', label: texts.answeredBy, cell: (row) => roles[row.office] },
          {
            key: 'published',
            label: texts.published,
            kind: 'brief',
            cell: (row) => row.publishedOn,
          },
        ]}
        footAction={
          <ExportButton action="publishedAnswer.export" query={list.query} total={view.data?.total} />
        }
        empty={<EmptyState title={texts.none}>{texts.noneText}</EmptyState>}
      />
    </Page>
  );
}
