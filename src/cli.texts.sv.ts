/** Kommandoradens ord. */
export const cliTextsSv = {
  help: `varna – Värnas kommandorad

  varna token create --as <e-post eller uppdrag> [--days 1] [--name <namn>] [--read-only]
      Skriver ut en åtkomstnyckel för personen eller den som har uppdraget, och inget annat.
  varna user invite --email <e-post> [--given-name <förnamn> --family-name <efternamn>]
      Skriver ut en inbjudningslänk. Finns ingen med adressen läggs personen in.
  varna audit export --out <mapp> [--purpose <ändamål>] [--recipient <mottagare>]
      Skriver händelseloggen till en ny mapp, för den som ska granska den. Exporten antecknas i loggen.
  varna verify-audit [--witnessed <fil>]… [--key <fil>] [--json]
      Granskar loggen där den ligger. Svarar 0 när den är hel, 1 när något är fel, 2 när den inte gick att läsa.
  varna audit accept-restore --reason <skäl>
      Låter loggen gå vidare från en återställd säkerhetskopia. Skälet skrivs i loggen.
  varna doctor      Säger varifrån databasen kommer, hur gammal den är och vad som är fel.
                    Prövar att logga in på e-postservern och brevlådan, om de är inställda.
  varna migrate     För databasen till den här versionen.
  varna access      Visar vem som får göra vad.
  varna help        Visar detta.

Miljövariabler: PORT, HOST, VARNA_DATA, DATABASE_URL, DATABASE_APP_URL, VARNA_PUBLIC_URL, VARNA_SETUP.
Vad de betyder, och de för e-post, står i docs/handbok/drift.md.`,
  unknownCommand: (command: string) => `Kommandot ”${command}” finns inte. Skriv ”varna help”.`,
  badOption: (reason: string) => `Kommandot gick inte att tolka: ${reason}`,
  missing: (option: string) => `Ange ${option}.`,
  badDays: (most: string) => `--days ska vara ett heltal mellan 1 och ${most}.`,
  nobody: (who: string, offices: string) =>
    `Ingen som är här i dag har e-postadressen eller uppdraget ”${who}”. Uppdragen heter: ${offices}.`,
  nobodyYet: (office: string) =>
    `Ingen person finns ännu. ”Värnas första användare” lades in med uppdragen administrator och informationSecurityCoordinator, för att ${office} behövdes. Avsluta personen när någon annan har tagit över.`,
  firstGivenName: 'Värnas',
  firstFamilyName: 'första användare',
  nameNeeded: 'Ingen har den adressen. Ange också --given-name och --family-name, så läggs personen in.',
  refused: (message: string) => `Det gick inte: ${message}`,
  log: {
    notEmpty: (folder: string) => `Mappen ${folder} finns redan och är inte tom. Ange en ny.`,
    erasing:
      'En gallring väntar på sin plats i loggen. Försök igen om en stund, när servern är igång och har förseglat den.',
    exported: (size: string, rows: string, folder: string) =>
      `${size} ${size === '1' ? 'händelse' : 'händelser'} och ${rows} ${rows === '1' ? 'registerrad' : 'registerrader'} skrevs till ${folder}.`,
    nothingRestored: 'Inget står i vägen: databasen har den senaste kontrollpunkten som signerats här.',
    restoreAccepted: (size: string, signed: string) =>
      `Loggen går vidare från ${size} ${size === '1' ? 'händelse' : 'händelser'}. Det som fanns upp till ${signed} är borta ur databasen; den som har en kontrollpunkt därifrån ser en gren, och skälet i loggen.`,
    progress: (size: string) => `${size} ${size === '1' ? 'händelse' : 'händelser'} …`,
    unreadable: (reason: string) => `Loggen gick inte att läsa: ${reason}`,
  },
  upToDate: 'Databasen har redan den här versionens form.',
  doctor: {
    source: 'Databas',
    version: 'Version',
    age: 'Ålder',
    days: (days: string) => (days === '1' ? '1 dag' : `${days} dagar`),
    running: 'Igång',
    yes: 'ja',
    no: 'nej',
    directory: 'Mapp',
    node: 'Node',
    mailServer: 'E-postservern',
    mailbox: 'Brevlådan för rapporter',
    signedIn: 'det gick att logga in.',
    sources: { url: 'DATABASE_URL', system: 'maskinens PostgreSQL', bundled: 'PostgreSQL från npm' },
    unknown: 'okänt',
    warning: (message: string) => `Varning: ${message}`,
    ownerReachable:
      'DATABASE_APP_URL är inte satt. Tjänsten loggar in som databasens ägare och byter roll, och ett sådant byte går att ta tillbaka. Läs ”Egen databasserver” i docs/handbok/drift.md.',
    fine: 'Inget att anmärka på.',
  },
};
