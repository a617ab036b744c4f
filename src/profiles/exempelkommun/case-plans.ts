import type { Fault } from './case-reports.ts';

/** How far a case of the example has come. `secret` and `masked` are at work, and kept from others as a whole or in part. */
export type CaseStage = 'new' | 'atWork' | 'handled' | 'closed' | 'reopened' | 'merged' | 'secret' | 'masked';

/** A case of the example municipality: what somebody wrote, where, about which system, what it turned out to be. */
export interface CasePlan {
  readonly happened: string;
  readonly unit: string;
  readonly system: string | null;
  readonly kind: 'event' | 'incident' | 'personalDataBreach' | 'nearMiss' | 'deviation';
  /** The highest level of consequence, in which aspect. */
  readonly level: readonly ['confidentiality' | 'integrity' | 'availability' | 'traceability', number];
  readonly daysAgo: number;
  readonly stage: CaseStage;
  /** A number of the person who reported; null when it was nobody known. */
  readonly reporter: number | null;
  readonly supplier?: string;
  /** What of the law's duties is left undone, on purpose; most are seen to in time. */
  readonly fault?: Fault;
}

const aspects = { K: 'confidentiality', R: 'integrity', T: 'availability', S: 'traceability' } as const;

/**
 * Forty cases of a year, the oldest first: what a small municipality sees. Days ago, how far it has come, what it was, aspect and
 * level, unit, system, number of the reporter, what was written, and the supplier it came from.
 */
const table = `
350 | closed | personalDataBreach | K2 | ifo | - | 310 | Ett beslut om bistånd skickades till fel adress.
341 | closed | event | T1 | it | epost | 12 | E-posten var långsam hela förmiddagen.
333 | closed | nearMiss | K1 | centralskolan | elevregister | 150 | En lärare var på väg att visa fel klasslista på duken.
322 | closed | incident | T2 | hemtjanst | schema | 330 | Planeringen för hemtjänsten gick inte att öppna i mobilen.
311 | closed | personalDataBreach | K2 | elevhalsa | - | 170 | En elevmapp glömdes kvar på bussen.
300 | closed | event | K1 | hr | epost | 25 | Ett mejl bad mig logga in för att få ut lönen.
290 | closed | deviation | S1 | bistand | - | 340 | Vi delar inloggning på den gemensamma datorn.
281 | closed | incident | T3 | hsl | - | 345 | Journalsystemet gick inte att nå under natten. | Journalbolaget AB
274 | closed | nearMiss | R1 | ekonomi | ekonomi | 20 | En faktura hade fått ett annat kontonummer än vanligt.
262 | closed | personalDataBreach | K1 | forskola-norr | - | 110 | Närvarolistan satt uppe i entrén så att alla kunde läsa den.
251 | closed | event | T1 | kommunikation | - | 40 | Webbplatsen visade ett felmeddelande i en halvtimme.
240 | closed | incident | R2 | ekonomi | debitering | 22 | Avgifterna för barnomsorg räknades fel i månadens fakturor.
228 | closed | deviation | K1 | it | katalog | 30 | Tre konton fanns kvar efter att personerna hade slutat.
219 | closed | personalDataBreach | K3 | soc | - | 300 | En handling med skyddade personuppgifter lämnades ut.
205 | closed | event | K1 | gymnasiet | larplattform | 200 | En elev visade att man kunde se andras inlämningar.
198 | closed | incident | T2 | bu | larplattform | 105 | Lärplattformen låg nere under de nationella proven. | Skolplattformen AB
198 | merged | incident | T2 | strandskolan | larplattform | 180 | Det går inte att logga in på lärplattformen. | Skolplattformen AB
176 | closed | nearMiss | K1 | lss | - | 320 | En okänd person följde med in genom personalingången.
160 | handled | personalDataBreach | K2 | hr | lon | 24 | En lönelista låg i en mapp som alla chefer kunde se.
151 | closed | event | T1 | solgarden | - | 335 | Larmknapparna svarade sent under kvällen.
142 | closed | incident | T1 | kansli | arende | 8 | Diariet var låst i två timmar efter en uppgradering.
131 | closed | deviation | S2 | ifo | - | 315 | Loggarna i verksamhetssystemet har inte granskats på ett år.
120 | reopened | personalDataBreach | K2 | bistand | epost | 342 | En utredning mejlades utan skydd till en annan kommun.
110 | closed | event | K1 | it | epost | - | Många har fått ett mejl som ser ut att komma från kommundirektören.
96 | closed | nearMiss | T1 | forskola-soder | - | 130 | Surfplattan tappades i golvet men gick att starta.
88 | handled | incident | R2 | ekonomi | upphandling | 21 | Ett anbud gick att ändra efter sista dagen.
77 | handled | personalDataBreach | K1 | kulturskola | - | 195 | Ett gruppmejl visade alla vårdnadshavares adresser.
70 | closed | event | T1 | bergsskolan | - | 190 | Skrivarna på skolan slutade fungera.
58 | handled | deviation | K1 | kommunikation | - | 42 | Bilder på elever låg kvar i en fotografs molntjänst.
45 | atWork | personalDataBreach | K2 | hr | rehab | 26 | Leverantören skriver att uppgifter kan ha läckt. | Personalstöd i Norr AB
45 | atWork | personalDataBreach | K2 | bu | rehab | - | Vi har fått ett brev om ett intrång hos vår leverantör. | Personalstöd i Norr AB
31 | masked | incident | K2 | ifo | - | 312 | En kollega har läst i journaler som hen inte arbetar med.
24 | atWork | incident | T2 | hemtjanst | schema | 333 | Nyckelhanteringen fungerar inte, vi kommer inte in till alla.
17 | secret | incident | K3 | it | katalog | 33 | Någon försöker logga in med administratörskonton nattetid.
12 | atWork | nearMiss | R1 | ekonomi | ekonomi | 23 | En betalning stoppades för att mottagaren inte stämde.
9 | atWork | event | K1 | vux | - | - | En student hittade ett usb-minne i korridoren.
2 | atWork | personalDataBreach | K2 | hsl | - | 346 | En lista med läkemedel låg kvar i skrivaren.
2 | new | event | K1 | gymnasiet | - | 205 | Min telefon med jobbmejlen är borta sedan i går.
1 | new | event | T1 | bjorken | - | - | Journalsystemet svarar inte på någon av våra datorer.
0 | new | event | K1 | kansli | epost | 9 | Jag klickade på en länk och skrev mitt lösenord.
`;

/** Three of the year's cases show what it looks like when something is missed: by the words they begin with. */
const faults: Readonly<Record<string, Fault>> = {
  'En utredning mejlades': 'late',
  'Ett gruppmejl visade': 'notRecorded',
  'Nyckelhanteringen fungerar': 'undecided',
};

export const casePlans: readonly CasePlan[] = table.trim().split('\n').map(readPlan);

function readPlan(line: string): CasePlan {
  const cells = line.split(' | ');
  const [daysAgo = '', stage = '', kind = '', level = '', unit = '', system = '-', reporter = '-'] = cells;
  const [happened = '', supplier] = cells.slice(7);
  const fault = Object.entries(faults).find(([words]) => happened.startsWith(words))?.[1];
  return {
    daysAgo: Number(daysAgo),
    // The table above is ours; profiles.test.ts fills a municipality with it.
    stage: stage as CaseStage,
    kind: kind as CasePlan['kind'],
    level: [aspects[level.charAt(0) as keyof typeof aspects], Number(level.charAt(1))],
    unit,
    system: system === '-' ? null : system,
    reporter: reporter === '-' ? null : Number(reporter),
    happened,
    ...(supplier === undefined ? {} : { supplier }),
    ...(fault === undefined ? {} : { fault }),
  };
}
