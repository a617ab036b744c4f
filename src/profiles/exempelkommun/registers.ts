import { addDays } from '../../kernel/calendar.ts';
import { assetPlans } from './assets.ts';
import { type Asset, type Context, exampleId, type Row, unitId } from './rows.ts';
import { systemPlans } from './systems.ts';

export function assets(district: string): Asset[] {
  return assetPlans.flatMap((plan) =>
    plan.units.map((key) => ({
      plan,
      district,
      row: {
        id: exampleId('information', `${plan.name}/${key}${district}`),
        state: 'active',
        name: plan.name,
        description: '',
        unit_id: unitId(key + district),
        area: plan.area,
        carriers: plan.carriers,
        personal_data: plan.personalData,
        personal_data_kinds: plan.kinds,
        secrecy_provisions: plan.secrecy,
        classification_id: null,
        handling_decision_id: null,
      },
    })),
  );
}

/** What a system must reach: the highest of what it carries. */
function requiredOf(key: string): readonly number[] {
  const carriedPlans = assetPlans.filter((plan) => plan.system === key);
  return [0, 1, 2, 3].map((aspect) => Math.max(0, ...carriedPlans.map((plan) => plan.levels[aspect] ?? 0)));
}

export function systemRows(district: string, context: Context): Row[] {
  return systemPlans.map((plan) => {
    const required = requiredOf(plan.key);
    const roll = context.chance();
    // Most are proven to reach what is needed; some fall short in one aspect; some were never proven.
    const proven =
      roll < 0.12
        ? null
        : required.map((level, aspect) => (roll < 0.25 && aspect === 2 ? Math.max(0, level - 1) : level));
    const late = plan.key === 'tidrapport' || plan.key === 'video';
    return {
      id: exampleId('system', plan.key + district),
      lifecycle: late ? 'planned' : plan.key === 'medvind' ? 'beingRetired' : 'inOperation',
      name: plan.name + district,
      description: '',
      unit_id: unitId(plan.unit + district),
      provider_kind: plan.provider,
      provider_name: plan.provider === 'external' ? 'Leverantören AB' : '',
      proven_confidentiality: proven?.[0] ?? null,
      proven_integrity: proven?.[1] ?? null,
      proven_availability: proven?.[2] ?? null,
      proven_traceability: proven?.[3] ?? null,
      proven_by: proven === null ? '' : 'Genomgång med leverantören och test av återläsning',
      proven_on: proven === null ? null : addDays(context.today, -Math.floor(context.chance() * 500)),
      raised_reason: '',
    };
  });
}

export function carried(information: readonly Asset[]): Row[] {
  return information.flatMap(({ plan, row, district }) =>
    plan.system === null
      ? []
      : [
          {
            id: exampleId('carried', row.id),
            system_id: exampleId('system', plan.system + district),
            information_id: row.id,
          },
        ],
  );
}
