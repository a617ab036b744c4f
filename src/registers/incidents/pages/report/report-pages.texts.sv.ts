/** Words of the pages where anybody reports. In a tone that thanks, and never asks who is to blame. */
export const reportPagesTextsSv = {
  title: 'Rapportera en händelse',
  lead: 'Har något gått fel, eller verkar något konstigt? Berätta. Det spelar ingen roll om det är du som har gjort fel, om du är osäker eller om det redan är löst.',
  progress: (step: string, steps: string) => `${step} av ${steps}`,
  next: 'Gå vidare',
  back: 'Tillbaka',
  send: 'Skicka rapporten',
  easy: 'Lätt svenska',
  usual: 'Vanlig svenska',
  draftKept: 'Det du skriver sparas på den här enheten tills du skickar.',
  discard: 'Släng det jag har skrivit',
  security: {
    question: 'Kan det röra Sveriges säkerhet eller säkerhetsskydd?',
    button: 'Ja, eller jag är osäker',
    title: 'Skriv ingenting om det här',
    text: 'Det som rör Sveriges säkerhet får inte skrivas in i Värna eller skickas med vanlig e-post. Kontakta säkerhetsskyddschefen eller säkerhetssamordnaren, helst genom att gå dit. Berätta ingenting om innehållet i telefon. Inget av det du har skrivit är skickat.',
    discard: 'Släng det jag har skrivit',
    back: 'Nej, det rör inte säkerhetsskydd',
  },
  happened: {
    label: 'Vad har hänt?',
    hint: 'Skriv med egna ord. Skriv inga lösenord, inga personnummer och inte mer om andra personer än som behövs.',
    missing: 'Skriv några ord om vad som har hänt.',
  },
  personnummer: {
    title: 'Det ser ut som ett personnummer',
    text: 'Ta bort det om det går. Vi kan fråga dig senare om vi behöver veta vem det gäller.',
    keep: 'Det är inget personnummer',
  },
  secretWords: {
    title: 'Skriv inget hemligt här',
    text: 'Du nämner något som kan vara hemligt eller ett lösenord. Skriv hellre vad som har hänt än vad som står i handlingen.',
  },
  noticed: {
    label: 'När märkte du det?',
    now: 'Nyss',
    nowHint: 'inom den senaste timmen',
    earlier: 'Tidigare',
    at: 'Dag och tid',
    atHint: 'Ungefär räcker.',
    missing: 'Välj när du märkte det.',
    future: 'Den tiden har inte varit ännu.',
  },
  where: {
    label: 'Var hände det?',
    hint: 'Arbetsplats, plats eller webbsida. Hoppa över det om du inte vet.',
    affected: 'Vilken information eller vilket system gäller det?',
    affectedHint: 'Om du vet.',
    title: 'Var, och vad gäller det?',
  },
  ongoing: {
    label: 'Pågår det fortfarande?',
    yes: 'Ja',
    yesHint: 'Ring också it-stödet eller din chef nu.',
    no: 'Nej, det är över',
    unknown: 'Jag vet inte',
    missing: 'Välj ett svar.',
  },
  contact: {
    title: 'Får vi kontakta dig?',
    named: (name: string) => `Skicka med mitt namn, ${name}`,
    namedHint: 'Utan namn kan ingen se att det var du som skickade, men vi kan inte heller fråga dig något.',
    label: 'Telefon eller e-post',
    hint: 'Lämna tomt om du vill vara anonym. Du får en kod, så att du kan följa ärendet ändå.',
    files: 'Bild eller fil',
    filesHint: (megabytes: string) =>
      `En bild av skärmen hjälper ofta. Högst ${megabytes} MB var. Var bilden togs skickas inte med.`,
    addFile: 'Lägg till en bild eller fil',
    tooLarge: (name: string, megabytes: string) =>
      `${name} är större än ${megabytes} MB och kan inte skickas här.`,
    remove: (name: string) => `Ta bort ${name}`,
    public:
      'Det du skickar blir en allmän handling. Den som begär ut den får bara läsa det som inte är hemligt.',
  },
  sent: {
    thanks: 'Tack för att du berättade',
    code: 'Din kod',
    codeText:
      'Skriv av koden eller spara den. Med den kan du se hur det går och lägga till mer. Den visas bara här.',
    copy: 'Kopiera koden',
    copied: 'Koden är kopierad',
    nextTitle: 'Vad händer nu?',
    nextText:
      'Säkerhetssamordnaren läser din rapport så snart som möjligt och bedömer vad som behöver göras. Händer något mer innan dess: lägg till det med din kod, eller ring.',
    follow: 'Följ ärendet',
    another: 'Rapportera något mer',
    filesLeft: (count: number) =>
      count === 1 ? 'En fil skickas fortfarande.' : `${count} filer skickas fortfarande.`,
    forget: 'Glöm rapporten på den här enheten',
  },
  waiting: {
    title: 'Rapporten är sparad på den här enheten',
    text: 'Den är inte skickad ännu: det finns inget nät, eller så är det mycket att göra just nu. Den skickas av sig själv så snart det går, nästa gång sidan är öppen. Den skickas bara en gång.',
    try: 'Försök igen nu',
    refused: 'Rapporten togs inte emot',
    count: (count: number) =>
      count === 1 ? 'En rapport väntar på att skickas.' : `${count} rapporter väntar på att skickas.`,
  },
  device: {
    kept: 'På den här enheten finns det du skriver, rapporter som inte är skickade och koderna till dem som är det, tills du loggar ut eller glömmer dem.',
    forget: 'Glöm det som finns på den här enheten',
    forgetAnyway: 'Glöm det ändå',
    keep: 'Behåll det',
    forgotten: 'Det är borta från den här enheten.',
    lost: (count: number) =>
      count === 1
        ? 'En rapport är inte skickad ännu. Den går förlorad.'
        : `${count} rapporter är inte skickade ännu. De går förlorade.`,
    others: (count: number) =>
      count === 1
        ? 'En rapport som någon annan har skrivit ligger kvar på enheten. Den skickas när hen loggar in igen.'
        : `${count} rapporter som andra har skrivit ligger kvar på enheten. De skickas när de som har skrivit dem loggar in igen.`,
    leaving: 'Allt är inte skickat',
    named: (count: number) =>
      count === 1
        ? 'En rapport med ditt namn är inte skickad ännu. Med ditt namn kan den bara skickas medan du är inloggad.'
        : `${count} rapporter med ditt namn är inte skickade ännu. Med ditt namn kan de bara skickas medan du är inloggad.`,
    unnamed: (count: number) =>
      count === 1
        ? 'En rapport eller fil utan ditt namn ligger kvar och skickas när det går. Koden till den visas inte för någon annan, inte heller för dig.'
        : `${count} rapporter eller filer utan ditt namn ligger kvar och skickas när det går. Koderna till dem visas inte för någon annan, inte heller för dig.`,
    draft: 'En rapport som du har börjat på slängs.',
    stay: 'Stanna inloggad',
    leave: 'Logga ut',
    leaveUnnamed: 'Logga ut och skicka utan mitt namn',
    leaveThrowing: 'Logga ut och släng det',
  },
  follow: {
    title: 'Följ ditt ärende',
    lead: 'Skriv koden som du fick när du rapporterade.',
    code: 'Din kod',
    codeHint: 'Tjugo tecken, med eller utan streck.',
    look: 'Visa hur det går',
    unknown: 'Koden stämmer inte. Kontrollera att du har skrivit alla tecken.',
    states: {
      received: 'Rapporten är mottagen. Ingen har bedömt den ännu.',
      inProgress: 'Rapporten är bedömd, och någon arbetar med den.',
      closed: 'Ärendet är avslutat.',
    },
    reported: (moment: string) => `Rapporterat ${moment}`,
    messages: 'Meddelanden',
    fromYou: 'Du skrev',
    toYou: 'Till dig',
    add: 'Lägg till något',
    addHint: 'Skriv vad mer du vet, eller svara på det vi har frågat.',
    send: 'Skicka',
    added: 'Tack. Det är skickat.',
    addFile: 'Lägg till en bild eller fil',
  },
};
