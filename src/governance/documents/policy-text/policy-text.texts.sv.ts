/** Words about reading a policy text. */
export const policyTextTextsSv = {
  emptyText: 'Filen innehåller ingen text. Välj en annan fil eller klistra in texten.',
  tooLong: (length: number, limit: number): string =>
    `Texten är för lång: ${length.toLocaleString('sv-SE')} tecken. Högst ${limit.toLocaleString('sv-SE')} går att läsa in. Är det verkligen policyn?`,
  fileTooLarge: (length: number, limit: number): string =>
    `Filen är för stor: ${(length / 1_000_000).toFixed(1).replace('.', ',')} MB. Högst ${String(Math.floor(limit / 1_000_000))} MB går att läsa in.`,
  controlCharacters: (line: number): string =>
    `Rad ${String(line)} innehåller styrtecken som inte hör hemma i en text. Ta bort dem, eller spara filen på nytt som text (UTF-8).`,
  noRecognisableDemand: (sentences: number): string =>
    `Vi hittade inga krav i texten (${String(sentences)} ${sentences === 1 ? 'mening' : 'meningar'} lästa). Ett krav är en mening med till exempel ”ska”, ”får inte”, ”ansvarar” eller ”bör”. Kontrollera att det är rätt dokument.`,
  notText: 'Filen är inte en textfil. Välj en fil i formatet txt eller docx, eller klistra in texten.',
  notDocx:
    'Filen är inte ett Word-dokument (docx). Öppna den i Word och spara den som docx, eller klistra in texten.',
  brokenDocx:
    'Word-dokumentet är skadat och går inte att läsa. Öppna det i Word, spara en ny kopia och försök igen.',
  zipBomb:
    'Word-dokumentet är orimligt stort när det packas upp. Ta bort bilder och bilagor, eller klistra in texten.',
  markedWrong: (sentence: string): string =>
    `Märket står fel vid ”${sentence}”. Varje märke ska följa direkt efter en hel mening, och varje mening har högst ett.`,
  leftover: {
    figureWords: 'Ord ur en figur eller faktaruta',
    pageNumber: 'Sidnummer',
    runningHeader: 'Sidhuvud eller sidfot',
    tableOfContents: 'Innehållsförteckning',
    mark: 'Punkt eller nummer i en lista',
    lineHyphen: 'Avstavning vid radslut',
  },
  demand: { ska: 'Krav (ska)', bor: 'Rekommendation (bör)', none: 'Inget krav' },
  noDemand: {
    statesPurpose: 'Meningen säger vad policyn är till för.',
    overallAim: 'Meningen anger det mål som alla krav tillsammans mäter.',
    definition: 'Meningen förklarar ett ord.',
  },
};
