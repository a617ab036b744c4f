import type { TextsLike } from '../../../../kernel/texts.ts';
import type { reportPagesTextsSv } from './report-pages.texts.sv.ts';

/** The same in plain words (lätt svenska): short sentences, common words, one thought at a time. */
export const reportPagesTextsEasy: TextsLike<typeof reportPagesTextsSv> = {
  title: 'Berätta vad som har hänt',
  lead: 'Har något blivit fel? Är något konstigt? Berätta för oss. Du får göra fel. Ingen blir arg.',
  progress: (step: string, steps: string) => `${step} av ${steps}`,
  next: 'Nästa fråga',
  back: 'Tillbaka',
  send: 'Skicka',
  easy: 'Lätt svenska',
  usual: 'Vanlig svenska',
  draftKept: 'Vi sparar det du skriver. Du kan stänga sidan och fortsätta sedan.',
  discard: 'Ta bort allt jag har skrivit',
  security: {
    question: 'Handlar det om Sveriges säkerhet?',
    button: 'Ja, eller jag vet inte',
    title: 'Skriv inte mer',
    text: 'Det som handlar om Sveriges säkerhet får du inte skriva här. Prata med din chef eller säkerhetschefen. Gå dit. Berätta inte i telefon. Vi har inte fått det du skrev.',
    discard: 'Ta bort det jag har skrivit',
    back: 'Nej, det handlar inte om det',
  },
  happened: {
    label: 'Vad har hänt?',
    hint: 'Skriv som du pratar. Skriv inte lösenord. Skriv inte personnummer.',
    missing: 'Skriv lite om vad som har hänt.',
  },
  personnummer: {
    title: 'Är det ett personnummer?',
    text: 'Ta bort det om du kan. Vi frågar dig om vi behöver veta.',
    keep: 'Det är inte ett personnummer',
  },
  secretWords: {
    title: 'Skriv inte hemliga saker',
    text: 'Du skrev ett ord som kan vara hemligt. Skriv vad som hände. Skriv inte vad som står i pappret.',
  },
  noticed: {
    label: 'När såg du det?',
    now: 'Nu',
    nowHint: 'för mindre än en timme sedan',
    earlier: 'Tidigare',
    at: 'Dag och tid',
    atHint: 'Du kan gissa.',
    missing: 'Välj när du såg det.',
    future: 'Den tiden har inte kommit än.',
  },
  where: {
    label: 'Var hände det?',
    hint: 'Till exempel en plats eller en webbsida. Du kan hoppa över frågan.',
    affected: 'Vilket program eller vilka papper gäller det?',
    affectedHint: 'Om du vet.',
    title: 'Var hände det?',
  },
  ongoing: {
    label: 'Händer det fortfarande?',
    yes: 'Ja',
    yesHint: 'Ring också it eller din chef nu.',
    no: 'Nej, det är slut',
    unknown: 'Jag vet inte',
    missing: 'Välj ett svar.',
  },
  contact: {
    title: 'Får vi ringa eller skriva till dig?',
    named: (name: string) => `Skicka mitt namn, ${name}`,
    namedHint: 'Om du inte skickar ditt namn vet ingen att det är du. Då kan vi inte fråga dig.',
    label: 'Telefon eller e-post',
    hint: 'Du behöver inte svara. Du får en kod. Med koden kan du se vad som händer.',
    files: 'Bild eller fil',
    filesHint: (megabytes: string) => `En bild är bra. Den får vara högst ${megabytes} MB.`,
    addFile: 'Lägg till en bild eller fil',
    tooLarge: (name: string, megabytes: string) => `${name} är för stor. Den får vara högst ${megabytes} MB.`,
    remove: (name: string) => `Ta bort ${name}`,
    public: 'Andra kan få läsa det du skickar, men inte det som är hemligt.',
  },
  sent: {
    thanks: 'Tack!',
    code: 'Din kod',
    codeText:
      'Spara koden. Med koden kan du se vad som händer. Du kan också skriva mer. Koden visas bara här.',
    copy: 'Kopiera koden',
    copied: 'Koden är kopierad',
    nextTitle: 'Vad händer nu?',
    nextText:
      'En person läser det du skrev och hjälper till. Händer det mer? Skriv det med din kod, eller ring.',
    follow: 'Se vad som händer',
    another: 'Berätta om en sak till',
    filesLeft: (count: number) =>
      count === 1 ? 'Vi skickar en fil till.' : `Vi skickar ${count} filer till.`,
    forget: 'Ta bort från den här telefonen',
  },
  waiting: {
    title: 'Vi har sparat det du skrev',
    text: 'Det är inte skickat än. Det finns inget internet just nu. Vi skickar det när det går, nästa gång sidan är öppen. Det skickas bara en gång.',
    try: 'Försök igen',
    refused: 'Det gick inte att skicka',
    count: (count: number) =>
      count === 1 ? 'En sak väntar på att skickas.' : `${count} saker väntar på att skickas.`,
  },
  device: {
    kept: 'Det du skriver finns kvar på den här enheten. Det är borta när du loggar ut eller trycker på knappen här.',
    forget: 'Glöm det som finns på den här enheten',
    forgetAnyway: 'Glöm det ändå',
    keep: 'Behåll det',
    forgotten: 'Det är borta från den här enheten.',
    lost: (count: number) =>
      count === 1
        ? 'En rapport är inte skickad. Den försvinner.'
        : `${count} rapporter är inte skickade. De försvinner.`,
    others: (count: number) =>
      count === 1
        ? 'Någon annan har en rapport på enheten. Den skickas när hen loggar in igen.'
        : `Andra har ${count} rapporter på enheten. De skickas när de loggar in igen.`,
    leaving: 'Allt är inte skickat',
    named: (count: number) =>
      count === 1
        ? 'En rapport med ditt namn är inte skickad. Du måste vara inloggad för att skicka den.'
        : `${count} rapporter med ditt namn är inte skickade. Du måste vara inloggad för att skicka dem.`,
    unnamed: (count: number) =>
      count === 1
        ? 'En rapport eller fil utan ditt namn skickas senare. Du får inte se koden.'
        : `${count} rapporter eller filer utan ditt namn skickas senare. Du får inte se koderna.`,
    draft: 'En rapport som du har börjat skriva slängs.',
    stay: 'Stanna inloggad',
    leave: 'Logga ut',
    leaveUnnamed: 'Logga ut och skicka utan mitt namn',
    leaveThrowing: 'Logga ut och släng det',
  },
  follow: {
    title: 'Se vad som händer',
    lead: 'Skriv koden som du fick.',
    code: 'Din kod',
    codeHint: 'Tjugo tecken.',
    look: 'Visa',
    unknown: 'Koden är fel. Titta på koden igen.',
    states: {
      received: 'Vi har fått det du skrev. Ingen har läst det än.',
      inProgress: 'Vi har läst det du skrev. Någon arbetar med det.',
      closed: 'Det är klart.',
    },
    reported: (moment: string) => `Du skrev ${moment}`,
    messages: 'Meddelanden',
    fromYou: 'Du skrev',
    toYou: 'Till dig',
    add: 'Skriv mer',
    addHint: 'Skriv mer om du vet mer. Svara om vi har frågat något.',
    send: 'Skicka',
    added: 'Tack. Det är skickat.',
    addFile: 'Lägg till en bild eller fil',
  },
};
