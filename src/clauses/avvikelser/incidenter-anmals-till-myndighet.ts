import { addDays, endOfDay } from '../../kernel/calendar.ts';
import { dutyShare, type Shortcoming } from '../../duties/share.ts';
import { dutyById } from '../../duties/index.ts';
import type { CaseDutyFact } from '../../registers/incidents/duties/case-duty.facts.ts';
import type { Language } from '../../kernel/texts.ts';
import { always, clause, type Finding, type Parameters } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

/** What is no incident, and concerns nobody that has been named, raises no question of a report. */
const mayRaise: ReadonlySet<string> = new Set(['incident', 'personalDataBreach']);

function isCounted({ facts }: CaseDutyFact): boolean {
  return facts.parties.length > 0 || mayRaise.has(facts.kind);
}

const mends: Readonly<Record<Shortcoming, string>> = {
  undecided: mending.answerIncident,
  overdue: mending.sendReport,
  notDone: mending.noteDutyDone,
  late: mending.sendReport,
  unproven: mending.sendReport,
  contradicted: mending.sendReport,
};

/** What the duty is called, of which the finding holds the id. */
function titleOf(parameters: Parameters, language: Language): string {
  return dutyById(textIn(parameters, 'duty'))?.title[language] ?? '';
}

export const incidentsAreReported = clause({
  id: 'avvikelser/incidenter-anmals-till-myndighet',
  number: 'P46',
  section: 'avvikelser',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: ['GDPR (EU) 2016/679 art. 33', 'Cybersäkerhetslagen (2025:1506)'],
  inForceFrom: null,
  title: { sv: 'Incidenter anmäls till myndighet', en: 'Incidents are reported to the authority' },
  demand: {
    sv: 'Incidenter som ska anmälas enligt lag eller förordning ska anmälas till ansvarig myndighet.',
    en: 'Incidents that must be reported by law or regulation must be reported to the authority in charge.',
  },
  measured: {
    sv: 'Andelen av lagens steg som gjorts före sin tidsgräns och med bevis: mottagarens ärendenummer eller ett kvitto. En incident som ingen har tagit ställning till räknas som ej uppfylld. En tid som går ut räknas från dagen efter. Hemliga ärenden räknas inte, för att siffran inte ska avslöja dem; deras klockor syns för dem som får se ärendet. Det som ingen har rapporterat syns inte.',
    en: 'The share of the steps of the law that were taken before their deadline and with proof: the recipient’s case number or a receipt. An incident nobody has decided about counts as failing. A time that runs out counts from the day after. Secret cases are not counted, so that the figure does not give them away; their clocks are shown to those who may see the case. What nobody has reported cannot be seen.',
  },
  reads: ['caseDuties', 'appointments'],
  messages: {
    undecided: {
      sv: 'Ingen har tagit ställning till om händelsen ska anmälas.',
      en: 'Nobody has decided whether it must be reported.',
    },
    overdue: {
      sv: (parameters) => `Tiden har gått ut: ${titleOf(parameters, 'sv')}.`,
      en: (parameters) => `The time is out: ${titleOf(parameters, 'en')}.`,
    },
    notDone: {
      sv: (parameters) => `Ska göras genast och är inte gjort: ${titleOf(parameters, 'sv')}.`,
      en: (parameters) => `Is to be done at once and is not: ${titleOf(parameters, 'en')}.`,
    },
    late: {
      sv: (parameters) => `Gjordes efter sin tid: ${titleOf(parameters, 'sv')}.`,
      en: (parameters) => `Was done after its time: ${titleOf(parameters, 'en')}.`,
    },
    unproven: {
      sv: (parameters) => `Gjort, men inget visar det: ${titleOf(parameters, 'sv')}.`,
      en: (parameters) => `Done, but nothing shows it: ${titleOf(parameters, 'en')}.`,
    },
    contradicted: {
      sv: (parameters) => `Beslutet om ingen anmälan har inget stöd i lagen: ${titleOf(parameters, 'sv')}.`,
      en: (parameters) =>
        `The decision not to report has no ground in the law: ${titleOf(parameters, 'en')}.`,
    },
  },
  applies: always,
  findings({ caseDuties, appointments }, today) {
    const counted = [...caseDuties.values()].filter(isCounted);
    const [first] = counted;
    if (first === undefined) return { population: 0, met: 0, offenders: [], notes: [] };
    // Facts are of a day: what runs out today can still be sent in time.
    const now = endOfDay(addDays(today, -1));
    const share = dutyShare(
      counted.map((one) => one.facts),
      first.data,
      now,
    );
    const coordinator = dutyOf(appointments, 'informationSecurityCoordinator', today);
    return {
      population: share.population,
      met: share.met,
      notes: [],
      offenders: share.offenders.map(({ caseId, why, duty }): Finding<Shortcoming> => {
        const found = caseDuties.get(caseId);
        return {
          register: 'incident',
          recordId: caseId,
          recordName: found?.name ?? '',
          field: null,
          ...coordinator,
          unitId: found?.unitId ?? null,
          message: why,
          parameters: { duty: duty ?? '' },
          action: mends[why],
        };
      }),
    };
  },
});
