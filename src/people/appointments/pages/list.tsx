import { formatList, formatNumber } from '../../../kernel/format.ts';
import { offices } from '../../../kernel/offices.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { scopeName } from '../../pages/office-words.ts';
import { appointmentPagesTexts } from './pages.texts.ts';

type Place = ViewMap['appointment.offices']['answer']['items'][number];

export default function OfficeList() {
  const texts = useTexts(appointmentPagesTexts).list;
  const words = useTexts(officeTexts);
  const language = useLanguage();
  const list = useListState({ filters: ['office', 'vacant'] });
  const view = useView('appointment.offices', { query: list.query });
  const vacant = view.data?.vacant;
  const add = (
    <LinkButton look="primary" to="/uppdrag/nytt">
      {texts.add}
    </LinkButton>
  );
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={add}
      state={
        vacant === undefined ? undefined : (
          <span>
            {vacant === 0 ? texts.allFilled : texts.vacancies(formatNumber(vacant, language), vacant === 1)}
          </span>
        )
      }
    >
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => `${row.office} ${row.scopeId ?? ''}`}
        rowTo={rowTo}
        searchLabel={texts.search}
        filters={[
          {
            key: 'office',
            label: texts.office,
            options: offices.map((office) => ({ value: office, label: words.offices[office] })),
          },
          {
            key: 'vacant',
            label: texts.filled,
            options: [
              { value: 'true', label: texts.onlyVacant },
              { value: 'false', label: texts.onlyFilled },
            ],
          },
          { key: 'clause', label: texts.clause },
        ]}
        columns={[
          { key: 'office', label: texts.office, cell: (row) => words.offices[row.office] },
          { key: 'scope', label: texts.scope, cell: (row) => scopeName(words, row) },
          {
            key: 'holder',
            label: texts.holder,
            cell: (row) => row.personName ?? <strong>{texts.vacant}</strong>,
          },
          {
            key: 'deputies',
            label: texts.deputies,
            isMinor: true,
            cell: (row) =>
              row.deputies.length === 0
                ? '–'
                : formatList(
                    row.deputies.map((one) => one.name),
                    language,
                  ),
          },
          {
            key: 'until',
            label: texts.until,
            isMinor: true,
            kind: 'brief',
            cell: (row) => row.until ?? '–',
          },
        ]}
        footAction={
          <ExportButton action="appointment.exportOffices" query={list.query} total={view.data?.total} />
        }
        empty={
          <EmptyState
            title={texts.none}
            action={<LinkButton to="/organisation">{texts.unitsFirst}</LinkButton>}
          >
            {texts.noneText}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** A held office leads to its appointment, an empty one to the form that fills it. */
function rowTo(row: Place): string {
  if (row.appointmentId !== null) return `/uppdrag/${row.appointmentId}`;
  const about = new URLSearchParams({ uppdrag: row.office });
  if (row.scopeId !== null) about.set('galler', row.scopeId);
  if (row.scopeName !== null) about.set('galler-namn', row.scopeName);
  return `/uppdrag/nytt?${about.toString()}`;
}
