import {
  type Carrier,
  carriers,
  type PersonalData,
  type PersonalDataKind,
  personalDataAnswers,
  personalDataKinds,
  type SecrecyProvision,
  secrecyProvisions,
} from '../../registers/information/vocabulary.ts';

/** Levels as they are spoken: K, R, T and for personal data S. */
export type Levels = readonly [number, number, number, number | null];

/** A piece of information that every municipality has, and the units where it is found. */
export interface AssetPlan {
  readonly name: string;
  readonly area: string;
  readonly units: readonly string[];
  readonly levels: Levels;
  readonly personalData: PersonalData;
  readonly kinds: readonly PersonalDataKind[];
  readonly secrecy: readonly SecrecyProvision[];
  readonly carriers: readonly Carrier[];
  readonly system: string | null;
}

/** name | area | units | levels K R T S | personal data | kinds | provisions of OSL | carriers | system */
const table = `
Protokoll och kallelser | styrning | kansli bu soc sbf | 1211 | ordinary | contact | | itSystem paper | arende
Diarium | styrning | kansli | 2322 | ordinary | contact | 18:8 | itSystem paper | arende
Delegationsbeslut | styrning | kansli bu soc sbf | 1211 | ordinary | contact | | itSystem paper | arende
Förtroendevaldas uppdrag och arvoden | styrning | kansli | 1211 | ordinary | contact finances | | itSystem paper | troman
Budget och verksamhetsplan | ekonomi | ekonomi budgetprocess | 121- | none | | | itSystem paper | ekonomi
Leverantörsfakturor | ekonomi | ekonomi | 1221 | ordinary | contact | | itSystem paper | ekonomi
Kundfakturor och avgifter | ekonomi | ekonomi | 2222 | ordinary | contact finances | | itSystem paper | debitering
Anbud och upphandlingar | ekonomi | ekonomi | 2211 | ordinary | contact | 31:16 19:3 | itSystem paper | upphandling
Anställningar och löner | personal | hr | 2322 | sensitive | employees identityNumber special | 39:2 | itSystem paper | lon
Rehabiliteringsärenden | personal | hr | 3212 | sensitive | employees health | 39:1 | itSystem paper conversation telephone | rehab
Rekryteringsärenden | personal | hr | 2111 | ordinary | contact | | itSystem paper | rekrytering
Medarbetarsamtal | personal | hr bu soc sbf hemtjanst lss | 2101 | ordinary | employees | 39:2 | notes conversation |
Scheman och bemanning | personal | hemtjanst solgarden bjorken lss hsl | 1231 | ordinary | employees | | itSystem paper | schema
Konton och behörigheter | it | it | 2333 | ordinary | employees | 18:8 | itSystem | katalog
Nätritningar och konfiguration | it | it | 332- | none | | 18:8 | itSystem paper | dokumentation
Driftloggar | it | it | 2322 | ordinary | employees | 18:8 | itSystem | logg
E-post och kalendrar | it | it | 2121 | ordinary | contact | | itSystem | epost
Risk- och sårbarhetsanalys | sakerhet | sakerhet | 321- | none | | 18:13 | itSystem paper | dokumentation
Krisledningsplan | sakerhet | sakerhet | 223- | none | | 18:13 | itSystem paper | dokumentation
Larmlistor | sakerhet | sakerhet fastighet | 2231 | ordinary | contact | 18:8 | itSystem paper | larm
Elevregister | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 2222 | ordinary | children identityNumber contact | 23:2 | itSystem paper | elevregister
Betyg | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 1322 | ordinary | children identityNumber | | itSystem paper | elevregister
Omdömen och lärplattform | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 2111 | ordinary | children | 23:2 | itSystem | larplattform
Frånvaro | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 2111 | ordinary | children | 23:2 | itSystem telephone | elevregister
Åtgärdsprogram och särskilt stöd | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 3212 | sensitive | children health | 23:2 | itSystem paper conversation telephone | elevhalsa
Kränkningsanmälningar | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 3212 | sensitive | children | 23:2 | itSystem paper conversation telephone | arende
Klassfoton och film | utbildning | centralskolan strandskolan bergsskolan gymnasiet | 1000 | ordinary | children | | film image | media
Barnregister förskola | utbildning | forskola-norr forskola-soder forskola-byn | 2222 | ordinary | children contact | 23:1 | itSystem paper | forskola
Närvarotider förskola | utbildning | forskola-norr forskola-soder forskola-byn | 1121 | ordinary | children | | itSystem | forskola
Utvecklingssamtal förskola | utbildning | forskola-norr forskola-soder forskola-byn | 2101 | ordinary | children | 23:1 | notes conversation |
Foton från verksamheten | utbildning | forskola-norr forskola-soder forskola-byn | 1000 | ordinary | children | | image film | media
Elevhälsosamtal | utbildning | elevhalsa | 3213 | sensitive | children health | 25:1 23:2 | conversation notes itSystem | elevhalsa
Elevhälsojournaler | halsa | elevhalsa | 3323 | sensitive | children health identityNumber | 25:1 | itSystem paper | elevhalsa
Skolskjutsbeslut | utbildning | skolskjuts | 1121 | ordinary | children contact | | itSystem paper | skolskjuts
Elevregister vuxenutbildning | utbildning | vux | 1211 | ordinary | identityNumber contact | | itSystem paper | elevregister
Elever i kulturskolan | kultur-naringsliv | kulturskola | 1110 | ordinary | children contact | | itSystem paper | kulturskola
Utredningar barn och unga | socialtjanst | ifo | 3323 | sensitive | children health special crime | 26:1 | itSystem paper conversation telephone | social
Ekonomiskt bistånd | socialtjanst | ifo | 3223 | sensitive | finances identityNumber | 26:1 | itSystem paper conversation telephone | social
Missbruksvård | socialtjanst | ifo | 3223 | sensitive | health | 26:1 | itSystem paper conversation telephone | social
Familjehem | socialtjanst | ifo | 3213 | sensitive | children protectedIdentity | 26:1 | itSystem paper | social
Orosanmälningar | socialtjanst | ifo | 3233 | sensitive | children | 26:1 | itSystem paper conversation telephone | social
Genomförandeplaner | socialtjanst | hemtjanst solgarden bjorken lss | 3222 | sensitive | health | 26:1 | itSystem paper | omsorg
Social dokumentation | socialtjanst | hemtjanst solgarden bjorken lss | 3323 | sensitive | health | 26:1 | itSystem | omsorg
Muntlig rapport vid arbetspass | socialtjanst | hemtjanst solgarden bjorken lss hsl | 3120 | sensitive | health | 26:1 | conversation notes |
Nycklar och portkoder | socialtjanst | hemtjanst | 3332 | ordinary | contact | 26:1 | itSystem paper | nyckel
Trygghetslarm | socialtjanst | hemtjanst trygghet | 2232 | sensitive | health | 26:1 | itSystem telephone | trygghetslarm
Hälso- och sjukvårdsjournaler | halsa | hsl solgarden bjorken | 3333 | sensitive | health identityNumber | 25:1 | itSystem paper | journal
Läkemedelslistor | halsa | hsl solgarden bjorken | 3333 | sensitive | health | 25:1 | itSystem paper | journal
Avvikelser och lex Sarah | socialtjanst | soc hsl hemtjanst solgarden bjorken lss | 3212 | sensitive | health employees | 26:1 | itSystem paper | avvikelse
Biståndsbeslut | socialtjanst | bistand | 3323 | sensitive | health identityNumber | 26:1 | itSystem paper | omsorg
Bygglovsärenden | bygg-miljo | bygg | 1211 | ordinary | contact | | itSystem paper | bygg
Ritningar till skyddsvärda byggnader | bygg-miljo | bygg fastighet | 321- | none | | 18:8 | itSystem paper | ritning
Kartor och geodata | bygg-miljo | bygg | 122- | none | | | itSystem | karta
Tillsynsärenden | bygg-miljo | miljo | 1211 | ordinary | contact | | itSystem paper | miljo
Livsmedelskontroller | bygg-miljo | miljo | 1210 | ordinary | contact | | itSystem paper | miljo
Driftövervakning vatten | teknik | va | 233- | none | | 18:8 | itSystem | scada
Vattenprover | teknik | va | 032- | none | | | itSystem paper | labb
Ledningsnät | teknik | va energi | 322- | none | | 18:8 18:13 | itSystem paper | karta
VA-abonnenter | teknik | va | 1211 | ordinary | contact finances | | itSystem paper | debitering
Snöröjning och vägunderhåll | teknik | gata | 012- | none | | | itSystem paper |
Passersystem och larm | teknik | fastighet | 2332 | ordinary | employees | 18:8 | itSystem | passer
Kamerabevakning | teknik | fastighet | 2212 | ordinary | | 32:4 | film | kamera
Insatsrapporter | teknik | raddning | 2222 | sensitive | health | | itSystem paper | insats
Låntagare | kultur-naringsliv | bibliotek | 2111 | ordinary | contact | 40:5 | itSystem | bibliotek
Bokningar av lokaler | kultur-naringsliv | fritid | 0110 | ordinary | contact | | itSystem | bokning
Webbplatsens innehåll | kommunikation | kommunikation | 022- | none | | | itSystem | webb
Bildarkiv | kommunikation | kommunikation | 1100 | ordinary | contact | | image film | media
Röstlängder | val | kansli | 1321 | ordinary | identityNumber | | itSystem paper |
Överförmyndarärenden | overformyndare | kansli | 3212 | sensitive | finances health | 32:4 | itSystem paper | overformyndare
Hyresgäster | bostader | bostader | 2211 | ordinary | contact finances protectedIdentity | | itSystem paper | hyra
Felanmälningar | bostader | bostader fastighet | 1120 | ordinary | contact | | itSystem telephone | felanmalan
Elmätvärden | teknik | energi | 2221 | ordinary | contact | | itSystem | matvarden
Kundregister energi | teknik | energi | 2211 | ordinary | contact finances | | itSystem paper | debitering
Möten och anteckningar | styrning | ledning bu soc sbf it | 1000 | ordinary | contact | | notes conversation |
Inkommande telefonsamtal | styrning | kommunikation bistand ifo | 2020 | ordinary | contact | | telephone | vaxel
Avtal | ekonomi | ekonomi it fastighet soc bu | 1210 | ordinary | contact | 31:16 | itSystem paper | avtal
Intern kontroll | styrning | ekonomi bu soc sbf | 110- | none | | | itSystem paper | dokumentation
Synpunkter och klagomål | styrning | kommunikation soc bu | 1101 | ordinary | contact | | itSystem paper | arende
Projektdokumentation | projekt | trygghet it sbf | 1100 | ordinary | employees | | itSystem paper | dokumentation
Måltider och specialkost | utbildning | bu forskola-norr forskola-soder forskola-byn | 2321 | sensitive | children health | | itSystem paper | kost
Utlån av datorer och telefoner | it | it centralskolan gymnasiet | 1110 | ordinary | employees | | itSystem | mobil
Säkerhetskopior | it | it | 3332 | sensitive | employees special | 18:8 | itSystem | backup
Utskriftsköer | it | it | 2010 | ordinary | employees | | itSystem paper | utskrift
Läsåtgärder och digitala läromedel | utbildning | centralskolan strandskolan bergsskolan | 1110 | ordinary | children | | itSystem | lektion
Nyheter på intranätet | kommunikation | kommunikation | 011- | none | | | itSystem | intranat
Enkätsvar | kommunikation | kommunikation bu | 1100 | ordinary | contact | | itSystem | enkat
`;

/** What the example municipality knows, one row a piece and unit: about 180. */
export const assetPlans: readonly AssetPlan[] = table.trim().split('\n').map(readRow);

function readRow(line: string): AssetPlan {
  const [
    name = '',
    area = '',
    units = '',
    levels = '',
    personal = '',
    kinds = '',
    secrecy = '',
    forms = '',
    system = '',
  ] = line.split('|').map((cell) => cell.trim());
  const words = (cell: string) => cell.split(' ').filter(Boolean);
  const [k = 0, r = 0, t = 0] = [0, 1, 2].map((at) => Number(levels[at]));
  return {
    name,
    area,
    units: words(units),
    levels: [k, r, t, levels[3] === '-' ? null : Number(levels[3])],
    personalData: among(personalDataAnswers, personal),
    kinds: words(kinds).map((kind) => among(personalDataKinds, kind)),
    secrecy: words(secrecy).map((section) => among(secrecyProvisions, `OSL ${section}`)),
    carriers: words(forms).map((form) => among(carriers, form)),
    system: system === '' ? null : system,
  };
}

/** A word of the table that is not in the vocabulary is a fault in the table. */
function among<Value extends string>(values: readonly Value[], word: string): Value {
  const found = values.find((value) => value === word);
  if (found === undefined) throw new Error(`the example municipality says ${word}`);
  return found;
}
