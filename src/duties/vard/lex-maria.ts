import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { careGround, patientSafetyVerification } from './law.ts';

/** Lex Maria: what led, or could have led, to a serious injury in health care. */
export const seriousCareInjuryIsReported: LegalDuty = {
  id: 'vard/lex-maria',
  number: 'V1',
  track: 'vard',
  binding: 'law',
  role: 'careProvider',
  title: { sv: 'Anmäl enligt lex Maria', en: 'Report by lex Maria' },
  when: {
    sv: 'När en händelse har medfört, eller hade kunnat medföra, en allvarlig vårdskada – till exempel när ett journalsystem är nere eller visar fel.',
    en: 'When an event has led, or could have led, to a serious injury in health care – for instance when a records system is down or shows wrong facts.',
  },
  what: {
    sv: 'Anmäl till IVO snarast efter händelsen. Utredningen lämnas med anmälan eller snarast därefter.',
    en: 'Report to IVO as soon as possible after the event. The investigation is handed in with it, or soon after.',
  },
  versions: [
    {
      from: '2017-10-01',
      until: null,
      governedBy: 'occurrence',
      transition: {
        sv: 'Reglerna som gällde när händelsen inträffade avgör.',
        en: 'The rules in force when the event happened decide.',
      },
      citation: ['Patientsäkerhetslagen (2010:659) 3 kap. 5 §', 'HSLF-FS 2017:41'],
      verification: patientSafetyVerification,
      exceptions: null,
      stages: [
        {
          key: 'report',
          title: { sv: 'Anmälan till IVO', en: 'Report to IVO' },
          term: 'lexMaria',
          start: 'knowledge',
          recipient: 'careInspectorate',
          fields: [
            required('event', 'Händelsen', 'The event'),
            required(
              'investigation',
              'Utredningen, nu eller snarast därefter',
              'The investigation, now or soon after',
            ),
          ],
          fieldsVerification: patientSafetyVerification,
        },
      ],
      arises: (circumstance) => careGround(circumstance, 'seriousCareInjury'),
    },
  ],
};
