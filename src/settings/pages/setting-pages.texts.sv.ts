/** Words of the page for the installation's settings. */
export const settingPagesTextsSv = {
  title: 'Inställningar',
  lead: 'Vad kommunen heter och hur Värna ser ut för alla som använder det.',
  save: 'Spara inställningarna',
  saved: 'Inställningarna är sparade.',
  municipalityHint: 'Visas överst på varje sida, till exempel Överkalix kommun.',
  languageHint: 'Det språk Värna har innan någon väljer själv.',
  swedish: 'svenska',
  english: 'engelska',
  ownColour: 'Använd kommunens färg',
  accentHint: 'Skriv färgen som i kommunens grafiska profil, till exempel #1d5a45.',
  colourReadable: 'Färgen går att läsa mot vitt.',
  colourTooLight: 'Färgen är för ljus för att kunna läsas mot vitt. Välj en mörkare.',
  colourForm: 'Skriv färgen som # och sex tecken, till exempel #1d5a45.',
  contactHint:
    'Visas när någon försöker registrera något som rör Sveriges säkerhet. Skriv roll, telefon och e-post. Skriv inga hemliga uppgifter här.',
  profile: 'Startläge',
  profileHint: 'Valdes när Värna togs i bruk och ändras inte.',
  profiles: { overkalix: 'Överkalix', exempelkommun: 'Exempelkommun', tom: 'Tom' },
  readOnly: 'Du kan läsa inställningarna. Administratören eller informationssäkerhetssamordnaren ändrar dem.',
};
