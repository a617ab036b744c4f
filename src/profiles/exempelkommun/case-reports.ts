import { type Actor, everythingScope } from '../../kernel/access.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Services } from '../../kernel/run.ts';
import { readDutyData } from '../../duties/duty-data.store.ts';
import { type DutyStanding, evaluate } from '../../duties/evaluate.ts';
import type { StageStanding } from '../../duties/stages.ts';
import { approve, draft, send, write } from '../../registers/incidents/duties/authority-report.actions.ts';
import { dutyDone } from '../../registers/incidents/duties/delivery.actions.ts';
import { hasReport } from '../../registers/incidents/duties/delivery.ts';
import { caseFactsOf } from '../../registers/incidents/case-facts.ts';
import { readCase } from '../../registers/incidents/incident.store.ts';
import { noReport } from '../../registers/incidents/party.actions.ts';
import { casePartsOf } from '../../registers/incidents/party.store.ts';
import { actorOf, type Perform } from './advice.ts';
import { exampleId } from './rows.ts';

type Standing = { readonly id: string; readonly version: number };

/** What a case of the example leaves undone, so that there is something to find. */
export type Fault = 'notRecorded' | 'late' | 'undecided';

/** What nobody can read out of the case. */
const said = [
  { key: 'contact', text: 'Dataskyddsombudet, dataskydd@exempelkommun.example' },
  { key: 'peopleKinds', text: 'Anställda' },
  { key: 'dataKinds', text: 'Namn och kontaktuppgifter' },
  { key: 'recordCount', text: 'Ungefär 140' },
  { key: 'consequences', text: 'Uppgifterna kan ha lästs av någon som inte behöver dem.' },
  { key: 'measures', text: 'Uppgifterna är borttagna, och den som fick dem har raderat dem.' },
];

const proof = { receiptId: null, lateReason: '' } as const;

/**
 * Does what the law asks because of a case of the example: reports what is to be reported, notes what is to be done, and decides
 * where a decision is needed. The coordinator writes, the handler approves. With `isBegun` the report is only begun, and its clock
 * runs; a fault is left as it is.
 */
export async function settleDuties(
  perform: Perform,
  at: () => Services,
  before: Standing,
  { isBegun, fault }: { readonly isBegun: boolean; readonly fault: Fault | undefined },
): Promise<Standing> {
  const coordinator = await actorOf(at(), exampleId('person', '1'));
  const handler = await actorOf(at(), exampleId('person', '2'));
  let standing = before;
  const step: Step = async (action, input, actor = coordinator) => {
    const made = await perform(at(), action, standing.id, standing.version, input, actor);
    standing = made;
    return made as unknown as { readonly reportId: string };
  };
  for (const duty of fault === 'undecided' ? [] : await arising(at(), before.id)) {
    const of = { partyId: duty.party.id, duty: duty.duty.id };
    if (duty.verdict === 'decisionNeeded') {
      await step(noReport, { ...of, reason: reasonOf(duty), lateReason: '' });
      continue;
    }
    const [stage] = duty.stages;
    if (stage === undefined || stage.state === 'waits') continue;
    if (hasReport(duty, stage)) {
      const { reportId } = await step(draft, { ...of, stage: stage.stage.key });
      if (!isBegun) await report(step, { reportId, at: at(), handler, stage, isLate: fault === 'late' });
    } else if (fault !== 'notRecorded') await note(step, at(), of, stage);
  }
  return standing;
}

type Step = (
  action: Parameters<Perform>[1],
  input: object,
  actor?: Actor,
) => Promise<{ readonly reportId: string }>;

/** The duties of the law that arise, or may, as things stand. */
async function arising({ db, clock }: Services, id: string): Promise<readonly DutyStanding[]> {
  const loaded = await readCase(db, id, everythingScope, dayOf(clock()));
  if (loaded === null) throw new Error('the case was made before');
  const facts = caseFactsOf(await casePartsOf(db, loaded.incident));
  const { duties } = evaluate(facts, await readDutyData(db), clock());
  return duties.filter(({ duty, verdict }) => duty.binding === 'law' && verdict !== 'doesNotArise');
}

function reasonOf({ duty }: DutyStanding): string {
  return duty.track === 'cybersakerhet'
    ? 'Avbrottet var kort, reservrutinerna höll och ingen kom till skada.'
    : 'Uppgifterna var få och harmlösa, och den som fick dem har raderat dem.';
}

async function note(step: Step, { clock }: Services, of: object, { stage }: StageStanding): Promise<void> {
  const done = { channel: 'Egen förteckning', caseNumber: 'Nr 12', sentAt: clock().toISOString() };
  await step(dutyDone, { ...of, ...proof, ...done, stage: stage.key });
}

interface Reported {
  readonly reportId: string;
  readonly at: Services;
  readonly handler: Actor;
  readonly stage: StageStanding;
  readonly isLate: boolean;
}

/** Writes, approves and sends a report, with the authority's number. */
async function report(step: Step, { reportId, at, handler, stage, isLate }: Reported): Promise<void> {
  const known = new Set(stage.stage.fields.map(({ key }) => key));
  await step(write, { reportId, said: said.filter(({ key }) => known.has(key)) });
  await step(approve, { reportId, aloneReason: '' }, handler);
  const sent = { channel: 'IMY:s e-tjänst', caseNumber: 'IMY-2026-4711', sentAt: at.clock().toISOString() };
  await step(send, { reportId, ...proof, ...sent, lateReason: isLate ? 'Ingen visste vem som skulle.' : '' });
}
