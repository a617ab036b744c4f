import { formatNumber, formatShare } from '../../../kernel/format.ts';
import { DataList } from '../../../ui/data-list.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { type Session, useSession } from '../../../ui/session.ts';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { supportRoles } from '../advice.ts';
import { adviceTexts } from '../advice.texts.ts';
import { DueDay } from './due-day.tsx';
import { advicePagesTexts } from './pages.texts.ts';

/** The questions put to an office that the person holds, and how fast they are answered. */
export default function ToAnswerPage() {
  const { answers, toAnswer: texts } = useTexts(advicePagesTexts);
  const session = useSession();
  const isAnswering = (found: Session) =>
    found.offices.some((one) => supportRoles.some((role) => role === one.office));
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}>
      <Loaded view={session}>
        {(found) => (isAnswering(found) ? <Questions /> : <Notice>{texts.notYours}</Notice>)}
      </Loaded>
    </Page>
  );
}

function Questions() {
  const { mine, toAnswer: texts } = useTexts(advicePagesTexts);
  const { states } = useTexts(adviceTexts);
  const language = useLanguage();
  const list = useListState({ sort: 'waiting', filters: ['state'] });
  const view = useView('advice.toAnswer', { query: list.query });
  const waited = (days: number | null) => {
    if (days === null) return <span className="soft">–</span>;
    if (days < 2) return days === 0 ? texts.today : texts.oneDay;
    return texts.days(formatNumber(days, language));
  };
  return (
    <>
      <DataList
        label={texts.title}
        list={list}
        view={view}
        rowKey={(row) => row.id}
        rowTo={(row) => `/rad-och-stod/fragor/${row.id}`}
        searchLabel={texts.search}
        filters={[
          { key: 'state', label: mine.state, options: optionsOf(states) },
          { key: 'clause', label: 'P12' },
        ]}
        columns={[
          { key: 'subject', label: mine.subject, sortKey: 'subject', cell: (row) => row.subject },
          { key: 'asker', label: texts.asker, cell: (row) => row.asker },
          { key: 'state', label: mine.state, cell: (row) => states[row.state] },
          {
            key: 'waited',
            label: texts.waited,
            sortKey: 'waiting',
            cell: (row) => waited(row.waitingDays),
          },
          { key: 'due', label: mine.due, cell: (row) => <DueDay dueOn={row.dueOn} overdue={row.overdue} /> },
        ]}
        empty={<EmptyState title={texts.none}>{texts.noneText}</EmptyState>}
      />
      <Figures />
    </>
  );
}

function Figures() {
  const texts = useTexts(advicePagesTexts).toAnswer;
  const language = useLanguage();
  const figures = useView('advice.figures').data;
  if (figures === undefined) return null;
  const { inTime, answered, medianDays, overdue, waiting } = figures;
  const decimals = medianDays === null || Number.isInteger(medianDays) ? 0 : 1;
  return (
    <Section title={texts.figures}>
      <DefinitionList
        facts={[
          { term: texts.inTime, value: answered === 0 ? null : formatShare(inTime, answered, language) },
          {
            term: texts.median,
            value:
              medianDays === null ? null : texts.medianDays(formatNumber(medianDays, language, decimals)),
          },
          { term: texts.overdue, value: formatNumber(overdue, language) },
          { term: texts.waiting, value: formatNumber(waiting, language) },
        ]}
      />
    </Section>
  );
}
