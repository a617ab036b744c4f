import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate } from '../../../kernel/format.ts';
import { reasonWhyNot } from '../../../people/pages/why-not.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { RelatedMeasures } from '../../measures/pages/related.tsx';
import { exceptionTexts } from '../exception.texts.ts';
import type { Exception } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';
import { BornDeviations, DecisionFacts, ExceptionFacts, Opinions, RiskFacts } from './record-parts.tsx';
import { StepDialog, type StepName } from './step-dialogs.tsx';

export default function ExceptionPage() {
  const id = useRouteParameter('id');
  const view = useView('exception.record', { id });
  return <Loaded view={view}>{(exception) => <Record exception={exception} />}</Loaded>;
}

function Record({ exception }: { readonly exception: Exception }) {
  const { list, record: texts } = useTexts(exceptionPagesTexts);
  const { refusals, standings } = useTexts(exceptionTexts);
  const language = useLanguage();
  const submit = useAct('exception.submit');
  const [step, setStep] = useState<StepName>();
  const { id, version, title, may, unitId, unitName } = exception;
  const here = `/undantag/${id}`;
  const whyNot = ({ allowed, because }: Exception['may']['end']) =>
    allowed ? undefined : (reasonWhyNot(because, refusals, language) ?? texts.forbidden);
  const open = (name: StepName) => ({
    key: name,
    label: texts[name],
    onAction: () => setStep(name),
    disabledReason: whyNot(may[name]),
  });
  const handIn = () => void submit.run({ id, version, input: {} }).catch(isShown);
  const more = [
    { key: 'describe', label: texts.describe, to: `${here}/andra`, disabledReason: whyNot(may.describe) },
    open('giveOpinion'),
    open('decide'),
    { key: 'renew', label: texts.renew, to: `${here}/fornya`, disabledReason: whyNot(may.renew) },
    open('end'),
  ];
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: list.title, to: '/undantag' }]}
      state={<Tag>{standings[exception.standing]}</Tag>}
      primary={
        <NextStep exception={exception} onStep={setStep} onSubmit={handIn} isBusy={submit.isRunning} />
      }
      more={more}
      aside={<History register="exception" id={id} />}
    >
      <ActProblem problem={submit.problem} />
      <Warning exception={exception} />
      <ExceptionFacts exception={exception} />
      <RiskFacts exception={exception} />
      <Opinions exception={exception} />
      <DecisionFacts exception={exception} />
      <BornDeviations exception={exception} />
      <RelatedMeasures register="exception" id={id} name={title} unitId={unitId} unitName={unitName} />
      {step === undefined ? null : (
        <StepDialog step={step} exception={exception} onClose={() => setStep(undefined)} />
      )}
    </Page>
  );
}

function Warning({ exception: { standing, endsOn } }: { readonly exception: Exception }) {
  const texts = useTexts(exceptionPagesTexts).record;
  const language = useLanguage();
  if (standing === 'overrun')
    return <Notice kind="danger">{texts.overrun(formatLongDate(endsOn, language))}</Notice>;
  return standing === 'expired' ? <Notice kind="warning">{texts.expired}</Notice> : null;
}

interface NextStepProps {
  readonly exception: Exception;
  readonly onStep: (step: StepName) => void;
  readonly onSubmit: () => void;
  readonly isBusy: boolean;
}

/** The one thing that comes next, where the reader may do it. */
function NextStep({ exception, onStep, onSubmit, isBusy }: NextStepProps) {
  const texts = useTexts(exceptionPagesTexts).record;
  const { id, may, standing } = exception;
  if (may.submit.allowed)
    return (
      <Button look="primary" isBusy={isBusy} onClick={onSubmit}>
        {texts.submit}
      </Button>
    );
  const next = (['decide', 'giveOpinion'] as const).find((name) => may[name].allowed);
  if (next !== undefined)
    return (
      <Button look="primary" onClick={() => onStep(next)}>
        {texts[next]}
      </Button>
    );
  const isOver = standing === 'overrun' || standing === 'expired';
  return isOver && may.renew.allowed ? (
    <LinkButton look="primary" to={`/undantag/${id}/fornya`}>
      {texts.renew}
    </LinkButton>
  ) : null;
}
