import { tokenTextsSv } from '../../../mail/token.texts.sv.ts';

export const mailIntakeTextsSv = {
  name: 'Rapporter med e-post',
  fields: {
    isOn: 'Läs brevlådan',
    folder: 'Mapp som läses',
    doneFolder: 'Mapp dit lästa brev flyttas',
    reason: 'Skäl',
    uidValidity: 'Mappens giltighet',
    uid: 'Brevets nummer',
    keyHash: 'Brevets kontrollsumma',
    receivedAt: 'Kom till brevlådan',
    sender: 'Avsändare',
    outcome: 'Vad det blev',
    incidentId: 'Ärende',
    pointsAt: 'Hänvisar till',
    filesRefused: 'Filer som inte togs emot',
    mayAnswer: 'Avsändaren får svar',
    code: 'Kod',
  },
  refusals: {
    sameFolder: 'Lästa brev kan inte flyttas till mappen som läses. Välj en annan, eller lämna tomt.',
    nothingChanged: 'Inget har ändrats.',
    alreadySettled: 'Brevet är redan läst.',
  },
  events: {
    'mailIntake.set': 'ändrade hur rapporter tas emot med e-post',
    'mailIntake.tested': 'prövade om brevlådan går att läsa',
    'mailIntake.taken': 'tog emot ett brev i brevlådan för rapporter',
    'mailIntake.setAside': 'lade ett brev i brevlådan för rapporter åt sidan',
  },
  outcomes: {
    report: 'Blev ett ärende',
    addition: 'Lades till i ett ärende',
    again: 'Samma brev igen',
    aside: 'Lades åt sidan',
  },
  reasons: {
    bounce: 'Ett besked om att ett brev inte kom fram.',
    autoReply: 'Ett automatiskt svar.',
    own: 'Skickat från Värnas egen adress.',
    tooLarge: 'För stort.',
    unreadable: 'Gick inte att läsa.',
    empty: 'Tomt.',
    tooMany: 'Avsändaren har skickat för mycket den senaste timmen.',
    refused: 'Innehållet gick inte att ta emot.',
  },
  looks: {
    read: 'Brevlådan lästes.',
    noServer: 'Ingen brevlåda är inställd.',
    unreachable: 'Servern svarade inte.',
    signIn: 'Servern godtog inte inloggningen.',
    encryption:
      'Förbindelsen gick inte att kryptera, eller servern har inget certifikat som går att lita på.',
    noFolder: 'Mappen finns inte i brevlådan.',
    notMarked:
      'Breven togs emot, men gick inte att markera eller flytta. Finns mappen dit de flyttas, och får Värna skriva i brevlådan?',
    ...tokenTextsSv,
    tokenNotAccepted:
      'Inloggningstjänsten gav en åtkomsttoken, men brevlådan godtog den inte. Klienten saknar rätt till brevlådan, eller så är användarnamnet fel.',
  },
  answer: {
    taken: 'Tack, din rapport har kommit fram',
    notTaken: 'Ditt brev kunde inte tas emot',
    thanks: 'Tack för att du hörde av dig. Din rapport är mottagen och någon tittar på den.',
    next: 'Vill du lägga till något? Svara på det här brevet, eller använd koden nedan. Skicka inte lösenord eller personnummer, och inget som kan röra Sveriges säkerhet.',
    brief: 'Din rapport är mottagen. Vill du lägga till något: svara på brevet, eller använd koden nedan.',
    code: 'Koden som du följer ärendet med:',
    tooLarge: (megabytes: string): string =>
      `Brevet var större än ${megabytes} MB och har inte blivit någon rapport.`,
    filesRefused: (count: string, megabytes: string): string =>
      `Filer som inte togs emot: ${count}. En fil får vara på högst ${megabytes} MB, och vara en bild, en film, text, PDF, ett dokument eller zip.`,
    unreadable: 'Brevet gick inte att läsa och har inte blivit någon rapport.',
    instead: 'Rapportera i stället på webbplatsen. Det tar en minut.',
    follow: 'Följ ditt ärende',
    report: 'Rapportera',
    because: 'ett brev kom från din adress till kommunens brevlåda för rapporter',
  },
};
