import { expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DocumentKind, GoverningDocument } from './document.ts';
import { isOpenToPublic, setOpenness } from './openness.ts';

function document(kind: DocumentKind, isOpen: boolean | null): GoverningDocument {
  const about = { scope: 'situation', unitId: null, systemId: null, situation: 'Vid brand' } as const;
  const kept = { keeperOffice: 'informationSecurityCoordinator', reviewOn: null, validUntil: null } as const;
  return { id: newId(), version: 3, kind, title: 'Prov', ...about, ...kept, isOpen, endedOn: null };
}

it.each<[DocumentKind, boolean | null, boolean]>([
  ['policy', null, true],
  ['guideline', null, true],
  ['instruction', null, false],
  ['routine', null, false],
  ['guideline', false, false],
  ['routine', true, true],
])('a %s of which is said %s is open: %s', (kind, isOpen, open) => {
  expect(isOpenToPublic(document(kind, isOpen))).toBe(open);
});

it.each<[DocumentKind, boolean | null, boolean, string]>([
  ['instruction', null, true, 'document.opened'],
  ['guideline', null, false, 'document.closed'],
  ['guideline', false, true, 'document.opened'],
  ['policy', null, false, 'policyIsOpen'],
  ['policy', null, true, 'nothingChanged'],
  ['guideline', null, true, 'nothingChanged'],
  ['routine', null, false, 'nothingChanged'],
])('a %s of which is said %s, when somebody says %s: %s', (kind, before, isOpen, outcome) => {
  const decided = setOpenness(document(kind, before), { isOpen });
  if (isRefusal(decided)) expect(decided.code).toBe(outcome);
  else {
    expect(decided.event).toMatchObject({
      kind: outcome,
      changes: [{ field: 'isOpen', from: before, to: isOpen }],
    });
    expect(decided.next).toMatchObject({ version: 4, isOpen });
  }
});
