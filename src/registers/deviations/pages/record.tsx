import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate } from '../../../kernel/format.ts';
import { reasonWhyNot } from '../../../people/pages/why-not.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { Reference } from '../../measures/pages/reference.tsx';
import { RelatedMeasures } from '../../measures/pages/related.tsx';
import { useSecrecyWords } from '../../measures/pages/secrecy-field.tsx';
import { riskTexts } from '../../risk.texts.ts';
import { deviationTexts } from '../deviation.texts.ts';
import { ShownDemandLine } from './demand-field.tsx';
import { deviationPagesTexts } from './pages.texts.ts';
import { useRiskWords } from './risk-fields.tsx';
import { StepDialog, type StepName } from './step-dialogs.tsx';

type Deviation = ViewMap['deviation.record']['answer'];

export default function DeviationPage() {
  const id = useRouteParameter('id');
  const view = useView('deviation.record', { id });
  return <Loaded view={view}>{(deviation) => <Record deviation={deviation} />}</Loaded>;
}

function Record({ deviation }: { readonly deviation: Deviation }) {
  const { list, record: texts } = useTexts(deviationPagesTexts);
  const { states, refusals } = useTexts(deviationTexts);
  const language = useLanguage();
  const [step, setStep] = useState<StepName>();
  const { id, title, may, state, followUpOn, unitId, unitName } = deviation;
  const here = `/avvikelser/${id}`;
  const whyNot = ({ allowed, because }: Deviation['may']['close']) =>
    allowed ? undefined : (reasonWhyNot(because, refusals, language) ?? texts.forbidden);
  const open = (name: StepName, label: string) => ({
    key: name,
    label,
    onAction: () => setStep(name),
    disabledReason: whyNot(may[name]),
  });
  const more = [
    { key: 'describe', label: texts.describe, to: `${here}/andra`, disabledReason: whyNot(may.describe) },
    open('decide', state === 'decided' ? texts.decideAgain : texts.decide),
    open('close', texts.close),
    open('reopen', texts.reopen),
  ];
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: list.title, to: '/avvikelser' }]}
      state={<Tag>{states[state]}</Tag>}
      primary={<NextStep deviation={deviation} onStep={setStep} />}
      more={more}
      aside={<History register="deviation" id={id} />}
    >
      {deviation.overdue && followUpOn !== null ? (
        <Notice kind="warning">{texts.overdue(formatLongDate(followUpOn, language))}</Notice>
      ) : null}
      <Facts deviation={deviation} />
      <Judged deviation={deviation} />
      <Decided deviation={deviation} />
      <RelatedMeasures register="deviation" id={id} name={title} unitId={unitId} unitName={unitName} />
      {step === undefined ? null : (
        <StepDialog step={step} deviation={deviation} onClose={() => setStep(undefined)} />
      )}
    </Page>
  );
}

/** The one thing that comes next, where the reader may do it. */
function NextStep({
  deviation,
  onStep,
}: {
  readonly deviation: Deviation;
  readonly onStep: (step: StepName) => void;
}) {
  const texts = useTexts(deviationPagesTexts).record;
  const { id, may, state } = deviation;
  if (may.close.allowed)
    return (
      <Button look="primary" onClick={() => onStep('close')}>
        {texts.close}
      </Button>
    );
  if (state === 'reported' && may.decide.allowed)
    return (
      <Button look="primary" onClick={() => onStep('decide')}>
        {texts.decide}
      </Button>
    );
  return state === 'reported' && may.describe.allowed ? (
    <LinkButton look="primary" to={`/avvikelser/${id}/andra`}>
      {texts.describe}
    </LinkButton>
  ) : null;
}

function Facts({ deviation }: { readonly deviation: Deviation }) {
  const texts = useTexts(deviationPagesTexts).record;
  const { fields } = useTexts(deviationTexts);
  const language = useLanguage();
  const secrecy = useSecrecyWords()(deviation.secrecyProvisions);
  const { description, source, handling, reporter } = deviation;
  return (
    <Section title={texts.facts}>
      <DefinitionList
        facts={[
          ...(description === '' ? [] : [{ term: fields.description, value: description }]),
          { term: fields.sentenceId, value: <ShownDemandLine demand={deviation.demand} /> },
          { term: fields.unitId, value: deviation.unitName },
          { term: fields.discoveredOn, value: formatLongDate(deviation.discoveredOn, language) },
          ...(reporter === null ? [] : [{ term: fields.reportedBy, value: reporter }]),
          ...(source === null ? [] : [{ term: fields.source, value: <Reference reference={source} /> }]),
          { term: fields.handling, value: handling },
          ...(secrecy === null ? [] : [{ term: fields.secrecyProvisions, value: secrecy }]),
        ]}
      />
    </Section>
  );
}

function Judged({ deviation }: { readonly deviation: Deviation }) {
  const { cause, risk, level, highestLevel } = deviation;
  const texts = useTexts(deviationPagesTexts).record;
  const { fields } = useTexts(deviationTexts);
  const { levels } = useTexts(riskTexts);
  const words = useRiskWords();
  return (
    <Section title={texts.judged}>
      <DefinitionList
        facts={[
          {
            term: fields.cause,
            value: cause === '' ? <span className="soft">{texts.noCause}</span> : cause,
          },
          {
            term: fields.risk,
            value: risk === null ? <span className="soft">{texts.noRisk}</span> : words(risk),
          },
          ...(highestLevel === null || highestLevel === level
            ? []
            : [{ term: fields.highestLevel, value: levels[highestLevel] }]),
        ]}
      />
    </Section>
  );
}

function Decided({ deviation }: { readonly deviation: Deviation }) {
  const texts = useTexts(deviationPagesTexts).record;
  const { fields } = useTexts(deviationTexts);
  const language = useLanguage();
  const { decision, decidedOn, decider, followUpOn, outcome, closedOn, closer } = deviation;
  const by = (day: string, name: string | null) => {
    const shown = formatLongDate(day, language);
    return name === null ? shown : texts.by(shown, name);
  };
  if (decidedOn === null)
    return (
      <Section title={texts.decision}>
        <p className="soft">{texts.notDecided}</p>
      </Section>
    );
  return (
    <Section title={texts.decision}>
      <DefinitionList
        facts={[
          { term: fields.decision, value: decision },
          { term: fields.decidedOn, value: by(decidedOn, decider) },
          {
            term: fields.followUpOn,
            value: followUpOn === null ? null : formatLongDate(followUpOn, language),
          },
          ...(closedOn === null
            ? []
            : [
                { term: fields.outcome, value: outcome },
                { term: fields.closedOn, value: by(closedOn, closer) },
              ]),
        ]}
      />
    </Section>
  );
}
