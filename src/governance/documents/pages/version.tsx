import { lazy, Suspense, useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { documentTexts } from '../document.texts.ts';
import { AdoptSection, BringSection } from './adopt.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';
import { CommentsSection } from './comments.tsx';
import './documents.css';
import { documentPagesTexts } from './pages.texts.ts';
import { ProposeSection } from './propose.tsx';
import { StateMark } from './state-mark.tsx';
import { TiesSection } from './ties.tsx';
import { useVersionFacts } from './version-facts.tsx';
import { VersionText } from './version-text.tsx';

const DiscardDialog = lazy(() => import('./discard.tsx'));
const SendBackDialog = lazy(() => import('./send-back.tsx'));
const RepealDialog = lazy(() => import('./repeal.tsx'));
const SaveAsDialog = lazy(() => import('./save-as.tsx'));
const ReferSection = lazy(async () => ({ default: (await import('./refer-form.tsx')).ReferSection }));

type Version = ViewMap['documentVersion.record']['answer'];

/** One version of a governing document: its decision, its text, how its demands are followed up, and what to do now. */
export default function VersionPage() {
  const id = useRouteParameter('id');
  const view = useView('documentVersion.record', { id });
  return <Loaded view={view}>{(version) => <VersionRecord version={version} />}</Loaded>;
}

function VersionRecord({ version }: { readonly version: Version }) {
  const { version: texts, saveAs: saving } = useTexts(documentPagesTexts);
  const steps = useTexts(chainPagesTexts).steps;
  const { states } = useTexts(documentTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<'discard' | 'sendBack' | 'repeal' | 'saveAs'>();
  const facts = useVersionFacts(version);
  const { state, blocks, may } = version;
  const isPolicy = version.document.kind === 'policy';
  const isWritten = state === 'draft' && blocks !== null;
  const isWhole = state === 'proposed' || (state === 'draft' && blocks === null);
  const isFollowed = isWhole || state === 'decided' || state === 'inForce';
  const disabledReason = may.write ? undefined : texts.mayNot;
  const steered = [
    ...(state === 'draft' || state === 'proposed' ? [{ key: 'discard' as const, label: texts.discard }] : []),
    ...(state === 'proposed' && blocks !== null ? [{ key: 'sendBack' as const, label: steps.sendBack }] : []),
    ...(state === 'inForce' ? [{ key: 'repeal' as const, label: steps.repeal }] : []),
  ].map((one) => ({ ...one, disabledReason, onAction: () => setOpen(one.key) }));
  const saveAs = { key: 'saveAs', label: saving.action, onAction: () => setOpen('saveAs') };
  const primary =
    isWritten && may.write ? (
      <LinkButton look="primary" to={`/styrdokument/${version.id}/skriv`}>
        {steps.write}
      </LinkButton>
    ) : undefined;
  return (
    <Page
      title={texts.heading(version.document.title, formatNumber(version.number, language))}
      breadcrumbs={[
        { label: texts.back, to: '/styrdokument' },
        { label: version.document.title, to: `/styrdokument/dokument/${version.documentId}` },
      ]}
      state={<StateMark state={state}>{states[state]}</StateMark>}
      primary={primary}
      more={[saveAs, ...steered]}
      aside={<History register="documentVersion" id={version.id} />}
    >
      {version.compareWith === null ? null : (
        <p>
          <Link to={`/styrdokument/${version.id}/jamfor/${version.compareWith}`}>{steps.compare}</Link>
        </p>
      )}
      {isFollowed ? <TiesSection version={version} /> : null}
      {isWhole && may.adopt ? <AdoptSection version={version} /> : null}
      {state === 'decided' && may.adopt ? <BringSection version={version} /> : null}
      <CommentsSection version={version} />
      {(isWritten || state === 'onReferral') && may.write ? <ProposeSection version={version} /> : null}
      {isWritten && may.write ? (
        <Suspense fallback={null}>
          <ReferSection version={version} />
        </Suspense>
      ) : null}
      {facts.length === 0 ? null : (
        <Section
          title={texts.facts}
          action={isFollowed && isPolicy ? <Link to="/policyn">{texts.reading}</Link> : undefined}
        >
          <DefinitionList facts={facts} />
        </Section>
      )}
      <Disclosure title={texts.text} isOpen={!isPolicy}>
        <VersionText version={version} />
      </Disclosure>
      <Suspense fallback={null}>
        {open === 'discard' ? <DiscardDialog version={version} onClose={() => setOpen(undefined)} /> : null}
        {open === 'sendBack' ? <SendBackDialog version={version} onClose={() => setOpen(undefined)} /> : null}
        {open === 'saveAs' ? (
          <SaveAsDialog versionId={version.id} onClose={() => setOpen(undefined)} />
        ) : null}
        {open === 'repeal' ? <RepealDialog version={version} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </Page>
  );
}
