import { formatList } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { personKinds } from '../../person.facts.ts';
import { personTexts } from '../person.texts.ts';
import { personPagesTexts } from './pages.texts.ts';

export default function PersonList() {
  const texts = useTexts(personPagesTexts).list;
  const words = useTexts(personTexts);
  const offices = useTexts(officeTexts);
  const language = useLanguage();
  const list = useListState({ sort: 'name', filters: ['kind', 'ended', 'unitId', 'sourceId'] });
  const view = useView('person.list', { query: list.query });
  const choices = useView('person.choices');
  const add =
    choices.data?.mayRegister === true ? (
      <LinkButton look="primary" to="/personer/ny">
        {texts.add}
      </LinkButton>
    ) : undefined;
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/personer/${row.id}`}
        searchLabel={texts.search}
        filters={[
          {
            key: 'kind',
            label: words.fields.kind,
            options: personKinds.map((kind) => ({ value: kind, label: words.kinds[kind] })),
          },
          { key: 'ended', label: texts.state, describe: () => texts.left },
          { key: 'unitId', label: words.fields.unitId, describe: () => view.data?.items[0]?.unitName ?? '' },
          { key: 'sourceId', label: words.fields.sourceId, describe: (id) => sourceName(choices.data, id) },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          {
            key: 'name',
            label: texts.name,
            sortKey: 'name',
            cell: (row) => (
              <>
                {row.familyName}, {row.givenName}{' '}
                {row.state === 'here' ? null : <Tag>{words.states[row.state]}</Tag>}
              </>
            ),
          },
          { key: 'kind', label: words.fields.kind, isMinor: true, cell: (row) => words.kinds[row.kind] },
          {
            key: 'unit',
            label: texts.unit,
            sortKey: 'unit',
            cell: (row) => row.unitName ?? row.organisation ?? '–',
          },
          {
            key: 'offices',
            label: texts.offices,
            cell: (row) =>
              row.offices.length === 0
                ? '–'
                : formatList(
                    row.offices.map((office) => offices.offices[office]),
                    language,
                  ),
          },
        ]}
        footAction={
          <span className="row">
            <ExportButton action="person.export" query={list.query} total={view.data?.total} />
            <Link to="/personer?ended=true">{texts.showLeft}</Link>
            <Link to="/personer/kallor">{texts.sources}</Link>
          </span>
        }
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}

function sourceName(
  choices: { readonly sources: readonly { id: string; name: string }[] } | undefined,
  id: string,
): string {
  return choices?.sources.find((source) => source.id === id)?.name ?? '';
}
