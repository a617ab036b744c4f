import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { careGround, patientSafetyVerification } from './law.ts';

/** A patient who has been injured in health care is told. */
export const patientIsTold: LegalDuty = {
  id: 'vard/informera-patienten',
  number: 'V2',
  track: 'vard',
  binding: 'law',
  role: 'careProvider',
  title: { sv: 'Informera patienten', en: 'Tell the patient' },
  when: {
    sv: 'När en patient har drabbats av en vårdskada.',
    en: 'When a patient has suffered an injury in health care.',
  },
  what: {
    sv: 'Berätta snarast för patienten, eller en närstående: vad som hänt, åtgärderna, vart man kan klaga och att ersättning kan sökas. Anteckna det i journalen.',
    en: 'Tell the patient, or next of kin, as soon as possible: what happened, the measures, where to complain and that compensation can be sought. Note it in the records.',
  },
  versions: [
    {
      from: '2011-01-01',
      until: null,
      governedBy: 'occurrence',
      transition: {
        sv: 'Reglerna som gällde när händelsen inträffade avgör.',
        en: 'The rules in force when the event happened decide.',
      },
      citation: ['Patientsäkerhetslagen (2010:659) 3 kap. 8 §'],
      verification: patientSafetyVerification,
      exceptions: null,
      stages: [
        {
          key: 'patient',
          title: { sv: 'Information till patienten', en: 'Message to the patient' },
          term: 'patient',
          start: 'knowledge',
          recipient: 'patient',
          fields: [
            required('event', 'Vad som har hänt', 'What has happened'),
            required(
              'measures',
              'Åtgärder för att det inte ska hända igen',
              'Measures so that it does not happen again',
            ),
            required(
              'complaint',
              'Vart man kan klaga, och om ersättning',
              'Where to complain, and on compensation',
            ),
          ],
          fieldsVerification: patientSafetyVerification,
        },
      ],
      arises: (circumstance) => careGround(circumstance, 'careInjury'),
    },
  ],
};
