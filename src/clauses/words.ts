import { formatList, formatNumber } from '../kernel/format.ts';
import type { Language } from '../kernel/texts.ts';
import type { Parameters } from './clause.ts';

/** Words that several clauses' findings use. Codes travel in parameters as text joined by commas. */
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    confidentiality: 'konfidentialitet',
    integrity: 'riktighet',
    availability: 'tillgänglighet',
    traceability: 'spårbarhet',
    employee: 'anställda',
    elected: 'förtroendevalda',
    external: 'extern personal',
    itSystem: 'it-system',
    paper: 'papper',
    notes: 'anteckningar',
    conversation: 'samtal',
    telephone: 'telefon',
    film: 'film',
    audio: 'ljud',
    image: 'bild',
    units: 'verksamhet',
    contact: 'kontaktperson',
    declaration: 'bekräftelse att registret är komplett',
    officer: 'dataskyddsombud',
    reported: 'anmälan till IMY',
    published: 'publicerade kontaktuppgifter',
    reasons: 'skäl för varje aspekt',
    participants: 'deltagare',
    decider: 'beslutsfattare',
    model: 'modell och version',
    systemOwner: 'systemägare',
    informationOwner: 'informationsägare',
    informationSecurityCoordinator: 'informationssäkerhetssamordnare',
    securityCoordinator: 'säkerhetssamordnare',
    itManager: 'it-chef',
    hrManager: 'personalchef',
    municipalDirector: 'kommundirektör',
    departmentHead: 'förvaltningschef',
    manager: 'chef',
  },
  en: {
    confidentiality: 'confidentiality',
    integrity: 'integrity',
    availability: 'availability',
    traceability: 'traceability',
    employee: 'employees',
    elected: 'elected representatives',
    external: 'external staff',
    itSystem: 'IT systems',
    paper: 'paper',
    notes: 'notes',
    conversation: 'conversations',
    telephone: 'telephone',
    film: 'film',
    audio: 'sound recordings',
    image: 'images',
    units: 'units',
    contact: 'a contact person',
    declaration: 'a declaration that its register is complete',
    officer: 'a data protection officer',
    reported: 'notification to IMY',
    published: 'published contact details',
    reasons: 'a reason for each aspect',
    participants: 'participants',
    decider: 'who decided',
    model: 'model and version',
    systemOwner: 'system owner',
    informationOwner: 'information owner',
    informationSecurityCoordinator: 'information security coordinator',
    securityCoordinator: 'security coordinator',
    itManager: 'IT manager',
    hrManager: 'HR manager',
    municipalDirector: 'municipal director',
    departmentHead: 'head of department',
    manager: 'manager',
  },
};

/** The word for a code; the code itself where there is none, so that nothing is hidden. */
export function wordFor(code: string, language: Language): string {
  return words[language][code] ?? code;
}

/** The codes in one parameter as a list in a sentence: `konfidentialitet och riktighet`. */
export function listIn(parameters: Parameters, name: string, language: Language): string {
  const codes = String(parameters[name] ?? '').split(',');
  return formatList(
    codes.filter((code) => code !== '').map((code) => wordFor(code, language)),
    language,
  );
}

/** A parameter as text. */
export function textIn(parameters: Parameters, name: string): string {
  return String(parameters[name] ?? '');
}

/** A parameter that is a number, as it is written in a sentence. */
export function countIn(parameters: Parameters, name: string, language: Language): string {
  return formatNumber(Number(parameters[name] ?? 0), language);
}
