import type { Action } from '../../kernel/action.ts';
import { addDays, dayOf } from '../../kernel/calendar.ts';
import { close, decide, report } from '../../registers/deviations/deviation.actions.ts';
import { allocate, finish, judge, note, register, start } from '../../registers/measures/measure.actions.ts';
import { actorWith } from './actors.store.ts';
import type { Ago, Perform } from './advice.ts';
import { unitId } from './rows.ts';

interface DeviationExample {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly clause: string | null;
  readonly handling: string;
  readonly cause: string;
  readonly risk: readonly [number, number] | null;
  readonly daysAgo: number;
  readonly decision?: string;
  /** Days from today to the day of follow-up. */
  readonly followUpIn?: number;
  readonly outcome?: string;
}

const deviations: readonly DeviationExample[] = [
  {
    title: 'Journalpapper i den vanliga papperskorgen',
    description: 'Städpersonalen hittade tre papper med journalanteckningar.',
    unit: 'solgarden',
    clause: 'P43',
    handling: 'Pappren lades i det låsta kärlet.',
    cause: 'Det låsta kärlet stod i ett rum som är låst på kvällen.',
    risk: [3, 2],
    daysAgo: 75,
    decision: 'Kärlet flyttas till korridoren, och personalen får en genomgång.',
    followUpIn: -12,
  },
  {
    title: 'Konton kvar för tre som har slutat',
    description: 'De tre slutade i augusti men kunde fortfarande logga in.',
    unit: 'hr',
    clause: 'P14',
    handling: 'Kontona stängdes samma dag.',
    cause: 'Chefen skickade ingen avslutsblankett.',
    risk: [3, 3],
    daysAgo: 60,
    decision: 'Kontona kopplas till lönesystemet, så att de stängs av sig själva.',
    followUpIn: 45,
  },
  {
    title: 'Återläsning har inte prövats på två år',
    description: 'Rutinen säger en gång om året.',
    unit: 'it',
    clause: 'P13',
    handling: 'En återläsning av ett system gjordes, och den gick bra.',
    cause: 'Ingen hade uppgiften sedan en kollega bytte arbete.',
    risk: [4, 2],
    daysAgo: 210,
    decision: 'Återläsning prövas varje kvartal och står i årsplanen.',
    followUpIn: -60,
    outcome: 'Två prov är gjorda. Båda gick bra.',
  },
  {
    title: 'Besökare satt ensam vid en upplåst dator',
    description: 'I receptionen, i ungefär fem minuter.',
    unit: 'kansli',
    clause: null,
    handling: 'Datorn låstes.',
    cause: '',
    risk: null,
    daysAgo: 41,
  },
  {
    title: 'Elevlista skickad till fel vårdnadshavare',
    description: 'En klasslista med telefonnummer.',
    unit: 'centralskolan',
    clause: 'P43',
    handling: 'Mottagaren raderade listan och bekräftade det.',
    cause: '',
    risk: null,
    daysAgo: 4,
  },
];

interface MeasureExample {
  readonly title: string;
  readonly unit: string;
  readonly office: 'manager' | 'departmentHead' | 'itManager' | 'informationSecurityCoordinator';
  readonly daysAgo: number;
  /** Days from today to its last day. */
  readonly dueIn: number;
  readonly cost: number | null;
  readonly clause?: string;
  /** The title of the deviation it comes from. */
  readonly from?: string;
  readonly resources?: 'withinBudget' | 'allocated';
  readonly progress?: 'ongoing' | 'done' | 'judged';
  readonly note?: string;
}

const measures: readonly MeasureExample[] = [
  {
    title: 'Koppla konton till lönesystemet',
    unit: 'it',
    office: 'itManager',
    daysAgo: 50,
    dueIn: 40,
    cost: 180_000,
    from: 'Konton kvar för tre som har slutat',
    resources: 'allocated',
    progress: 'ongoing',
    note: 'Kopplingen är klar i testmiljön.',
  },
  {
    title: 'Flytta det låsta kärlet till korridoren',
    unit: 'solgarden',
    office: 'manager',
    daysAgo: 70,
    dueIn: -20,
    cost: 0,
    from: 'Journalpapper i den vanliga papperskorgen',
    resources: 'withinBudget',
    progress: 'judged',
  },
  {
    title: 'Gå igenom hur papper förstörs med all personal',
    unit: 'solgarden',
    office: 'manager',
    daysAgo: 70,
    dueIn: -8,
    cost: 12_000,
    from: 'Journalpapper i den vanliga papperskorgen',
    progress: 'ongoing',
  },
  {
    title: 'Pröva återläsning varje kvartal',
    unit: 'it',
    office: 'itManager',
    daysAgo: 190,
    dueIn: -70,
    cost: 30_000,
    from: 'Återläsning har inte prövats på två år',
    resources: 'withinBudget',
    progress: 'done',
  },
  {
    title: 'Klassa den information som saknar klass',
    unit: 'soc',
    office: 'departmentHead',
    daysAgo: 30,
    dueIn: 90,
    cost: null,
    clause: 'P40',
  },
  {
    title: 'Utse systemägare till de system som saknar en',
    unit: 'kansli',
    office: 'informationSecurityCoordinator',
    daysAgo: 25,
    dueIn: 14,
    cost: null,
    clause: 'P25',
    resources: 'withinBudget',
  },
  {
    title: 'Byt kamerorna vid gamla brandstationen',
    unit: 'fastighet',
    office: 'manager',
    daysAgo: 100,
    dueIn: 150,
    cost: 240_000,
    resources: 'allocated',
  },
  {
    title: 'Utbilda alla chefer i informationssäkerhet',
    unit: 'hr',
    office: 'informationSecurityCoordinator',
    daysAgo: 15,
    dueIn: 200,
    cost: 85_000,
  },
];

/** Deviations and measures of the example municipality: in time and late, `factor` times over. */
export async function fillDeviations(perform: Perform, ago: Ago, factor: number): Promise<void> {
  for (let copy = 1; copy <= factor; copy++) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const known = new Map<string, string>();
    for (const example of deviations)
      known.set(example.title, await enterDeviation(perform, ago, example, suffix));
    for (const example of measures) await enterMeasure(perform, ago, example, suffix, known);
  }
}

async function enterDeviation(
  perform: Perform,
  ago: Ago,
  example: DeviationExample,
  suffix: string,
): Promise<string> {
  const { title, description, unit, clause, handling, cause, risk, daysAgo } = example;
  const begun = ago(daysAgo);
  const leader = await actorWith(begun, ['manager', 'departmentHead'], unitId(unit));
  const made = await perform(
    begun,
    report,
    null,
    null,
    {
      title: title + suffix,
      description,
      clause,
      sentenceId: null,
      unitId: unitId(unit),
      discoveredOn: dayOf(begun.clock()),
      handling,
      cause,
      risk: risk === null ? null : { consequence: risk[0], likelihood: risk[1] },
      secrecyProvisions: [],
      source: null,
    },
    leader,
  );
  const { decision, followUpIn, outcome } = example;
  if (decision === undefined || followUpIn === undefined) return made.id;
  const followUpOn = addDays(dayOf(ago(0).clock()), followUpIn);
  const decided = await perform(
    ago(daysAgo - 8),
    decide,
    made.id,
    made.version,
    { decision, followUpOn },
    leader,
  );
  if (outcome !== undefined) {
    const closing = ago(-followUpIn);
    const coordinator = await actorWith(closing, ['informationSecurityCoordinator']);
    await perform(closing, close, made.id, decided.version, { outcome }, coordinator);
  }
  return made.id;
}

async function enterMeasure(
  perform: Perform,
  ago: Ago,
  example: MeasureExample,
  suffix: string,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const { daysAgo, dueIn, resources, progress } = example;
  const begun = ago(daysAgo);
  const coordinator = await actorWith(begun, ['informationSecurityCoordinator']);
  const source = known.get(example.from ?? '');
  const made = await perform(
    begun,
    register,
    null,
    null,
    {
      title: example.title + suffix,
      description: '',
      unitId: unitId(example.unit),
      ownerPersonId: null,
      ownerOffice: example.office,
      dueOn: addDays(dayOf(ago(0).clock()), dueIn),
      cost: example.cost,
      secrecyProvisions: [],
      source: source === undefined ? null : { register: 'deviation', id: source },
      clause: example.clause ?? null,
    },
    coordinator,
  );
  let { version } = made;
  const step = async (days: number, action: Action, input: object) => {
    ({ version } = await perform(ago(days), action, made.id, version, input, coordinator));
  };
  if (resources !== undefined)
    await step(daysAgo - 2, allocate, {
      resources,
      resourceDecision: resources === 'allocated' ? 'Kommundirektören, verkställighetsbeslut' : '',
    });
  if (progress === undefined) return;
  await step(daysAgo - 3, start, {});
  if (example.note !== undefined) await step(daysAgo - 10, note, { text: example.note });
  if (progress === 'ongoing') return;
  const doneAgo = Math.max(1, -dueIn);
  await step(doneAgo, finish, { doneOn: dayOf(ago(doneAgo).clock()) });
  if (progress === 'judged')
    await step(doneAgo - 1, judge, {
      effect: 'achieved',
      effectSeen: 'Inga papper har hittats i papperskorgen sedan dess.',
    });
}
