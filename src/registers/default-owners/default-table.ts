import type { Office } from '../../kernel/offices.ts';
import type { Language } from '../../kernel/texts.ts';
import type { HolderKind } from './default-owner.ts';

/** One area of our proposal: what it is called in each language, and who owns it when nothing else is decided. */
export interface DefaultArea {
  readonly area: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly examples: Readonly<Record<Language, string>>;
  readonly holder: HolderKind;
  readonly office: Office | null;
}

const byOffice = (office: Office) => ({ holder: 'office', office }) as const;
/** The manager of a unit that the municipality points out: who heads finance differs from place to place. */
const byUnit = { holder: 'unitManager', office: null } as const;
const byOwnUnit = { holder: 'ownUnitManager', office: null } as const;

/**
 * Who owns information ”om inget annat beslutats”: the policy speaks of such a rule and leaves it to be written. This
 * is a proposal, entered as rows to be confirmed; the municipality decides.
 */
export const defaultTable: readonly DefaultArea[] = [
  {
    area: 'styrning',
    name: { sv: 'Styrning och ärenden', en: 'Governance and cases' },
    examples: {
      sv: 'protokoll, diarium, styrdokument, delegationsbeslut',
      en: 'minutes, case register, governing documents, delegated decisions',
    },
    ...byOffice('municipalDirector'),
  },
  {
    area: 'ekonomi',
    name: { sv: 'Ekonomi och upphandling', en: 'Finance and procurement' },
    examples: {
      sv: 'budget, fakturor, redovisning, anbud, avtal',
      en: 'budget, invoices, accounts, tenders, agreements',
    },
    ...byUnit,
  },
  {
    area: 'personal',
    name: { sv: 'Personal', en: 'Staff' },
    examples: {
      sv: 'anställningar, löner, rekrytering, rehabilitering',
      en: 'employments, salaries, recruitment, rehabilitation',
    },
    ...byOffice('hrManager'),
  },
  {
    area: 'it',
    name: { sv: 'It-drift', en: 'IT operations' },
    examples: {
      sv: 'konton, behörigheter, loggar, nätritningar',
      en: 'accounts, permissions, logs, network drawings',
    },
    ...byOffice('itManager'),
  },
  {
    area: 'sakerhet',
    name: { sv: 'Säkerhet och beredskap', en: 'Safety and preparedness' },
    examples: {
      sv: 'krisplaner, riskanalyser, larm och passage. Inte det som rör Sveriges säkerhet.',
      en: 'crisis plans, risk analyses, alarms and entry. Not what concerns Sweden’s security.',
    },
    ...byOffice('securityCoordinator'),
  },
  {
    area: 'utbildning',
    name: { sv: 'Förskola, skola och vuxenutbildning', en: 'Preschool, school and adult education' },
    examples: {
      sv: 'elevregister, betyg, frånvaro, extra anpassningar, elevhälsa',
      en: 'pupil register, grades, absence, special adjustments, pupil health',
    },
    ...byOwnUnit,
  },
  {
    area: 'socialtjanst',
    name: { sv: 'Socialtjänst', en: 'Social services' },
    examples: {
      sv: 'utredningar, beslut, genomförandeplaner, hemtjänst, LSS',
      en: 'investigations, decisions, care plans, home care, support for the disabled',
    },
    ...byUnit,
  },
  {
    area: 'halsa',
    name: { sv: 'Kommunal hälso- och sjukvård', en: 'Municipal health care' },
    examples: { sv: 'patientjournaler, läkemedelslistor', en: 'patient records, lists of medicines' },
    ...byUnit,
  },
  {
    area: 'bygg-miljo',
    name: { sv: 'Bygg och miljö', en: 'Building and environment' },
    examples: {
      sv: 'bygglov, tillsyn, livsmedelskontroll, kartor',
      en: 'building permits, supervision, food control, maps',
    },
    ...byUnit,
  },
  {
    area: 'teknik',
    name: { sv: 'Vatten, gator och fastigheter', en: 'Water, streets and properties' },
    examples: {
      sv: 'driftövervakning, ritningar, ledningsnät, felanmälningar',
      en: 'monitoring, drawings, pipe networks, reported faults',
    },
    ...byUnit,
  },
  {
    area: 'kultur-naringsliv',
    name: { sv: 'Kultur, fritid och näringsliv', en: 'Culture, leisure and business' },
    examples: {
      sv: 'bibliotek, bokningar, föreningsbidrag, företagskontakter',
      en: 'library, bookings, grants to associations, business contacts',
    },
    ...byOwnUnit,
  },
  {
    area: 'kommunikation',
    name: { sv: 'Webb, bilder och kommunikation', en: 'Web, images and communication' },
    examples: {
      sv: 'webbplats, sociala medier, bildbank',
      en: 'website, social media, image archive',
    },
    ...byUnit,
  },
  {
    area: 'val',
    name: { sv: 'Val', en: 'Elections' },
    examples: { sv: 'röstlängd, förtidsröster, valprotokoll', en: 'electoral roll, early votes, minutes' },
    ...byUnit,
  },
  {
    area: 'bostader',
    name: { sv: 'Bostäder', en: 'Housing' },
    examples: { sv: 'hyresgäster, kontrakt, bostadskö', en: 'tenants, contracts, housing queue' },
    ...byUnit,
  },
  {
    area: 'overformyndare',
    name: { sv: 'Överförmyndaren', en: 'The chief guardian' },
    examples: {
      sv: 'akter, årsräkningar, ställföreträdare',
      en: 'files, yearly accounts, guardians and trustees',
    },
    ...byUnit,
  },
  {
    area: 'projekt',
    name: { sv: 'Projekt och samverkan', en: 'Projects and cooperation' },
    examples: {
      sv: 'projektplaner, underlag, rapporter, forskning',
      en: 'project plans, material, reports, research',
    },
    ...byOwnUnit,
  },
];
