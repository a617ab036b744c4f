import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { RelatedMeasures } from '../../measures/pages/related.tsx';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';
import './plans.css';

type Exercise = ViewMap['exercise.record']['answer'];

export default function ExercisePage() {
  const id = useRouteParameter('id');
  const view = useView('exercise.record', { id });
  return <Loaded view={view}>{(exercise) => <Record exercise={exercise} />}</Loaded>;
}

function Record({ exercise }: { readonly exercise: Exercise }) {
  const { exercises, exerciseForm, exercise: texts } = useTexts(planPagesTexts);
  const { refusals, exerciseKinds } = useTexts(planTexts);
  const language = useLanguage();
  const withdraw = useAct('exercise.withdraw');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, version, withdrawnOn, may } = exercise;
  const whyNot = ({ allowed, because }: Exercise['may']['correct']) =>
    allowed
      ? undefined
      : because === 'withdrawn' || because === 'planNotYours'
        ? refusals[because]
        : texts.forbidden;
  return (
    <Page
      title={exercise.scenario}
      breadcrumbs={[{ label: exercises.title, to: '/ovningar' }]}
      state={<Tag>{exerciseKinds[exercise.kind]}</Tag>}
      more={[
        {
          key: 'correct',
          label: texts.correct,
          to: `/ovningar/${id}/andra`,
          disabledReason: whyNot(may.correct),
        },
        {
          key: 'withdraw',
          label: texts.withdraw,
          onAction: () => setWithdrawing(true),
          disabledReason: whyNot(may.withdraw),
        },
      ]}
      aside={<History register="exercise" id={id} />}
    >
      {withdrawnOn === null ? null : (
        <Notice>{texts.withdrawn(formatLongDate(withdrawnOn, language))}</Notice>
      )}
      <Facts exercise={exercise} />
      <RelatedMeasures register="exercise" id={id} name={exercise.scenario} />
      {isWithdrawing ? (
        <ReasonDialog
          title={texts.withdraw}
          label={texts.withdrawReason}
          confirmLabel={texts.withdraw}
          cancelLabel={exerciseForm.cancel}
          version={version}
          onClose={() => setWithdrawing(false)}
          run={(reason, circumstances) => withdraw.run({ id, version, input: { reason }, ...circumstances })}
        >
          <p>{texts.withdrawText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function Facts({ exercise }: { readonly exercise: Exercise }) {
  const { exercise: texts, exercises: words } = useTexts(planPagesTexts);
  const { fields, kinds } = useTexts(planTexts);
  const language = useLanguage();
  const { plans, hiddenPlans } = exercise;
  const say = (number: number) => formatNumber(number, language);
  return (
    <>
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            { term: fields.heldOn, value: formatLongDate(exercise.heldOn, language) },
            { term: fields.participants, value: texts.count(say(exercise.participants)) },
            { term: fields.attendees, value: exercise.attendees },
            { term: fields.restoreTried, value: exercise.restoreTried ? words.yes : words.no },
            ...(exercise.realReason === '' ? [] : [{ term: fields.realReason, value: exercise.realReason }]),
            { term: fields.caseReference, value: exercise.caseReference },
          ]}
        />
      </Section>
      <Section title={texts.plans}>
        <ul className="plan-plain">
          {plans.map(({ id, name, kind }) => (
            <li key={id}>
              <Link to={`/planer/${id}`}>{name}</Link> <span className="soft">{kinds[kind]}</span>
            </li>
          ))}
        </ul>
        {hiddenPlans === 0 ? null : <p className="soft">{texts.hidden(say(hiddenPlans))}</p>}
      </Section>
      <Section title={texts.learnt}>
        <DefinitionList
          facts={[
            { term: fields.findings, value: exercise.findings },
            { term: fields.measures, value: exercise.measures },
          ]}
        />
      </Section>
    </>
  );
}
