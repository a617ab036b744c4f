import { formatLongDate, formatNumber } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { documentTexts } from '../document.texts.ts';
import './documents.css';
import { Keeping } from './keeping.tsx';
import { documentPagesTexts } from './pages.texts.ts';
import { PublicationPlaces } from './places.tsx';
import { StateMark } from './state-mark.tsx';

type Version = ViewMap['documentVersion.list']['answer']['items'][number];

/** The policy's versions, who keeps it, and where it can be read. */
export default function DocumentList() {
  const texts = useTexts(documentPagesTexts).list;
  const versions = useView('documentVersion.list');
  const policy = useView('document.policy');
  const mayImport = policy.data?.mayImport === true;
  const add = (
    <LinkButton look="primary" to="/styrdokument/las-in">
      {texts.import}
    </LinkButton>
  );
  return (
    <Page title={texts.title} lead={texts.lead} primary={mayImport ? add : undefined}>
      <Loaded view={versions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.none}>{mayImport ? texts.noneText : texts.noneTextOthers}</EmptyState>
          ) : (
            <>
              <Section title={texts.versions} action={<Link to="/policyn">{texts.toPolicy}</Link>}>
                <ul className="version-list">
                  {items.map((version) => (
                    <VersionRow key={version.id} version={version} />
                  ))}
                </ul>
              </Section>
              {policy.data?.policy == null ? null : <Keeping policy={policy.data.policy} />}
              <PublicationPlaces inForceHash={inForceHash(items)} />
            </>
          )
        }
      </Loaded>
      <History register="publicationPlace" />
    </Page>
  );
}

function inForceHash(versions: readonly Version[]): string | null {
  return versions.find((version) => version.state === 'inForce')?.contentHash ?? null;
}

function VersionRow({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).list;
  const { states } = useTexts(documentTexts);
  const language = useLanguage();
  const told = [
    version.decision === null ? texts.notDecided : texts.decided(version.decision),
    ...(version.inForceFrom === null ? [] : [texts.from(formatLongDate(version.inForceFrom, language))]),
    texts.source(version.sourceName),
  ];
  return (
    <li className="version-row">
      <div>
        <p className="version-title">
          <Link to={`/styrdokument/${version.id}`}>
            {texts.version(formatNumber(version.number, language))}
          </Link>
        </p>
        <p className="soft">{told.join(' · ')}</p>
      </div>
      <StateMark state={version.state}>{states[version.state]}</StateMark>
    </li>
  );
}
