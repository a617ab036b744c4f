import { lazy, Suspense, useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './documents.css';
import { Openness } from './openness.tsx';
import { documentPagesTexts } from './pages.texts.ts';
import { Parents } from './parents.tsx';
import { StateMark } from './state-mark.tsx';

const BeginDialog = lazy(() => import('./begin-dialog.tsx'));
const SaveAsDialog = lazy(() => import('./save-as.tsx'));

type Document = ViewMap['document.record']['answer'];

/** One governing document: what it is about, who keeps it, what it elaborates and what elaborates it, and its versions. */
export default function DocumentPage() {
  const id = useRouteParameter('id');
  const view = useView('document.record', { id });
  return <Loaded view={view}>{(document) => <DocumentRecord document={document} />}</Loaded>;
}

function DocumentRecord({ document }: { readonly document: Document }) {
  const texts = useTexts(chainPagesTexts);
  const words = useTexts(documentTexts);
  const language = useLanguage();
  const offices: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  const saving = useTexts(documentPagesTexts).saveAs;
  const [open, setOpen] = useState<'begin' | 'saveAs'>();
  const inForce = document.versions.find((one) => one.state === 'inForce');
  const draft = document.versions.find((one) => ['draft', 'onReferral', 'proposed'].includes(one.state));
  const day = (value: string | null) => (value === null ? null : formatLongDate(value, language));
  const primary =
    draft !== undefined ? (
      <LinkButton look="primary" to={`/styrdokument/${draft.id}`}>
        {texts.record.openDraft}
      </LinkButton>
    ) : document.may.write && !document.isEnded ? (
      <Button look="primary" onClick={() => setOpen('begin')}>
        {texts.record.begin}
      </Button>
    ) : undefined;
  const edit = {
    key: 'edit',
    label: texts.record.edit,
    to: `/styrdokument/dokument/${document.id}/andra`,
    disabledReason: document.may.keep ? undefined : texts.record.mayNot,
  };
  const saveAs =
    inForce === undefined ? [] : [{ key: 'saveAs', label: saving.action, onAction: () => setOpen('saveAs') }];
  return (
    <Page
      title={document.title}
      breadcrumbs={[{ label: texts.list.title, to: '/styrdokument' }]}
      state={<Tag>{document.isEnded ? words.states.repealed : words.kinds[document.kind]}</Tag>}
      primary={primary}
      more={[...saveAs, ...(document.isEnded ? [] : [edit])]}
      aside={<History register="document" id={document.id} />}
    >
      <Section title={texts.record.facts}>
        <DefinitionList
          facts={[
            { term: words.fields.kind, value: words.kinds[document.kind] },
            {
              term: words.fields.scope,
              value:
                document.unitName ??
                document.systemName ??
                (document.situation === '' ? words.scopes[document.scope] : document.situation),
            },
            { term: words.fields.keeperOffice, value: offices[document.keeperOffice] },
            { term: words.fields.reviewOn, value: day(document.reviewOn) },
            { term: words.fields.validUntil, value: day(document.validUntil) ?? texts.record.untilFurther },
            {
              term: words.fields.bodies,
              value: document.bodies.map((body) => words.bodies[body]).join(', '),
            },
          ]}
        />
      </Section>
      <Versions document={document} />
      {document.kind === 'policy' ? null : <Parents document={document} />}
      {document.children.length === 0 ? null : (
        <Section title={texts.record.children}>
          <ul>
            {document.children.map((child) => (
              <li key={child.id}>
                <Link to={`/styrdokument/dokument/${child.id}`}>{child.title}</Link>{' '}
                <span className="soft">{words.kinds[child.kind]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Openness document={document} />
      <Suspense fallback={null}>
        {open === 'begin' ? <BeginDialog document={document} onClose={() => setOpen(undefined)} /> : null}
        {open === 'saveAs' && inForce !== undefined ? (
          <SaveAsDialog versionId={inForce.id} onClose={() => setOpen(undefined)} />
        ) : null}
      </Suspense>
    </Page>
  );
}

function Versions({ document }: { readonly document: Document }) {
  const texts = useTexts(chainPagesTexts).record;
  const { states } = useTexts(documentTexts);
  const language = useLanguage();
  const { versions } = document;
  return (
    <Section title={texts.versions}>
      {versions.length === 0 ? <p className="soft">{texts.noVersions}</p> : null}
      <ul className="version-list">
        {versions.map((version, at) => {
          const before = versions.slice(at + 1).find((one) => one.state !== 'discarded');
          return (
            <li className="version-row" key={version.id}>
              <div>
                <p className="version-title">
                  <Link to={`/styrdokument/${version.id}`}>
                    {texts.version(formatNumber(version.number, language))}
                  </Link>
                </p>
                <p className="soft">
                  {[
                    version.decision === null ? texts.notDecided : texts.decided(version.decision),
                    ...(version.inForceFrom === null
                      ? []
                      : [texts.from(formatLongDate(version.inForceFrom, language))]),
                  ].join(' · ')}
                </p>
                {before === undefined || version.state === 'discarded' ? null : (
                  <p>
                    <Link to={`/styrdokument/${version.id}/jamfor/${before.id}`}>
                      {texts.compare(formatNumber(before.number, language))}
                    </Link>
                  </p>
                )}
              </div>
              <StateMark state={version.state}>{states[version.state]}</StateMark>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
