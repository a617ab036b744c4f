import { addMonths, daysBetween, holds } from '../../kernel/calendar.ts';
import type { ChannelTestFact } from '../../registers/incidents/incident.facts.ts';
import type { UnitFact } from '../../people/organisation.facts.ts';
import { always, clause, type Description, shareOf } from '../clause.ts';
import { dutyOf, leaderOf } from '../duty.ts';
import type { Facts } from '../facts.ts';
import { mending } from '../mending.ts';

type Reads = Pick<Facts, 'channelTests' | 'units' | 'appointments'>;

/** What is asked about: that the channel is open, and each unit for itself. */
type Asked =
  | { readonly part: 'channel'; readonly newest: ChannelTestFact | null }
  | { readonly part: 'unit'; readonly unit: UnitFact };

type Message = 'silent' | 'neverTested' | 'testedLongAgo' | 'channelShut';

/** How long (months) a report, a drill or an attest speaks for a unit. */
const countedMonths = 12;
/** A test of yesterday still counts: it is made twice a day, and a day is counted by its date. */
const testDays = 1;

export const everyoneReportsEvents = clause({
  id: 'mal/alla-rapporterar-handelser',
  number: 'P15',
  section: 'mal',
  strength: 'ska',
  kind: 'computed',
  responsible: 'everyone',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Alla rapporterar händelser', en: 'Everyone reports events' },
  demand: {
    sv: 'Var och en ska vara uppmärksam på händelser som kan påverka informationssäkerheten, och rapportera dem.',
    en: 'Each and every one must be alert to events that may affect information security, and report them.',
  },
  measured: {
    sv: 'Två slags saker, som räknas lika: varje enhet där något har rapporterats de senaste tolv månaderna, eller där chefen har intygat att enheten har övat eller att inget har hänt; och rapporteringskanalen, som är öppen när Värnas eget prov i dag eller i går kom ända fram. Provet går genom servern själv och ser inte om nätet utanför är stängt. Rapporter som ingen har bedömt och hemliga ärenden räknas inte. Hur snabbt det rapporteras visas på sidan Så rapporterar vi och räknas inte in. Vad som aldrig rapporterades syns inte.',
    en: 'Two kinds of things, which count alike: each unit where something has been reported within the last twelve months, or whose manager has attested that the unit has drilled or that nothing has happened; and the channel for reports, which is open when Värna’s own test of today or yesterday came all the way. The test goes through the server itself and does not see whether the network outside is shut. Reports that nobody has assessed and secret cases are not counted. How fast people report is shown on the page How we report and is not counted in. What was never reported cannot be seen.',
  },
  reads: ['incidents', 'reportAttests', 'channelTests', 'units', 'appointments'],
  messages: {
    silent: {
      sv: 'Inget har rapporterats på tolv månader, och ingen har intygat att enheten har övat eller att inget har hänt.',
      en: 'Nothing has been reported for twelve months, and nobody has attested that the unit has drilled or that nothing has happened.',
    },
    neverTested: {
      sv: 'Rapporteringskanalen har aldrig provats.',
      en: 'The channel for reports has never been tested.',
    },
    testedLongAgo: {
      sv: ({ days }) => `Rapporteringskanalen provades senast för ${days} dagar sedan.`,
      en: ({ days }) => `The channel for reports was last tested ${days} days ago.`,
    },
    channelShut: {
      sv: 'Rapporteringskanalen var inte öppen vid det senaste provet. Ingen kan rapportera förrän den är det.',
      en: 'The channel for reports was not open at the latest test. Nobody can report until it is.',
    },
  },
  applies: always,
  findings(facts, today) {
    const { incidents, reportAttests, units } = facts;
    const since = addMonths(today, -countedMonths);
    const heard = new Set([
      ...[...incidents.values()].filter((one) => one.reportedOn > since).map((one) => one.unitId),
      ...[...reportAttests.values()].filter((one) => one.attestedOn > since).map((one) => one.unitId),
    ]);
    const asked = [...units.values()]
      .filter((unit) => unit.kind === 'unit' && holds(unit, today))
      .map((unit): Asked => ({ part: 'unit', unit }));
    // Where there is nobody to report yet, an open channel alone would be a demand that is met.
    const all: Asked[] = asked.length === 0 ? [] : [...asked, { part: 'channel', newest: newestOf(facts) }];
    return shareOf(
      all,
      (one): Message | null => {
        if (one.part === 'channel') return lackOfChannel(one.newest, today);
        return heard.has(one.unit.id) ? null : 'silent';
      },
      (one) => describe(one, facts, today),
    );
  },
});

function newestOf({ channelTests }: Reads): ChannelTestFact | null {
  let newest: ChannelTestFact | null = null;
  for (const one of channelTests.values()) {
    if (newest === null || one.testedAt > newest.testedAt) newest = one;
  }
  return newest;
}

function lackOfChannel(newest: ChannelTestFact | null, today: string): Message | null {
  if (newest === null) return 'neverTested';
  if (newest.outcome !== 'open') return 'channelShut';
  return daysBetween(newest.testedOn, today) > testDays ? 'testedLongAgo' : null;
}

function describe(asked: Asked, facts: Reads, today: string): Description {
  if (asked.part === 'unit') {
    const { id, name } = asked.unit;
    return {
      register: 'unit',
      recordId: id,
      recordName: name,
      field: null,
      ...leaderOf(facts, id, today),
      unitId: id,
      parameters: {},
      action: mending.attestReporting,
    };
  }
  const { newest } = asked;
  return {
    register: 'channelTest',
    recordId: newest?.id ?? null,
    recordName: '',
    field: null,
    ...dutyOf(facts.appointments, 'itManager', today),
    unitId: null,
    parameters: newest === null ? {} : { days: daysBetween(newest.testedOn, today) },
    // Whatever is in the way is mended outside Värna, by whoever runs it.
    action: null,
  };
}
