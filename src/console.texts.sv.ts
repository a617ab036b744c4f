/** What is said at the console, to the one who runs the installation. */
export const consoleTextsSv = {
  unknownVariable: (name: string) =>
    `Miljövariabeln ${name} känns inte igen. Kontrollera stavningen eller ta bort den.`,
  badVariable: (name: string, reason: string) => `Miljövariabeln ${name} är fel: ${reason}`,
  oneOf: (values: string) => `skriv något av ${values}.`,
  portRange: 'skriv ett portnummer mellan 0 och 65535.',
  publicUrl: 'skriv adressen som folk använder, till exempel https://varna.kommunen.se, utan sökväg.',
  databaseUrl: 'skriv en adress som börjar med postgres://.',
  appWithoutOwner: 'den används bara tillsammans med DATABASE_URL.',
  smtpUrl: 'skriv smtp://användare:lösenord@server:587 eller smtps://server:465, utan sökväg.',
  smtpHost: 'skriv e-postserverns namn, till exempel smtp.kommunen.se.',
  smtpFrom: 'skriv en enda e-postadress, utan namn, som varna@kommunen.se.',
  smtpFromMissing: 'skriv vilken adress e-posten ska komma från, som varna@kommunen.se.',
  smtpBoth: 'skriv antingen SMTP_URL eller SMTP_HOST, inte båda.',
  smtpAlone: 'den används bara tillsammans med SMTP_HOST eller SMTP_URL.',
  imapHost: 'skriv namnet på servern där brevlådan finns, till exempel imap.kommunen.se.',
  imapAlone: 'den används bara tillsammans med IMAP_HOST.',
  imapUserAndPassword:
    'en brevlåda har användare och lösenord: ange både IMAP_USER och IMAP_PASSWORD, eller IMAP_OAUTH_… i stället för lösenordet.',
  smtpUserAndPassword:
    'användare och lösenord anges båda, eller inget av dem. I stället för lösenordet kan SMTP_OAUTH_… anges.',
  oauthUrl: 'skriv en adress som börjar med https://, utan användare och lösenord i den.',
  oauthWhole: 'den saknas. Ange …_OAUTH_TOKEN_URL, …_OAUTH_CLIENT_ID och …_OAUTH_CLIENT_SECRET, alla tre.',
  oauthPassword: 'ange antingen ett lösenord eller inloggning med OAuth, inte båda.',
  oauthEncrypted: 'inloggning med OAuth kräver kryptering. Ta bort variabeln.',
  secretKey: 'skriv 32 slumpade byte i base64.',
  oldNode: (version: string) =>
    `Värna behöver Node 24 eller nyare, men detta är ${version}. Starta med ”npm start”, som väljer rätt.`,
  portTaken: (host: string, port: string) =>
    `Porten ${port} på ${host} är upptagen. Är Värna redan igång? Välj annars en annan med PORT.`,
  cannotListen: (host: string, port: string, reason: string) =>
    `Det går inte att lyssna på ${host}:${port}: ${reason}`,
  opening: 'Öppnar databasen …',
  migrated: (count: string) => `Databasen fördes till den här versionen (${count} steg).`,
  ready: (url: string) => `Värna är igång: ${url}`,
  setupLink: (link: string) =>
    `\nKom igång – öppna länken. Den gäller tills det första kontot finns:\n\n  ${link}\n`,
  profileApplying: (name: string) => `Lägger in startprofilen ${name} …`,
  profileApplied: (name: string, seconds: string) => `Startprofilen ${name} finns på plats (${seconds} s).`,
  demo: 'Det här är en demonstration: allt försvinner när den stoppas, och vem som helst får logga in med ett klick.',
  demoNeedsEmpty: 'En demonstration startas bara i en tom datamapp. Använd ”npm run demo”, som gör en egen.',
  webMissing:
    'Webbdelen är inte byggd (dist/web saknas). Programgränssnittet fungerar. Bygg med ”npm start”.',
  notTold: (reason: string) =>
    `Loggen kunde inte få veta hur många försök som avvisats, men får det vid nästa försök: ${reason}`,
  stopping: 'Stoppar …',
  stopped: 'Värna är stoppat.',
  failed: (reference: string, what: string) => `Fel ${reference} vid ${what}:`,
  startFailed: 'Värna kunde inte starta:',
  witnessDisagrees: (name: string) =>
    `LOGGEN STÄMMER INTE med det som vittnet ${name} har. Vittnet har inte fått något nytt. Utred vem som har haft åtkomst till databasen, och spara det som vittnet har.`,
  logNotWhole: (count: string) =>
    `LOGGEN ÄR INTE HEL: den dagliga kontrollen hittade fel (${count}). De står under Loggen i Värna. Utred vem som har haft åtkomst till databasen.`,
  logStopped: {
    clockSetBack:
      'LOGGEN STÅR STILL: datorns klocka visar en tid före den senaste kontrollpunkten. Ställ klockan. Ändringar tas emot och får sina nummer när klockan är rätt.',
    treeChanged:
      'LOGGEN STÅR STILL: loggens träd är ändrat i databasen och ger inte längre den hash som signerats. Kontrollera loggen (varna verify-audit) och utred vem som har haft åtkomst.',
    restoredBackup:
      'LOGGEN STÅR STILL: databasen är äldre än en kontrollpunkt som redan signerats. Har en säkerhetskopia återställts? Utred, och godkänn sedan med varna audit accept-restore.',
    failing: 'LOGGEN STÅR STILL: numreringen misslyckades och försöks igen. Felet står nedan.',
  },
};
