import type { Actor } from '../../kernel/access.ts';
import { addDays, dayOf } from '../../kernel/calendar.ts';
import { decide, draft, end, giveOpinion, submit } from '../../registers/exceptions/exception.actions.ts';
import { expire } from '../../registers/exceptions/expiry.actions.ts';
import { riskLevel } from '../../registers/risk.ts';
import { actorWith } from './actors.store.ts';
import type { Ago, Perform } from './advice.ts';
import { exampleId, unitId } from './rows.ts';

interface Example {
  readonly title: string;
  /** The key of the system it is for; without one it is for the unit. */
  readonly system?: string;
  readonly unit: string;
  readonly clause: string;
  readonly reason: string;
  readonly compensation: string;
  /** Consequence and likelihood without what weighs up, and with it. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  readonly daysAgo: number;
  /** Days from today to its last day. */
  readonly endsIn: number;
  readonly outcome: 'draft' | 'submitted' | 'heard' | 'granted' | 'refused' | 'ended' | 'expired';
}

const examples: readonly Example[] = [
  {
    title: 'Kamerorna vid gamla brandstationen krypterar inte',
    system: 'kamera',
    unit: 'fastighet',
    clause: 'P31',
    reason: 'Leverantören slutade med kryptering i den modellen. Nya kameror är beställda till våren.',
    compensation: 'Kamerorna står på ett eget nät utan väg ut. Bara två personer har konto.',
    before: [3, 3],
    after: [3, 3],
    daysAgo: 150,
    endsIn: 200,
    outcome: 'granted',
  },
  {
    title: 'Driftövervakningen av vatten har ett gemensamt konto',
    system: 'scada',
    unit: 'va',
    clause: 'P31',
    reason: 'Programmet kan inte ha flera konton. Bytet är upphandlat och sker i höst.',
    compensation: 'Skärmen står i ett låst rum, och varje pass skrivs in i en loggbok.',
    before: [4, 3],
    after: [4, 2],
    daysAgo: 320,
    endsIn: 41,
    outcome: 'granted',
  },
  {
    title: 'Gamla plattor utan inloggning på förskolan',
    unit: 'forskola-norr',
    clause: 'P43',
    reason: 'Plattorna kan inte ha lösenord. De byts ut när budgeten för nästa år är beslutad.',
    compensation: 'Plattorna låses in varje kväll och innehåller bara lekar, inga bilder.',
    before: [2, 3],
    after: [1, 2],
    daysAgo: 200,
    endsIn: -9,
    outcome: 'expired',
  },
  {
    title: 'Hemtjänstens nyckelskåp öppnas med en kod',
    unit: 'hemtjanst',
    clause: 'P43',
    reason: 'Skåpet saknar plats för passerkort.',
    compensation: 'Koden byts varje månad. Dörren till rummet larmas.',
    before: [3, 2],
    after: [3, 3],
    daysAgo: 24,
    endsIn: 330,
    outcome: 'heard',
  },
  {
    title: 'Sommarvikarier delar på en inloggning i köket',
    unit: 'solgarden',
    clause: 'P14',
    reason: 'Vi hinner inte skapa konton till alla som börjar i juni.',
    compensation: 'Kontot ser bara matsedel och beställningar.',
    before: [2, 4],
    after: [2, 4],
    daysAgo: 6,
    endsIn: 120,
    outcome: 'submitted',
  },
  {
    title: 'Bild- och filmlagret säkerhetskopieras en gång i veckan',
    system: 'media',
    unit: 'kommunikation',
    clause: 'P13',
    reason: 'Lagret är för stort för att kopieras varje natt.',
    compensation: '',
    before: [2, 2],
    after: [2, 2],
    daysAgo: 2,
    endsIn: 300,
    outcome: 'draft',
  },
  {
    title: 'Privata telefoner för bilder på bygglov',
    unit: 'bygg',
    clause: 'P43',
    reason: 'Det går fortare än att ta med kameran.',
    compensation: 'Bilderna tas bort ur telefonen samma dag.',
    before: [3, 3],
    after: [3, 3],
    daysAgo: 90,
    endsIn: 270,
    outcome: 'refused',
  },
  {
    title: 'Bibliotekets gamla lånedisk kör ett program utan uppdateringar',
    system: 'bibliotek',
    unit: 'bibliotek',
    clause: 'P13',
    reason: 'Disken skulle bytas i mars.',
    compensation: 'Datorn når bara bibliotekssystemet.',
    before: [3, 3],
    after: [3, 3],
    daysAgo: 260,
    endsIn: 60,
    outcome: 'ended',
  },
];

const opinion = {
  office: 'informationSecurityCoordinator',
  stance: 'conditional',
  text: 'Rimligt under en begränsad tid. Följ upp skyddet varje månad.',
};

/** Exceptions of the example municipality: one of every kind that there can be, `factor` times over. */
export async function fillExceptions(perform: Perform, ago: Ago, factor: number): Promise<void> {
  for (let copy = 1; copy <= factor; copy++)
    for (const example of examples) await enter(perform, ago, example, copy === 1 ? '' : ` (${copy})`);
}

async function enter(perform: Perform, ago: Ago, example: Example, suffix: string): Promise<void> {
  const { daysAgo, outcome, unit, system } = example;
  const begun = ago(daysAgo);
  const today = dayOf(ago(0).clock());
  const id = unitId(unit);
  const offices = ['manager', 'departmentHead'] as const;
  const applicant: Actor =
    system === undefined ? await actorWith(begun, offices, id) : await actorWith(begun, ['itManager']);
  const endsOn = addDays(today, example.endsIn);
  const risk = ([consequence, likelihood]: readonly [number, number]) => ({ consequence, likelihood });
  const made = await perform(
    begun,
    draft,
    null,
    null,
    {
      title: example.title + suffix,
      object:
        system === undefined
          ? { register: 'unit', id }
          : { register: 'system', id: exampleId('system', system) },
      clause: example.clause,
      sentenceId: null,
      unitId: id,
      reason: example.reason,
      compensation: example.compensation,
      riskBefore: risk(example.before),
      riskAfter: risk(example.after),
      personalData: false,
      secrecyProvisions: [],
      endsOn,
    },
    applicant,
  );
  if (outcome === 'draft') return;
  const submitted = await perform(ago(daysAgo - 1), submit, made.id, made.version, {}, applicant);
  if (outcome === 'submitted') return;
  const hearing = ago(daysAgo - 3);
  const coordinator = await actorWith(hearing, ['informationSecurityCoordinator']);
  const heard = await perform(hearing, giveOpinion, made.id, submitted.version, opinion, coordinator);
  if (outcome === 'heard') return;
  await settle(perform, ago, { ...example, id: made.id, version: heard.version, endsOn });
}

interface Heard extends Example {
  readonly id: string;
  readonly version: number;
  readonly endsOn: string;
}

/** The decision, and what became of it. */
async function settle(perform: Perform, ago: Ago, heard: Heard): Promise<void> {
  const { id, version, outcome, daysAgo, endsOn } = heard;
  const deciding = ago(daysAgo - 6);
  const [consequence, likelihood] = heard.after;
  const level = riskLevel({ consequence, likelihood });
  // What is low is decided by whoever leads the department; the rest of the examples are for the director.
  const decider = await actorWith(
    deciding,
    level === 'low' ? ['departmentHead'] : ['municipalDirector'],
    level === 'low' ? unitId('bu') : null,
  );
  const isGranted = outcome !== 'refused';
  const input = {
    granted: isGranted,
    decision: isGranted
      ? 'Beviljas, eftersom bytet redan är planerat.'
      : 'Avslås. Kommunens telefoner räcker till.',
    conditions: isGranted ? 'Skyddet kontrolleras varje månad.' : '',
    validFrom: null,
    endsOn: isGranted ? endsOn : null,
  };
  const decided = await perform(deciding, decide, id, version, input, decider);
  if (outcome === 'ended') {
    const director = await actorWith(ago(40), ['municipalDirector']);
    await perform(ago(40), end, id, decided.version, { reason: 'Disken är bytt.' }, director);
  }
  if (outcome === 'expired') await perform(ago(-heard.endsIn - 1), expire, id, null, {});
}
