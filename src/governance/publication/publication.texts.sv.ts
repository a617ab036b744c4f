export const publicationTextsSv = {
  name: 'Publicering',
  fields: { kind: 'Slag', name: 'Namn', address: 'Adress', seenHash: 'Sett innehåll' },
  refusals: { placeEnded: 'Platsen används inte längre.' },
  events: {
    'publicationPlace.registered': 'lade till en plats där policyn publiceras',
    'publicationPlace.checked': 'kontrollerade vad som visas på platsen',
    'publicationPlace.attested': 'intygade att gällande version finns på platsen',
    'publicationPlace.ended': 'tog bort en plats där policyn publiceras',
  },
  kinds: { website: 'Webbplats', intranet: 'Intranät' },
  page: {
    title: 'Policy för informationssäkerhet',
    none: 'Ingen policy har trätt i kraft ännu.',
    decision: 'Antagen',
    inForceFrom: 'Gäller från',
    legalForceOn: 'Laga kraft tidigast',
    version: 'Version',
    reviewOn: 'Ses över senast',
    contents: 'Innehåll',
    language: 'Språk och inloggning',
    signIn: 'Logga in',
  },
};
