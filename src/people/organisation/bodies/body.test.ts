import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { system } from '../../../testing/actors.ts';
import { type BodySurroundings, describeBody, registerBody } from './body.ts';

const circumstances: Circumstances = {
  actor: system,
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const entityId = newId<'Entity'>();
const parentId = newId<'Body'>();
const committee = {
  kind: 'committee' as const,
  name: 'Bygg- och miljönämnden',
  abbreviation: 'BMN',
  parentId: null,
  controller: true,
  reportsToFollowUp: true,
  from: '2023-01-01',
};
const subcommittee = { ...committee, kind: 'subcommittee' as const, parentId, controller: false };
const around: BodySurroundings = {
  entity: { kind: 'municipality' },
  parent: { entityId, kind: 'executive' },
  otherKinds: ['council', 'executive'],
  subcommittees: 0,
};

function code(result: unknown): string {
  return isRefusal(result) ? result.code : 'done';
}

describe('registering a body', () => {
  it.each([
    [committee, {}, 'done'],
    [committee, { entity: null }, 'entityUnknown'],
    [{ ...committee, kind: 'board' as const }, {}, 'kindNotInEntity'],
    [committee, { entity: { kind: 'foundation' as const } }, 'kindNotInEntity'],
    [{ ...committee, kind: 'council' as const }, {}, 'oneOnly'],
    [
      { ...committee, kind: 'board' as const, controller: false },
      { entity: { kind: 'company' as const } },
      'done',
    ],
    [{ ...committee, kind: 'board' as const }, { entity: { kind: 'company' as const } }, 'neverController'],
    [{ ...committee, parentId }, {}, 'parentNotAsked'],
    [{ ...committee, until: '2022-12-31' }, {}, 'periodReversed'],
    [subcommittee, {}, 'done'],
    [{ ...subcommittee, controller: true }, {}, 'neverController'],
    [{ ...subcommittee, parentId: null }, {}, 'parentMissing'],
    [subcommittee, { parent: null }, 'parentUnknown'],
    [subcommittee, { parent: { entityId: newId<'Entity'>(), kind: 'executive' as const } }, 'parentUnknown'],
    [subcommittee, { parent: { entityId, kind: 'subcommittee' as const } }, 'parentUnknown'],
  ])('%j in %j: %s', (input, change, wanted) => {
    const result = registerBody({ entityId, until: null, ...input }, { ...around, ...change }, circumstances);
    expect(code(result)).toBe(wanted);
  });
});

describe('describing a body', () => {
  const decided = registerBody({ entityId, until: null, ...committee }, around, circumstances);
  if (isRefusal(decided)) throw new Error(decided.code);
  const before = decided.next;

  it.each([
    [committee, {}, 'nothingChanged'],
    [{ ...committee, reportsToFollowUp: false }, {}, 'done'],
    // A body with subcommittees that became one itself would be a subcommittee's parent.
    [subcommittee, { subcommittees: 1 }, 'subcommitteesLeft'],
    [subcommittee, {}, 'done'],
  ])('%j in %j: %s', (input, change, wanted) => {
    expect(code(describeBody(before, input, { ...around, ...change }, circumstances))).toBe(wanted);
  });
});
