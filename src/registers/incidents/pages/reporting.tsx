import { formatDay, formatLongDate, formatMoment, formatNumber } from '../../../kernel/format.ts';
import { formatStamp } from '../../../ui/stamp.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { incidentTexts } from '../incident.texts.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type Tests = ViewMap['channelTest.list']['answer']['items'];

/** Whether the channel for reports is open, and how soon what people notice is reported: the rest of P15. */
export default function ReportingPage() {
  const { list, reporting: texts } = useTexts(incidentPagesTexts);
  const tests = useView('channelTest.list');
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[{ label: list.title, to: '/handelser' }]}
      primary={<LinkButton to="/handelser/intyg">{texts.attest}</LinkButton>}
    >
      <Section title={texts.channel} lead={texts.channelLead}>
        <Loaded view={tests}>{({ items }) => <Channel tests={items} />}</Loaded>
      </Section>
      <Promptness />
    </Page>
  );
}

function Channel({ tests }: { readonly tests: Tests }) {
  const texts = useTexts(incidentPagesTexts).reporting;
  const words = useTexts(incidentTexts).channelOutcomes;
  const language = useLanguage();
  const [newest, ...earlier] = tests;
  if (newest === undefined) return <Notice kind="warning">{texts.notTested}</Notice>;
  const said = ({ outcome, detail, testedAt }: Tests[number]) =>
    [formatMoment(testedAt, language), words[outcome], detail].filter((one) => one !== '').join(', ');
  const moment = formatMoment(newest.testedAt, language);
  return (
    <>
      {newest.outcome === 'open' ? (
        <Notice kind="success" title={texts.isOpen(moment)} />
      ) : (
        <Notice kind="warning" title={texts.isShut(moment)}>
          {said(newest)}
        </Notice>
      )}
      {earlier.length === 0 ? null : (
        <Disclosure title={texts.earlier}>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>{said(one)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Promptness() {
  const texts = useTexts(incidentPagesTexts).reporting;
  const { list: words } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const language = useLanguage();
  const list = useListState();
  const view = useView('incident.promptness', { query: { page: list.page } });
  const duration = useDuration();
  const figure = view.data;
  return (
    <Section
      title={texts.promptness}
      lead={figure === undefined ? undefined : texts.since(formatLongDate(figure.since, language))}
    >
      {figure?.median === undefined || figure.median === null ? null : (
        <DefinitionList
          facts={[
            {
              term: texts.median,
              value: `${duration(figure.median)} (${texts.cases(formatNumber(figure.total, language))})`,
            },
          ]}
        />
      )}
      <DataList
        label={texts.rows}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/handelser/${row.id}`}
        columns={[
          { key: 'number', label: words.number, cell: (row) => row.number },
          { key: 'time', label: texts.time, cell: (row) => duration(row.minutes) },
          { key: 'unit', label: fields.unitId, cell: (row) => row.unitName ?? '–' },
          {
            key: 'noticed',
            label: fields.noticedAt,
            isMinor: true,
            kind: 'brief',
            cell: (row) => formatStamp(row.noticedAt, language),
          },
          {
            key: 'reported',
            label: fields.reportedAt,
            kind: 'brief',
            cell: (row) => formatDay(row.reportedAt),
          },
        ]}
        empty={<p className="soft">{texts.none}</p>}
      />
    </Section>
  );
}

/** Minutes as people say them: `3 d 4 h`, `2 h 5 min`, `12 min`. */
function useDuration(): (minutes: number) => string {
  const { duration } = useTexts(incidentPagesTexts).reporting;
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    return duration(Math.floor(hours / 24), hours < 24 ? hours : hours % 24, minutes % 60);
  };
}
