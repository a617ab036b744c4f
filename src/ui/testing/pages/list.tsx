import { formatNumber } from '../../../kernel/format.ts';
import { LinkButton } from '../../button.tsx';
import { DataList } from '../../data-list.tsx';
import { useNamedView } from '../../hooks.ts';
import { useLanguage } from '../../language.tsx';
import { useListState } from '../../list-state.ts';
import { Page } from '../../page.tsx';
import { VerdictMark } from '../../verdict-mark.tsx';
import type { GallerySystem } from '../gallery-answers.ts';

type Answer = { items: readonly GallerySystem[]; total: number; page: number; pageSize: number };

/** A list as a register's list is. */
export default function GalleryList() {
  const language = useLanguage();
  const list = useListState({ sort: 'name', filters: ['state', 'unit'] });
  const view = useNamedView<Answer>('system.list', { query: list.query });
  const states = [
    { value: 'operating', label: 'i drift' },
    { value: 'retiring', label: 'under avveckling' },
  ];
  return (
    <Page
      title="System"
      lead="De system kommunen använder, vem som äger dem och om skyddet räcker för det de innehåller."
      primary={
        <LinkButton look="primary" to="/register/system/ny">
          Lägg till ett system
        </LinkButton>
      }
      more={[
        { key: 'matrix', label: 'Visa som matris', to: '/policyn' },
        {
          key: 'import',
          label: 'Läs in från fil',
          disabledReason: 'Bara informationssäkerhetssamordnaren får läsa in.',
        },
      ]}
    >
      <DataList
        label="System"
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/register/system/${row.id}`}
        searchLabel="Sök bland systemen"
        filters={[
          { key: 'state', label: 'Tillstånd', options: states },
          { key: 'clause', label: 'Krav' },
        ]}
        columns={[
          { key: 'name', label: 'Namn', sortKey: 'name', cell: (row) => row.name },
          { key: 'owner', label: 'Systemägare', sortKey: 'owner', cell: (row) => row.owner },
          { key: 'state', label: 'Tillstånd', cell: (row) => row.state, isMinor: true },
          {
            key: 'count',
            label: 'Informationsmängder',
            kind: 'number',
            sortKey: 'count',
            cell: (row) => formatNumber(row.count, language),
          },
          { key: 'verdict', label: 'Skydd', cell: (row) => <VerdictMark verdict={row.verdict} /> },
        ]}
      />
    </Page>
  );
}
