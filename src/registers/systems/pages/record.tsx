import { useState } from 'react';
import { formatLongDate, inSentence } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { ClassFigure } from '../../information/pages/class-figure.tsx';
import { CasesOf } from '../../incidents/pages/cases-of.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { aspects } from '../../information/vocabulary.ts';
import { type Lifecycle, lifecycles } from '../lifecycle.ts';
import { systemTexts } from '../system.texts.ts';
import { Carried } from './carried.tsx';
import { systemPagesTexts } from './pages.texts.ts';
import { ProtectionTable } from './protection-table.tsx';
import './system.css';
import { type SystemRecord, useWhyNot } from './system-record.ts';

export default function SystemPage() {
  const id = useRouteParameter('id');
  const view = useView('system.record', { id });
  return <Loaded view={view}>{(system) => <Record system={system} />}</Loaded>;
}

function Record({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const words = useTexts(systemTexts);
  const whyNot = useWhyNot(system);
  const moveOn = useAct('system.moveOn');
  const [leaving, setLeaving] = useState<Lifecycle | null>(null);
  const { id, version, may } = system;
  const here = `/register/system/${id}`;
  const take = (to: Lifecycle, reasonAsked: boolean) => {
    if (reasonAsked || to === 'retired') setLeaving(to);
    else void moveOn.run({ id, version, input: { to, reason: null } }).catch(isShown);
  };
  const labelOf = (step: SystemRecord['steps'][number]) =>
    (step.back ? words.stepsBack : words.steps)[step.to];
  // The natural next step leads; retiring a system in operation, or opening a retired one again, is in the menu.
  const leads = ['planned', 'acquired', 'beingRetired'].includes(system.lifecycle);
  const forward = leads ? system.steps[0] : undefined;
  const others = leads ? system.steps.slice(1) : system.steps;
  const proveReason = whyNot(may.prove);
  const more = [
    {
      key: 'describe',
      label: texts.record.describe,
      to: `${here}/andra`,
      disabledReason: whyNot(may.describe),
    },
    { key: 'prove', label: texts.record.prove, to: `${here}/skydd`, disabledReason: whyNot(may.prove) },
    { key: 'raise', label: texts.record.raise, to: `${here}/hoj`, disabledReason: whyNot(may.raise) },
    ...others.map((step) => ({
      key: step.to,
      label: labelOf(step),
      onAction: () => take(step.to, step.reasonAsked),
      disabledReason: whyNot(step),
    })),
  ];
  const leavingStep = system.steps.find((step) => step.to === leaving);
  return (
    <Page
      title={system.name}
      lead={system.description === '' ? undefined : system.description}
      breadcrumbs={[{ label: texts.list.title, to: '/register/system' }]}
      state={
        <span className="row">
          <Tag>{words.lifecycles[system.lifecycle]}</Tag>
          {aspects.some((aspect) => system.required[aspect] !== null) ? (
            <ClassFigure levels={system.required} />
          ) : null}
        </span>
      }
      primary={
        forward !== undefined ? (
          <Button
            look="primary"
            isBusy={moveOn.isRunning}
            disabledReason={whyNot(forward)}
            onClick={() => take(forward.to, forward.reasonAsked)}
          >
            {labelOf(forward)}
          </Button>
        ) : proveReason === undefined ? (
          <LinkButton look="primary" to={`${here}/skydd`}>
            {texts.record.prove}
          </LinkButton>
        ) : null
      }
      more={more}
      aside={<History register="system" id={system.id} />}
    >
      {leaving === null ? <ActProblem problem={moveOn.problem} /> : null}
      <Facts system={system} />
      <Section title={texts.record.protection}>
        <ProtectionTable system={system} />
      </Section>
      <Section title={texts.record.carried}>
        <Carried system={system} />
      </Section>
      <CasesOf systemId={system.id} />
      {leavingStep === undefined ? null : (
        <ReasonDialog
          title={texts.record.stepTitle(labelOf(leavingStep))}
          label={texts.record.stepReason}
          confirmLabel={labelOf(leavingStep)}
          cancelLabel={texts.form.cancel}
          version={version}
          onClose={() => setLeaving(null)}
          run={(reason, circumstances) =>
            moveOn.run({ id, version, input: { to: leavingStep.to, reason }, ...circumstances })
          }
        />
      )}
    </Page>
  );
}

function Facts({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const words = useTexts(systemTexts);
  const language = useLanguage();
  const provider =
    system.providerName === ''
      ? words.providerKinds[system.providerKind]
      : `${system.providerName} (${inSentence(words.providerKinds[system.providerKind])})`;
  return (
    <Section title={texts.record.facts}>
      <ol className="system-steps" aria-label={texts.record.stage}>
        {lifecycles.map((stage) => (
          <li key={stage} aria-current={stage === system.lifecycle ? 'step' : undefined}>
            {words.lifecycles[stage]}
          </li>
        ))}
      </ol>
      <DefinitionList
        facts={[
          { term: texts.record.owner, value: system.owner?.name ?? null },
          { term: texts.record.maintainer, value: system.maintainer?.name ?? null },
          { term: words.fields.unitId, value: system.unitName },
          { term: words.fields.providerName, value: provider },
          {
            term: texts.record.handlings,
            value: system.handlings === 0 ? null : texts.record.handlingsCount(system.handlings),
          },
          ...(system.provenOn === null
            ? []
            : [
                { term: texts.record.provenOn, value: formatLongDate(system.provenOn, language) },
                { term: texts.record.evidence, value: system.provenBy },
              ]),
          ...(system.raisedReason === ''
            ? []
            : [{ term: texts.record.raisedReason, value: system.raisedReason }]),
        ]}
      />
    </Section>
  );
}
