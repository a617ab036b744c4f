import type { Bilingual } from '../clauses/clause.ts';
import type { PartyRole, QuestionKey, TriageAnswer } from './case-facts.ts';

/** A question of the triage: what is asked, why, and which duties a yes can raise. */
export interface TriageQuestion {
  readonly key: QuestionKey;
  readonly question: Bilingual;
  readonly why: Bilingual;
  /** Numbers of duties that the answer can raise, or decides about. */
  readonly raises: readonly string[];
  /** Asked only where somebody concerned has one of these roles; null: always. */
  readonly roles: readonly PartyRole[] | null;
  /** Asked only after this answer to an earlier question; null: always. */
  readonly after: { readonly question: QuestionKey; readonly answer: TriageAnswer } | null;
}

/** The questions in the order they are asked: what stops everything first, then what has the shortest clock. */
export const questions: readonly TriageQuestion[] = [
  {
    key: 'protectiveSecurity',
    question: {
      sv: 'Kan säkerhetsskyddsklassificerade uppgifter eller säkerhetskänslig verksamhet vara berörda?',
      en: 'Could classified information, or activity of importance to Sweden’s security, be concerned?',
    },
    why: {
      sv: 'Då ska inget mer skrivas här. Händelsen anmäls till Säkerhetspolisen på godkänt sätt, och de andra plikterna gäller inte för den delen.',
      en: 'If so, nothing more must be written here. It is reported to the Security Service in an approved way, and the other duties do not hold for that part.',
    },
    raises: ['S1', 'S2'],
    roles: null,
    after: null,
  },
  {
    key: 'networkOrSystem',
    question: {
      sv: 'Har det hänt i eller genom ett it-system eller ett nätverk?',
      en: 'Has it happened in or through an IT system or a network?',
    },
    why: {
      sv: 'Cybersäkerhetslagen gäller nätverks- och informationssystem. Ett feladresserat pappersbrev är ingen cyberincident, men kan vara en personuppgiftsincident.',
      en: 'The cyber security act is about network and information systems. A paper letter to the wrong address is no cyber incident, but may be a personal data breach.',
    },
    raises: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'],
    roles: ['coveredEntity'],
    after: null,
  },
  {
    key: 'significant',
    question: {
      sv: 'Har det orsakat, eller kan det orsaka, en allvarlig driftsstörning, ekonomisk skada eller betydande skada för andra?',
      en: 'Has it caused, or can it cause, a serious disturbance, economic harm or considerable harm to others?',
    },
    why: {
      sv: 'Då är incidenten betydande och ska anmälas inom 24 och 72 timmar. Det räcker att den kan orsaka skadan. Ett nej är ett beslut som ska motiveras.',
      en: 'Then the incident is significant and must be reported within 24 and 72 hours. It is enough that it can cause the harm. A no is a decision that needs its reasons.',
    },
    raises: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'],
    roles: ['coveredEntity'],
    after: { question: 'networkOrSystem', answer: 'yes' },
  },
  {
    key: 'personalData',
    question: {
      sv: 'Har personuppgifter förstörts, försvunnit, ändrats, kommit i fel händer eller blivit oåtkomliga?',
      en: 'Have personal data been destroyed, lost, changed, come into the wrong hands or become unavailable?',
    },
    why: {
      sv: 'Då är det en personuppgiftsincident. Den ska alltid dokumenteras, och ofta anmälas inom 72 timmar av varje personuppgiftsansvarig för sig.',
      en: 'Then it is a personal data breach. It must always be recorded, and often notified within 72 hours by each controller for itself.',
    },
    raises: ['G1', 'G2', 'G3', 'G4', 'P1', 'P2'],
    roles: ['controller', 'processor', 'communicationsProvider'],
    after: null,
  },
  {
    key: 'riskToPeople',
    question: {
      sv: 'Kan det leda till en risk för människor – till exempel att uppgifter sprids, att de luras på pengar eller går miste om något?',
      en: 'Can it lead to a risk for people – for instance that data spread, that they are defrauded or miss out on something?',
    },
    why: {
      sv: 'Anmälan till IMY kan utelämnas bara när en risk är osannolik. Bedömningen görs av varje personuppgiftsansvarig, gärna med dataskyddsombudets råd.',
      en: 'Notification may be left out only when a risk is unlikely. Each controller judges that, preferably with the advice of the data protection officer.',
    },
    raises: ['G1', 'P2'],
    roles: ['controller', 'communicationsProvider'],
    after: { question: 'personalData', answer: 'yes' },
  },
  {
    key: 'highRisk',
    question: {
      sv: 'Är risken för människor sannolikt hög?',
      en: 'Is the risk to people likely to be high?',
    },
    why: {
      sv: 'Då ska de som berörs få veta det själva, utan onödigt dröjsmål.',
      en: 'Then those concerned must be told themselves, without undue delay.',
    },
    raises: ['G3', 'P2'],
    roles: ['controller', 'communicationsProvider'],
    after: { question: 'riskToPeople', answer: 'yes' },
  },
  {
    key: 'onBehalfOfOthers',
    question: {
      sv: 'Hanterar ni uppgifterna åt någon annan, som personuppgiftsbiträde?',
      en: 'Do you handle the data for somebody else, as a processor?',
    },
    why: {
      sv: 'Då ska varje personuppgiftsansvarig få veta det utan onödigt dröjsmål. Deras 72 timmar börjar när de får veta.',
      en: 'Then each controller must be told without undue delay. Their 72 hours begin when they know.',
    },
    raises: ['G2'],
    roles: ['processor'],
    after: { question: 'personalData', answer: 'yes' },
  },
  {
    key: 'communicationsService',
    question: {
      sv: 'Gäller det en allmänt tillgänglig kommunikationstjänst som ni erbjuder, till exempel stadsnätets?',
      en: 'Is it about a publicly available communications service that you offer, such as that of a city network?',
    },
    why: {
      sv: 'Då ska en integritetsincident anmälas till PTS inom 24 timmar, och de abonnenter som kan skadas informeras.',
      en: 'Then a breach must be notified to PTS within 24 hours, and the subscribers whom it may harm told.',
    },
    raises: ['P1', 'P2'],
    roles: ['communicationsProvider'],
    after: { question: 'personalData', answer: 'yes' },
  },
  {
    key: 'careAffected',
    question: {
      sv: 'Har vård eller omsorg påverkats – fel, försenade eller saknade uppgifter om en patient eller brukare?',
      en: 'Has health care or social care been affected – wrong, late or missing facts about a patient or client?',
    },
    why: {
      sv: 'En it-störning kan ge en vårdskada eller ett missförhållande, som har egna anmälningar.',
      en: 'An IT disturbance can lead to harm in care or to misconduct, which have reports of their own.',
    },
    raises: ['V1', 'V2', 'V3', 'V4'],
    roles: ['careProvider', 'socialServices'],
    after: null,
  },
  {
    key: 'seriousCareInjury',
    question: {
      sv: 'Har det medfört, eller hade det kunnat medföra, en allvarlig vårdskada?',
      en: 'Has it led, or could it have led, to a serious injury in health care?',
    },
    why: {
      sv: 'Då anmäls händelsen till IVO enligt lex Maria, också när det gick bra till slut.',
      en: 'Then it is reported to IVO by lex Maria, also when it ended well.',
    },
    raises: ['V1'],
    roles: ['careProvider'],
    after: { question: 'careAffected', answer: 'yes' },
  },
  {
    key: 'careInjury',
    question: {
      sv: 'Har en patient drabbats av en vårdskada?',
      en: 'Has a patient suffered an injury in health care?',
    },
    why: {
      sv: 'Då ska patienten få veta vad som hänt och vart man kan vända sig.',
      en: 'Then the patient must be told what happened and where to turn.',
    },
    raises: ['V2'],
    roles: ['careProvider'],
    after: { question: 'careAffected', answer: 'yes' },
  },
  {
    key: 'misconduct',
    question: {
      sv: 'Har någon i socialtjänsten eller LSS farit illa, eller funnits i påtaglig risk för det?',
      en: 'Has anybody in social services or LSS been treated badly, or been at clear risk of it?',
    },
    why: {
      sv: 'Den som upptäcker det ska genast rapportera det internt enligt lex Sarah.',
      en: 'Whoever discovers it must report it internally at once, by lex Sarah.',
    },
    raises: ['V3'],
    roles: ['socialServices'],
    after: { question: 'careAffected', answer: 'yes' },
  },
  {
    key: 'seriousMisconduct',
    question: {
      sv: 'Är missförhållandet, eller risken för det, allvarligt?',
      en: 'Is the misconduct, or the risk of it, serious?',
    },
    why: {
      sv: 'Då anmäls det snarast till IVO.',
      en: 'Then it is reported to IVO as soon as possible.',
    },
    raises: ['V4'],
    roles: ['socialServices'],
    after: { question: 'misconduct', answer: 'yes' },
  },
  {
    key: 'serviceRecipients',
    question: {
      sv: 'Kommer de som använder era tjänster att märka av det?',
      en: 'Will those who use your services be affected by it?',
    },
    why: {
      sv: 'När det är lämpligt ska de få veta hur tjänsten påverkas.',
      en: 'Where appropriate, they must be told how the service is affected.',
    },
    raises: ['C6'],
    roles: ['coveredEntity'],
    after: { question: 'networkOrSystem', answer: 'yes' },
  },
  {
    key: 'cyberThreat',
    question: {
      sv: 'Finns det ett betydande cyberhot som kan drabba dem som använder era tjänster?',
      en: 'Is there a significant cyber threat that may hit those who use your services?',
    },
    why: {
      sv: 'Då ska de få veta hur de kan skydda sig.',
      en: 'Then they must be told how they can protect themselves.',
    },
    raises: ['C7'],
    roles: ['coveredEntity'],
    after: null,
  },
  {
    key: 'supplier',
    question: {
      sv: 'Har det hänt hos en leverantör?',
      en: 'Has it happened at a supplier?',
    },
    why: {
      sv: 'Era egna plikter kvarstår. Begär leverantörens redogörelse, och se vad avtalet säger.',
      en: 'Your own duties remain. Ask for the supplier’s account, and see what the agreement says.',
    },
    raises: ['K1'],
    roles: null,
    after: null,
  },
  {
    key: 'crime',
    question: {
      sv: 'Kan det vara ett brott?',
      en: 'Could it be a crime?',
    },
    why: {
      sv: 'Det skrivs i anmälan, och den som tar emot den ska uppmana er att göra en polisanmälan.',
      en: 'It is said in the report, and whoever receives it must urge you to report to the police.',
    },
    raises: ['B1'],
    roles: null,
    after: null,
  },
  {
    key: 'agreement',
    question: {
      sv: 'Kräver ett avtal eller en försäkring att ni meddelar någon?',
      en: 'Does an agreement or an insurance demand that you notify somebody?',
    },
    why: {
      sv: 'Kundavtal, leverantörsavtal och försäkringar har ofta korta tider för meddelanden.',
      en: 'Agreements with customers and suppliers, and insurances, often have short times for notices.',
    },
    raises: ['K1'],
    roles: null,
    after: null,
  },
  {
    key: 'registrationChanged',
    question: {
      sv: 'Har uppgifter som ni anmält till registret över verksamhetsutövare ändrats?',
      en: 'Have facts changed that you have registered as an operator?',
    },
    why: {
      sv: 'Ändringar anmäls inom 14 dagar, till exempel nya kontaktpersoner eller ip-adresser.',
      en: 'Changes are reported within 14 days, for instance new contacts or IP addresses.',
    },
    raises: ['C8'],
    roles: ['coveredEntity'],
    after: null,
  },
];
