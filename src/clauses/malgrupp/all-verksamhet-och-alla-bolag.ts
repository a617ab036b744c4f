import { holds } from '../../kernel/calendar.ts';
import { holderOf } from '../../people/appointment.facts.ts';
import type { BodyFact, EntityFact } from '../../people/organisation.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { declaringBodies, registerDeclared } from '../declared.ts';
import { contactDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import { listIn } from '../words.ts';

export const policyCoversAllActivity = clause({
  id: 'malgrupp/all-verksamhet-och-alla-bolag',
  number: 'P18',
  section: 'malgrupp',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: ['OSL (2009:400) 2 kap. 3 §'],
  inForceFrom: null,
  title: { sv: 'All verksamhet och alla bolag omfattas', en: 'All activities and companies are covered' },
  demand: {
    sv: 'Policyn ska gälla i hela kommunen: varje nämnd, bolag, stiftelse och förbund.',
    en: 'The policy must apply throughout the municipality: every committee, company, foundation and association.',
  },
  measured: {
    sv: 'Andelen juridiska personer, styrelsen och nämnderna som har verksamhet i registret, en utsedd kontaktperson och ett informationsregister som bekräftats komplett inom tolv månader. Att det verkligen är komplett kan ingen maskin se.',
    en: 'The share of legal entities, the executive board and committees that have units in the register, an appointed contact, and an information register declared complete within twelve months. Whether it truly is complete no machine can see.',
  },
  reads: ['entities', 'bodies', 'units', 'appointments'],
  messages: {
    lacking: {
      sv: (parameters) => `Saknar ${listIn(parameters, 'missing', 'sv')}.`,
      en: (parameters) => `Lacks ${listIn(parameters, 'missing', 'en')}.`,
    },
  },
  applies: always,
  findings({ entities, bodies, units, appointments }, today) {
    const standing = [...units.values()].filter((unit) => holds(unit, today));
    const withUnits = new Set(standing.flatMap((unit) => [unit.entityId, unit.bodyId]));
    const missingFor = (one: EntityFact | BodyFact) => [
      ...(withUnits.has(one.id) ? [] : ['units']),
      ...(holderOf(appointments, 'entityContact', one.id, today) === null ? ['contact'] : []),
      ...(registerDeclared(one, today) ? [] : ['declaration']),
    ];
    const entityPopulation = [...entities.values()].filter((one) => holds(one, today));
    const population = [
      ...entityPopulation.map((one) => ({
        one,
        register: 'entity' as const,
        declare: mending.declareEntityComplete,
      })),
      ...declaringBodies(bodies, today).map((one) => ({
        one,
        register: 'body' as const,
        declare: mending.declareBodyComplete,
      })),
    ];
    return shareOf(
      population,
      ({ one }) => (missingFor(one).length === 0 ? null : 'lacking'),
      ({ one, register, declare }) => {
        const missing = missingFor(one);
        const [first = 'units'] = missing;
        return {
          register,
          recordId: one.id,
          recordName: one.name,
          field: first === 'declaration' ? 'registerCompleteOn' : first,
          ...contactDuty(appointments, one.id, today),
          unitId: null,
          parameters: { missing: missing.join(',') },
          action: first === 'contact' ? mending.appoint : first === 'units' ? mending.registerUnit : declare,
        };
      },
    );
  },
});
