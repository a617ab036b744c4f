import { addDays, addMonths, dayOf } from '../../kernel/calendar.ts';
import { everythingScope } from '../../kernel/access.ts';
import { note } from '../../registers/plans/binder/binder.actions.ts';
import { binderPlans } from '../../registers/plans/binder/binder.store.ts';
import { enter } from '../../registers/plans/exercises/exercise.actions.ts';
import type { ExerciseInput } from '../../registers/plans/exercises/exercise.ts';
import { set } from '../../registers/plans/order/restoration-order.actions.ts';
import { begin, decide, register, write } from '../../registers/plans/plan.actions.ts';
import type { PlanContent, PlanKind } from '../../registers/plans/plan-content.ts';
import type { Ago, Perform } from './advice.ts';
import { type PlanExample, planExamples } from './plan-examples.ts';
import { exampleId, unitId } from './rows.ts';

/** The order in which the example municipality restores: what lives hang on first. */
const order = [
  'system:trygghetslarm',
  'system:journal',
  'unit:hemtjanst',
  'system:scada',
  'system:larm',
  'system:katalog',
  'system:schema',
  'system:social',
];

const objectId = (key: string): string => {
  const [kind = '', name = ''] = key.split(':');
  return kind === 'system' ? exampleId('system', name) : unitId(name);
};

/**
 * Plans of the example municipality as after a year of work: some whole, and one for each thing that can be missing, so that
 * every finding can be seen and mended.
 */
export async function fillPlans(perform: Perform, ago: Ago): Promise<void> {
  const places = order.map((key) => `${key.split(':', 1)[0]}:${objectId(key)}`);
  await perform(ago(250), set, null, null, { places, seen: null });
  const ids = new Map<string, string>();
  for (const example of planExamples) ids.set(example.object, await fillPlan(perform, ago, example));
  const idsOf = (...objects: string[]) => objects.map((object) => ids.get(object) ?? '');
  for (const { daysAgo, heldAgo = daysAgo, objects, ...said } of exercises) {
    const heldOn = addDays(dayOf(ago(0).clock()), -heldAgo);
    await perform(ago(daysAgo), enter, null, null, { ...said, planIds: idsOf(...objects), heldOn });
  }
  await print(perform, ago);
  // The next edition is being written, while this one is in force.
  await perform(ago(3), begin, ids.get('system:trygghetslarm') ?? '', 3, {});
  // Written anew after the binder was printed: the paper now holds an earlier edition.
  const stale = ids.get('system:social') ?? '';
  const then = ago(8);
  const begun = await perform(then, begin, stale, 3, {});
  const example = planExamples.find((one) => one.object === 'system:social');
  const content = contentOf(example?.content ?? {}, 'systemOwner');
  const wrote = await perform(then, write, stale, begun.version, { ...content, lossHours: 2 });
  await perform(then, decide, stale, wrote.version, decisionOf(dayOf(then.clock()), 12));
}

async function fillPlan(perform: Perform, ago: Ago, example: PlanExample): Promise<string> {
  const { object, kind, daysAgo, reviewMonths, secrecyProvision = '' } = example;
  const then = ago(daysAgo);
  const isSystem = object.startsWith('system:');
  const id = objectId(object);
  const of = { systemId: isSystem ? id : null, unitId: isSystem ? null : id };
  const input: { kind: PlanKind; secrecyProvision: string } = { kind, secrecyProvision };
  const made = await perform(then, register, null, null, { ...input, ...of });
  const content = contentOf(example.content, isSystem ? 'systemOwner' : 'manager');
  const wrote = await perform(then, write, made.id, made.version, content);
  if (reviewMonths !== null)
    await perform(then, decide, made.id, wrote.version, decisionOf(dayOf(then.clock()), reviewMonths));
  return made.id;
}

function contentOf(content: Partial<PlanContent>, responsible: PlanContent['responsible']): PlanContent {
  const empty = { systemIds: [], suppliers: [], steps: [], contacts: [], paperPlace: '' };
  const hours = { recoveryHours: null, lossHours: null, longestOutageHours: null };
  return { responsible, ...hours, ...empty, ...content };
}

function decisionOf(day: string, reviewMonths: number) {
  return {
    decidedBy: 'Förvaltningschefen',
    decidedOn: day,
    validFrom: day,
    nextReviewOn: addMonths(day, reviewMonths),
  };
}

/** The binder is printed for the crisis management, with all that was in force that day. */
async function print(perform: Perform, ago: Ago): Promise<void> {
  const then = ago(20);
  const plans = await binderPlans(then.db, everythingScope, dayOf(then.clock()));
  const versionIds = plans.map((plan) => plan.versionId);
  await perform(then, note, null, null, { kind: 'printed', versionIds });
}

const calm = { restoreTried: false, realReason: '', caseReference: '' };

interface ExerciseExample extends Omit<ExerciseInput, 'planIds' | 'heldOn'> {
  readonly objects: readonly string[];
  /** When it was entered, and when it was held where that was earlier. */
  readonly daysAgo: number;
  readonly heldAgo?: number;
}

const exercises: readonly ExerciseExample[] = [
  {
    kind: 'tabletop',
    objects: ['system:trygghetslarm', 'unit:hemtjanst', 'system:social', 'system:larm'],
    daysAgo: 60,
    scenario: 'Strömmen är borta i hela kommunen en natt i januari',
    participants: 11,
    attendees: 'Hemtjänstens chefer, larmjouren, säkerhetssamordnaren och it-chefen',
    findings: 'Två av fem telefonnummer var gamla. Ingen visste var reservnycklarna finns.',
    measures: 'Byt telefonlistan varje kvartal. Märk ut nyckelskåpet.',
    ...calm,
  },
  {
    kind: 'restore',
    objects: ['system:journal'],
    daysAgo: 40,
    scenario: 'Journalerna ska läsas tillbaka från i går',
    participants: 5,
    attendees: 'It, leverantören och medicinskt ansvarig sjuksköterska',
    findings: 'Återläsningen tog sex timmar. Planen säger fyra.',
    measures: 'Kom överens med leverantören om en snabbare återläsning.',
    ...calm,
    restoreTried: true,
  },
  {
    kind: 'real',
    objects: ['system:scada'],
    daysAgo: 120,
    heldAgo: 124,
    scenario: 'Åskan slog ut driftövervakningen av vattenverket',
    participants: 7,
    attendees: 'Driftpersonalen och beredskapen',
    findings: 'Reservrutinen med manuella avläsningar fungerade i nio timmar.',
    measures: 'Skaffa fler avläsningsblock.',
    ...calm,
    realReason: 'Hela reservrutinen användes, från larm till återgång.',
    caseReference: 'TN 2026/31',
  },
  {
    kind: 'alarm',
    objects: ['system:katalog'],
    daysAgo: 200,
    heldAgo: 420,
    scenario: 'It-jouren kallas in en söndag',
    participants: 4,
    attendees: 'It-jouren',
    findings: 'Alla svarade inom tjugo minuter.',
    measures: '',
    ...calm,
  },
];
