import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { formatMoment, formatNumber } from '../../kernel/format.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { type Language, pickTexts } from '../../kernel/texts.ts';
import { type ComposedMail, compose } from '../../mail/message.ts';
import type { Schedule, Witness } from './witness.ts';
import { witnessTexts } from './witness.texts.ts';

/**
 * How a delivery stands. `inconsistent` is the one that must be seen: what the witness holds and what we would give her cannot
 * both be the same log.
 */
export const deliveryOutcomes = ['queued', 'delivered', 'failed', 'inconsistent'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

/** Why, from a closed list: what a stranger's server says is not shown as ours. */
export const deliveryDetails = [
  'historyDiffers',
  'witnessHoldsOther',
  'folderMissing',
  'folderUnwritable',
  'folderInsideData',
  'unreachable',
  'timedOut',
  'redirected',
  'refusedByServer',
  'answerTooLarge',
  'privateAddress',
  'certificate',
  'mailRefused',
  'someMailRefused',
  'cosignatureFalse',
] as const;
export type DeliveryDetail = (typeof deliveryDetails)[number];

export const deliverInput = Fields({
  size: Type.Integer({ minimum: 1 }),
  outcome: OneOf(deliveryOutcomes),
  detail: OrNull(OneOf(deliveryDetails)),
  /** What the witness answered, cut short. */
  answer: Type.String({ maxLength: 2000 }),
});
export type DeliverInput = Static<typeof deliverInput>;

export interface Delivery {
  readonly id: Id<'WitnessDelivery'>;
  readonly version: number;
  readonly witnessId: string;
  readonly size: number;
  readonly root: Buffer;
  readonly attempt: number;
  readonly outcome: DeliveryOutcome;
  readonly detail: DeliveryDetail | null;
  readonly answer: string;
  readonly mails: readonly string[];
  readonly deliveredAt: Date;
}

/** A checkpoint as it is given away. */
export interface GivenCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly madeAt: Date;
}

/** What a delivery is decided on. */
export interface Delivering {
  readonly witness: Witness;
  readonly checkpoint: GivenCheckpoint;
  readonly latest: Pick<Delivery, 'attempt' | 'outcome'> | null;
  readonly municipality: string;
  readonly language: Language;
  readonly publicUrl: string;
}

/** A new delivery, with the mails it consists of. */
export interface NewDelivery {
  readonly delivery: Delivery;
  readonly mails: readonly ComposedMail[];
}

const eventKinds: Readonly<Record<DeliveryOutcome, string>> = {
  queued: 'witness.queued',
  delivered: 'witness.delivered',
  failed: 'witness.failed',
  inconsistent: 'witness.failed',
};

/** What came of a delivery; of one by mail, that it is on its way. */
export function deliver(
  given: Delivering,
  input: DeliverInput,
  { newId, now }: Circumstances,
): Decision<NewDelivery> {
  const { witness, checkpoint, latest } = given;
  const { outcome, detail, answer } = input;
  const isAgain = latest !== null && (latest.outcome === 'failed' || latest.outcome === 'inconsistent');
  const delivery: Delivery = {
    id: newId<'WitnessDelivery'>(),
    version: 1,
    witnessId: witness.id,
    size: checkpoint.size,
    root: checkpoint.root,
    attempt: isAgain ? latest.attempt + 1 : 1,
    outcome,
    detail,
    answer,
    mails: [],
    deliveredAt: now,
  };
  const mails = outcome === 'queued' ? witness.addresses.map((address) => mailTo(address, given)) : [];
  const data = { size: checkpoint.size, root: checkpoint.root.toString('base64'), outcome, detail };
  const touched = [`witnessDelivery:${delivery.id}`];
  return {
    next: { delivery, mails },
    event: { kind: eventKinds[outcome], record: witness.id, data, touched },
  };
}

function mailTo(
  address: string,
  { checkpoint, municipality, language, publicUrl }: Delivering,
): ComposedMail {
  const texts = pickTexts(witnessTexts, language).mail;
  const size = formatNumber(checkpoint.size, language);
  return compose(
    {
      kind: 'checkpoint',
      address,
      personId: null,
      language,
      subject: texts.subject(size, municipality),
      paragraphs: [
        texts.what(size, formatMoment(checkpoint.madeAt.toISOString(), language)),
        texts.keep,
        texts.check,
      ],
      verbatim: checkpoint.note,
      link: { label: texts.link, url: `${publicUrl}/logg` },
      because: texts.because,
      attachment: { name: fileName(checkpoint.size), text: checkpoint.note },
    },
    municipality,
  );
}

/** What a checkpoint's file is called, in a folder and in a mail. */
export function fileName(size: number): string {
  return `checkpoint-${size}.txt`;
}

/** How each of a delivery's mails stands. */
export type MailStanding = 'queued' | 'sent' | 'failed';

/** The end of a delivery by mail, when every mail has its own. It has left the house as soon as one has arrived. */
export function settleDelivery(
  delivery: Delivery,
  mails: readonly MailStanding[],
  { now }: Circumstances,
): Decision<Delivery> | Refusal {
  if (delivery.outcome !== 'queued') return refuse('alreadySettled');
  if (mails.includes('queued')) return refuse('stillWaiting');
  const sent = mails.filter((one) => one === 'sent').length;
  const outcome = sent > 0 ? 'delivered' : 'failed';
  const detail = sent === 0 ? 'mailRefused' : sent < mails.length ? 'someMailRefused' : null;
  const next: Delivery = { ...delivery, version: delivery.version + 1, outcome, detail, deliveredAt: now };
  const data = { size: delivery.size, outcome, detail, sent, mails: mails.length };
  const touched = [`witnessDelivery:${delivery.id}`];
  return { next, event: { kind: eventKinds[outcome], record: delivery.witnessId, data, touched } };
}

const minute = 60_000;
/** How long between deliveries (ms). */
const periods: Readonly<Record<Schedule, number>> = {
  hourly: 60 * minute,
  daily: 24 * 60 * minute,
  weekly: 7 * 24 * 60 * minute,
};
/** How long after the 1st, 2nd … failed try (ms); the last of them for every later one. */
const waits = [5 * minute, 15 * minute, 60 * minute];

/** Shall the witness have a checkpoint now? */
export function isDue(
  witness: Pick<Witness, 'kind' | 'schedule'>,
  latest: Pick<Delivery, 'outcome' | 'attempt' | 'deliveredAt'> | null,
  now: Date,
): boolean {
  // The page shows the newest by itself.
  if (witness.kind === 'public') return false;
  if (latest === null) return true;
  const age = now.getTime() - latest.deliveredAt.getTime();
  const isFailure = latest.outcome === 'failed' || latest.outcome === 'inconsistent';
  const wait = isFailure ? waits[Math.min(latest.attempt, waits.length) - 1] : undefined;
  return age >= (wait ?? periods[witness.schedule]);
}
