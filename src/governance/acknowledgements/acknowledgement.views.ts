import { Type } from 'typebox';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { readVersion } from '../documents/document.store.ts';
import { ways } from './acknowledgement.ts';
import { latestAcknowledged, standingOf } from './acknowledgement.store.ts';
import { acknowledgementAccess } from './campaign.access.ts';
import { readCampaign } from './campaign.store.ts';
import { mineToRead } from './mine.store.ts';
import { audienceOf } from './questions/question-set.ts';
import { sentencesToRead, versionInForce } from './reading.store.ts';
import { changedDemands } from './reading.ts';

const Text = OrNull(Type.String());

/** What the asker has to read and acknowledge, and what she has acknowledged. */
export const mine = view({
  name: 'acknowledgement.mine',
  on: 'register',
  past: 'none',
  permission: acknowledgementAccess.make,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        versionId: Type.String(),
        title: Type.String(),
        number: Type.Integer(),
        /** The last day of the campaign that asks; null when none does. */
        closesOn: Text,
        isAsked: Type.Boolean(),
        isChangeOnly: Type.Boolean(),
        acknowledgedAt: Text,
        way: OrNull(OneOf(ways)),
      }),
    ),
  }),
  told: { nothing: 'the asker’s own' },
  answer: async (db, _input, { actor, today }) => {
    if (actor.personId === null) return { items: [] };
    const items = await mineToRead(db, actor.personId, today);
    return {
      items: items.map(({ kind: _kind, askedOn: _asked, ...row }) => ({
        ...row,
        acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      })),
    };
  },
});

const Choice = Fields({ text: Type.String(), choices: Type.Array(Type.String()) });
const Piece = Fields({ kind: OneOf(['kept', 'added', 'removed']), words: Type.String() });

/** A version to read, whole or only what has changed since what the asker knows, with the questions beside it. */
export const reading = view({
  name: 'acknowledgement.reading',
  on: 'record',
  past: 'none',
  permission: acknowledgementAccess.make,
  input: Fields({}),
  output: Fields({
    versionId: Type.String(),
    title: Type.String(),
    number: Type.Integer(),
    isInForce: Type.Boolean(),
    hasAcknowledged: Type.Boolean(),
    /** The number of the version that is known; null when the whole text is to be read. */
    since: OrNull(Type.Integer()),
    sentences: Type.Array(
      Fields({
        heading: Type.String(),
        text: Type.String(),
        demand: OrNull(OneOf(['ska', 'bor'])),
        kind: OneOf(['whole', 'new', 'changed']),
        pieces: Type.Array(Piece),
      }),
    ),
    questions: Type.Array(Choice),
  }),
  told: { nothing: 'a governing document, which is public' },
  answer: async (db, _input, { id, actor, today }) => {
    const version = await readVersion(db, id);
    if (version === null || actor.personId === null) return null;
    const standing = await standingOf(db, actor.personId, id, today);
    const inForce = await versionInForce(db, version.documentId, today);
    if (standing === null || inForce?.id !== version.id) return null;
    const subject = { personId: actor.personId, externalPartyId: null };
    const since = await latestAcknowledged(db, subject, version.documentId, id);
    const campaign = standing.campaignId === null ? null : await readCampaign(db, standing.campaignId);
    const audience = campaign === null ? null : audienceOf(campaign.questions, standing.kind);
    const questions = audience === null ? [] : (campaign?.questions[audience] ?? []);
    return {
      versionId: id,
      title: inForce.title,
      number: version.number,
      isInForce: true,
      hasAcknowledged: standing.hasAcknowledged,
      ...(await textToRead(db, id, since)),
      questions: questions.map(({ text, choices }) => ({ text, choices: [...choices] })),
    };
  },
});

/** The text that is to be read: whole, or what has changed since a version that is known. */
export async function textToRead(db: Reader, versionId: string, sinceId: string | null) {
  const now = await sentencesToRead(db, versionId);
  const since = sinceId === null ? null : await readVersion(db, sinceId);
  if (since === null) {
    const whole = now.map(({ heading, text, demand }) => ({ heading, text, demand }));
    return { since: null, sentences: whole.map((one) => ({ ...one, kind: 'whole' as const, pieces: [] })) };
  }
  const changed = changedDemands(await sentencesToRead(db, since.id), now);
  return {
    since: since.number,
    sentences: changed.map((one) => ({ ...one, pieces: one.pieces.map((piece) => ({ ...piece })) })),
  };
}
