import { action } from '../../kernel/action.ts';
import type { LoadRequest, Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { referenceName, unitStands } from '../around.store.ts';
import { demandStands } from '../demand.store.ts';
import { deviationAccess } from './deviation.access.ts';
import { loadDeviation, saveDeviation } from './deviation.store.ts';
import {
  describeDeviation,
  describeRefusals,
  type Deviation,
  type DeviationInput,
  deviationInput,
  deviationKeys,
  reportDeviation,
  reportInput,
} from './deviation.ts';
import {
  closeDeviation,
  closeInput,
  decideDeviation,
  decideInput,
  reasonInput,
  reopenDeviation,
} from './deviation-steps.ts';

interface Loaded {
  readonly row: Deviation;
}
const readable = deviationAccess.read;
const load = async (transaction: Transaction, { id, scope }: LoadRequest<unknown>) => {
  const row = await loadDeviation(transaction, id, scope);
  return row === null ? null : { row };
};
const save = async (transaction: Transaction, _loaded: unknown, next: Deviation, stamp: Stamp) => {
  await saveDeviation(transaction, next, stamp);
  return { id: next.id, version: next.version };
};
const onRecord = {
  on: 'record',
  readable,
  load,
  keys: ({ row }: Loaded) => deviationKeys(row),
  version: ({ row }: Loaded) => row.version,
  // What it was born of is not changed by any step, and may be more than whoever takes it may know.
  show: ({ row: { source: _source, ...shown } }: Loaded) => shown,
  save,
} as const;

async function around(transaction: Transaction, input: DeviationInput, today: string) {
  return {
    unitStands: await unitStands(transaction, input.unitId, today),
    demandStands: await demandStands(transaction, input),
  };
}

export const report = action({
  name: 'deviation.report',
  on: 'register',
  permission: deviationAccess.report,
  readable,
  input: reportInput,
  refusals: [...describeRefusals, 'sourceUnknown'],
  load: async (transaction, { input, circumstances: { actor, today } }) => ({
    ...(await around(transaction, input, today)),
    sourceSeen:
      input.source === null || (await referenceName(transaction, input.source, actor, today)) !== null,
  }),
  keys: (_around, input) => deviationKeys({ unitId: input.unitId }),
  decide: (surroundings, input, circumstances) => reportDeviation(input, surroundings, circumstances),
  save,
});

export const describe = action({
  ...onRecord,
  name: 'deviation.describe',
  permission: deviationAccess.describe,
  input: deviationInput,
  refusals: [...describeRefusals, 'notInState', 'nothingChanged'],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadDeviation(transaction, id, scope);
    if (row === null) return null;
    const found = await around(transaction, input, circumstances.today);
    // A sentence that has since been superseded is still what was departed from.
    const isKept = row.sentenceId === input.sentenceId && row.clause === input.clause;
    return { row, ...found, demandStands: found.demandStands || isKept };
  },
  targetKeys: ({ row }, { unitId }) => (row.unitId === unitId ? null : deviationKeys({ unitId })),
  decide: ({ row, ...surroundings }, input, circumstances) =>
    describeDeviation(row, input, surroundings, circumstances),
});

export const decide = action({
  ...onRecord,
  name: 'deviation.decide',
  permission: deviationAccess.decide,
  input: decideInput,
  refusals: ['notInState', 'causeMissing', 'riskMissing', 'followUpNotAhead', 'nothingChanged'],
  decide: ({ row }, input, circumstances) => decideDeviation(row, input, circumstances),
});

export const close = action({
  ...onRecord,
  name: 'deviation.close',
  permission: deviationAccess.close,
  input: closeInput,
  refusals: ['notInState', 'notDecided', 'notTheCloser'],
  decide: ({ row }, input, circumstances) => closeDeviation(row, input, circumstances),
});

export const reopen = action({
  ...onRecord,
  name: 'deviation.reopen',
  permission: deviationAccess.decide,
  input: reasonInput,
  refusals: ['notInState'],
  decide: ({ row }, { reason }) => reopenDeviation(row, reason),
});
