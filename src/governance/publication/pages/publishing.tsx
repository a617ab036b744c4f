import { History } from '../../../audit/pages/history.tsx';
import '../../documents/pages/documents.css';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useSession } from '../../../ui/session.ts';
import { documentsPath, feedPath, indexJsonPath, publicPath } from '../public-address.ts';
import { Embedding } from './embedding.tsx';
import { publicationPagesTexts } from './pages.texts.ts';
import { PublicationPlaces } from './places.tsx';
import { AllowedSites } from './sites.tsx';

const siteReaders: ReadonlySet<string> = new Set([
  'administrator',
  'informationSecurityCoordinator',
  'itManager',
]);

/** Where everyone reads the governing documents, what Värna saw there, and which other sites are trusted. */
export default function Publishing() {
  const texts = useTexts(publicationPagesTexts);
  const session = useSession();
  const policy = useView('document.policy');
  const readsSites = session.data?.offices.some((held) => siteReaders.has(held.office)) === true;
  const document = policy.data?.policy?.state === 'inForce' ? policy.data.policy.document : null;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[{ label: texts.documents, to: '/styrdokument' }]}
    >
      <PublicationPlaces />
      <Section title={texts.open} lead={texts.openLead}>
        {/* Pages outside the application: the browser goes there itself. */}
        <ul>
          {[
            { to: publicPath, label: texts.policy },
            { to: documentsPath, label: texts.index },
            { to: feedPath, label: texts.feed },
            { to: indexJsonPath, label: texts.facts },
          ].map(({ to, label }) => (
            <li key={to}>
              <a href={to}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Embedding document={document} />
      {readsSites ? <AllowedSites /> : null}
      <History register="publicationPlace" />
      {readsSites ? <History register="allowedSite" /> : null}
    </Page>
  );
}
