import type { PlanContact, PlanContent, PlanKind, PlanStep } from '../../registers/plans/plan-content.ts';
import { exampleId } from './rows.ts';

/** A plan of the example municipality. */
export interface PlanExample {
  /** `system:<key>` or `unit:<key>`. */
  readonly object: string;
  readonly kind: PlanKind;
  readonly daysAgo: number;
  /** Months from the decision to the review; null for one that is still being written. */
  readonly reviewMonths: number | null;
  readonly secrecyProvision?: string;
  readonly content: Partial<PlanContent>;
}

const step = (what: string, who: string, when: string, fallback = ''): PlanStep => ({
  what,
  who,
  when,
  fallback,
});
// Numbers that are set aside for fiction; nobody has them.
const desk = (name: string, purpose: string, last: string): PlanContact => ({
  name,
  purpose,
  telephone: `0980-319 2${last}`,
  outOfHours: `070-174 06 ${last}`,
});
const itDesk = desk('It-jouren', 'Avbrott i system och nät', '10');
const officer = desk('Tjänsteman i beredskap', 'När flera verksamheter drabbas', '11');
const supplier = (name: string, last: string) => desk(`${name}, jour`, 'Fel hos leverantören', last);
const system = (key: string) => exampleId('system', key) as PlanContent['systemIds'][number]; // the profile's own row

/** One that is whole for each kind of object, and one for each thing that P44 can find missing. */
export const planExamples: readonly PlanExample[] = [
  {
    object: 'system:trygghetslarm',
    kind: 'both',
    daysAgo: 240,
    reviewMonths: 12,
    content: {
      recoveryHours: 1,
      lossHours: 0,
      longestOutageHours: 2,
      systemIds: [system('vaxel')],
      suppliers: ['Larmleverantören AB'],
      steps: [
        step('Ring larmleverantören och fråga hur länge felet väntas vara', 'Larmjouren', 'Genast'),
        step(
          'Ring upp alla med trygghetslarm, de mest utsatta först',
          'Hemtjänstens planerare',
          'Inom 30 minuter',
          'Den utskrivna larmlistan ligger i pärmen. Bocka av varje samtal.',
        ),
        step(
          'Sätt in extra tillsyn hos dem som inte svarar',
          'Enhetschefen i hemtjänsten',
          'Inom 1 timme',
          'Kör enligt den utskrivna körlistan, två och två på natten.',
        ),
        step('Prova larmen stickprovsvis när de är igång', 'Larmjouren', 'När leverantören har svarat'),
      ],
      contacts: [supplier('Larmleverantören', '12'), desk('Larmjouren', 'Allt om larmen', '13'), officer],
      paperPlace: 'Hemtjänstens expedition, skåp 1',
    },
  },
  {
    object: 'system:journal',
    kind: 'both',
    daysAgo: 200,
    reviewMonths: 12,
    secrecyProvision: 'OSL 18:8',
    content: {
      recoveryHours: 4,
      lossHours: 1,
      longestOutageHours: 12,
      systemIds: [system('katalog')],
      suppliers: ['Journalbolaget AB'],
      steps: [
        step('Anmäl avbrottet till it-jouren och leverantören', 'Sjuksköterskan i tjänst', 'Inom 15 minuter'),
        step(
          'Gå över till pappersjournal',
          'Sjuksköterskan i tjänst',
          'Inom 30 minuter',
          'Använd blanketterna i läkemedelsrummet. Läs läkemedelslistan i den utskrivna reservkopian.',
        ),
        step('Skriv in det som står på papper när systemet är igång', 'Enhetschefen', 'Inom 24 timmar'),
      ],
      contacts: [
        supplier('Journalbolaget', '14'),
        itDesk,
        desk('Medicinskt ansvarig sjuksköterska', 'Patientsäkerhet', '15'),
      ],
      paperPlace: 'Läkemedelsrummet på Solgården',
    },
  },
  {
    object: 'system:scada',
    kind: 'both',
    daysAgo: 230,
    reviewMonths: 12,
    secrecyProvision: 'OSL 18:8',
    content: {
      recoveryHours: 8,
      lossHours: 24,
      longestOutageHours: 24,
      suppliers: ['Styrteknik i Norr AB'],
      steps: [
        step('Ställ verken i läge för hand', 'Driftteknikern', 'Inom 1 timme'),
        step(
          'Läs av nivåer och klor',
          'Driftteknikern och beredskapen',
          'Var fjärde timme',
          'Åk runt och skriv i avläsningsblocket i varje verk.',
        ),
        step('Gå tillbaka till automatik ett verk i taget', 'VA-chefen', 'När leverantören har godkänt'),
      ],
      contacts: [desk('VA-jouren', 'Vatten och avlopp', '16'), supplier('Styrteknik i Norr', '17'), officer],
      paperPlace: 'Vattenverkets kontrollrum',
    },
  },
  {
    object: 'unit:hemtjanst',
    kind: 'both',
    // Its review has passed.
    daysAgo: 210,
    reviewMonths: 6,
    content: {
      recoveryHours: 2,
      lossHours: 4,
      longestOutageHours: 8,
      systemIds: [system('trygghetslarm'), system('schema')],
      steps: [
        step(
          'Arbeta efter den utskrivna planeringen',
          'Planeraren',
          'Genast',
          'Veckans körlista skrivs ut varje fredag och ligger i varje bil.',
        ),
        step('Samla personalen och fördela de viktigaste besöken', 'Enhetschefen', 'Inom 2 timmar'),
      ],
      contacts: [desk('Hemtjänstens planerare', 'Besök och bilar', '18'), officer],
      paperPlace: 'I varje bil och på expeditionen',
    },
  },
  {
    object: 'system:social',
    kind: 'both',
    daysAgo: 150,
    reviewMonths: 12,
    content: {
      recoveryHours: 8,
      lossHours: 4,
      longestOutageHours: 24,
      suppliers: ['Socialsystem AB'],
      steps: [
        step('Anmäl avbrottet', 'Den som märker det', 'Inom 30 minuter'),
        step(
          'Dokumentera på papper',
          'Handläggaren',
          'Under hela avbrottet',
          'Blanketterna finns i pärmen, flik 4.',
        ),
      ],
      contacts: [itDesk, supplier('Socialsystem', '19')],
      paperPlace: 'Socialkontorets expedition',
    },
  },
  {
    object: 'system:katalog',
    kind: 'both',
    daysAgo: 190,
    reviewMonths: 12,
    secrecyProvision: 'OSL 18:8',
    content: {
      recoveryHours: 4,
      lossHours: 1,
      longestOutageHours: 8,
      steps: [
        step('Kalla in it-jouren och it-chefen', 'It-jouren', 'Genast'),
        step(
          'Logga in med reservkontona',
          'It-jouren',
          'Inom 1 timme',
          'Kuvertet med reservkonton ligger i kassaskåpet. Två personer öppnar det.',
        ),
      ],
      contacts: [itDesk, desk('It-chefen', 'Beslut om nedstängning', '20')],
      paperPlace: 'It-avdelningens kassaskåp',
    },
  },
  {
    object: 'system:larm',
    // How work goes on without it is not written.
    kind: 'incident',
    daysAgo: 180,
    reviewMonths: 12,
    content: {
      recoveryHours: 2,
      lossHours: 24,
      longestOutageHours: 12,
      steps: [step('Ring runt efter den utskrivna larmlistan', 'Tjänsteman i beredskap', 'Inom 15 minuter')],
      contacts: [officer, itDesk],
      paperPlace: 'Krispärmen i ledningsrummet',
    },
  },
  {
    object: 'system:schema',
    kind: 'both',
    daysAgo: 14,
    // Still being written.
    reviewMonths: null,
    content: {
      recoveryHours: 24,
      steps: [
        step('Använd det utskrivna schemat', 'Enhetschefen', 'Genast', 'Schemat skrivs ut varje måndag.'),
      ],
    },
  },
];
