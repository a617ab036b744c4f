import { highRiskToPeople } from '../dataskydd/informera-registrerade.ts';
import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { breachOfTheService, lawFrom, transition, verification } from './law.ts';

/** Who offers a public communications service tells the subscribers whom a breach may harm. */
export const subscribersAreTold: LegalDuty = {
  id: 'kommunikation/informera-abonnenter',
  number: 'P2',
  track: 'kommunikation',
  binding: 'law',
  role: 'communicationsProvider',
  title: { sv: 'Informera de abonnenter som berörs', en: 'Tell the subscribers concerned' },
  when: {
    sv: 'När integritetsincidenten sannolikt skadar en abonnent eller någon annan: deras uppgifter eller deras privatliv.',
    en: 'When the breach is likely to harm a subscriber or somebody else: their data or their privacy.',
  },
  what: {
    sv: 'Informera dem utan onödigt dröjsmål, för sig och på klart språk: vad som hänt, vilka uppgifter, sannolika följder, åtgärder, råd och vem de kan fråga.',
    en: 'Tell them without undue delay, by itself and in clear language: what happened, which data, likely consequences, measures, advice and whom to ask.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: [
        'Lagen (2022:482) om elektronisk kommunikation 8 kap.',
        'Förordning (EU) nr 611/2013 artikel 3',
      ],
      verification,
      exceptions: {
        sv: 'Det behövs inte när uppgifterna var oläsbara för den som kom åt dem, till exempel krypterade, och ni har visat det för PTS.',
        en: 'Not needed where the data were unreadable to whoever got at them, for instance encrypted, and you have shown that to PTS.',
      },
      stages: [
        {
          key: 'subscribers',
          title: { sv: 'Information till abonnenterna', en: 'Message to the subscribers' },
          term: 'communicationsSubscribers',
          start: 'knowledge',
          recipient: 'subscribers',
          fields: [
            required('incident', 'Vad som har hänt, och när', 'What has happened, and when'),
            required('data', 'Vilka uppgifter det gäller', 'Which data are concerned'),
            required('consequences', 'Sannolika följder', 'Likely consequences'),
            required(
              'measures',
              'Åtgärder, och råd till den som berörs',
              'Measures, and advice to those concerned',
            ),
            required('contact', 'Vem de kan fråga', 'Whom to ask'),
          ],
          fieldsVerification: verification,
        },
      ],
      arises,
    },
  ],
};

/** The regulation asks whether harm is likely; high risk says so, and what is less takes a decision. */
function arises(circumstance: Circumstance): Ground {
  const breach = breachOfTheService(circumstance);
  return breach.verdict === 'thresholdMet' ? highRiskToPeople(circumstance) : breach;
}
