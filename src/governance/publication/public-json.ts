import { parseDecision } from '../../kernel/decision-reference.ts';
import { codeOf, documentPath, feedPath, pathOfAsk, versionPath } from './public-address.ts';
import { endOf, inForceOf, successorOf } from './public-facts.ts';
import type { PublicDocument, PublicVersion } from './public.store.ts';

/** The facts of one document for programs of others; its fields are told in docs/handbok/publicera.md. No text, and no person. */
export function documentJson(document: PublicDocument, publicUrl: string): object {
  const { id, kind, title, keeperOffice, scope, unitName, situation, reviewOn, validUntil } = document;
  const code = codeOf(id);
  return {
    id,
    kind,
    title,
    keeperOffice,
    scope,
    unit: unitName,
    situation: situation === '' ? null : situation,
    reviewOn,
    validUntil,
    address: publicUrl + documentPath(document),
    facts: publicUrl + pathOfAsk(document, { code, number: null, part: 'json' }),
    embedded: publicUrl + pathOfAsk(document, { code, number: null, part: 'embedded' }),
    inForce: inForceOf(document)?.number ?? null,
    versions: document.versions.map((version) => versionJson(document, version, publicUrl)),
  };
}

function versionJson(document: PublicDocument, version: PublicVersion, publicUrl: string): object {
  const { number, state, contentHash, decision, decidedBy, decidedOn, inForceFrom, legalForceOn } = version;
  const partOf = (part: 'file' | 'pdf') =>
    publicUrl + pathOfAsk(document, { code: codeOf(document.id), number, part });
  return {
    number,
    state,
    contentHash,
    decision,
    decidedBy,
    decidedOn,
    diaryNumber: decision === null ? null : (parseDecision(decision)?.diaryNumber ?? null),
    inForceFrom,
    inForceUntil: endOf(document, version),
    legalForceOn,
    repealedOn: version.repealedOn,
    repealDecision: version.repealDecision,
    replacedBy: version.state === 'superseded' ? (successorOf(document, version)?.number ?? null) : null,
    changedAt: version.changedAt.toISOString(),
    address: publicUrl + versionPath(document, number),
    file: partOf('file'),
    pdf: partOf('pdf'),
  };
}

/** The facts of every document that everyone may read. */
export function indexJson(
  documents: readonly PublicDocument[],
  municipality: string,
  publicUrl: string,
): object {
  return {
    municipality,
    feed: publicUrl + feedPath,
    documents: documents.map((one) => documentJson(one, publicUrl)),
  };
}
