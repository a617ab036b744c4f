import type { Recipient } from './dated.ts';
import type { RecipientKey, Verification, VerificationState } from './duty.ts';

const readIn = (source: string, state: VerificationState = 'reportedBySecondarySource'): Verification => ({
  state,
  on: '2026-11-23',
  source,
});

interface Held {
  readonly from: string;
  readonly until?: string;
}

function recipient(
  key: RecipientKey,
  { from, until }: Held,
  [name, channel]: readonly [string, string],
  verification: Verification,
): Recipient {
  return { key, name, channel, from, until: until ?? null, verification };
}

const always = { from: '2000-01-01' };

/** The recipients as we know them; a municipality's own row for the same key and day goes before ours. */
export const defaultRecipients: readonly Recipient[] = [
  recipient(
    'csirt',
    { from: '2026-01-15', until: '2026-06-30' },
    ['Myndigheten för civilt försvar (CERT-SE)', 'Se cert.se'],
    readIn('Cybersäkerhetsförordningen (2025:1507) som den utfärdades', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'csirt',
    { from: '2026-07-01' },
    [
      'Nationellt cybersäkerhetscenter (NCSC/CERT-SE)',
      'Cyberportalen, cyberportal.ncsc.se. Reservväg finns på ncsc.se',
    ],
    readIn('Två oberoende källor, juli och september 2026. SFS 2026:623 har inte lästs'),
  ),
  recipient(
    'contactPoint',
    { from: '2026-01-15', until: '2026-06-30' },
    ['Myndigheten för civilt försvar', 'Se mcf.se'],
    readIn(
      'Cybersäkerhetsförordningen (2025:1507) 5 och 23 §§ som den utfärdades',
      'verifiedAgainstOfficialText',
    ),
  ),
  recipient(
    'contactPoint',
    { from: '2026-07-01' },
    ['Troligen Nationellt cybersäkerhetscenter (NCSC)', 'Fråga på ncsc.se innan ni skickar'],
    readIn('Inte belagt: SFS 2026:623 har inte lästs', 'unsettled'),
  ),
  recipient(
    'serviceRecipients',
    always,
    ['De som använder tjänsten', 'Webbplats, sms, sociala medier, anslag'],
    readIn('Cybersäkerhetslagen (2025:1506) 2 kap. 9 och 10 §§', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'securityPolice',
    always,
    ['Säkerhetspolisen', 'Genom säkerhetsskyddschefen, på godkänt sätt'],
    readIn('Säkerhetsskyddsförordningen (2021:955) 2 kap. 4 §', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'securityClients',
    always,
    ['Berörda uppdragsgivare', 'Genom säkerhetsskyddschefen, på godkänt sätt'],
    readIn('Säkerhetsskyddsförordningen (2021:955) 2 kap. 5 §', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'dataProtectionAuthority',
    { from: '2018-05-25', until: '2020-12-31' },
    ['Datainspektionen', 'E-tjänst eller blankett'],
    readIn('Myndighetens egna sidor; bytte namn vid årsskiftet 2021'),
  ),
  recipient(
    'dataProtectionAuthority',
    { from: '2021-01-01' },
    ['Integritetsskyddsmyndigheten (IMY)', 'E-tjänsten på e-tjanster.imy.se'],
    readIn('IMY:s webbsidor, i arkiverade kopior'),
  ),
  recipient(
    'controllers',
    always,
    ['Varje personuppgiftsansvarig', 'Som biträdesavtalet säger'],
    readIn('Dataskyddsförordningen (EU) 2016/679 artikel 33.2', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'dataSubjects',
    always,
    ['De människor som berörs', 'Brev, e-post eller möte; annars till allmänheten'],
    readIn('Dataskyddsförordningen (EU) 2016/679 artikel 34', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'ownRecord',
    always,
    ['Den egna incidentförteckningen', 'I Värna'],
    readIn('Dataskyddsförordningen (EU) 2016/679 artikel 33.5', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'careInspectorate',
    { from: '2011-07-01', until: '2013-05-31' },
    ['Socialstyrelsen', 'Brev'],
    readIn('Proposition 2009/10:131 om lex Sarah, i sammandrag'),
  ),
  recipient(
    'careInspectorate',
    { from: '2013-06-01' },
    ['Inspektionen för vård och omsorg (IVO)', 'E-tjänst eller post, inte e-post'],
    readIn('IVO:s webbsidor, i arkiverade kopior'),
  ),
  recipient(
    'patient',
    always,
    ['Patienten eller en närstående', 'Samtal, med anteckning i journalen'],
    readIn('Patientsäkerhetslagen (2010:659) 3 kap. 8 §', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'committeeOrProvider',
    always,
    ['Nämnden, eller den som driver verksamheten', 'Som verksamhetens rutin säger'],
    readIn('LSS (1993:387) 24 b §', 'verifiedAgainstOfficialText'),
  ),
  recipient(
    'communicationsAuthority',
    always,
    ['Post- och telestyrelsen (PTS)', 'Formulär som skickas med e-post'],
    readIn('PTS webbsida, kanske äldre än den 15 januari 2026'),
  ),
  recipient(
    'subscribers',
    always,
    ['De abonnenter som berörs', 'Brev, e-post eller sms; annars i massmedier'],
    readIn('PTS webbsida, kanske äldre än den 15 januari 2026'),
  ),
  recipient(
    'police',
    always,
    ['Polismyndigheten', 'Telefon 114 14, eller en polisstation'],
    readIn('Allmän kunskap', 'unsettled'),
  ),
  recipient(
    'counterparty',
    always,
    ['Avtalsparten eller försäkringsbolaget', 'Som avtalet säger'],
    readIn('Står i varje avtal för sig', 'unsettled'),
  ),
];
