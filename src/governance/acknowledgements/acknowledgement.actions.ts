import { scopeOf } from '../../kernel/access.ts';
import { action, type Decision, type Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import type { PersonKind } from '../../people/person.facts.ts';
import { hashSecret } from '../../people/signin/secrets.ts';
import { documentVersionAccess } from '../documents/document.access.ts';
import { readVersion } from '../documents/document.store.ts';
import {
  type Acknowledgement,
  acknowledge,
  acknowledgeByLink,
  acknowledgeInput,
  acknowledgeRefusals,
  enterPaper,
  linkInput,
  linkRefusals,
  paperInput,
  paperRefusals,
  withdraw,
} from './acknowledgement.ts';
import {
  countChoices,
  insertAcknowledgements,
  latestAcknowledged,
  loadAcknowledgement,
  loadPaperGround,
  recipientOfLink,
  saveWithdrawn,
  spendLinks,
  standingOf,
  subjectOf,
} from './acknowledgement.store.ts';
import { acknowledgementAccess, recipientAccess } from './campaign.access.ts';
import { readCampaign } from './campaign.store.ts';
import { audienceOf, type Question, type QuestionAudience } from './questions/question-set.ts';
import { versionInForce } from './reading.store.ts';

const keys = () => ({});
/** Two at once: the database lets one in, and the other is told that it is done. */
const constraints = { acknowledgement_once: 'alreadyAcknowledged' };

export const make = action({
  name: 'acknowledgement.make',
  on: 'register',
  permission: acknowledgementAccess.make,
  readable: documentVersionAccess.read,
  input: acknowledgeInput,
  refusals: acknowledgeRefusals,
  constraints,
  load: async (transaction, { input, circumstances: { actor, today } }) => {
    const { personId } = actor;
    const version = await readVersion(transaction, input.documentVersionId);
    if (version === null || personId === null) return null;
    const subject = { personId, externalPartyId: null };
    const standing = await standingOf(transaction, personId, version.id, today);
    const inForce = await versionInForce(transaction, version.documentId, today);
    const since = await latestAcknowledged(transaction, subject, version.documentId, version.id);
    const campaignId = standing?.campaignId ?? null;
    const asked = await asksOf(transaction, campaignId, standing?.kind ?? 'employee');
    const { documentId, contentHash } = version;
    const text = { documentId, documentVersionId: version.id, contentHash, sinceVersionId: since };
    return {
      ...asked,
      personId,
      campaignId,
      hasAcknowledged: standing?.hasAcknowledged ?? false,
      text: inForce?.id === version.id ? text : null,
    };
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: (ground, { choices }, circumstances) =>
    withChoices(acknowledge(ground, choices, circumstances), choices),
  save: async (transaction, ground, next, stamp) => {
    const saved = await save(transaction, ground, next, stamp);
    // What is right, and not what she chose: an answer may be kept for a while, and hers may not.
    const keys = next.choices.length === 0 ? [] : ground.questions;
    return { ...saved, keys: keys.map(({ right, explanation }) => ({ right, explanation })) };
  },
});

/** By a personal link. The page that serves links is the only way here, as Värna itself. */
export const follow = action({
  name: 'acknowledgement.follow',
  on: 'register',
  permission: acknowledgementAccess.follow,
  readable: acknowledgementAccess.follow,
  input: linkInput,
  refusals: linkRefusals,
  constraints,
  load: async (transaction, { input, circumstances: { today } }) => {
    const linked = await recipientOfLink(transaction, hashSecret(input.token), today);
    if (linked === null) return null;
    const { documentId, documentVersionId, campaignId, sinceVersionId, campaignState, opensOn, closesOn } =
      linked;
    const inForce = await versionInForce(transaction, documentId, today);
    const asked = await asksOf(transaction, campaignId, linked.kind ?? 'externalParty');
    return {
      ...asked,
      campaignId,
      subject: subjectOf(linked),
      hasAcknowledged: linked.acknowledgedAt !== null,
      isSpent: linked.isSpent,
      isOver: linked.hasLeft || campaignState === 'closed' || opensOn > today || closesOn < today,
      text:
        inForce?.id === documentVersionId
          ? { documentId, documentVersionId, contentHash: inForce.contentHash, sinceVersionId }
          : null,
    };
  },
  keys,
  decide: (ground, input, circumstances) =>
    withChoices(acknowledgeByLink(ground, input, circumstances), input.choices),
  save,
});

interface Made {
  readonly made: Acknowledgement;
  /** Counted among all, and stored of nobody. */
  readonly choices: readonly number[];
}

function withChoices(
  decision: Decision<Acknowledgement> | Refusal,
  choices: readonly number[],
): Decision<Made> | Refusal {
  return isRefusal(decision) ? decision : { ...decision, next: { made: decision.next, choices } };
}

/** The questions that somebody of a kind is asked in a campaign. */
async function asksOf(
  transaction: Transaction,
  campaignId: string | null,
  kind: PersonKind | 'externalParty',
): Promise<{ readonly audience: QuestionAudience | null; readonly questions: readonly Question[] }> {
  const campaign = campaignId === null ? null : await readCampaign(transaction, campaignId);
  const audience = campaign === null ? null : audienceOf(campaign.questions, kind);
  return { audience, questions: audience === null ? [] : (campaign?.questions[audience] ?? []) };
}

async function save(
  transaction: Transaction,
  { audience }: { readonly audience: QuestionAudience | null },
  { made, choices }: Made,
  stamp: Stamp,
) {
  await insertAcknowledgements(transaction, [made], stamp);
  if (made.campaignId !== null && audience !== null && choices.length > 0)
    await countChoices(transaction, made.campaignId, audience, choices);
  return { id: made.id, version: made.version };
}

export const enter = action({
  name: 'acknowledgement.enter',
  on: 'record',
  permission: acknowledgementAccess.enter,
  readable: recipientAccess.read,
  input: paperInput,
  refusals: paperRefusals,
  constraints,
  // The id is the campaign's. Its recipients are read within what the asker may enter, so those found are covered.
  load: async (transaction, { id, input, circumstances: { actor, today } }) => {
    const scope = scopeOf(actor, acknowledgementAccess.enter);
    if (scope === null) return null;
    const ground = await loadPaperGround(transaction, id, input.recipientIds, scope, today);
    return ground === null ? null : { ...ground, scope };
  },
  keys: ({ scope }) => scope.keys,
  decide: (ground, input, circumstances) => enterPaper(ground, input, circumstances),
  save: async (transaction, { campaignId }, next, stamp) => {
    await insertAcknowledgements(transaction, next, stamp);
    return { id: campaignId, entered: next.length };
  },
});

export const takeBack = action({
  name: 'acknowledgement.withdraw',
  on: 'record',
  permission: acknowledgementAccess.withdraw,
  readable: acknowledgementAccess.withdraw,
  input: Fields({ reason: Reason() }),
  refusals: ['withdrawn'],
  load: (transaction, { id }) => loadAcknowledgement(transaction, id),
  keys,
  version: (row: Acknowledgement) => row.version,
  show: ({ withdrawnOn, version }: Acknowledgement) => ({ version, withdrawnOn }),
  decide: (row, { reason }, circumstances) => withdraw(row, reason, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await saveWithdrawn(transaction, next, stamp);
    await spendLinks(transaction, next, stamp.at);
    return { id: next.id, version: next.version };
  },
});
