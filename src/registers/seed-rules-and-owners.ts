import { systemActor } from '../kernel/access.ts';
import type { Action } from '../kernel/action.ts';
import type { BodyId, EntityId, UnitId } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import type { Language } from '../kernel/texts.ts';
import { add } from './default-owners/default-owner.actions.ts';
import type { AddInput } from './default-owners/default-owner.ts';
import { defaultTable } from './default-owners/default-table.ts';
import { restoreDefault } from './handling-rules/handling-rule.actions.ts';

/** What a start profile knows of an area: whose manager owns it, and under which authority. */
export interface AreaPlace {
  readonly unitId?: UnitId;
  readonly bodyId?: BodyId;
  readonly entityId?: EntityId;
  /** The example municipality's own rows need nobody's confirmation. */
  readonly confirmed?: boolean;
}

const reasons: Readonly<Record<Language, string>> = {
  sv: 'Värnas förslag, att besluta om',
  en: 'Värna’s proposal, to be decided on',
};

/**
 * Enters our default handling rules and our default-owner table, through the same doors as everybody, as Värna
 * itself. The rows of the table are marked as to be confirmed unless `places` says otherwise.
 * @throws when a door refuses: the start profile contradicts the rules, which is a defect of the profile.
 */
export async function seedRulesAndOwners(
  services: Services,
  language: Language,
  places: Readonly<Record<string, AreaPlace>> = {},
): Promise<void> {
  await perform(services, restoreDefault, { reason: reasons[language] });
  for (const row of defaultTable) {
    const place = places[row.area] ?? {};
    const input: AddInput = {
      area: row.area,
      name: row.name[language],
      examples: row.examples[language],
      holder: row.holder,
      office: row.office,
      unitId: row.holder === 'unitManager' ? (place.unitId ?? null) : null,
      bodyId: place.bodyId ?? null,
      entityId: place.entityId ?? null,
      decision: null,
      toConfirm: place.confirmed !== true,
    };
    await perform(services, add, input);
  }
}

async function perform(services: Services, action: Action, input: unknown): Promise<void> {
  const acted = await act(services, action, {
    actor: systemActor,
    id: null,
    input,
    version: null,
    idempotencyKey: null,
    confirmed: new Set(),
  });
  if (isRefusal(acted)) throw new Error(`${action.name} refused: ${JSON.stringify(acted)}`);
}
