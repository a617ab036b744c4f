import { useState } from 'react';
import { formatList, formatLongDate, inSentence } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useToday } from '../../../ui/past.ts';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { CasesOf } from '../../incidents/pages/cases-of.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { informationTexts } from '../information.texts.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { ActProblem, isShown } from './act-problem.tsx';
import { ClassFigure } from './class-figure.tsx';
import { ClassificationTable } from './classification-table.tsx';
import { Handlings } from './handlings.tsx';
import { type InformationRecord, type MayStep, useWhyNot } from './information-record.ts';
import { NextThings } from './next-things.tsx';
import { informationPagesTexts } from './pages.texts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export default function InformationPage() {
  const id = useRouteParameter('id');
  const view = useView('information.record', { id });
  return <Loaded view={view}>{(information) => <Record information={information} />}</Loaded>;
}

function Record({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts);
  const words = useTexts(vocabularyTexts);
  const whyNot = useWhyNot();
  const activate = useAct('information.activate');
  const end = useAct('information.end');
  const [isEnding, setEnding] = useState(false);
  const { id, version, may, classification } = information;
  const here = `/register/information/${id}`;
  const link = (key: string, label: string, to: string, step: MayStep) => ({
    key,
    label,
    to: `${here}/${to}`,
    disabledReason: whyNot(step),
  });
  const more = [
    link('describe', texts.record.describe, 'andra', may.describe),
    link('handle', texts.record.handle, 'hantering', may.handle),
    link('decide', texts.record.decide, 'beslut', may.decideHandling),
    ...(information.state === 'draft'
      ? [
          {
            key: 'activate',
            label: texts.record.activate,
            onAction: () => void activate.run({ id, version, input: {} }).catch(isShown),
            disabledReason: whyNot(may.activate),
          },
        ]
      : []),
    { key: 'end', label: texts.record.end, onAction: () => setEnding(true), disabledReason: whyNot(may.end) },
  ];
  const classifyLabel = classification === null ? texts.record.classify : texts.record.classifyAgain;
  const classifyReason = whyNot(may.classify);
  return (
    <Page
      title={information.name}
      lead={information.description === '' ? undefined : information.description}
      breadcrumbs={[{ label: texts.list.title, to: '/register/information' }]}
      state={
        <span className="row">
          <Tag>{words.states[information.state]}</Tag>
          {classification === null ? null : <ClassFigure levels={classification.levels} />}
        </span>
      }
      primary={
        classifyReason === undefined ? (
          <LinkButton look="primary" to={`${here}/klassa`}>
            {classifyLabel}
          </LinkButton>
        ) : (
          <Button disabledReason={classifyReason}>{classifyLabel}</Button>
        )
      }
      more={more}
      aside={<History register="information" id={information.id} />}
    >
      <ActProblem problem={activate.problem} />
      {information.state === 'ended' ? null : <NextThings information={information} />}
      <Facts information={information} />
      <Section title={texts.record.classification}>
        <ClassificationTable information={information} />
      </Section>
      <CasesOf informationId={information.id} />
      <Section title={texts.record.handling}>
        <Handlings information={information} />
      </Section>
      <OwnersDecision information={information} />
      {isEnding ? (
        <ReasonDialog
          title={texts.record.endTitle}
          label={texts.record.endReason}
          confirmLabel={texts.record.end}
          cancelLabel={texts.form.cancel}
          version={version}
          onClose={() => setEnding(false)}
          run={(reason, circumstances) => end.run({ id, version, input: { reason }, ...circumstances })}
        >
          <p>{texts.record.endText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function Facts({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts).record;
  const words = useTexts(vocabularyTexts);
  const { fields } = useTexts(informationTexts);
  const language = useLanguage();
  const kinds = information.personalDataKinds.map((kind) => words.personalDataKinds[kind]);
  const secrecy = information.secrecyProvisions.map((code) => `${code} ${words.secrecyProvisions[code]}`);
  const carriers = information.carriers.map((carrier) => inSentence(words.carriers[carrier]));
  return (
    <Section title={texts.facts}>
      <DefinitionList
        facts={[
          { term: texts.owner, value: information.owner?.name ?? null },
          { term: fields.unitId, value: information.unitName },
          { term: fields.area, value: information.areaName },
          { term: fields.carriers, value: upperFirst(formatList(carriers, language)) },
          {
            term: fields.personalData,
            value: [words.personalData[information.personalData], ...kinds].join(' · '),
          },
          { term: fields.secrecyProvisions, value: secrecy.length === 0 ? null : secrecy.join(' · ') },
        ]}
      />
    </Section>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function OwnersDecision({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts).record;
  const words = useTexts(vocabularyTexts);
  const language = useLanguage();
  const whyNot = useWhyNot();
  const today = useToday();
  const decision = information.handlingDecision;
  if (decision === null) {
    const reason = whyNot(information.may.decideHandling);
    return (
      <Section title={texts.decision}>
        <p>{texts.noDecision}</p>
        {reason === undefined ? (
          <LinkButton to={`/register/information/${information.id}/beslut`}>{texts.decide}</LinkButton>
        ) : null}
      </Section>
    );
  }
  const isLate = decision.nextReviewOn < today;
  return (
    <Section title={texts.decision}>
      <DefinitionList
        facts={[
          {
            term: texts.permittedActivities,
            value: decision.activities.map((one) => words.activities[one]).join(' · '),
          },
          {
            term: texts.permittedCarriers,
            value: decision.carriers.map((one) => words.carriers[one]).join(' · '),
          },
          { term: texts.groups, value: decision.groups.join(' · ') },
          { term: texts.decidedOn, value: formatLongDate(decision.decidedOn, language) },
          {
            term: texts.nextReview,
            value: `${formatLongDate(decision.nextReviewOn, language)}${isLate ? ` – ${texts.reviewLate}` : ''}`,
          },
        ]}
      />
    </Section>
  );
}
