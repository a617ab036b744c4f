import { formatList, formatNumber } from '../../kernel/format.ts';
import type { ViewMap } from '../../ui/api-types.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { useView } from '../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useRouteParameter } from '../../ui/routing.ts';
import { dutyTexts } from '../duty.texts.ts';
import './duties.css';
import { dutyPagesTexts } from './pages.texts.ts';
import { Sureness } from './sureness.tsx';
import { useTimeWords } from './term-words.ts';

type DutyRecord = ViewMap['duty.record']['answer'];
type Version = DutyRecord['versions'][number];
type Stage = Version['stages'][number];

/** One duty: when, what, how long and to whom; by which law, how sure, and what nobody has settled. */
export default function DutyPage() {
  const number = useRouteParameter('number');
  const view = useView('duty.record', { id: number, query: {} });
  return <Loaded view={view}>{(duty) => <Duty key={duty.number} duty={duty} />}</Loaded>;
}

function Duty({ duty }: { readonly duty: DutyRecord }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const [current, ...earlier] = duty.versions;
  return (
    <Page
      title={duty.title}
      breadcrumbs={[{ label: texts.title, to: '/plikter' }]}
      state={<Sureness verification={duty.verification} />}
    >
      <Section title={texts.when}>
        <p className="duty-text">{duty.when}</p>
      </Section>
      <Section title={texts.what}>
        <p className="duty-text">{duty.what}</p>
      </Section>
      {current === undefined ? null : <Steps stages={current.stages} />}
      <Section title={texts.law}>
        <DefinitionList
          facts={[
            { term: texts.law, value: <Citations citation={duty.citation} /> },
            { term: texts.sureness, value: <Sureness verification={duty.verification} isWhole /> },
            { term: texts.binding, value: words.bindings[duty.binding] },
            { term: texts.whom, value: duty.role === null ? words.everyEntity : words.roles[duty.role] },
            { term: texts.transition, value: current?.transition },
            ...(current?.exceptions == null ? [] : [{ term: texts.exceptions, value: current.exceptions }]),
          ]}
        />
      </Section>
      {duty.thresholds === null ? null : <Thresholds thresholds={duty.thresholds} />}
      <Questions duty={duty} />
      <OpenPoints points={duty.openPoints} />
      <Earlier versions={earlier} />
    </Page>
  );
}

type ThresholdsOf = NonNullable<DutyRecord['thresholds']>;

/** The numbers that settle that an incident is significant, sector by sector. */
function Thresholds({ thresholds }: { readonly thresholds: ThresholdsOf }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const language = useLanguage();
  const every = thresholds.rows.map((row) => row.sector);
  const found = every.filter((sector, index) => every.indexOf(sector) === index);
  const say = (row: ThresholdsOf['rows'][number]) =>
    formatList(
      row.limits.map(({ measure, limit }) => words.limits[measure](formatNumber(limit, language))),
      language,
    );
  return (
    <Section title={texts.thresholds}>
      <p className="duty-text">{texts.thresholdsText}</p>
      <DefinitionList
        facts={found.map((sector) => ({
          term: sector === null ? texts.everySector : words.sectors[sector],
          value: (
            <ul className="duty-citations">
              {thresholds.rows
                .filter((row) => row.sector === sector)
                .map((row) => (
                  <li key={say(row)}>{say(row)}</li>
                ))}
            </ul>
          ),
        }))}
      />
      <p>
        <Sureness verification={thresholds.verification} isWhole />
      </p>
    </Section>
  );
}

function Steps({ stages }: { readonly stages: readonly Stage[] }) {
  const texts = useTexts(dutyPagesTexts);
  return (
    <Section title={texts.steps}>
      {stages.map((stage) => (
        <div className="duty-step" key={stage.key}>
          <h3>{stage.title}</h3>
          <StageFacts stage={stage} />
          {stage.fields.length === 0 ? null : <Fields stage={stage} />}
        </div>
      ))}
    </Section>
  );
}

function StageFacts({ stage }: { readonly stage: Stage }) {
  const texts = useTexts(dutyPagesTexts);
  const words = useTexts(dutyTexts);
  const timeOf = useTimeWords();
  const { term, recipient } = stage;
  const isLong = term?.unit === 'days' || term?.unit === 'months';
  return (
    <DefinitionList
      facts={[
        {
          term: texts.time,
          value: (
            <>
              <Link to={`/plikter/tider/${stage.termKey}`}>{timeOf(term, stage.start)}</Link>
              {term === null ? null : <Sureness verification={term.verification} isWhole />}
            </>
          ),
        },
        ...(isLong ? [{ term: texts.restDay, value: words.restDayRules[term.restDays] }] : []),
        {
          term: texts.recipient,
          value: (
            <>
              <Link to={`/plikter/mottagare/${stage.recipientKey}`}>
                {recipient?.name ?? texts.noRecipient}
              </Link>
              {recipient === null ? null : <Sureness verification={recipient.verification} isWhole />}
            </>
          ),
        },
        { term: texts.channel, value: recipient?.channel },
      ]}
    />
  );
}

function Fields({ stage }: { readonly stage: Stage }) {
  const texts = useTexts(dutyPagesTexts);
  return (
    <Disclosure title={texts.fields}>
      <ul className="duty-fields">
        {stage.fields.map((field) => (
          <li key={field.key}>
            {field.label}
            {field.isRequired ? <span className="soft"> ({texts.mustHave})</span> : null}
          </li>
        ))}
      </ul>
      {stage.fieldsVerification === null ? null : (
        <p>
          <span className="visually-hidden">{texts.fieldsSure}: </span>
          <Sureness verification={stage.fieldsVerification} isWhole />
        </p>
      )}
    </Disclosure>
  );
}

function Citations({ citation }: { readonly citation: readonly string[] }) {
  return (
    <ul className="duty-citations">
      {citation.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Questions({ duty }: { readonly duty: DutyRecord }) {
  const texts = useTexts(dutyPagesTexts);
  if (duty.questions.length === 0) return null;
  return (
    <Section title={texts.questions}>
      <dl className="duty-questions">
        {duty.questions.map(({ key, question, why }) => (
          <div key={key}>
            <dt>{question}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function OpenPoints({ points }: { readonly points: DutyRecord['openPoints'] }) {
  const texts = useTexts(dutyPagesTexts);
  if (points.length === 0) return null;
  return (
    <Section title={texts.openPoints}>
      <dl className="duty-questions">
        {points.map((point) => (
          <div key={point.key}>
            <dt>{point.question}</dt>
            <dd>
              {point.applied}
              <Sureness verification={point.verification} isWhole />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Earlier({ versions }: { readonly versions: readonly Version[] }) {
  const texts = useTexts(dutyPagesTexts);
  if (versions.length === 0) return null;
  return (
    <Section title={texts.earlier}>
      {versions.map((version) => (
        <Disclosure key={version.from} title={texts.period(version.from, version.until ?? '')}>
          <DefinitionList
            facts={[
              { term: texts.law, value: <Citations citation={version.citation} /> },
              { term: texts.sureness, value: <Sureness verification={version.verification} isWhole /> },
              { term: texts.transition, value: version.transition },
            ]}
          />
        </Disclosure>
      ))}
    </Section>
  );
}
