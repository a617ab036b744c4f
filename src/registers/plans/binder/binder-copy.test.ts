import { expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { circumstances } from '../testing.ts';
import { noteCopy } from './binder-copy.ts';

const inForce = [newId<'PlanVersion'>(), newId<'PlanVersion'>()];
const copy = { kind: 'printed', versionIds: inForce } as const;

it.each<[string, object, object, string | null]>([
  ['of all that is in force', {}, {}, null],
  ['of a part of it', { versionIds: inForce.slice(1) }, {}, null],
  ['of what is not in force, or not hers to read', { versionIds: [newId()] }, {}, 'versionUnknown'],
  ['that has been noted today', {}, { notedToday: true }, 'notedToday'],
])('a copy %s', (_name, said, known, code) => {
  const step = noteCopy({ ...copy, ...said }, { inForce, notedToday: false, ...known }, circumstances);
  expect('code' in step ? step.code : null).toBe(code);
});
