import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { byAnswer } from '../grounds.ts';

/** Notices that an agreement or an insurance asks for. */
export const counterpartyIsTold: LegalDuty = {
  id: 'ovrigt/avtal-och-forsakring',
  number: 'K1',
  track: 'ovrigt',
  binding: 'agreed',
  role: null,
  title: { sv: 'Meddela avtalspart och försäkringsbolag', en: 'Notify counterparty and insurer' },
  when: {
    sv: 'När ett avtal med en leverantör eller kund, eller en försäkring, säger det.',
    en: 'When an agreement with a supplier or customer, or an insurance, says so.',
  },
  what: {
    sv: 'Se i avtalet hur snabbt och på vilket sätt. Hos en leverantör: begär en skriftlig redogörelse.',
    en: 'See in the agreement how fast and in what way. At a supplier: ask for a written account.',
  },
  versions: [
    {
      from: '2000-01-01',
      until: null,
      governedBy: 'knowledge',
      transition: { sv: 'Avtalet avgör.', en: 'The agreement decides.' },
      citation: ['Avtalet eller försäkringsvillkoren'],
      verification: { state: 'unsettled', on: '2026-11-23', source: 'Står i varje avtal för sig' },
      exceptions: null,
      stages: [
        {
          key: 'notice',
          title: { sv: 'Meddelande', en: 'Notice' },
          term: 'agreement',
          start: 'knowledge',
          recipient: 'counterparty',
          fields: [required('notice', 'Det som avtalet kräver', 'What the agreement demands')],
          fieldsVerification: { state: 'unsettled', on: '2026-11-23', source: 'Står i varje avtal för sig' },
        },
      ],
      arises: (circumstance) => byAnswer(circumstance, 'agreement'),
    },
  ],
};
