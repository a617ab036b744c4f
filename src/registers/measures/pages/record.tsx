import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { reasonWhyNot } from '../../../people/pages/why-not.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { measureTexts } from '../measure.texts.ts';
import './measures.css';
import { measurePagesTexts } from './pages.texts.ts';
import { Reference } from './reference.tsx';
import { useSecrecyWords } from './secrecy-field.tsx';
import { StepDialog, type StepName } from './step-dialogs.tsx';

type Measure = ViewMap['measure.record']['answer'];

export default function MeasurePage() {
  const id = useRouteParameter('id');
  const view = useView('measure.record', { id });
  return <Loaded view={view}>{(measure) => <Record measure={measure} />}</Loaded>;
}

function Record({ measure }: { readonly measure: Measure }) {
  const { list, record: texts } = useTexts(measurePagesTexts);
  const { states, refusals } = useTexts(measureTexts);
  const language = useLanguage();
  const start = useAct('measure.start');
  const [step, setStep] = useState<StepName>();
  const { id, version, may } = measure;
  const whyNot = ({ allowed, because }: Measure['may']['start']) =>
    allowed ? undefined : (reasonWhyNot(because, refusals, language) ?? texts.forbidden);
  const open = (name: StepName) => ({
    key: name,
    label: texts[name],
    onAction: () => setStep(name),
    disabledReason: whyNot(may[name]),
  });
  const more = [
    {
      key: 'describe',
      label: texts.describe,
      to: `/atgarder/${id}/andra`,
      disabledReason: whyNot(may.describe),
    },
    {
      key: 'start',
      label: texts.start,
      onAction: () => void start.run({ id, version, input: {} }).catch(isShown),
      disabledReason: whyNot(may.start),
    },
    open('note'),
    open('allocate'),
    open('drop'),
    open('reopen'),
  ];
  return (
    <Page
      title={measure.title}
      breadcrumbs={[{ label: list.title, to: '/atgarder' }]}
      state={<Tag>{states[measure.state]}</Tag>}
      primary={<NextStep measure={measure} onStep={setStep} />}
      more={more}
      aside={<History register="measure" id={id} />}
    >
      <ActProblem problem={start.problem} />
      {measure.overdue ? (
        <Notice kind="warning">{texts.overdue(formatLongDate(measure.dueOn, language))}</Notice>
      ) : null}
      <Facts measure={measure} />
      <Resources measure={measure} />
      <Effect measure={measure} />
      <Notes measure={measure} />
      {step === undefined ? null : (
        <StepDialog step={step} measure={measure} onClose={() => setStep(undefined)} />
      )}
    </Page>
  );
}

/** The one thing that comes next, where the reader may do it. */
function NextStep({
  measure,
  onStep,
}: {
  readonly measure: Measure;
  readonly onStep: (step: StepName) => void;
}) {
  const texts = useTexts(measurePagesTexts).record;
  const next = (['judge', 'finish'] as const).find((name) => measure.may[name].allowed);
  return next === undefined ? null : (
    <Button look="primary" onClick={() => onStep(next)}>
      {texts[next]}
    </Button>
  );
}

function Facts({ measure }: { readonly measure: Measure }) {
  const texts = useTexts(measurePagesTexts).record;
  const { fields } = useTexts(measureTexts);
  const { offices } = useTexts(officeTexts);
  const language = useLanguage();
  const secrecy = useSecrecyWords()(measure.secrecyProvisions);
  const { source, clause, ownerOffice, ownerName } = measure;
  const from = source === null ? clause === null ? texts.byItself : null : <Reference reference={source} />;
  const facts = [
    ...(measure.description === '' ? [] : [{ term: fields.description, value: measure.description }]),
    ...(from === null ? [] : [{ term: fields.source, value: from }]),
    ...(clause === null
      ? []
      : [{ term: fields.clause, value: <Link to={`/krav/${clause}`}>{clause}</Link> }]),
    { term: fields.unitId, value: measure.unitName },
    ownerOffice === null
      ? { term: fields.ownerPersonId, value: ownerName }
      : { term: fields.ownerOffice, value: offices[ownerOffice] },
    { term: fields.dueOn, value: formatLongDate(measure.dueOn, language) },
    ...(measure.doneOn === null
      ? []
      : [{ term: fields.doneOn, value: formatLongDate(measure.doneOn, language) }]),
    ...(secrecy === null ? [] : [{ term: fields.secrecyProvisions, value: secrecy }]),
  ];
  return (
    <Section title={texts.facts}>
      <DefinitionList facts={facts} />
    </Section>
  );
}

function Resources({ measure }: { readonly measure: Measure }) {
  const texts = useTexts(measurePagesTexts).record;
  const { fields, resources } = useTexts(measureTexts);
  const language = useLanguage();
  const { cost, resourceDecision, resourcesOn } = measure;
  return (
    <Section title={texts.resources}>
      <DefinitionList
        facts={[
          { term: fields.cost, value: cost === null ? null : formatNumber(cost, language) },
          { term: fields.resources, value: resources[measure.resources] },
          ...(resourceDecision === '' ? [] : [{ term: fields.resourceDecision, value: resourceDecision }]),
          ...(resourcesOn === null
            ? []
            : [{ term: fields.resourcesOn, value: formatLongDate(resourcesOn, language) }]),
        ]}
      />
    </Section>
  );
}

function Effect({ measure }: { readonly measure: Measure }) {
  const texts = useTexts(measurePagesTexts).record;
  const { fields, effects } = useTexts(measureTexts);
  const language = useLanguage();
  const { effect, effectSeen, effectOn, judge, state } = measure;
  const day = effectOn === null ? '' : formatLongDate(effectOn, language);
  return (
    <Section title={texts.effect}>
      {effect === null ? (
        <p className="soft">{state === 'done' ? texts.toJudge : texts.noEffect}</p>
      ) : (
        <DefinitionList
          facts={[
            { term: fields.effect, value: effects[effect] },
            { term: fields.effectSeen, value: effectSeen },
            { term: fields.effectOn, value: judge === null ? day : texts.by(day, judge) },
          ]}
        />
      )}
    </Section>
  );
}

function Notes({ measure: { notes } }: { readonly measure: Measure }) {
  const texts = useTexts(measurePagesTexts).record;
  const language = useLanguage();
  return (
    <Section title={texts.notes}>
      {notes.length === 0 ? (
        <p className="soft">{texts.noNotes}</p>
      ) : (
        <ol className="row-list" reversed>
          {notes.map(({ number, text, writer, writtenOn }) => {
            const day = formatLongDate(writtenOn, language);
            return (
              <li key={number}>
                <p>{text}</p>
                <p className="soft">{writer === null ? day : texts.by(day, writer)}</p>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
