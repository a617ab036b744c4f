import { holderOf } from '../../people/appointment.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { departmentHeadOf } from '../duty.ts';
import { mending } from '../mending.ts';

export const everySystemHasOwner = clause({
  id: 'organisation/varje-system-har-systemagare',
  number: 'P25',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'departmentHead',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Varje system har en systemägare', en: 'Every system has an owner' },
  demand: {
    sv: 'Kommundirektören eller förvaltningschefen ska se till att varje system har en utsedd systemägare.',
    en: 'The municipal director or the head of department must see to it that each system has an appointed owner.',
  },
  measured: {
    sv: 'Andelen system, från planerade till under avveckling, som har en systemägare i tjänst i dag och ett angivet beslut om det. Ersättare och förvaltare räknas inte som ägare.',
    en: 'The share of systems, from planned to being retired, that have an owner in office today and a stated decision on it. Deputies and maintainers do not count as owners.',
  },
  reads: ['systems', 'appointments', 'units'],
  messages: {
    noOwner: { sv: 'Systemet har ingen systemägare i tjänst.', en: 'The system has no owner in office.' },
    noDecision: {
      sv: 'Systemägaren är utsedd utan angivet beslut.',
      en: 'The system owner was appointed with no decision stated.',
    },
  },
  applies: always,
  findings({ systems, appointments, units }, today) {
    return shareOf(
      systems.values(),
      (system) => {
        const owner = holderOf(appointments, 'systemOwner', system.id, today);
        if (owner === null) return 'noOwner';
        return owner.decision === null ? 'noDecision' : null;
      },
      (system, message) => ({
        register: 'system',
        recordId: system.id,
        recordName: system.name,
        field: 'systemOwner',
        ...departmentHeadOf({ appointments, units }, system.unitId, today),
        unitId: system.unitId,
        parameters: {},
        action: message === 'noOwner' ? mending.appoint : mending.describeAppointment,
      }),
    );
  },
});
