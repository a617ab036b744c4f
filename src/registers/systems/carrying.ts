import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id, InformationId, SystemId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Reason, type Static } from '../../kernel/schema.ts';
import type { System } from './system.ts';

/** Which information a system carries from now on, besides what it carries already. */
export const carryInput = Fields({
  informationIds: Type.Array(IdOf<'Information'>(), { minItems: 1, maxItems: 200, uniqueItems: true }),
});

export const stopCarryingInput = Fields({ informationId: IdOf<'Information'>(), reason: Reason() });
export type StopCarryingInput = Static<typeof stopCarryingInput>;

/** One piece of information in one system. */
export interface Tie {
  readonly id: Id<'SystemInformation'>;
  readonly systemId: SystemId;
  readonly informationId: InformationId;
  readonly version: number;
  readonly endedOn: string | null;
}

/** What must be known of the information that is asked for. */
export interface CarryGround {
  readonly system: System;
  /** Those of the ids that exist, have not ended, and that the person may read. */
  readonly known: readonly string[];
  /** Those the system carries already. */
  readonly carried: readonly string[];
}

export const carryRefusals = ['retired', 'informationUnknown', 'alreadyCarried'] as const;

/** The system carries more information. What a person may not read she cannot put in a system. */
export function carryInformation(
  ground: CarryGround,
  input: Static<typeof carryInput>,
  circumstances: Circumstances,
): Decision<readonly Tie[]> | Refusal {
  const { system, known, carried } = ground;
  if (system.lifecycle === 'retired') return refuse('retired');
  if (input.informationIds.some((id) => !known.includes(id))) {
    return refuse('informationUnknown', { field: 'informationIds' });
  }
  if (input.informationIds.some((id) => carried.includes(id))) {
    return refuse('alreadyCarried', { field: 'informationIds' });
  }
  const next = input.informationIds.map((informationId) => ({
    id: circumstances.newId<'SystemInformation'>(),
    systemId: system.id,
    informationId,
    version: 1,
    endedOn: null,
  }));
  const changes = [{ field: 'informationIds', from: null, to: input.informationIds }];
  const touched = next.map((tie) => `systemInformation:${tie.id}`);
  return { next, event: { kind: 'system.informationCarried', record: system.id, changes, touched } };
}

/** The information is no longer in the system. The tie stays as history, with the day it ended. */
export function stopCarryingInformation(
  tie: Tie | null,
  input: StopCarryingInput,
  circumstances: Circumstances,
): Decision<Tie> | Refusal {
  if (tie === null) return refuse('notCarried', { field: 'informationId' });
  const next = { ...tie, version: tie.version + 1, endedOn: circumstances.today };
  const changes = [{ field: 'informationIds', from: [tie.informationId], to: null }];
  const touched = [`systemInformation:${tie.id}`];
  const event = {
    kind: 'system.informationRemoved',
    record: tie.systemId,
    changes,
    reason: input.reason,
    touched,
  };
  return { next, event };
}
