import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import type { Asking } from '../../../kernel/view.ts';
import { referralAccess } from '../document.access.ts';
import { commentOutcomes } from './referral.ts';
import { askedNames, commentsOf, referralsOf } from './referral.store.ts';

/** The latest referral of a version, as it is shown. */
export const Referral = Fields({
  id: Type.String(),
  until: Type.String(),
  message: Type.String(),
  asked: Type.Array(Type.String()),
  closedOn: OrNull(Type.String()),
});

/** A comment with its answer. Who made it is public: an answer to a referral is an allmän handling. */
export const Comment = Fields({
  id: Type.String(),
  version: Type.Integer(),
  personName: Type.String(),
  place: Type.String(),
  text: Type.String(),
  commentedOn: Type.String(),
  outcome: OrNull(OneOf(commentOutcomes)),
  answer: OrNull(Type.String()),
});

/** The referral of a version with its comments, and whether the asker may comment now. */
export async function referralOf(db: Reader, versionId: string, { actor, today }: Asking) {
  const [latest] = await referralsOf(db, versionId);
  if (latest === undefined) return { referral: null, comments: [], mayComment: false };
  const comments = await commentsOf(db, versionId);
  const scope = scopeOf(actor, referralAccess.comment);
  const isAsked = scope !== null && covers(scope, { person: latest.askedPersons, unit: latest.askedUnits });
  const { id, until, message, closedOn } = latest;
  return {
    referral: { id, until, message, closedOn, asked: await askedNames(db, latest) },
    comments: comments.map(({ personId: _who, referralId: _of, ...comment }) => comment),
    mayComment: isAsked && closedOn === null && today <= until,
  };
}
