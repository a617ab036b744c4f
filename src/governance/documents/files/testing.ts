import { newId } from '../../../kernel/ids.ts';
import type { Block } from '../blocks/block.ts';
import { readWritten } from '../blocks/block-text.ts';
import type { DocumentKind, DocumentVersion } from '../document.ts';
import type { PolicyText } from '../policy-text/policy-text.ts';
import { hashOf } from '../stored-sentence.ts';
import { type VersionText, versionText } from './version-text.ts';

interface Given {
  readonly title: string;
  readonly kind?: DocumentKind;
  /** A text that was written here… */
  readonly blocks?: readonly Block[];
  /** … or one that was read in. */
  readonly text?: PolicyText;
  readonly version?: Partial<DocumentVersion>;
}

/** A version in force of a document, as files are made of it. */
export function versionOf({ title, kind = 'guideline', blocks, text, version = {} }: Given): VersionText {
  const reading = blocks === undefined ? null : readWritten(blocks, version.demandMarks ?? []);
  const read = text ?? (reading?.ok === true ? reading.value : null);
  const sentences = read?.sentences ?? [];
  return versionText({
    municipality: 'Exempelby kommun',
    document: {
      id: newId(),
      version: 1,
      kind,
      title,
      keeperOffice: 'informationSecurityCoordinator',
      reviewOn: '2028-01-01',
      scope: 'organisation',
      unitId: null,
      systemId: null,
      situation: '',
      validUntil: null,
      isOpen: null,
      endedOn: null,
    },
    version: {
      id: newId(),
      version: 4,
      documentId: newId(),
      number: 3,
      state: 'inForce',
      sourceName: 'Värna',
      outline: { title, sections: read?.sections ?? [], leftovers: [] },
      contentHash: hashOf(sentences),
      decision: 'KS 2026-11-23 § 12',
      decidedBy: 'executive',
      decidedOn: '2026-11-23',
      inForceFrom: '2026-11-24',
      adjustedOn: null,
      announcedOn: null,
      legalForceOn: null,
      blocks: blocks ?? null,
      demandMarks: [],
      draftedOn: '2026-11-01',
      repealedOn: null,
      repealDecision: null,
      ...version,
    },
    sentences,
  });
}
