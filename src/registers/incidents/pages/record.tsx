import { lazy, Suspense, useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { looksLikePersonnummer } from '../../../kernel/personnummer-form.ts';
import { formatList, inSentence } from '../../../kernel/format.ts';
import { OfflineNote } from '../../../offline/offline-note.tsx';
import { useKeptCase } from '../../../offline/use-kept.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useSession } from '../../../ui/session.ts';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import { RelatedMeasures } from '../../measures/pages/related.tsx';
import { incidentTexts } from '../incident.texts.ts';
import { type CaseRecord, useCaseName, useWhyNot } from './case-record.ts';
import { Facts, Others, Told } from './case-sections.tsx';
import { Contacts } from './contacts.tsx';
import { Duties } from './duties.tsx';
import { Files } from './files.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { NearestClock, questionsAnchor } from './nearest-clock.tsx';
import { Questions } from './questions.tsx';
import type { StepName } from './steps.tsx';
import { Ties } from './ties.tsx';
import { Timeline } from './timeline.tsx';
import { Yours } from './yours.tsx';

const StepDialog = lazy(async () => ({ default: (await import('./steps.tsx')).StepDialog }));

export default function CasePage() {
  const id = useRouteParameter('id');
  const view = useView('incident.record', { id });
  return <Loaded view={view}>{(record) => <Record record={record} />}</Loaded>;
}

function Record({ record }: { readonly record: CaseRecord }) {
  const { list, record: texts, duties } = useTexts(incidentPagesTexts);
  const { kinds, states, latenesses } = useTexts(incidentTexts);
  const nameOf = useCaseName();
  const isOpen = !record.secret && record.secretParts.length === 0 && record.state !== 'closed';
  useKeptCase(useSession().data?.person?.id, { id: record.id, version: record.version, isOpen });
  const [step, setStep] = useState<StepName | null>(null);
  const isNew = record.state === 'reported';
  return (
    <Page
      title={nameOf(record)}
      breadcrumbs={[{ label: list.title, to: '/handelser' }]}
      state={
        <span className="row">
          <Tag>{states[record.state]}</Tag>
          {isNew ? null : <Tag>{kinds[record.kind]}</Tag>}
          {record.late === null ? null : (
            <>
              <VerdictMark verdict="overdue" /> <span className="soft">{latenesses[record.late]}</span>
            </>
          )}
        </span>
      }
      primary={<Primary record={record} onStep={setStep} />}
      more={useMore(record, setStep)}
      aside={<History register="incident" id={record.id} />}
    >
      <OfflineNote caseId={record.id} />
      <SecrecyNotice record={record} />
      {isNew ? null : <NearestClock caseId={record.id} />}
      <Yours record={record} />
      <PersonnummerNotice record={record} />
      {isNew ? <Notice>{texts.new}</Notice> : null}
      {record.into === null ? null : (
        <Notice title={texts.merged}>
          <Link to={`/handelser/${record.into.id}`}>{nameOf(record.into)}</Link>
        </Notice>
      )}
      <Told record={record} />
      <Facts record={record} />
      {isNew ? null : (
        <>
          <Section title={texts.concerns}>
            <Ties record={record} />
          </Section>
          <Others record={record} />
          <RelatedMeasures
            register="incident"
            id={record.id}
            name={record.number ?? ''}
            unitId={record.unitId}
            unitName={record.unitName}
          />
          <Section title={texts.contacts}>
            <Contacts record={record} />
          </Section>
          <Section id={questionsAnchor} title={texts.questions}>
            <Questions record={record} />
          </Section>
          <Section title={duties.title}>
            <Duties record={record} />
          </Section>
          <Section title={texts.timeline}>
            <Timeline record={record} />
          </Section>
        </>
      )}
      <Section title={texts.files}>
        <Files record={record} />
      </Section>
      {step === null ? null : (
        <Suspense>
          <StepDialog key={step} step={step} record={record} onClose={() => setStep(null)} />
        </Suspense>
      )}
    </Page>
  );
}

interface StepsProps {
  readonly record: CaseRecord;
  readonly onStep: (step: StepName) => void;
}

/** The one thing that comes next. */
function Primary({ record, onStep }: StepsProps) {
  const texts = useTexts(incidentPagesTexts).record;
  const { may } = record;
  if (may.triage.allowed)
    return (
      <LinkButton look="primary" to={`/handelser/${record.id}/bedom`}>
        {texts.triage}
      </LinkButton>
    );
  const next = (['conclude', 'close', 'followUp'] as const).find((name) => may[name].allowed);
  return next === undefined ? null : (
    <Button look="primary" onClick={() => onStep(next)}>
      {texts[next]}
    </Button>
  );
}

/** All else that can be done, with the reason for what cannot be done now. */
function useMore(record: CaseRecord, onStep: (step: StepName) => void) {
  const texts = useTexts(incidentPagesTexts).record;
  const whyNot = useWhyNot();
  const { may } = record;
  const line = (key: StepName, allowed: CaseRecord['may']['close']) => ({
    key,
    label: texts[key],
    onAction: () => onStep(key),
    disabledReason: whyNot(allowed),
  });
  return [
    {
      key: 'describe',
      label: texts.describe,
      to: `/handelser/${record.id}/andra`,
      disabledReason: whyNot(may.describe),
    },
    line('conclude', may.conclude),
    line('close', may.close),
    line('followUp', may.followUp),
    line('reopen', may.reopen),
    ...(may.merge.because === 'forbidden'
      ? []
      : [
          line('merge', may.merge),
          line('secrecy', may.setSecrecy),
          line('admit', may.setSecrecy),
          line('assign', may.setSecrecy),
        ]),
  ];
}

/** What came by mail was asked by no page: whoever assesses it is told. */
function PersonnummerNotice({ record: { description, place, affected } }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const written = [description, place, affected].join('\n');
  return looksLikePersonnummer(written) ? <Notice kind="warning">{texts.personnummer}</Notice> : null;
}

function SecrecyNotice({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { parts } = useTexts(incidentTexts);
  const language = useLanguage();
  const said = (names: readonly (keyof typeof parts)[]) =>
    formatList(
      names.map((name) => inSentence(parts[name])),
      language,
    );
  if (record.secret) return <Notice kind="warning">{texts.secret(record.secrecyProvision)}</Notice>;
  if (record.masked.length > 0) return <Notice>{texts.masked(said(record.masked))}</Notice>;
  if (record.secretParts.length === 0) return null;
  return <Notice>{texts.partly(said(record.secretParts), record.secrecyProvision)}</Notice>;
}
