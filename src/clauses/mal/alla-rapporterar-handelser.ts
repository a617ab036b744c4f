import { addMonths, holds } from '../../kernel/calendar.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';

/** How long (months) a report, a drill or an attest speaks for a unit. */
const countedMonths = 12;

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
    sv: 'Andelen enheter där något har rapporterats de senaste tolv månaderna, eller där chefen har intygat att enheten har övat eller att inget har hänt. Rapporter som ingen har bedömt och hemliga ärenden räknas inte. Hur snabbt det rapporteras, och vad som aldrig rapporterades, syns inte.',
    en: 'The share of units where something has been reported within the last twelve months, or whose manager has attested that the unit has drilled or that nothing has happened. Reports that nobody has assessed and secret cases are not counted. How fast people report, and what was never reported, cannot be seen.',
  },
  reads: ['incidents', 'reportAttests', 'units', 'appointments'],
  messages: {
    silent: {
      sv: 'Inget har rapporterats på tolv månader, och ingen har intygat att enheten har övat eller att inget har hänt.',
      en: 'Nothing has been reported for twelve months, and nobody has attested that the unit has drilled or that nothing has happened.',
    },
  },
  applies: always,
  findings({ incidents, reportAttests, units, appointments }, today) {
    const since = addMonths(today, -countedMonths);
    const heard = new Set([
      ...[...incidents.values()].filter((one) => one.reportedOn > since).map((one) => one.unitId),
      ...[...reportAttests.values()].filter((one) => one.attestedOn > since).map((one) => one.unitId),
    ]);
    return shareOf(
      [...units.values()].filter((unit) => unit.kind === 'unit' && holds(unit, today)),
      (unit) => (heard.has(unit.id) ? null : 'silent'),
      (unit) => ({
        register: 'unit',
        recordId: unit.id,
        recordName: unit.name,
        field: null,
        ...leaderOf({ units, appointments }, unit.id, today),
        unitId: unit.id,
        parameters: {},
        action: mending.attestReporting,
      }),
    );
  },
});
