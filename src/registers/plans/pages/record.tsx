import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { OfflineNote } from '../../../offline/offline-note.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link, useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { planTexts } from '../plan.texts.ts';
import { PlanContents } from './content.tsx';
import { planPagesTexts } from './pages.texts.ts';

type Plan = ViewMap['plan.record']['answer'];
type Step = Plan['may']['write'];

export default function PlanPage() {
  const id = useRouteParameter('id');
  const view = useView('plan.record', { id });
  return <Loaded view={view}>{(plan) => <Record plan={plan} />}</Loaded>;
}

function Record({ plan }: { readonly plan: Plan }) {
  const { list, record: texts } = useTexts(planPagesTexts);
  const words = useTexts(planTexts);
  const refusals: Readonly<Record<string, string>> = words.refusals;
  const language = useLanguage();
  const begin = useAct('plan.begin');
  const go = useGo();
  const [asking, setAsking] = useState<'discard' | 'end' | null>(null);
  const { id, version, inForce, coming, draft, may } = plan;
  const here = `/planer/${id}`;
  const whyNot = ({ allowed, because }: Step) =>
    allowed ? undefined : (refusals[because ?? ''] ?? texts.forbidden);
  const say = (number: number) => formatNumber(number, language);
  const more = [
    { key: 'decide', label: texts.decide, to: `${here}/besluta`, disabledReason: whyNot(may.decide) },
    { key: 'exercise', label: texts.exercise, to: `/ovningar/ny?plan=${id}` },
    { key: 'describe', label: texts.describe, to: `${here}/andra`, disabledReason: whyNot(may.describe) },
    {
      key: 'discard',
      label: texts.discard,
      onAction: () => setAsking('discard'),
      disabledReason: whyNot(may.discard),
    },
    { key: 'end', label: texts.end, onAction: () => setAsking('end'), disabledReason: whyNot(may.end) },
  ];
  const start = () =>
    begin
      .run({ id, version, input: {} })
      .then(() => go(`${here}/skriv`))
      .catch(isShown);
  const standing = inForce?.state ?? coming?.state ?? draft?.state ?? 'discarded';
  return (
    <Page
      title={plan.name}
      lead={words.kinds[plan.kind]}
      breadcrumbs={[{ label: list.title, to: '/planer' }]}
      state={
        <span className="row">
          <Tag>{words.states[standing]}</Tag>
          {plan.secrecyProvision === '' ? null : <Tag>{texts.secret(plan.secrecyProvision)}</Tag>}
        </span>
      }
      primary={<Primary plan={plan} isBusy={begin.isRunning} onBegin={() => void start()} />}
      more={more}
      aside={<History register="plan" id={id} />}
    >
      <OfflineNote />
      <ActProblem problem={begin.problem} />
      {plan.endedOn === null ? null : <Notice>{texts.ended(formatLongDate(plan.endedOn, language))}</Notice>}
      {inForce === null && plan.endedOn === null ? <Notice kind="warning">{texts.goingOn}</Notice> : null}
      {inForce === null ? null : (
        <Section title={texts.inForce(say(inForce.number))}>
          <PlanContents content={inForce.content} />
        </Section>
      )}
      {coming === null ? null : (
        <Section title={texts.coming(say(coming.number), formatLongDate(coming.validFrom ?? '', language))}>
          <PlanContents content={coming.content} />
        </Section>
      )}
      {draft === null ? null : (
        <Section title={texts.draft(say(draft.number))}>
          <PlanContents content={draft.content} />
        </Section>
      )}
      <Standing plan={plan} />
      {asking === null ? null : <Asking plan={plan} asking={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}

/** What comes next: to write the draft there is, or to begin one. */
function Primary(props: { readonly plan: Plan; readonly isBusy: boolean; readonly onBegin: () => void }) {
  const texts = useTexts(planPagesTexts).record;
  const { plan, isBusy, onBegin } = props;
  const here = `/planer/${plan.id}`;
  if (plan.may.write.allowed)
    return (
      <LinkButton look="primary" to={`${here}/skriv`}>
        {texts.write}
      </LinkButton>
    );
  return plan.may.begin.allowed ? (
    <Button look="primary" isBusy={isBusy} onClick={onBegin}>
      {texts.begin}
    </Button>
  ) : null;
}

/** What is known of the plan besides what it says: decisions, place, exercises, copies. */
function Standing({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(planPagesTexts).record;
  const { fields, states, exerciseKinds, copyKinds } = useTexts(planTexts);
  const language = useLanguage();
  const day = (text: string | null) => (text === null ? null : formatLongDate(text, language));
  const { inForce, place, copies, exercises, versions } = plan;
  const object = plan.systemId === null ? 'unit' : 'system';
  const path =
    object === 'system' ? `/register/system/${plan.systemId}` : `/organisation/enheter/${plan.unitId}`;
  return (
    <>
      <Section title={texts.facts}>
        <DefinitionList
          facts={[
            {
              term: object === 'system' ? fields.systemId : fields.unitId,
              value: <Link to={path}>{plan.name}</Link>,
            },
            { term: fields.decidedBy, value: inForce?.decidedBy },
            { term: fields.decidedOn, value: day(inForce?.decidedOn ?? null) },
            { term: fields.validFrom, value: day(inForce?.validFrom ?? null) },
            { term: fields.nextReviewOn, value: day(inForce?.nextReviewOn ?? null) },
            {
              term: texts.place,
              value: place === null ? texts.noPlace : texts.placeNumber(formatNumber(place, language)),
            },
          ]}
        />
      </Section>
      <Section title={texts.exercises}>
        {exercises.length === 0 ? <p>{texts.noExercises}</p> : null}
        <ul className="plan-plain">
          {exercises.map(({ id, kind, heldOn, scenario }) => (
            <li key={id}>
              <Link to={`/ovningar/${id}`}>{scenario}</Link>{' '}
              <span className="soft">
                {exerciseKinds[kind]}, {day(heldOn)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {inForce === null ? null : (
        <Section title={texts.offline}>
          {copies.length === 0 ? <p>{texts.notOffline}</p> : null}
          <ul className="plan-plain">
            {copies.map(({ kind, takenOn }) => (
              <li key={kind}>{texts.copy(copyKinds[kind], day(takenOn) ?? '')}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={texts.versions}>
        <ul className="plan-plain">
          {versions.map(({ id, number, state, validFrom }) => (
            <li key={id}>
              {fields.number} {formatNumber(number, language)}: {states[state]}
              {validFrom === null ? null : <span className="soft">, {day(validFrom)}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

interface AskingProps {
  readonly plan: Plan;
  readonly asking: 'discard' | 'end';
  readonly onClose: () => void;
}

/** Asks for the reason why the draft is put aside, or the plan ended. */
function Asking({ plan: { id, version }, asking, onClose }: AskingProps) {
  const { record: texts, form } = useTexts(planPagesTexts);
  const discard = useAct('plan.discard');
  const end = useAct('plan.end');
  const isDiscard = asking === 'discard';
  const act = isDiscard ? discard : end;
  return (
    <ReasonDialog
      title={isDiscard ? texts.discard : texts.end}
      label={isDiscard ? texts.discardReason : texts.endReason}
      confirmLabel={isDiscard ? texts.discard : texts.end}
      cancelLabel={form.cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => act.run({ id, version, input: { reason }, ...circumstances })}
    >
      <p>{isDiscard ? texts.discardText : texts.endText}</p>
    </ReasonDialog>
  );
}
