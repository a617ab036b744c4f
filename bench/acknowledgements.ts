import { sql } from 'kysely';
import { follow } from '../src/governance/acknowledgements/acknowledgement.actions.ts';
import { begin } from '../src/governance/acknowledgements/campaign.actions.ts';
import { testPolicy } from '../src/governance/acknowledgements/testing.ts';
import { runCampaigns } from '../src/governance/acknowledgements/keep.ts';
import { systemActor } from '../src/kernel/access.ts';
import { addDays, dayOf } from '../src/kernel/calendar.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { act, type Services } from '../src/kernel/run.ts';
import { serveInstallation } from '../src/people/signin/installation.ts';
import { milliseconds, type Row, timed } from './measure.ts';

/** People who acknowledge at the same time through their links, as after a meeting. */
const following = 500;
const atOnce = 20;

/** A campaign to everybody, from the button to the last mail in the queue; and many who follow their links at once. */
export async function measureAcknowledgements(services: Services): Promise<Row[]> {
  const publicUrl = 'https://varna.example';
  serveInstallation({ publicUrl, secretKey: Buffer.alloc(32, 9), isDemo: false, version: '0' });
  const today = dayOf(services.clock());
  // A text that nobody has read, so that everybody is to be asked.
  const guideline = await testPolicy(services.db, 'guideline');
  await guideline.adopt([['Alla ska låsa sin dator.', 'ska']], services.clock());
  const input = {
    documentId: guideline.id,
    title: 'Mätning',
    message: '',
    unitIds: [],
    offices: [],
    kinds: ['employee', 'elected', 'external'],
    externalParties: false,
    opensOn: today,
    closesOn: addDays(today, 30),
    reminderDays: [7],
  };
  let id = '';
  const created = await timed(async () => {
    id = await perform(services, begin, input);
    await runCampaigns(services, false);
  });
  const queued = await sql<{
    n: number;
  }>`select count(*) as n from campaign_recipient where campaign_id = ${id}`.execute(services.db);
  const asked = queued.rows[0]?.n ?? 0;
  const plain = await timed(() => sql`select id, email from person`.execute(services.db));
  const followed = await follows(services, id);
  return [
    {
      name: `campaign to ${asked} people, asked and mail queued`,
      measured: milliseconds(created),
      reference: `${milliseconds(plain)} (the people read)`,
      ratio: created / plain,
      budget: '< 30 s',
      met: created < 30_000,
    },
    followed,
  ];
}

async function perform(
  services: Services,
  action: Parameters<typeof act>[1],
  input: unknown,
): Promise<string> {
  const request = { actor: systemActor, id: null, input, version: null, idempotencyKey: null };
  const result = await act(services, action, { ...request, confirmed: new Set<string>() });
  if (isRefusal(result)) throw new Error(`${action.name} refused: ${result.code}`);
  return (result.answer as { id: string }).id;
}

/** Hundreds follow their links within a minute, and none is lost. */
async function follows(services: Services, campaignId: string): Promise<Row> {
  const mails = await sql<{ text: string }>`
    select m.body_text as text from mail m where m.kind = 'acknowledgement' order by m.id desc limit ${following}`.execute(
    services.db,
  );
  const tokens = mails.rows.map(({ text }) => /\/k\/([\w-]{43})/.exec(text)?.[1] ?? '');
  const waiting = [...tokens];
  const work = async () => {
    for (let token = waiting.shift(); token !== undefined; token = waiting.shift())
      await perform(services, follow, { token, choices: [], company: null, name: null });
  };
  const took = await timed(() => Promise.all(Array.from({ length: atOnce }, work)));
  const kept = await sql<{ n: number }>`
    select count(*) as n from acknowledgement where campaign_id = ${campaignId}`.execute(services.db);
  const stored = kept.rows[0]?.n ?? 0;
  return {
    name: `${tokens.length} people acknowledge by link, ${atOnce} at once`,
    measured: `${milliseconds(took)}, ${tokens.length - stored} lost`,
    reference: '–',
    ratio: null,
    budget: '< 60 s, none lost',
    met: took < 60_000 && stored === tokens.length,
  };
}
