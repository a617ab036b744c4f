import { officeTexts } from '../../../people/offices.texts.ts';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './documents.css';
import { StateMark } from './state-mark.tsx';

/** Every governing document: what it is, who keeps it, whether it is in force and up to date. */
export default function DocumentList() {
  const texts = useTexts(chainPagesTexts).list;
  const words = useTexts(documentTexts);
  const offices: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  const list = useListState({ sort: 'kind', filters: ['kind', 'state', 'scope', 'overdue'] });
  const view = useView('document.list', { query: list.query });
  const policy = useView('document.policy');
  const add = (
    <LinkButton look="primary" to="/styrdokument/nytt">
      {texts.add}
    </LinkButton>
  );
  const mayRegister = view.data?.mayRegister === true;
  const more = [
    ...(policy.data?.mayImport === true
      ? [{ key: 'import', label: texts.import, to: '/styrdokument/las-in' }]
      : []),
    { key: 'publishing', label: texts.publishing, to: '/styrdokument/publicering' },
    { key: 'attests', label: texts.attests, to: '/styrdokument/intyg' },
    { key: 'deciding', label: texts.deciding, to: '/styrdokument/beslutsratt' },
  ];
  return (
    <Page title={texts.title} lead={texts.lead} primary={mayRegister ? add : undefined} more={more}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/styrdokument/dokument/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'kind', label: words.fields.kind, options: optionsOf(words.kinds) },
          { key: 'state', label: words.fields.state, options: optionsOf(words.states) },
          { key: 'scope', label: words.fields.scope, options: optionsOf(words.scopes) },
          { key: 'overdue', label: texts.overdue, options: [{ value: 'true', label: texts.yes }] },
          { key: 'clause', label: words.fields.clause },
        ]}
        columns={[
          { key: 'title', label: words.fields.title, sortKey: 'title', cell: (row) => row.title },
          { key: 'kind', label: words.fields.kind, sortKey: 'kind', cell: (row) => words.kinds[row.kind] },
          {
            key: 'state',
            label: words.fields.state,
            cell: (row) =>
              row.state === null ? (
                <span className="soft">{texts.unwritten}</span>
              ) : (
                <StateMark state={row.state}>{words.states[row.state]}</StateMark>
              ),
          },
          {
            key: 'scope',
            label: words.fields.scope,
            isMinor: true,
            cell: (row) => row.about ?? words.scopes[row.scope],
          },
          {
            key: 'keeper',
            label: words.fields.keeperOffice,
            sortKey: 'keeper',
            isMinor: true,
            cell: (row) => offices[row.keeperOffice] ?? row.keeperOffice,
          },
          {
            key: 'review',
            label: words.fields.reviewOn,
            sortKey: 'review',
            cell: (row) => (
              <>
                {row.reviewOn ?? '–'}
                {row.isOverdue ? <span className="overdue"> ▲ {texts.late}</span> : null}
              </>
            ),
          },
        ]}
        empty={
          <EmptyState title={texts.none} action={mayRegister ? add : undefined}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}
