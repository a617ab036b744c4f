import type { FindingCode } from './finding.ts';

/** Varje fel: vad det är och vad det kan betyda. */
const findings: Readonly<Record<FindingCode, string>> = {
  leafEmpty: 'Händelsen saknas. Någon har tagit bort den ur databasen.',
  leafForm: 'Raden har inte den form som loggen skriver. Någon har skrivit den för hand eller ändrat den.',
  leafChanged:
    'Händelsen är ändrad i efterhand. Loggens egen kontrollsumma för den stämmer med det signerade trädet, men innehållet gör det inte.',
  leafTwice: 'Händelsen finns redan en gång tidigare i loggen. Någon har kopierat in den.',
  leafAdded: 'Händelsen hör inte till trädet. Någon har lagt in den i efterhand.',
  leafGone: 'En eller flera händelser saknas här. Trädet har plats för dem, men raderna är borta.',
  leafMoved: 'Händelsen har bytt plats med en annan.',
  leafBackDated:
    'Händelsen har en tid långt före den försegling som gjordes innan den skrevs. Den är antedaterad, eller så gick serverns klocka fel.',
  leafAhead: 'Händelsen har en tid efter sin egen försegling. Tiden är ändrad, eller så gick en klocka fel.',
  endCut: 'Filen slutar mitt i en rad. Den är avklippt.',
  sealMissing: 'Signaturen avslutas inte av en försegling. Någon annan än Värna har signerat trädet.',
  sealForm: 'Förseglingen är inte den som ska stå här. Händelser har lagts till eller tagits bort runt den.',
  sealBackwards: 'Förseglingen har en tidigare tid än den före. Loggens tid har gått baklänges.',
  unsealedLeaves: 'Händelserna sist i loggen är inte förseglade.',
  rootWrong:
    'Händelserna ger inte den rot som signerades. Något i intervallet är ändrat, borttaget, tillagt eller flyttat. Antal signerade huvuden som inte stämmer:',
  checkpointWrong:
    'Det signerade huvudet stämmer inte med trädet, men senare huvuden gör det. Huvudet självt är ändrat.',
  checkpointNone: 'Det finns inget signerat huvud alls. Ingenting i loggen går att lita på.',
  checkpointForm: 'Ett signerat huvud går inte att läsa.',
  checkpointOrder: 'Huvudena står inte i storleksordning, eller så finns två för samma storlek.',
  checkpointOrigin: 'Huvudet hör till en annan logg.',
  checkpointSignature:
    'Huvudet är inte signerat med någon känd nyckel. Det är ändrat, eller signerat av någon annan.',
  checkpointMissing: 'Här slutar en integrering, men dess signerade huvud saknas. Någon har tagit bort det.',
  checkpointBeyond: 'Det signerade huvudet omfattar fler händelser än loggen har. De sista är borta.',
  keyForm: 'En nyckel går inte att läsa.',
  keyStrange:
    'Loggen har en nyckel som du inte har angett. Någon kan ha lagt till den för att signera om loggen.',
  witnessForm: 'Ett huvud i vittnets fil går inte att läsa.',
  witnessSignature:
    'Vittnets huvud är inte signerat med någon av nycklarna. Antingen har loggen signerats om med en ny nyckel, eller så är huvudet inte loggens.',
  witnessOrigin: 'Vittnets huvud kommer från en annan logg.',
  logCut:
    'Vittnet har ett huvud för en större logg. De sista händelserna är bortklippta, eller så är en gammal säkerhetskopia återläst.',
  fork: 'Vittnet har en annan rot för samma storlek. Loggen är omskriven efter den senaste storlek som stämmer: ändrad och signerad på nytt, eller en återläst kopia som fått leva vidare.',
  erasedUnnamed:
    'Innehållet är borta, men ingen gallring anger händelsen med dess kontrollsumma. Det är borttaget utan beslut.',
  erasedTooSoon:
    'Innehållet är gallrat för tidigt: tidigast efter ett år, och efter tio år för det som ändrade i registren. Det får inget beslut göra.',
  erasedStill: 'En gallring anger händelsen, men innehållet finns kvar eller är gallrat av en annan.',
  rowForm: 'En rad om registren går inte att läsa.',
  rowOrder:
    'En registerrad står inte i loggens ordning. Den är inlagd, eller så är dess händelse inte i loggen.',
  rowChanged:
    'Registerraden är inte den som loggen förseglade. Någon har ändrat den vid sidan av Värna. Ändrad i:',
  rowGone: 'Loggen har förseglat en registerrad som inte finns. Någon har tagit bort den.',
  rowUnnamed:
    'Ingen försegling anger registerraden. Den är inlagd vid sidan av Värna, eller pekar på fel händelse.',
  rowWithoutEvent: 'Registerraden har ingen händelse i loggen. Den är inlagd vid sidan av Värna.',
  rowNotCurrent:
    'Den rad som gäller i registret är inte den senaste versionen, eller så saknas den. Gällande version:',
  rowHashChanged: 'Loggens uppgift om registerradens kontrollsumma är ändrad efter förseglingen.',
  eventOutside:
    'Händelsen finns i databasen men inte i trädet, fast senare händelser gör det. Den är inlagd vid sidan av Värna.',
  columnsDiffer: 'Händelsens kolumner i databasen säger något annat än händelsen själv. Fält:',
  hashDiffers: 'Den sparade kontrollsumman är inte händelsens. Antingen är den ändrad eller händelsen.',
  tileDiffers: 'Trädets sparade kontrollsummor är ändrade. Plats:',
  checkpointColumns: 'Databasens uppgifter om huvudet säger något annat än det signerade huvudet.',
};

/** Verifierarens ord på svenska. */
export const wordsSv = {
  findings,
  usage:
    'Användning: node verify-audit.ts MAPP [--witnessed FIL]… [--key FIL] [--json] [--english]\n' +
    '  MAPP        en export: events.ndjson, checkpoints.txt, key.pub, rows.ndjson, hashes.bin\n' +
    '  --witnessed signerade huvuden som någon har sparat utanför Värna\n' +
    '  --key       nycklar att lita på; annars används de som följer med exporten\n' +
    'Svarar med 0 när loggen är hel, 1 när något är fel och 2 när den inte gick att läsa.',
  unreadable: (what: string) => `Går inte att läsa: ${what}`,
  progress: (count: string) => `${count} händelser lästa`,
  whole: 'Loggen är hel.',
  broken: (count: string) => `Loggen är inte hel: ${count} fel.`,
  log: (origin: string) => `Logg: ${origin}`,
  size: (size: string, root: string) => `Händelser: ${size}, rot ${root}`,
  checkpoints: (count: string) => `Signerade huvuden: ${count}`,
  keysGiven: (keys: string) => `Nycklar att lita på: ${keys}`,
  keysOwn: (keys: string) =>
    `Nycklarna kom med loggen själv: ${keys}. Jämför dem med dem du har fått på annan väg.`,
  witnessed: (sizes: string) => `Stämmer med sparade huvuden för storlek ${sizes}.`,
  notWitnessed:
    'Inget huvud från något vittne jämfördes. En logg som skrivits om helt och signerats med rätt nyckel märks bara mot ett sådant.',
  rows: (checked: string) => `Registerrader kontrollerade: ${checked}`,
  rowsErased: (count: string) =>
    `Registerrader vars händelse är gallrad, som inte kan kontrolleras: ${count}`,
  erased: (count: string) => `Händelser med gallrat innehåll: ${count}`,
  erasedBy: (events: string, decision: string) => `  ${events} enligt ${decision}`,
  more: (count: string) => `… och ${count} fel till av samma slag.`,
  where: {
    leaf: 'händelse nr',
    to: 'till',
    size: 'huvud för storlek',
    event: 'id',
    row: 'rad',
    version: 'version',
  },
};
export type Words = typeof wordsSv;
