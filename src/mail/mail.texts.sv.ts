import { tokenTextsSv } from './token.texts.sv.ts';

export const mailTextsSv = {
  name: 'E-post',
  fields: { mails: 'Brev', state: 'Läge', code: 'Serverns kod' },
  refusals: {
    alreadySettled: 'Det är redan känt hur det gick.',
    notSent: 'Brevet har inte skickats, eller har redan kommit tillbaka.',
    noAddress: 'Du har ingen e-postadress i personregistret.',
  },
  events: {
    'mail.sent': 'skickade e-post',
    'mail.failed': 'gav upp att skicka e-post',
    'mail.returned': 'fick tillbaka e-post som inte kom fram',
    'push.sent': 'skickade aviseringar',
    'push.failed': 'gav upp att skicka aviseringar',
    'mail.tested': 'skickade ett prov till sig själv',
  },
  kinds: {
    checkpoint: 'Loggens huvud till ett vittne',
    acknowledgement: 'Läs och kvittera',
    test: 'Prov',
    exceptionEnding: 'Ett undantag går ut',
    clock: 'En klocka går ut',
    reportAnswer: 'Svar på en rapport med e-post',
    newReport: 'En ny rapport har kommit',
    deviceGone: 'En enhet väcker inte längre',
  },
  states: { queued: 'Väntar', sent: 'Skickat', failed: 'Kom inte fram' },
  outcomes: {
    accepted: 'Mottagarens server tog emot det.',
    refused: 'Mottagarens server avvisade det. Kontrollera adressen.',
    later: 'Servern bad om ett nytt försök senare.',
    unreachable: 'E-postservern svarade inte.',
    signIn: 'E-postservern godtog inte inloggningen.',
    encryption: 'Förbindelsen till e-postservern gick inte att kryptera.',
    noServer: 'Ingen e-postserver är inställd.',
    gone: 'Mottagaren finns inte längre.',
    returned: 'Det skickades men kom tillbaka. Kontrollera adressen.',
    ...tokenTextsSv,
    tokenNotAccepted:
      'Inloggningstjänsten gav en åtkomsttoken, men e-postservern godtog den inte. Klienten saknar rätt att skicka, eller så är inloggning med SMTP avstängd.',
  },
  /** How it went with a notification. */
  pushOutcomes: {
    accepted: 'Enhetens tjänst tog emot den.',
    refused: 'Enhetens tjänst avvisade den.',
    later: 'Tjänsten bad om ett nytt försök senare.',
    unreachable: 'Tjänsten svarade inte.',
    signIn: 'Tjänsten godtog inte Värnas nyckel. Stämmer serverns klocka?',
    encryption: 'Förbindelsen till tjänsten gick inte att lita på.',
    noServer: 'Den skickades aldrig.',
    gone: 'Enheten nås inte längre och är borttagen.',
    returned: 'Den kom tillbaka.',
  },
  frame: {
    sender: (municipality: string): string => `Värna, ${municipality}`,
    why: (because: string): string => `Du får det här för att ${because}.`,
  },
  test: {
    subject: 'Prov från Värna',
    text: 'Det här är ett prov. Har du fått det kan Värna skicka e-post.',
    because: 'du bad om ett prov på sidan E-post',
  },
};
