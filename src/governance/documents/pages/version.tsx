import { lazy, Suspense, useState } from 'react';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { DefinitionList, type Fact } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { documentTexts } from '../document.texts.ts';
import { AdoptSection, BringSection } from './adopt.tsx';
import './documents.css';
import { documentPagesTexts } from './pages.texts.ts';
import { StateMark } from './state-mark.tsx';
import { TiesSection } from './ties.tsx';
import { VersionText } from './version-text.tsx';

const DiscardDialog = lazy(() => import('./discard.tsx'));

type Version = ViewMap['documentVersion.record']['answer'];

/** One version of a governing document: its decision, its text, how its demands are followed up, and what to do now. */
export default function VersionPage() {
  const id = useRouteParameter('id');
  const view = useView('documentVersion.record', { id });
  return <Loaded view={view}>{(version) => <VersionRecord version={version} />}</Loaded>;
}

function VersionRecord({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).version;
  const { states } = useTexts(documentTexts);
  const language = useLanguage();
  const [isDiscarding, setDiscarding] = useState(false);
  const isDraft = version.state === 'draft';
  const isFollowed = isDraft || version.state === 'decided' || version.state === 'inForce';
  const discard = {
    key: 'discard',
    label: texts.discard,
    onAction: () => setDiscarding(true),
    disabledReason: version.may.import ? undefined : texts.mayNot,
  };
  return (
    <Page
      title={texts.heading(version.document.title, formatNumber(version.number, language))}
      breadcrumbs={[{ label: texts.back, to: '/styrdokument' }]}
      state={<StateMark state={version.state}>{states[version.state]}</StateMark>}
      more={isDraft ? [discard] : []}
      aside={<History register="documentVersion" id={version.id} />}
    >
      {isFollowed ? <TiesSection version={version} /> : null}
      {isDraft && version.may.adopt ? <AdoptSection version={version} /> : null}
      {version.state === 'decided' && version.may.adopt ? <BringSection version={version} /> : null}
      <Section
        title={texts.facts}
        action={isFollowed ? <Link to="/policyn">{texts.reading}</Link> : undefined}
      >
        <DefinitionList facts={useFacts(version)} />
      </Section>
      <Disclosure title={texts.text}>
        <VersionText version={version} />
      </Disclosure>
      <Suspense fallback={null}>
        {isDiscarding ? <DiscardDialog version={version} onClose={() => setDiscarding(false)} /> : null}
      </Suspense>
    </Page>
  );
}

function useFacts(version: Version): Fact[] {
  const texts = useTexts(documentPagesTexts).version;
  const { bodies } = useTexts(documentTexts);
  const language = useLanguage();
  const day = (value: string | null) => (value === null ? null : formatLongDate(value, language));
  const source = { term: texts.sourceName, value: version.sourceName };
  const hash = { term: texts.contentHash, value: <code className="number">{version.contentHash}</code> };
  if (version.decision === null) return [source, hash];
  return [
    { term: texts.decision, value: version.decision },
    { term: texts.decidedBy, value: version.decidedBy === null ? null : bodies[version.decidedBy] },
    { term: texts.decidedOn, value: day(version.decidedOn) },
    { term: texts.inForceFrom, value: day(version.inForceFrom) },
    { term: texts.adjustedOn, value: day(version.adjustedOn) },
    { term: texts.announcedOn, value: day(version.announcedOn) },
    { term: texts.legalForceOn, value: day(version.legalForceOn) },
    source,
    hash,
  ];
}
