import { formatList } from '../../../kernel/format.ts';
import { formatStamp } from '../../../ui/stamp.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { witnessTexts } from '../witness.texts.ts';
import { OutcomeMark } from './outcome.tsx';
import { witnessPagesTexts } from './pages.texts.ts';

type Row = ViewMap['witness.list']['answer']['items'][number];

export default function WitnessList() {
  const texts = useTexts(witnessPagesTexts).list;
  const { fields, kinds, schedules } = useTexts(witnessTexts);
  const language = useLanguage();
  const list = useListState({ filters: [] });
  const view = useView('witness.list', { query: list.query });
  const add =
    view.data?.may.register === true ? (
      <LinkButton look="primary" to="/loggen/vittnen/nytt">
        {texts.add}
      </LinkButton>
    ) : undefined;
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      <Alarm rows={view.data?.items ?? []} isWhole={view.data !== undefined && !list.isNarrowed} />
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/loggen/vittnen/${row.id}`}
        filters={[{ key: 'clause', label: texts.clause }]}
        columns={[
          { key: 'name', label: fields.name, cell: (row) => row.name },
          { key: 'kind', label: fields.kind, cell: (row) => kinds[row.kind] },
          {
            key: 'schedule',
            label: fields.schedule,
            isMinor: true,
            cell: (row) => (row.kind === 'public' ? texts.always : schedules[row.schedule]),
          },
          { key: 'latest', label: texts.latest, cell: (row) => <Latest row={row} /> },
          {
            key: 'delivered',
            label: texts.delivered,
            cell: (row) =>
              row.deliveredAt === null ? (
                <span className="soft">{row.kind === 'public' ? texts.always : texts.never}</span>
              ) : (
                formatStamp(row.deliveredAt, language)
              ),
          },
        ]}
        empty={
          <EmptyState title={texts.none} action={add}>
            {texts.noneText}
          </EmptyState>
        }
      />
      <p>
        <a href="/logg">{texts.publicPage}</a>
      </p>
    </Page>
  );
}

function Latest({ row }: { readonly row: Row }) {
  const texts = useTexts(witnessPagesTexts).list;
  if (!row.isActive) return <span className="soft">{texts.ended}</span>;
  if (row.latest === null) return <span className="soft">–</span>;
  return <OutcomeMark outcome={row.latest.outcome} />;
}

/** What must be seen before the list is: a witness that disagrees, or no witness at all. */
function Alarm({ rows, isWhole }: { readonly rows: readonly Row[]; readonly isWhole: boolean }) {
  const texts = useTexts(witnessPagesTexts).list;
  const language = useLanguage();
  const active = rows.filter((row) => row.isActive);
  const disagreeing = active.filter((row) => row.latest?.outcome === 'inconsistent');
  if (disagreeing.length > 0) {
    const names = formatList(
      disagreeing.map((row) => row.name),
      language,
    );
    return (
      <Notice kind="danger" title={texts.disagrees}>
        {texts.disagreesText(names)}
      </Notice>
    );
  }
  if (!isWhole || rows.length === 0 || active.some((row) => row.kind !== 'public')) return null;
  return (
    <Notice kind="warning" title={texts.onlyOwn}>
      {texts.onlyOwnText}
    </Notice>
  );
}
