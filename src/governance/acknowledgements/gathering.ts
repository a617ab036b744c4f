import type { Decision } from '../../kernel/action.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isAddress } from '../../mail/smtp.ts';
import type { Campaign } from './campaign.ts';
import type { ToAsk, ToSend } from './recipient.store.ts';

/** What one step of gathering comes to: some more are asked, or the campaign has opened. */
export interface Gathered {
  readonly opened: Campaign | null;
  readonly asked: readonly ToAsk[];
  readonly today: string;
}

/**
 * Asks some more of those whom a campaign is for, or opens it when there are no more. The log is told how many, not who: the
 * rows say that themselves, and no fact that clauses judge is made of them, so the event need not name thousands.
 */
export function gatherNext(
  campaign: Campaign,
  asked: readonly ToAsk[],
  today: string,
): Decision<Gathered> | Refusal {
  if (campaign.state === 'closed') return refuse('closed');
  if (asked.length > 0) {
    const changeOnly = asked.filter((one) => one.sinceVersionId !== null).length;
    const data = { asked: asked.length, changeOnly };
    return {
      next: { opened: null, asked, today },
      event: { kind: 'campaign.asked', record: campaign.id, data },
    };
  }
  if (campaign.state === 'open') return refuse('nobodyToAsk');
  const opened: Campaign = { ...campaign, version: campaign.version + 1, state: 'open' };
  const changes = [{ field: 'state', from: campaign.state, to: opened.state }];
  return {
    next: { opened, asked: [], today },
    event: { kind: 'campaign.opened', record: campaign.id, changes },
  };
}

/** Sends something to recipients. `campaign` is null when they are of several. Gives back how many had an address. */
export function sendTo(
  kind: 'campaign.invited' | 'campaign.reminded' | 'campaign.remindedByHand',
  campaign: Pick<Campaign, 'id' | 'state' | 'opensOn'> | null,
  recipients: readonly ToSend[],
  today: string,
  unitId: string | null = null,
): Decision<number> | Refusal {
  if (campaign?.state === 'closed') return refuse('closed');
  if (campaign !== null && campaign.opensOn > today) return refuse('notOpenYet');
  if (recipients.length === 0) return refuse('nobodyToSend');
  const sent = countReachable(recipients);
  const data = { sent, withoutAddress: recipients.length - sent, unitId };
  const touched = [...new Set(recipients.map((one) => `campaign:${one.campaignId}`))];
  return { next: sent, event: { kind, record: campaign?.id ?? null, data, touched } };
}

/** How many of these can be sent a mail. */
function countReachable(recipients: readonly ToSend[]): number {
  return recipients.filter(({ address }) => address !== null && isAddress(address)).length;
}

/** Releases those who have left. */
export function releaseLeft(
  left: readonly { readonly id: string; readonly campaignId: string }[],
  today: string,
): Decision<string> | Refusal {
  if (left.length === 0) return refuse('nobodyLeft');
  const touched = [
    ...new Set(left.map((one) => `campaign:${one.campaignId}`)),
    ...left.map(({ id }) => `campaignRecipient:${id}`),
  ];
  return {
    next: today,
    event: { kind: 'campaign.released', record: null, touched, data: { released: left.length } },
  };
}
