import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { answer } from '../../registers/incidents/incident.actions.ts';
import { approve, draft, send, write } from '../../registers/incidents/duties/authority-report.actions.ts';
import { dutyDone } from '../../registers/incidents/duties/delivery.actions.ts';
import { partiesOf } from '../../registers/incidents/party.store.ts';
import { actorOf, type Perform } from './advice.ts';
import { exampleId } from './rows.ts';

type Standing = { readonly id: string; readonly version: number };

const notification = { duty: 'dataskydd/anmalan-till-imy', stage: 'notification' } as const;
const record = { duty: 'dataskydd/incidentforteckning', stage: 'record' } as const;

/** What nobody can read out of the case. */
const said = [
  { key: 'contact', text: 'Dataskyddsombudet, dataskydd@exempelkommun.example' },
  { key: 'peopleKinds', text: 'Anställda' },
  { key: 'peopleCount', text: 'Ungefär 140' },
  { key: 'dataKinds', text: 'Namn, befattning och lön' },
  { key: 'recordCount', text: 'Ungefär 140' },
  { key: 'consequences', text: 'Uppgifterna kan ha lästs av chefer som inte behöver dem.' },
  { key: 'measures', text: 'Mappen är stängd. Behörigheterna gås igenom.' },
];

/**
 * Reports a breach of the example to the supervisory authority: written by the coordinator, approved by the handler, sent the same day
 * with the authority's number. With `isBegun` only the draft is there, and the clock runs.
 */
export async function reportBreach(
  perform: Perform,
  at: () => Services,
  before: Standing,
  isBegun: boolean,
): Promise<Standing> {
  const coordinator = await actorOf(at(), exampleId('person', '1'));
  const handler = await actorOf(at(), exampleId('person', '2'));
  let standing = before;
  const step = async (action: Parameters<Perform>[1], input: object, actor: Actor = coordinator) => {
    const made = await perform(at(), action, standing.id, standing.version, input, actor);
    standing = made;
    return made as unknown as { readonly reportId: string };
  };
  await step(answer, { answers: [{ question: 'riskToPeople', answer: 'yes' }] });
  const [party] = await partiesOf(at().db, before.id);
  const partyId = party?.id ?? '';
  const { reportId } = await step(draft, { ...notification, partyId });
  if (isBegun) return standing;
  await step(write, { reportId, said });
  await step(approve, { reportId, aloneReason: '' }, handler);
  const sent = { channel: 'IMY:s e-tjänst', caseNumber: 'IMY-2026-4711', receiptId: null, lateReason: '' };
  const sentAt = at().clock().toISOString();
  await step(send, { reportId, ...sent, sentAt });
  await step(dutyDone, {
    ...record,
    partyId,
    ...sent,
    sentAt,
    channel: 'Egen förteckning',
    caseNumber: 'Nr 12',
  });
  return standing;
}
