import { Type } from 'typebox';
import type { Decision } from '../../kernel/action.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, type Static } from '../../kernel/schema.ts';
import type { DocumentKind, GoverningDocument } from './document.ts';

/** Kinds that everyone may read until their keeper says otherwise: an instruction may tell how a lock is opened. */
const openKinds: ReadonlySet<DocumentKind> = new Set(['policy', 'guideline']);

/** May everyone read the document's texts, without an account? As its keeper has said, else as its kind says. */
export function isOpenToPublic({ kind, isOpen }: Pick<GoverningDocument, 'kind' | 'isOpen'>): boolean {
  return isOpen ?? openKinds.has(kind);
}

export const opennessInput = Fields({ isOpen: Type.Boolean() });

export const opennessRefusals = ['policyIsOpen', 'nothingChanged'] as const;

/** Says whether everyone may read the document. The policy always can be read: it is to be on the website (P05). */
export function setOpenness(
  before: GoverningDocument,
  { isOpen }: Static<typeof opennessInput>,
): Decision<GoverningDocument> | Refusal {
  if (before.kind === 'policy' && !isOpen) return refuse('policyIsOpen', { field: 'isOpen' });
  if (isOpenToPublic(before) === isOpen) return refuse('nothingChanged');
  return {
    next: { ...before, version: before.version + 1, isOpen },
    event: {
      kind: isOpen ? 'document.opened' : 'document.closed',
      record: before.id,
      changes: [{ field: 'isOpen', from: before.isOpen, to: isOpen }],
    },
  };
}
