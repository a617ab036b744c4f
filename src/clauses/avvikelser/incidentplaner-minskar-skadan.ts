import { holds } from '../../kernel/calendar.ts';
import { groupBy } from '../../kernel/facts.ts';
import {
  isAtHand,
  isExercised,
  latestExercises,
  type PlanInForce,
  plansInForce,
} from '../../registers/plans/plan-standing.ts';
import type { PlanFact } from '../../registers/plans/plan.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { leaderOf, systemOwnerDuty } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';

export const incidentPlansReduceHarm = clause({
  id: 'avvikelser/incidentplaner-minskar-skadan',
  number: 'P44',
  section: 'avvikelser',
  strength: 'ska',
  kind: 'computed',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Incidentplaner minskar skadan', en: 'Incident plans reduce the harm' },
  demand: {
    sv: 'Det ska finnas planer för hur incidenter hanteras, så att skadan blir så liten som möjligt.',
    en: 'There must be plans for how incidents are handled, so that the harm is as small as possible.',
  },
  measured: {
    sv: 'Andelen system i drift och verksamheter med tillgänglighet 3 som har en incidenthanteringsplan och en kontinuitetsplan (eller en plan för båda) som gäller, vars översyn inte har passerat, som har övats de senaste tolv månaderna och som finns utan nät. Har systemets klass höjts för att det samlar mycket gäller den höjda. En verksamhet räknas när den har information med tillgänglighet 3. Utan nät betyder att just den version som gäller har skrivits ut eller laddats ner med krispärmen de senaste tolv månaderna, eller sparats på en enhet de senaste trettio dagarna; att pappret ligger kvar och går att läsa ser ingen maskin. Hur bra planen är bedöms inte.',
    en: 'The share of systems in operation and activities at availability 3 that have an incident plan and a continuity plan (or one for both) in force, whose review has not passed, exercised within the latest twelve months, and at hand without a network. Where the system’s class was raised because it gathers much, the raised class holds. An activity counts when it has information at availability 3. Without a network means that the very edition in force was printed or downloaded with the binder within the latest twelve months, or kept on a device within the latest thirty days; that the paper is still there and can be read is seen by no machine. How good the plan is, is not judged.',
  },
  reads: [
    'systems',
    'systemInformation',
    'information',
    'units',
    'plans',
    'planVersions',
    'exercises',
    'binderCopies',
    'appointments',
    'entities',
    'bodies',
  ],
  messages: {
    noPlan: {
      sv: 'Har tillgänglighet 3, men ingen incident- och kontinuitetsplan.',
      en: 'Is at availability 3, but has no incident and continuity plan.',
    },
    notDecided: {
      sv: 'Planen är skriven men gäller inte: den är inte beslutad, eller börjar gälla senare.',
      en: 'The plan is written but not in force: it has not been decided, or begins later.',
    },
    incidentMissing: {
      sv: 'Har en kontinuitetsplan, men ingen incidenthanteringsplan som gäller.',
      en: 'Has a continuity plan, but no incident plan in force.',
    },
    continuityMissing: {
      sv: 'Har en incidenthanteringsplan, men ingen kontinuitetsplan som gäller.',
      en: 'Has an incident plan, but no continuity plan in force.',
    },
    reviewPassed: {
      sv: 'Dagen för planens översyn har passerat.',
      en: 'The day for the plan’s review has passed.',
    },
    notExercised: {
      sv: 'Planen har inte övats de senaste tolv månaderna.',
      en: 'The plan has not been exercised within the latest twelve months.',
    },
    notAtHand: {
      sv: 'Den version som gäller finns inte utan nät: krispärmen behöver skrivas ut, laddas ner eller sparas.',
      en: 'The edition in force is not at hand without a network: the binder needs to be printed, downloaded or kept.',
    },
  },
  applies: always,
  findings(facts, today) {
    const inForce = plansInForce(facts, today);
    const exercised = latestExercises(facts.exercises, today);
    const lacking = (object: Critical) => shortcoming(object, facts, inForce, exercised, today);
    return shareOf(
      criticalIn(facts, today),
      (object) => lacking(object)?.message ?? null,
      (object) => {
        const { plan = null, action = mending.registerPlan } = lacking(object) ?? {};
        const { id, name, unitId, register } = object;
        const duty =
          register === 'system'
            ? systemOwnerDuty(facts, { id, unitId }, today)
            : leaderOf(facts, unitId, today);
        // A plan is called after what it is of.
        const record =
          plan === null ? { register, recordId: id } : { register: 'plan' as const, recordId: plan.id };
        return { ...record, recordName: name, field: null, ...duty, unitId, parameters: {}, action };
      },
      informationNotes(facts, today),
    );
  },
});

/** The level of availability that asks for a plan. */
const critical = 3;

/** A system in operation, or an activity, that must not stand still. */
interface Critical {
  readonly register: 'system' | 'unit';
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
}

type Needs = Pick<Facts, 'systems' | 'systemInformation' | 'information' | 'units'>;

/** Systems whose carried information or raised class (ackumulering, as P31 has it) is at 3, then activities with such. */
function criticalIn({ systems, systemInformation, information, units }: Needs, today: string): Critical[] {
  const isCritical = (id: string) =>
    (information.get(id)?.classification?.levels.availability ?? 0) >= critical;
  const bearing = new Set<string>();
  for (const tie of systemInformation.values()) {
    if (tie.endedOn !== null && tie.endedOn <= today) continue;
    if (isCritical(tie.informationId)) bearing.add(tie.systemId);
  }
  const holding = new Set<string>();
  for (const one of information.values()) if (isCritical(one.id)) holding.add(one.unitId);
  const found: Critical[] = [];
  for (const { id, name, unitId, lifecycle, raised } of systems.values()) {
    if (lifecycle !== 'inOperation') continue;
    if (bearing.has(id) || (raised.availability ?? 0) >= critical)
      found.push({ register: 'system', id, name, unitId });
  }
  for (const unit of units.values())
    if (holding.has(unit.id) && holds(unit, today))
      found.push({ register: 'unit', id: unit.id, name: unit.name, unitId: unit.id });
  return found;
}

type Shortcoming =
  | {
      readonly message: 'noPlan' | 'incidentMissing' | 'continuityMissing';
      readonly plan?: undefined;
      readonly action?: undefined;
    }
  | {
      readonly message: 'notDecided' | 'reviewPassed' | 'notExercised' | 'notAtHand';
      readonly plan: PlanFact;
      readonly action: string;
    };

const byObject = (plan: PlanFact): string | null =>
  plan.endedOn === null ? (plan.systemId ?? plan.unitId) : null;

/** The first thing that the plans of a system or an activity lack; null when they lack nothing. */
function shortcoming(
  { id }: Critical,
  facts: Pick<Facts, 'plans' | 'binderCopies'>,
  inForce: ReadonlyMap<string, PlanInForce>,
  exercised: ReadonlyMap<string, string>,
  today: string,
): Shortcoming | null {
  const plans = groupBy(facts.plans, byObject).get(id) ?? [];
  const [first] = plans;
  if (first === undefined) return { message: 'noPlan' };
  const standing = plans.flatMap((plan) => inForce.get(plan.id) ?? []);
  if (standing.length === 0) return { message: 'notDecided', plan: first, action: mending.decidePlan };
  const covers = (kind: PlanFact['kind']) =>
    standing.some(({ plan }) => plan.kind === kind || plan.kind === 'both');
  if (!covers('incident')) return { message: 'incidentMissing' };
  if (!covers('continuity')) return { message: 'continuityMissing' };
  // Every plan in force must hold: people follow the one they find.
  const late = standing.find(({ version }) => version.nextReviewOn < today);
  if (late !== undefined) return { message: 'reviewPassed', plan: late.plan, action: mending.beginPlan };
  const untried = standing.find(({ plan }) => !isExercised(exercised.get(plan.id), today));
  if (untried !== undefined)
    return { message: 'notExercised', plan: untried.plan, action: mending.enterExercise };
  const away = standing.find(({ version }) => !isAtHand(version.id, facts.binderCopies, today));
  return away === undefined
    ? null
    : { message: 'notAtHand', plan: away.plan, action: mending.noteBinderCopy };
}
