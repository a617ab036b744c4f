import { holds } from '../../kernel/calendar.ts';
import { holderOf } from '../../people/appointment.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf, leading } from '../duty.ts';
import { mending } from '../mending.ts';

export const responsibilityFollowsActivity = clause({
  id: 'ansvar/ansvaret-foljer-verksamheten',
  number: 'P09',
  section: 'ansvar',
  strength: 'ska',
  kind: 'computed',
  responsible: 'departmentHead',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Ansvaret följer verksamheten', en: 'Responsibility follows the activity' },
  demand: {
    sv: 'Den som ansvarar för en enhet, en process eller ett projekt ansvarar också för informationssäkerheten där. Därför ska var och en ha en utsedd ansvarig.',
    en: 'Whoever answers for a unit, a process or a project answers for its information security too. Each must therefore have somebody appointed.',
  },
  measured: {
    sv: 'Andelen enheter, processer och projekt som finns i dag och har en chef eller förvaltningschef i tjänst. En ersättare räcker inte. Hur ansvaret sköts mäts inte här.',
    en: 'The share of units, processes and projects standing today that have a manager or head of department in office. A deputy is not enough. How the duty is carried out is not measured here.',
  },
  reads: ['units', 'appointments'],
  messages: {
    noManager: { sv: 'Ingen är utsedd att ansvara.', en: 'Nobody has been appointed to answer for it.' },
  },
  applies: always,
  findings({ units, appointments }, today) {
    const led = (unitId: string) =>
      leading.some((office) => holderOf(appointments, office, unitId, today) !== null);
    return shareOf(
      [...units.values()].filter((unit) => holds(unit, today)),
      (unit) => (led(unit.id) ? null : 'noManager'),
      (unit) => ({
        register: 'unit',
        recordId: unit.id,
        recordName: unit.name,
        field: 'manager',
        ...leaderOf({ units, appointments }, unit.id, today),
        unitId: unit.id,
        parameters: {},
        action: mending.appoint,
      }),
    );
  },
});
