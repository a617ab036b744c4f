import { holderOf } from '../../people/appointment.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { type Controller, controllersIn } from '../controllers.ts';
import { contactDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import { listIn } from '../words.ts';

const fields = {
  officer: 'dataProtectionOfficer',
  reported: 'officerReportedOn',
  published: 'officerPublishedOn',
} as const;

export const dataProtectionOfficerIsAppointed = clause({
  id: 'organisation/dataskyddsombud-ar-utsett',
  number: 'P33',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'entityContact',
  citation: ['GDPR (EU) 2016/679 art. 37.1 a', 'GDPR (EU) 2016/679 art. 37.7'],
  inForceFrom: null,
  title: { sv: 'Dataskyddsombud är utsett', en: 'A data protection officer is appointed' },
  demand: {
    sv: 'Varje personuppgiftsansvarig – styrelse, nämnd, bolag, stiftelse eller förbund – ska ha utsett ett dataskyddsombud.',
    en: 'Each controller of personal data – board, committee, company, foundation or association – must have appointed a data protection officer.',
  },
  measured: {
    sv: 'Andelen personuppgiftsansvariga som har ett ombud i tjänst i dag, har anmält ombudet till Integritetsskyddsmyndigheten och har publicerat kontaktuppgifterna. Ombudets sakkunskap mäts inte.',
    en: 'The share of controllers that have an officer in office today, have notified the Swedish Authority for Privacy Protection (IMY), and have published how to reach the officer. The officer’s expertise is not measured.',
  },
  reads: ['entities', 'bodies', 'appointments'],
  messages: {
    lacking: {
      sv: (parameters) => `Saknar ${listIn(parameters, 'missing', 'sv')}.`,
      en: (parameters) => `Lacks ${listIn(parameters, 'missing', 'en')}.`,
    },
  },
  applies: always,
  findings({ entities, bodies, appointments }, today) {
    const missingFor = ({ fact }: Controller) => [
      ...(holderOf(appointments, 'dataProtectionOfficer', fact.id, today) === null
        ? ['officer' as const]
        : []),
      ...(said(fact.officerReportedOn, today) ? [] : ['reported' as const]),
      ...(said(fact.officerPublishedOn, today) ? [] : ['published' as const]),
    ];
    return shareOf(
      controllersIn({ entities, bodies }, today),
      (controller) => (missingFor(controller).length === 0 ? null : 'lacking'),
      (controller) => {
        const missing = missingFor(controller);
        const [first = 'officer'] = missing;
        const report =
          controller.register === 'entity' ? mending.reportEntityOfficer : mending.reportBodyOfficer;
        return {
          register: controller.register,
          recordId: controller.fact.id,
          recordName: controller.fact.name,
          field: fields[first],
          ...contactDuty(appointments, controller.fact.id, today),
          unitId: null,
          parameters: { missing: missing.join(',') },
          action: first === 'officer' ? mending.appoint : report,
        };
      },
    );
  },
});

/** A day that has come: what is planned is not done. */
function said(day: string | null, today: string): boolean {
  return day !== null && day <= today;
}
