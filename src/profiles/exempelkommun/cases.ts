import { addDays, dayOf } from '../../kernel/calendar.ts';
import type { Services } from '../../kernel/run.ts';
import { hashCode } from '../../registers/incidents/code.ts';
import { contactAdded } from '../../registers/incidents/contact.actions.ts';
import { concern } from '../../registers/incidents/party.actions.ts';
import { answer, triage } from '../../registers/incidents/incident.actions.ts';
import { figures, ownAnswers } from '../../registers/incidents/measured.actions.ts';
import { partiesOf } from '../../registers/incidents/party.store.ts';
import { report } from '../../registers/incidents/report.actions.ts';
import { caseOfCode } from '../../registers/incidents/report.store.ts';
import { close, conclude, followUp, link, note, reopen } from '../../registers/incidents/work.actions.ts';
import { merge } from '../../registers/incidents/merging/merge.actions.ts';
import { register as registerMeasure } from '../../registers/measures/measure.actions.ts';
import { systemActor } from '../../kernel/access.ts';
import { actorOf, type Ago, type Perform } from './advice.ts';
import { type CasePlan, casePlans } from './case-plans.ts';
import { settleDuties } from './case-reports.ts';
import { bodyId, entityId, exampleId, unitId } from './rows.ts';
import { unitPlans } from './tree.ts';

type Standing = { readonly id: string; readonly version: number };
const nothing = { informationId: null, systemId: null, unitId: null, relatedId: null, supplier: null };
const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: 'Skyddet skulle bli sämre om det blev känt.' };

/** The cases of the example municipality's year: most closed, some at work, three that nobody has looked at. */
export async function fillCases(perform: Perform, ago: Ago): Promise<void> {
  const waves = new Map<string, Standing>();
  for (const [index, plan] of casePlans.entries()) {
    const reported = await reportAs(perform, ago, plan, index);
    if (plan.stage === 'new') continue;
    const earlier = waves.get(plan.supplier ?? '');
    if (plan.stage === 'merged' && earlier !== undefined) {
      const input = { intoId: earlier.id, reason: 'Samma avbrott, rapporterat från en annan skola.' };
      await perform(ago(plan.daysAgo - 0.1), merge, reported.id, reported.version, input);
      continue;
    }
    const standing = await work(perform, ago, plan, reported, earlier);
    if (plan.supplier !== undefined) waves.set(plan.supplier, standing);
  }
}

async function reportAs(perform: Perform, ago: Ago, plan: CasePlan, index: number): Promise<Standing> {
  const services = ago(plan.daysAgo);
  const input = {
    key: exampleId('case', String(index)),
    happened: plan.happened,
    noticedAt: noticedAt(plan, services).toISOString(),
    place: '',
    affected: '',
    ongoing: plan.stage === 'new' ? 'unknown' : 'no',
    contact: '',
  };
  const reporter =
    plan.reporter === null
      ? systemActor
      : await actorOf(services, exampleId('person', String(plan.reporter)));
  const made = (await perform(services, report, null, null, input, reporter)) as unknown as { code: string };
  return { id: (await caseOfCode(services.db, hashCode(made.code))) ?? '', version: 1 };
}

async function work(
  perform: Perform,
  ago: Ago,
  plan: CasePlan,
  reported: Standing,
  earlier: Standing | undefined,
): Promise<Standing> {
  const coordinator = await actorOf(ago(plan.daysAgo), exampleId('person', '1'));
  // A little later each time, so that the timeline has an order.
  let step = 0;
  let delay = 0;
  const later = (): Services => ago(Math.max(0, plan.daysAgo - delay - 0.05 * ++step));
  const act = async (action: Parameters<Perform>[1], one: Standing, input: object): Promise<Standing> =>
    perform(later(), action, one.id, one.version, input, coordinator);
  let standing = await act(triage, reported, triageOf(plan, ago(plan.daysAgo)));
  if (plan.system !== null)
    standing = await act(link, standing, { ...nothing, systemId: exampleId('system', plan.system) });
  if (plan.supplier !== undefined) {
    standing = await act(link, standing, { ...nothing, supplier: plan.supplier });
    await perform(later(), contactAdded, standing.id, null, dutyOfficerOf(plan.supplier), coordinator);
  }
  if (earlier !== undefined && plan.stage === 'atWork')
    standing = await act(link, standing, { ...nothing, relatedId: earlier.id });
  standing = await act(answer, standing, answersOf(plan));
  if (mayRaise.has(plan.kind)) {
    standing = await concernAll(act, later, plan, standing);
    standing = await act(figures, standing, figuresOf(plan));
    // Longer than the law gives.
    if (plan.fault === 'late') delay = 4;
    const isBegun = plan.unit === 'hsl' && plan.stage === 'atWork';
    standing = await settleDuties(perform, later, standing, { isBegun, fault: plan.fault });
  }
  await perform(
    later(),
    note,
    standing.id,
    null,
    {
      kind: 'action',
      text: 'Pratade med enheten och bad dem spara det som visar vad som hände.',
      happenedAt: null,
    },
    coordinator,
  );
  if (plan.stage === 'atWork' || plan.stage === 'secret' || plan.daysAgo % 50 === 0)
    await perform(later(), registerMeasure, null, null, measureOf(plan, standing.id, later()), coordinator);
  return end(perform, ago, plan, standing);
}

/** Whom to call at the supplier. The number is one of those that are kept for films and books. */
function dutyOfficerOf(supplier: string): object {
  return {
    contactKind: 'supplier',
    contactName: `${supplier}, jouren`,
    telephone: '031-390 06 12',
    email: 'jour@leverantor.example',
    reference: 'Ärende 4711',
    remark: 'Svarar dygnet runt.',
  };
}

/** What is to be done about a case, within a month: of the older ones nobody has got round to it. */
function measureOf({ unit, system }: CasePlan, id: string, { clock }: Services): object {
  return {
    title: system === null ? 'Gå igenom rutinen med alla i enheten' : 'Gå igenom vilka som har behörighet',
    description: '',
    unitId: unitId(unit),
    ownerPersonId: null,
    ownerOffice: system === null ? 'manager' : 'itManager',
    dueOn: addDays(dayOf(clock()), 30),
    cost: null,
    secrecyProvisions: [],
    source: { register: 'incident', id },
    clause: null,
  };
}

/** Some told at once, most within the day, and one in eleven after a weekend. */
function noticedAt(plan: CasePlan, { clock }: Services): Date {
  const hours = isAfterWeekend(plan) ? 66 : plan.daysAgo % 7;
  return new Date(clock().getTime() - hours * 3_600_000);
}

function isAfterWeekend({ daysAgo }: CasePlan): boolean {
  return daysAgo % 11 === 0;
}

function triageOf(plan: CasePlan, services: Services): object {
  const [aspect, level] = plan.level;
  const none = { confidentiality: null, integrity: null, availability: null, traceability: null };
  const secrecy =
    plan.stage === 'secret'
      ? { secret: true, secretParts: [], ...osl }
      : plan.stage === 'masked'
        ? { secret: false, secretParts: ['reporter', 'description'], ...osl }
        : { secret: false, secretParts: [], secrecyProvision: '', secrecyReason: '' };
  const noticed = noticedAt(plan, services).toISOString();
  return {
    kind: plan.kind,
    title: plan.happened.replace(/\.$/, '').slice(0, 160),
    unitId: unitId(plan.unit),
    occurredAt: null,
    noticedAt: noticed,
    knowledgeAt: services.clock().toISOString(),
    knowledgeReason: '',
    ongoing: 'no',
    consequence: { ...none, [aspect]: level },
    handlerId: plan.stage === 'closed' ? null : exampleId('person', '2'),
    diaryNumber: '',
    ...secrecy,
  };
}

/** How much was hit, as somebody knew it that day: nothing that reaches a threshold. */
function figuresOf({ kind }: CasePlan): object {
  const [measure, value] = kind === 'personalDataBreach' ? ['peopleExposed', '140'] : ['limitedHours', '2,5'];
  return { partyId: null, figures: [{ measure, value, isEstimate: true }] };
}

/** What raises the question of a report. */
const mayRaise: ReadonlySet<CasePlan['kind']> = new Set(['incident', 'personalDataBreach']);

type Act = (action: Parameters<Perform>[1], one: Standing, input: object) => Promise<Standing>;

/** A breach at a supplier hits more than one controller, and each judges the risk for its own people. */
async function concernAll(
  act: Act,
  later: () => Services,
  plan: CasePlan,
  before: Standing,
): Promise<Standing> {
  let standing = await act(concern, before, concernedBy(plan, later()));
  if (plan.kind !== 'personalDataBreach' || plan.supplier === undefined) return standing;
  standing = await act(concern, standing, concernedBy({ ...plan, unit: 'sbf' }, later()));
  const parties = await partiesOf(later().db, standing.id);
  const other = parties.find((one) => one.bodyId === bodyId('bmn'));
  return act(ownAnswers, standing, {
    partyId: other?.id,
    answers: [{ question: 'riskToPeople', answer: 'no' }],
    reason: 'Av nämndens anställda fanns bara namn och tjänstetelefon hos leverantören.',
  });
}

/**
 * Of personal data the body that the unit works for is the controller; the municipality itself is bound for its systems. After a
 * weekend the clocks run from the report, and not from when somebody noticed: nobody else knew until then.
 */
function concernedBy(plan: CasePlan, { clock }: Services): object {
  const { kind, unit } = plan;
  const body = unitPlans.find(({ key }) => key === unit)?.body ?? 'ks';
  const knowledge = isAfterWeekend(plan)
    ? { knowledgeAt: clock().toISOString(), knowledgeReason: 'Enheten berättade först efter helgen.' }
    : { knowledgeAt: null, knowledgeReason: '' };
  return kind === 'personalDataBreach'
    ? { bodyId: bodyId(body), entityId: null, roles: ['controller'], sectors: [], ...knowledge }
    : {
        ...{ bodyId: null, entityId: entityId('kommun'), ...knowledge },
        ...{ roles: ['coveredEntity'], sectors: ['publicAdministration'] },
      };
}

function answersOf({ kind, system, supplier, level: [, level] }: CasePlan): object {
  const yesNo = (yes: boolean) => (yes ? 'yes' : 'no');
  const isBreach = kind === 'personalDataBreach';
  return {
    answers: [
      { question: 'protectiveSecurity', answer: 'no' },
      { question: 'networkOrSystem', answer: yesNo(system !== null) },
      { question: 'personalData', answer: yesNo(isBreach) },
      ...(isBreach
        ? [
            { question: 'riskToPeople', answer: yesNo(level > 1) },
            { question: 'highRisk', answer: yesNo(level > 2) },
          ]
        : []),
      { question: 'significant', answer: 'no' },
      { question: 'serviceRecipients', answer: 'no' },
      { question: 'cyberThreat', answer: 'no' },
      { question: 'registrationChanged', answer: 'no' },
      { question: 'supplier', answer: yesNo(supplier !== undefined) },
      { question: 'crime', answer: 'unknown' },
    ],
  };
}

/** Ends what has ended in the example: the older a case, the longer ago it was closed. */
async function end(perform: Perform, ago: Ago, plan: CasePlan, standing: Standing): Promise<Standing> {
  if (!['handled', 'closed', 'reopened'].includes(plan.stage)) return standing;
  const after = (days: number): Services => ago(Math.max(0, plan.daysAgo - days));
  const handled = after(6);
  const concluded = {
    rootCause: 'Rutinen var inte känd, och ingen kontrollerade efteråt.',
    lessons: 'Rutinen gås igenom på arbetsplatsträffen, och en till person läser innan det skickas.',
    followUpOn: addDays(dayOf(handled.clock()), 60),
  };
  let next = await perform(handled, conclude, standing.id, standing.version, concluded);
  if (plan.stage === 'handled') return next;
  next = await perform(after(9), close, next.id, next.version, { decision: 'Orsaken är känd och åtgärdad.' });
  if (plan.stage === 'reopened')
    return perform(after(20), reopen, next.id, next.version, { reason: 'Samma sak har hänt igen.' });
  // Every fifth follow-up has been forgotten.
  if (plan.daysAgo < 70 || plan.daysAgo % 5 === 0) return next;
  const outcome = { outcome: 'Rutinen används. Inget nytt har hänt.', nextOn: null };
  return perform(after(62), followUp, next.id, next.version, outcome);
}
