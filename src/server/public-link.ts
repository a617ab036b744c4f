import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { follow } from '../governance/acknowledgements/acknowledgement.actions.ts';
import {
  type LinkedRecipient,
  recipientOfLink,
} from '../governance/acknowledgements/acknowledgement.store.ts';
import { textToRead } from '../governance/acknowledgements/acknowledgement.views.ts';
import { readCampaign } from '../governance/acknowledgements/campaign.store.ts';
import { linkPath } from '../governance/acknowledgements/invitation-mail.ts';
import { GuessLimit } from '../governance/acknowledgements/link/guess-limit.ts';
import {
  donePage,
  endPage,
  type LinkEnd,
  type LinkFrame,
  linkPage,
  buttonField,
  type ToAcknowledge,
} from '../governance/acknowledgements/link/link-page.ts';
import {
  answersTo,
  audienceOf,
  type Question,
} from '../governance/acknowledgements/questions/question-set.ts';
import { versionInForce } from '../governance/acknowledgements/reading.store.ts';
import { systemActor } from '../kernel/access.ts';
import { dayOf } from '../kernel/calendar.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Services } from '../kernel/run.ts';
import { hashSecret } from '../people/signin/secrets.ts';
import { networkOf } from '../people/signin/network.ts';
import { municipalityName } from '../settings/setting.store.ts';
import { languageOf } from './public-answer.ts';

/** A form of a few short fields: bytes. */
const largestForm = 16 * 1024;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

interface LinkRoute {
  readonly Params: { readonly token: string };
  readonly Querystring: { readonly lang?: string };
}
type Linked = FastifyRequest<LinkRoute>;
type Written = Readonly<Record<string, string>>;

/**
 * Serves personal links: plain HTML that needs neither script nor account. Opening one changes nothing, whoever opens it (mail
 * scanners do); the button posts, and that acknowledges. Forms are understood here and nowhere else in the server.
 */
export async function serveLinks(app: FastifyInstance, services: () => Services | null): Promise<void> {
  const limit = new GuessLimit();
  const route = `${linkPath}:token`;
  await app.register((inner, _options, done) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    inner.get<LinkRoute>(route, (request, reply) => answer(request, reply, null));
    inner.post<LinkRoute>(route, (request, reply) => answer(request, reply, writtenIn(request.body)));
    done();
  });

  async function answer(request: Linked, reply: FastifyReply, form: Written | null): Promise<FastifyReply> {
    const open = services();
    if (open === null) return reply.code(503).header('retry-after', '5').type('text/plain').send('');
    const now = open.clock();
    const { token } = request.params;
    const shown = tokenForm.test(token) ? token : '';
    // A good link is never made to wait, whoever else has missed from the same address.
    const linked = shown === '' ? null : await recipientOfLink(open.db, hashSecret(shown), dayOf(now));
    const frame = {
      municipality: await municipalityName(open.db),
      language: languageOf(request),
      token: shown,
    };
    if (linked === null) {
      const wait = limit.secondsToWait(networkOf(request.ip), now);
      if (wait > 0)
        return send(reply.code(429).header('retry-after', wait), endPage(frame, { kind: 'wait' }));
      limit.missed(networkOf(request.ip), now);
      return send(reply.code(404), endPage(frame, { kind: 'missing' }));
    }
    return form?.[buttonField] !== 'yes'
      ? send(reply, await shownPage(open, frame, linked, null))
      : send(reply, await acknowledged(open, frame, linked, form));
  }
}

/** What a form says; another kind of body says nothing. */
function writtenIn(body: unknown): Written {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** The page of a link, as it stands: to be acknowledged, or why not. */
async function shownPage(
  { db, clock }: Services,
  frame: LinkFrame,
  linked: LinkedRecipient,
  failed: Pick<ToAcknowledge, 'problem' | 'written'> | null,
): Promise<string> {
  const today = dayOf(clock());
  const campaign = await readCampaign(db, linked.campaignId);
  const inForce = await versionInForce(db, linked.documentId, today);
  const end = endOf(linked, campaign?.title ?? '', inForce?.id ?? null, today);
  if (end !== null) return endPage(frame, end);
  const { since, sentences } = await textToRead(db, linked.documentVersionId, linked.sinceVersionId);
  return linkPage(frame, {
    title: inForce?.title ?? '',
    initials: initialsOf(linked),
    closesOn: linked.closesOn,
    since,
    sentences,
    questions: await questionsOf(db, linked),
    company: linked.company,
    problem: failed?.problem ?? null,
    written: failed?.written ?? null,
  });
}

function endOf(
  linked: LinkedRecipient,
  title: string,
  inForce: string | null,
  today: string,
): LinkEnd | null {
  const { acknowledgedAt, campaignState, closesOn, opensOn } = linked;
  if (acknowledgedAt !== null) return { kind: 'already', title, day: dayOf(acknowledgedAt) };
  if (linked.isSpent) return { kind: 'spent' };
  if (inForce !== linked.documentVersionId) return { kind: 'notInForce' };
  if (opensOn > today) return { kind: 'notOpenYet', day: opensOn };
  return linked.hasLeft || campaignState === 'closed' || closesOn < today ? { kind: 'over' } : null;
}

/** Whose it is, so far as its owner needs to know it again: never a whole name of a person. */
function initialsOf({ givenName, familyName, company }: LinkedRecipient): string {
  const parts = company === null ? [givenName, familyName] : givenName.split(' ');
  const initials = parts
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toLocaleUpperCase('sv')}.`);
  return company === null ? initials.join(' ') : `${company}, ${initials.join(' ')}`;
}

async function questionsOf(db: Services['db'], linked: LinkedRecipient): Promise<readonly Question[]> {
  const campaign = await readCampaign(db, linked.campaignId);
  const audience = campaign === null ? null : audienceOf(campaign.questions, linked.kind ?? 'externalParty');
  return audience === null ? [] : (campaign?.questions[audience] ?? []);
}

/** Acknowledges what the form says, and answers with the page that follows. The same form sent again finds it done. */
async function acknowledged(
  open: Services,
  frame: LinkFrame,
  linked: LinkedRecipient,
  form: Written,
): Promise<string> {
  const questions = await questionsOf(open.db, linked);
  const given = questions.map((_question, place) => form[`q${place}`] ?? '');
  const isAnswered = given.some((one) => one !== '');
  const choices = isAnswered ? given.map((one) => (/^[0-3]$/.test(one) ? Number(one) : -1)) : [];
  const written = { company: form['company'] ?? '', name: form['name'] ?? '' };
  const again = (problem: ToAcknowledge['problem']) => shownPage(open, frame, linked, { problem, written });
  if (choices.includes(-1)) return again('answersIncomplete');
  const result = await act(open, follow, {
    actor: systemActor,
    id: null,
    input: {
      token: frame.token,
      choices,
      company: written.company.trim() === '' ? null : written.company.slice(0, 200),
      name: written.name.trim() === '' ? null : written.name.slice(0, 200),
    },
    version: null,
    idempotencyKey: null,
    // Who signs for a company writes her own name; what else it may look like is no warning to her.
    confirmed: new Set(['personnummer']),
  });
  const title = (await readCampaign(open.db, linked.campaignId))?.title ?? '';
  if (!isRefusal(result))
    return donePage(frame, {
      title,
      day: dayOf(open.clock()),
      answered: answersTo(questions, choices) ?? [],
    });
  switch (result.code) {
    case 'alreadyAcknowledged':
      return endPage(frame, { kind: 'already', title, day: dayOf(linked.acknowledgedAt ?? open.clock()) });
    case 'nameMissing':
    case 'invalid':
      return again('nameMissing');
    case 'answersIncomplete':
      return again('answersIncomplete');
    case 'notInForce':
      return endPage(frame, { kind: 'notInForce' });
    case 'linkSpent':
      return endPage(frame, { kind: 'spent' });
    default:
      return endPage(frame, { kind: 'over' });
  }
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return (
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      // The address is a secret: what follows the host is told to nobody, our own proxy's log neither. Not `no-referrer`, with which a
      // browser hides where the form came from, and one without Fetch Metadata (http) would be taken for a forger (origin.ts).
      .header('referrer-policy', 'strict-origin')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      .send(html)
  );
}
