import { action } from '../../kernel/action.ts';
import { Fields, IdOf, OneOf, OrNull, Reason } from '../../kernel/schema.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { campaignAccess, campaignTargetAccess } from './campaign.access.ts';
import {
  campaignsNotClosed,
  insertCampaign,
  loadCampaign,
  loadTarget,
  saveTarget,
  unitsStand,
  updateCampaign,
} from './campaign.store.ts';
import {
  beginCampaign,
  beginInput,
  beginRefusals,
  type Campaign,
  closeCampaign,
  closings,
} from './campaign.ts';
import { gatherNext, releaseLeft, sendTo } from './gathering.ts';
import { recipientsWhoLeft, releaseRecipients } from './leaving.store.ts';
import { questionsFor } from './questions/question-set.store.ts';
import { versionInForce } from './reading.store.ts';
import {
  countToAsk,
  insertRecipients,
  nextToAsk,
  nextToInvite,
  nextToRemind,
  nextToRemindByHand,
} from './recipient.store.ts';
import { sendAll } from './send.store.ts';
import { askedAtTheLatest, setTarget, targetInput } from './target.ts';

/** Recipients that one step takes: a transaction of about a second. */
const chunk = 2500;
const keys = () => ({});
const answerOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

export const begin = action({
  name: 'campaign.begin',
  on: 'register',
  permission: campaignAccess.begin,
  readable: campaignAccess.read,
  input: beginInput,
  refusals: beginRefusals,
  load: async (transaction, { input, circumstances: { today } }) => {
    const version = await versionInForce(transaction, input.documentId, today);
    const stand = await unitsStand(transaction, input.unitIds, today);
    if (version === null) return { version: null, unitsStand: stand, asked: 0, questions: {} };
    const asked = { ...input, documentId: version.documentId, documentVersionId: version.id };
    const { persons, parties } = await countToAsk(transaction, asked, today);
    const questions = await questionsFor(transaction, version.documentId);
    return { version, unitsStand: stand, asked: persons + parties, questions };
  },
  keys,
  decide: (ground, input, circumstances) => beginCampaign(input, ground, circumstances),
  save: async (transaction, _ground, next, stamp) => {
    await insertCampaign(transaction, next, stamp);
    return answerOf(next);
  },
});

/** Asks the next of those whom the campaign is for; when none are left, it is open. Värna's own, step by step. */
export const gather = action({
  name: 'campaign.gather',
  on: 'record',
  permission: campaignAccess.run,
  readable: campaignAccess.read,
  input: Fields({}),
  refusals: ['closed', 'nobodyToAsk'],
  load: async (transaction, { id, circumstances: { today } }) => {
    const campaign = await loadCampaign(transaction, id);
    if (campaign === null) return null;
    const asked = campaign.state === 'closed' ? [] : await nextToAsk(transaction, campaign, today, chunk);
    return { campaign, asked };
  },
  keys,
  decide: ({ campaign, asked }, _input, { today }) => gatherNext(campaign, asked, today),
  save: async (transaction, { campaign }, { opened, asked, today }, stamp) => {
    if (opened !== null) await updateCampaign(transaction, opened, stamp);
    else await insertRecipients(transaction, campaign.id, asked, today, stamp);
    return { id: campaign.id, asked: asked.length };
  },
});

/** Sends the first mail to the next who have not got it. Värna's own, from the day that the campaign opens. */
export const invite = action({
  name: 'campaign.invite',
  on: 'record',
  permission: campaignAccess.run,
  readable: campaignAccess.read,
  input: Fields({}),
  refusals: ['closed', 'notOpenYet', 'nobodyToSend'],
  load: async (transaction, { id }) => {
    const campaign = await loadCampaign(transaction, id);
    if (campaign === null) return null;
    return {
      campaign,
      campaigns: new Map([[id, campaign]]),
      recipients: await nextToInvite(transaction, id, chunk),
      municipality: await municipalityName(transaction),
    };
  },
  keys,
  decide: ({ campaign, recipients }, _input, { today }) =>
    sendTo('campaign.invited', campaign, recipients, today),
  save: async (transaction, loaded, sent, stamp) => {
    await sendAll(transaction, 'first', loaded, stamp);
    return { id: loaded.campaign.id, sent };
  },
});

/** Reminds the next who are to be reminded that day, of all campaigns. Värna's own. */
export const remindDue = action({
  name: 'campaign.remindDue',
  on: 'register',
  permission: campaignAccess.run,
  readable: campaignAccess.read,
  input: Fields({}),
  refusals: ['nobodyToSend'],
  load: async (transaction, { circumstances: { today } }) => {
    const open = (await campaignsNotClosed(transaction)).filter((one) => one.opensOn <= today);
    const due = open.map(({ id, reminderDays }) => ({
      campaignId: id,
      askedAtTheLatest: reminderDays.map((days) => askedAtTheLatest(today, days)),
    }));
    return {
      campaigns: new Map(open.map((one) => [one.id as string, one])),
      recipients: await nextToRemind(transaction, due, today, chunk),
      municipality: await municipalityName(transaction),
    };
  },
  keys,
  decide: ({ recipients }, _input, { today }) => sendTo('campaign.reminded', null, recipients, today),
  save: async (transaction, loaded, sent, stamp) => {
    await sendAll(transaction, 'reminder', loaded, stamp);
    return { sent };
  },
});

export const remind = action({
  name: 'campaign.remind',
  on: 'record',
  permission: campaignAccess.remind,
  readable: campaignAccess.read,
  /** A unit and those below it; null for all who have not acknowledged. */
  input: Fields({ unitId: OrNull(IdOf<'Unit'>()) }),
  refusals: ['closed', 'notOpenYet', 'nobodyToSend'],
  load: async (transaction, { id, input, circumstances: { today } }) => {
    const campaign = await loadCampaign(transaction, id);
    if (campaign === null) return null;
    return {
      campaign,
      campaigns: new Map([[id, campaign]]),
      recipients: await nextToRemindByHand(transaction, id, input.unitId, today, chunk),
      municipality: await municipalityName(transaction),
    };
  },
  keys: (_loaded, { unitId }) => ({ unit: unitId }),
  decide: ({ campaign, recipients }, { unitId }, { today }) =>
    sendTo('campaign.remindedByHand', campaign, recipients, today, unitId),
  save: async (transaction, loaded, sent, stamp) => {
    await sendAll(transaction, 'byHand', loaded, stamp);
    return { id: loaded.campaign.id, version: loaded.campaign.version, sent };
  },
});

/** Releases the next who have left without acknowledging. Värna's own. */
export const release = action({
  name: 'campaign.release',
  on: 'register',
  permission: campaignAccess.run,
  readable: campaignAccess.read,
  input: Fields({}),
  refusals: ['nobodyLeft'],
  load: async (transaction, { circumstances: { today } }) => ({
    left: await recipientsWhoLeft(transaction, today, chunk),
  }),
  keys,
  decide: ({ left }, _input, { today }) => releaseLeft(left, today),
  save: async (transaction, { left }, day, stamp) => {
    await releaseRecipients(
      transaction,
      left.map((one) => one.id),
      day,
      stamp,
    );
    return { released: left.length };
  },
});

export const close = action({
  name: 'campaign.close',
  on: 'record',
  permission: campaignAccess.begin,
  readable: campaignAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['closed'],
  load: (transaction, { id }) => loadCampaign(transaction, id),
  keys,
  version: (campaign: Campaign) => campaign.version,
  show: (campaign: Campaign) => campaign,
  decide: (campaign, { reason }, circumstances) => closeCampaign(campaign, 'byHand', reason, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await updateCampaign(transaction, next, stamp);
    return answerOf(next);
  },
});

/** Closes a campaign whose day has passed or whose text holds no more. Värna's own. */
export const closeItself = action({
  name: 'campaign.closeItself',
  on: 'record',
  permission: campaignAccess.run,
  readable: campaignAccess.read,
  input: Fields({ because: OneOf(closings) }),
  refusals: ['closed'],
  load: (transaction, { id }) => loadCampaign(transaction, id),
  keys,
  decide: (campaign, { because }, circumstances) => closeCampaign(campaign, because, null, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await updateCampaign(transaction, next, stamp);
    return answerOf(next);
  },
});

export const setFigure = action({
  name: 'campaignTarget.set',
  on: 'register',
  permission: campaignTargetAccess.set,
  readable: campaignTargetAccess.read,
  input: targetInput,
  refusals: ['nothingChanged', 'versionMoved'],
  // The first time it is set, by two at once.
  constraints: { campaign_target_name_key: 'versionMoved' },
  load: async (transaction, { input: { name } }) => ({ before: await loadTarget(transaction, name) }),
  keys,
  decide: ({ before }, input, circumstances) => setTarget(before, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveTarget(transaction, next, stamp);
    return answerOf(next);
  },
});
