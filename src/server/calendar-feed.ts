import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dueFor } from '../calendar/collected.ts';
import { type FetchedFeed, findFeed, savePublished, touchFeed } from '../calendar/calendar-feed.store.ts';
import { feedPath } from '../calendar/calendar-feed.ts';
import { calendarTexts } from '../calendar/calendar-feed.texts.ts';
import { entriesOf } from '../calendar/entries.ts';
import { calendarText } from '../calendar/ics.ts';
import { revise } from '../calendar/revisions.ts';
import { GuessLimit } from '../governance/acknowledgements/link/guess-limit.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { Services } from '../kernel/run.ts';
import { pickTexts } from '../kernel/texts.ts';
import { loadActor } from '../people/actor.store.ts';
import { networkOf } from '../people/signin/network.ts';
import { hashSecret } from '../people/signin/secrets.ts';
import { readSetting } from '../settings/setting.store.ts';

const fileForm = /^([A-Za-z0-9_-]{43})\.ics$/;
/** How long (s) somebody waits who comes again within the second. */
const wait = 5;

interface FeedRoute {
  readonly Params: { readonly file: string };
}

/**
 * Serves people's calendars to whatever program follows them: by the secret in the address alone, since no calendar signs in. What is
 * wrong, withdrawn or somebody's who has left is answered alike. Each fetch asks anew what she may see.
 */
export function serveCalendar(
  app: FastifyInstance,
  services: () => Services | null,
  publicUrl: string,
): void {
  const limit = new GuessLimit();
  app.get<FeedRoute>(`${feedPath}:file`, async (request, reply) => {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const now = open.clock();
    const secret = fileForm.exec(request.params.file)?.[1];
    // A good address is never made to wait for what somebody else has tried from the same network.
    const feed = secret === undefined ? null : await findFeed(open.db, hashSecret(secret));
    const text = feed === null ? null : await textOf(open, feed, publicUrl, now);
    if (feed === null || text === null) {
      const network = networkOf(request.ip);
      const seconds = limit.secondsToWait(network, now);
      if (seconds > 0) return sendShort(reply.header('retry-after', seconds), 429);
      limit.missed(network, now);
      return sendShort(reply, 404);
    }
    if (text === 'tooOften') return sendShort(reply.header('retry-after', wait), 429);
    return sendCalendar(request, reply, text);
  });
}

/** The calendar as it stands; null when its person is not with us, and `tooOften` when it was fetched just now. */
async function textOf(
  { db }: Services,
  feed: FetchedFeed,
  publicUrl: string,
  now: Date,
): Promise<string | null> {
  const today = dayOf(now);
  const loaded = await loadActor(db, feed.personId, today);
  if (loaded === null) return null;
  if (!(await touchFeed(db, feed.id, now))) return 'tooOften';
  const setting = await readSetting(db);
  const language = feed.language ?? setting?.language ?? 'sv';
  const actor = { ...loaded, language, credentialId: `calendar:${feed.id}` };
  const entries = entriesOf(await dueFor(db, actor, { today, now }), { language, publicUrl });
  const revised = revise(entries, feed.published, now);
  if (revised.changed) await savePublished(db, feed.id, revised.published);
  const title = pickTexts(calendarTexts, language).title(setting?.municipality ?? '');
  return calendarText(title, revised.entries);
}

function sendCalendar(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex').header('etag', tag);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag)) return reply.code(304).send();
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="varna.ics"')
    .send(text);
}

/** Says to whoever opens the address herself why nothing came. */
function sendShort(reply: FastifyReply, code: 404 | 429): FastifyReply {
  const words =
    code === 404
      ? 'Adressen gäller inte. The address does not hold.'
      : 'För många försök. Vänta en stund. Too many attempts. Wait a while.';
  return reply
    .code(code)
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .send(`${words}\n`);
}
