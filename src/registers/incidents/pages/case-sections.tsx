import type { PersonId } from '../../../kernel/ids.ts';
import { formatLongDate, formatMoment } from '../../../kernel/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/page.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { useLevelName } from '../../information/pages/class-figure.tsx';
import { vocabularyTexts } from '../../information/vocabulary.texts.ts';
import { aspects } from '../../information/vocabulary.ts';
import { incidentTexts } from '../incident.texts.ts';
import './case.css';
import { type CaseRecord, useCaseName } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

interface SectionProps {
  readonly record: CaseRecord;
}

/** What was reported, in the reporter's own words. */
export function Told({ record }: SectionProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const { fields, ongoing, reporters, masked } = useTexts(incidentTexts);
  const language = useLanguage();
  const { reporter, reporterName, contact } = record;
  const who = reporter === null ? masked : (reporterName ?? reporters[reporter]);
  return (
    <Section title={texts.told}>
      <p className="case-text">{record.description ?? masked}</p>
      <DefinitionList
        facts={[
          { term: fields.reportedAt, value: formatMoment(record.reportedAt, language) },
          { term: fields.noticedAt, value: formatMoment(record.noticedAt, language) },
          { term: fields.place, value: record.place ?? masked },
          { term: fields.affected, value: record.affected ?? masked },
          { term: fields.ongoing, value: ongoing[record.ongoing] },
          { term: texts.reporter, value: who },
          ...(contact === null || contact === '' ? [] : [{ term: fields.contact, value: contact }]),
        ]}
      />
    </Section>
  );
}

/** What has been established since. */
export function Facts({ record }: SectionProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const { fields, masked } = useTexts(incidentTexts);
  const language = useLanguage();
  const moment = (instant: string | null) => (instant === null ? null : formatMoment(instant, language));
  const day = (text: string | null) => (text === null ? null : formatLongDate(text, language));
  if (record.state === 'reported') return null;
  return (
    <>
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            { term: fields.occurredAt, value: moment(record.occurredAt) },
            { term: fields.knowledgeAt, value: moment(record.knowledgeAt) },
            ...told([[fields.knowledgeReason, record.knowledgeReason]]),
            { term: texts.consequence, value: <Consequence record={record} /> },
            { term: fields.unitId, value: record.unitName },
            { term: fields.handlerId, value: record.handler },
            ...told([
              [fields.diaryNumber, record.diaryNumber],
              [fields.followUpOn, day(record.followUpOn)],
              [fields.followedUpOn, day(record.followedUpOn)],
              [fields.handledAt, moment(record.handledAt)],
              [fields.closedAt, moment(record.closedAt)],
              [fields.closedBy, record.closedBy],
            ]),
          ]}
        />
        <People record={record} />
      </Section>
      {record.rootCause === '' ? null : (
        <Section title={texts.lessonsTitle}>
          <DefinitionList
            facts={[
              { term: fields.rootCause, value: record.rootCause ?? masked },
              { term: fields.lessons, value: record.lessons ?? masked },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** Only what there is to tell: what has not come yet says nothing. */
function told(facts: readonly (readonly [string, string | null])[]) {
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]));
}

/** The level in each aspect that somebody has judged. */
function Consequence({ record }: SectionProps) {
  const words = useTexts(vocabularyTexts).aspects;
  const levelName = useLevelName();
  const judged = aspects.flatMap((aspect) => {
    const level = record.consequence[aspect];
    return level === null ? [] : [`${words[aspect]} ${level} ${levelName(level)}`];
  });
  return judged.length === 0 ? null : judged.join(', ');
}

/** Who has been let in, for those who may know that the case is. */
function People({ record }: SectionProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const expel = useAct('incident.expel');
  const { id, version, admitted } = record;
  if (admitted.length === 0) return null;
  return (
    <div>
      <h3>{texts.people}</h3>
      <ActProblem problem={expel.problem} />
      <ul>
        {admitted.map(({ personId, name }) => (
          <li className="row" key={personId}>
            {name}
            {record.may.setSecrecy.allowed ? (
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  void expel
                    .run({ id, version, input: { personId: personId as PersonId } }) // from this very list
                    .catch(isShown)
                }
              >
                {texts.expel}
                <span className="visually-hidden"> {name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Other cases: what has been merged into this one, and those of the same wave. */
export function Others({ record }: SectionProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const nameOf = useCaseName();
  const { merged, related } = record;
  if (merged.length === 0 && related.length === 0) return null;
  const list = (
    title: string,
    cases: readonly { id: string; number: string | null; title: string | null }[],
  ) =>
    cases.length === 0 ? null : (
      <div>
        <h3>{title}</h3>
        <ul>
          {cases.map((one) => (
            <li key={one.id}>
              <Link to={`/handelser/${one.id}`}>{nameOf(one)}</Link>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <Section title={texts.relatedTitle}>
      {list(texts.mergedFrom, merged)}
      {list(texts.related, related)}
    </Section>
  );
}
