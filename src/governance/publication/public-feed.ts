import { escapeHtml } from '../../kernel/format.ts';
import type { Language } from '../../kernel/texts.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { documentTexts } from '../documents/document.texts.ts';
import { documentsPath, feedPath, versionPath } from './public-address.ts';
import { publicationTexts } from './publication.texts.ts';
import type { PublicDocument } from './public.store.ts';

/** How many of the latest changes the feed holds. */
const mostEntries = 100;

export interface FeedFrame {
  readonly municipality: string;
  readonly language: Language;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** The installation's own id, which never changes. */
  readonly installation: string;
}

/**
 * The feed of versions that have come into force, given way or been repealed (RFC 4287): an entry each, known by the version's own
 * id whatever becomes of it, and changed when that does. The newest change first.
 */
export function feedOf(documents: readonly PublicDocument[], frame: FeedFrame): string {
  const { municipality, language, publicUrl, installation } = frame;
  const texts = pickTexts(publicationTexts, language).page;
  const words = pickTexts(documentTexts, language);
  const all = documents
    .flatMap((document) => document.versions.map((version) => ({ document, version })))
    .sort((one, other) => other.version.changedAt.getTime() - one.version.changedAt.getTime())
    .slice(0, mostEntries);
  const entries = all.map(({ document, version }) => {
    const title = `${document.title}, ${texts.versionOf(String(version.number)).toLowerCase()}: ${texts.states[version.state].toLowerCase()}`;
    const told = [
      version.decidedBy === null ? '' : words.bodies[version.decidedBy],
      version.decision ?? '',
      version.inForceFrom === null ? '' : texts.from(version.inForceFrom),
      version.repealedOn === null ? '' : texts.repealed(version.repealedOn),
    ].filter((part) => part !== '');
    return `<entry>
<id>urn:uuid:${version.id}</id>
<title>${escapeXml(title)}</title>
<updated>${version.changedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" hreflang="sv" href="${escapeXml(publicUrl + versionPath(document, version.number))}"/>
<category term="${document.kind}" label="${escapeXml(words.kinds[document.kind])}"/>
<summary>${escapeXml(told.join('. '))}</summary>
</entry>`;
  });
  // A feed has to say when it changed last; one that is empty has not changed since the beginning of time.
  const updated = all[0]?.version.changedAt ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>urn:uuid:${installation}</id>
<title>${escapeXml(texts.feedTitle(municipality))}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${escapeXml(municipality)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(publicUrl + feedPath)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(publicUrl + documentsPath)}"/>
${entries.join('\n')}
</feed>
`;
}

/** As HTML is escaped, and without the characters that XML 1.0 has no way to write. */
function escapeXml(text: string): string {
  return escapeHtml(
    text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
  );
}
