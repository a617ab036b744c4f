import { addDays } from '../../kernel/calendar.ts';
import { classificationModel } from '../../registers/information/classification.ts';
import { type Activity, activityCarriers, type Carrier } from '../../registers/information/vocabulary.ts';
import { type Asset, type Batch, type Context, exampleId, type Row } from './rows.ts';

const months = 10;

/** The classification of the register, month by month; a tenth of it is still to do. */
export function classifications(information: readonly Asset[], context: Context): Batch[] {
  const batches: {
    rows: Row[][];
    inForce: Batch['inForce'][number][];
    decisions: Batch['decisionsInForce'][number][];
  }[] = Array.from({ length: months }, () => ({ rows: [[], [], []], inForce: [], decisions: [] }));
  for (const asset of information) {
    const unclassified = context.chance() < 0.095;
    const month = Math.min(months - 1, Math.floor(context.chance() * months));
    const batch = batches[month];
    if (batch === undefined || unclassified) continue;
    const decidedBy = context.managers.get(String(asset.row['unit_id'])) ?? context.people[1] ?? '';
    const decidedOn = addDays(context.today, -daysAgo(month));
    const classification = classificationOf(asset, decidedBy, decidedOn, context);
    batch.rows[0]?.push(classification);
    batch.inForce.push({ informationId: asset.row.id, classificationId: classification.id });
    batch.rows[1]?.push(...handlingsOf(asset, context));
    if (context.chance() < 0.7) {
      const decision = handlingDecisionOf(asset, decidedBy, decidedOn);
      batch.rows[2]?.push(decision);
      batch.decisions.push({ informationId: asset.row.id, decisionId: decision.id });
    }
  }
  return batches.map((batch, month) => ({
    daysAgo: daysAgo(month),
    rows: [
      ['classification', batch.rows[0] ?? []],
      ['handling', batch.rows[1] ?? []],
      ['handling_decision', batch.rows[2] ?? []],
    ],
    inForce: batch.inForce,
    decisionsInForce: batch.decisions,
  }));
}

function daysAgo(month: number): number {
  return (months - month) * 30 + 5;
}

function classificationOf(asset: Asset, decidedBy: string, decidedOn: string, context: Context): Row {
  const [k, r, t, s] = asset.plan.levels;
  const name = (level: number | null) =>
    level === null ? null : (classificationModel.levelNames[level] ?? null);
  const because = (word: string, level: number | null) =>
    level === null
      ? null
      : `${word}: värsta rimliga följd är ${(name(level) ?? '').toLowerCase()} skada för dem det gäller eller för verksamheten.`;
  // One in twenty was to be looked over some time ago.
  const overdue = context.chance() < 0.05;
  return {
    id: exampleId('classification', asset.row.id),
    information_id: asset.row.id,
    model_name: classificationModel.name,
    model_version: classificationModel.version,
    confidentiality: k,
    integrity: r,
    availability: t,
    traceability: s,
    level_names: {
      confidentiality: name(k),
      integrity: name(r),
      availability: name(t),
      traceability: name(s),
    },
    reasons: {
      confidentiality: because('Om obehöriga får del av uppgifterna', k),
      integrity: because('Om uppgifterna är fel', r),
      availability: because('Om uppgifterna inte går att nå', t),
      traceability: because('Om det inte går att se vem som gjort vad', s),
    },
    participants: [
      'Informationsägaren',
      'Informationssäkerhetssamordnaren',
      'Två medarbetare i verksamheten',
    ],
    decided_by: decidedBy,
    decided_on: decidedOn,
    next_review_on: overdue ? addDays(decidedOn, 1) : addDays(decidedOn, 365),
  };
}

const usual: readonly (readonly [Activity, Carrier])[] = [
  ['storeDigitally', 'itSystem'],
  ['emailInternal', 'itSystem'],
  ['print', 'paper'],
  ['notes', 'notes'],
  ['conversation', 'conversation'],
  ['telephoneVideo', 'telephone'],
  ['recording', 'film'],
  ['recording', 'image'],
  ['archive', 'paper'],
];

function handlingsOf(asset: Asset, context: Context): Row[] {
  const { plan, row, district } = asset;
  const own = usual.filter(([activity, carrier]) => {
    if (!plan.carriers.includes(carrier) || !activityCarriers[activity].includes(carrier)) return false;
    // Mail within the house is not for the most sensitive; somebody does it all the same, now and then.
    if (activity === 'emailInternal' && plan.levels[0] === 3) return context.chance() < 0.12;
    return context.chance() < 0.9;
  });
  return own.map(([activity, carrier]) => ({
    id: exampleId('handling', `${row.id}/${activity}/${carrier}`),
    information_id: row.id,
    activity,
    carrier,
    place: carrier === 'paper' ? 'Närarkivet' : '',
    system_id:
      carrier === 'itSystem' && activity === 'storeDigitally' && plan.system !== null
        ? exampleId('system', plan.system + district)
        : null,
    conditions_met: context.chance() < 0.94,
  }));
}

function handlingDecisionOf(asset: Asset, decidedBy: string, decidedOn: string): Row {
  const permitted = usual.filter(([, carrier]) => asset.plan.carriers.includes(carrier));
  return {
    id: exampleId('handlingDecision', asset.row.id),
    information_id: asset.row.id,
    carriers: asset.plan.carriers,
    activities: [...new Set(permitted.map(([activity]) => activity))],
    groups: ['Medarbetare i enheten som behöver uppgifterna i sitt arbete'],
    decided_by: decidedBy,
    decided_on: decidedOn,
    next_review_on: addDays(decidedOn, 365),
  };
}
