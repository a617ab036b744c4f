/** Words of the binder, on the screen and on paper. */
export const binderPageTextsSv = {
  title: 'Krispärmen',
  lead: 'Alla planer som gäller och som du får läsa, i den ordning det återställs. Skriv ut den, så finns den när inget annat fungerar.',
  day: (day: string) => `Så som planerna gäller ${day}.`,
  print: 'Skriv ut krispärmen',
  download: 'Ladda ner som pdf',
  none: 'Det finns ingen plan som gäller och som du får läsa.',
  noneText: 'En plan kommer med i pärmen den dag den börjar gälla.',
  printedTitle: 'Kom pärmen ut på papper?',
  printedText:
    'Anteckna det, så räknas planerna som nåbara utan nät i tolv månader eller tills de ändras. Byt ut den gamla pärmen.',
  printedYes: 'Ja, anteckna utskriften',
  printedNo: 'Nej, inte den här gången',
  noted: 'Utskriften är antecknad.',
  first: 'Först av allt',
  report: 'Rapportera händelsen',
  reportText:
    'Alla får rapportera, även den som inte är säker. Gå till sidan för att rapportera, eller ring.',
  support: 'Ring hit',
  noTelephone: 'inget nummer angivet',
  vacant: 'ingen har uppdraget',
  contents: 'Innehåll',
  place: (number: string) => `Återställs som nummer ${number}`,
  noPlace: 'Har ingen plats i ordningen',
  version: (number: string, by: string, day: string) => `Version ${number}, beslutad av ${by} ${day}`,
  review: (day: string) => `Ses över senast ${day}`,
  secret: (provision: string) => `Sekretess: ${provision}`,
  copies: 'Kopior utanför nätet',
  copy: (kind: string, day: string, plans: string, all: string) =>
    `${kind} ${day}, med ${plans} av ${all} planer som gäller nu`,
  noCopies: 'Pärmen är varken utskriven, nerladdad eller sparad i den version som gäller.',
  device: 'Den här enheten',
  deviceKept: (moment: string, plans: string) =>
    `Krispärmen med ${plans} planer är sparad i den här webbläsaren sedan ${moment}. Sidan, planerna och stödrollernas nummer går att öppna utan nät.`,
  deviceErased:
    'Det raderas när du loggar ut, när någon annan loggar in här och efter 30 dagar. Webbläsaren kan radera det tidigare. Det är inte krypterat utöver enhetens eget skydd.',
  deviceNot: 'Inget är sparat på den här enheten.',
  deviceImpossible: 'Den här webbläsaren kan inte spara något för att läsas utan nät. Använd en utskrift.',
  deviceErase: 'Radera från enheten',
  deviceKeep: 'Spara på enheten',
};
