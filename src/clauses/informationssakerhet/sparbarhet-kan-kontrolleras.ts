import { daysBetween, holds } from '../../kernel/calendar.ts';
import type { LogVerificationFact } from '../../audit/verification/verification.facts.ts';
import type { WitnessFact } from '../../audit/witnesses/witness.facts.ts';
import { always, clause, type Description, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';

type Reads = Pick<Facts, 'logVerifications' | 'witnesses' | 'appointments'>;

/** Two things must hold, each on its own: the log has been verified, and its head has left the house. */
type Asked =
  | { readonly part: 'verified'; readonly newest: LogVerificationFact | null }
  | { readonly part: 'witnessed'; readonly nearest: WitnessFact | null };

type Message =
  | 'neverVerified'
  | 'verifiedLongAgo'
  | 'notWhole'
  | 'noWitness'
  | 'notWitnessed'
  | 'inconsistent';

/** A verification of yesterday still counts: it is made once a day, and a day is counted by its date. */
const verificationDays = 1;
const witnessDays = 7;

export const traceabilityCanBeVerified = clause({
  id: 'informationssakerhet/sparbarhet-kan-kontrolleras',
  number: 'P08',
  section: 'informationssakerhet',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Spårbarheten kan kontrolleras', en: 'Traceability can be verified' },
  demand: {
    sv: 'Det ska gå att kontrollera i efterhand om information har ändrats, eftersökts eller lämnats ut på fel sätt.',
    en: 'It must be possible to verify afterwards whether information was wrongly changed, searched for or handed out.',
  },
  measured: {
    sv: 'Två saker: att hela händelseloggen kontrollerades i dag eller i går och var hel, och att en signerad kontrollpunkt har nått ett vittne utanför Värna de senaste sju dagarna utan att något vittne har något annat. Den öppna sidan räknas inte, eftersom Värna självt visar den. Att varje fråga talar om för loggen vad den visar är inbyggt: en fråga som inte säger det går inte att bygga, och därför räknas det inte här.',
    en: 'Two things: that the whole event log was verified today or yesterday and was whole, and that a signed checkpoint has reached a witness outside Värna within the last seven days, with no witness holding anything else. The public page does not count, since Värna itself shows it. That every question tells the log what it shows is built in: one that does not say so cannot be built, and is therefore not counted here.',
  },
  reads: ['logVerifications', 'witnesses', 'appointments'],
  messages: {
    neverVerified: {
      sv: 'Loggen har aldrig kontrollerats.',
      en: 'The log has never been verified.',
    },
    verifiedLongAgo: {
      sv: ({ days }) => `Loggen kontrollerades senast för ${days} dagar sedan.`,
      en: ({ days }) => `The log was last verified ${days} days ago.`,
    },
    notWhole: {
      sv: ({ count }) => `Den senaste kontrollen hittade fel i loggen (${count}).`,
      en: ({ count }) => `The latest verification found faults in the log (${count}).`,
    },
    noWitness: {
      sv: 'Loggen har inget vittne utanför Värna.',
      en: 'The log has no witness outside Värna.',
    },
    notWitnessed: {
      sv: 'Ingen kontrollpunkt har nått ett vittne de senaste sju dagarna.',
      en: 'No checkpoint has reached a witness within the last seven days.',
    },
    inconsistent: {
      sv: 'Loggen stämmer inte med det som vittnet har.',
      en: 'The log disagrees with what the witness holds.',
    },
  },
  applies: always,
  findings: (facts, today) => {
    const outside = [...facts.witnesses.values()].filter((one) => one.kind !== 'public' && holds(one, today));
    const asked: Asked[] = [
      { part: 'verified', newest: newestOf(facts) },
      { part: 'witnessed', nearest: telling(outside) },
    ];
    return shareOf(
      asked,
      (one) => lacks(one, today),
      (one, message) => describe(one, message, facts, today),
    );
  },
});

function newestOf({ logVerifications }: Reads): LogVerificationFact | null {
  let newest: LogVerificationFact | null = null;
  for (const one of logVerifications.values()) {
    if (newest === null || one.verifiedAt > newest.verifiedAt) newest = one;
  }
  return newest;
}

/** The witness that decides: one that disagrees before all others, else the one that saw the log last. */
function telling(outside: readonly WitnessFact[]): WitnessFact | null {
  const disagreeing = outside.find((one) => one.isInconsistent);
  if (disagreeing !== undefined) return disagreeing;
  return outside.toSorted((one, other) => (seenOn(other) ?? '').localeCompare(seenOn(one) ?? ''))[0] ?? null;
}

/** The last day the witness had, or had signed, a checkpoint. */
function seenOn({ deliveredOn, cosignedOn }: WitnessFact): string | null {
  if (deliveredOn === null || cosignedOn === null) return deliveredOn ?? cosignedOn;
  return deliveredOn > cosignedOn ? deliveredOn : cosignedOn;
}

function lacks(asked: Asked, today: string): Message | null {
  if (asked.part === 'verified') {
    const { newest } = asked;
    if (newest === null) return 'neverVerified';
    if (!newest.isWhole) return 'notWhole';
    return daysBetween(newest.verifiedOn, today) > verificationDays ? 'verifiedLongAgo' : null;
  }
  const { nearest } = asked;
  if (nearest === null) return 'noWitness';
  if (nearest.isInconsistent) return 'inconsistent';
  const seen = seenOn(nearest);
  return seen === null || daysBetween(seen, today) > witnessDays ? 'notWitnessed' : null;
}

function describe(asked: Asked, message: Message, facts: Reads, today: string): Description {
  const duty = dutyOf(facts.appointments, 'informationSecurityCoordinator', today);
  const common = { ...duty, unitId: null, recordName: '', parameters: {} };
  if (asked.part === 'verified') {
    const { newest } = asked;
    const parameters =
      newest === null ? {} : { count: newest.findingCount, days: daysBetween(newest.verifiedOn, today) };
    return {
      ...common,
      register: 'logVerification',
      recordId: newest?.id ?? null,
      field: 'verifiedAt',
      parameters,
      action: mending.verifyLog,
    };
  }
  const { nearest } = asked;
  return {
    ...common,
    register: 'witness',
    recordId: nearest?.id ?? null,
    recordName: nearest?.name ?? '',
    field: message === 'noWitness' ? null : 'deliveredAt',
    // What disagrees is mended by nobody's click: somebody has to find out why.
    action:
      message === 'noWitness'
        ? mending.registerWitness
        : message === 'notWitnessed'
          ? mending.describeWitness
          : null,
  };
}
