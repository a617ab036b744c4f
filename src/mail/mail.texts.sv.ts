export const mailTextsSv = {
  name: 'E-post',
  fields: { mails: 'Brev', state: 'Läge' },
  refusals: {
    alreadySettled: 'Det är redan känt hur det gick.',
    noAddress: 'Du har ingen e-postadress i personregistret.',
  },
  events: {
    'mail.sent': 'skickade e-post',
    'mail.failed': 'gav upp att skicka e-post',
    'mail.tested': 'skickade ett prov till sig själv',
  },
  kinds: {
    checkpoint: 'Loggens huvud till ett vittne',
    acknowledgement: 'Läs och kvittera',
    test: 'Prov',
    exceptionEnding: 'Ett undantag går ut',
    clock: 'En klocka går ut',
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
