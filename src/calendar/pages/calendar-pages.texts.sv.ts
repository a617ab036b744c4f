export const calendarPagesTextsSv = {
  title: 'Din kalender',
  lead: 'Det som du ska göra i Värna, med sina dagar, i den kalender du redan har. Kalendern hämtar själv och visar bara det som är ditt i dag: slutar ett uppdrag försvinner det som hörde till.',
  account: 'Mitt konto',
  address: 'Adressen',
  noneTitle: 'Du har ingen kalenderadress',
  noneText: 'Skapa en adress och lägg in den i Outlook, Google eller telefonen.',
  make: 'Skapa adressen',
  made: 'Skapad',
  fetched: 'Senast hämtad',
  never: 'Ingen kalender har hämtat den ännu.',
  notShown:
    'Adressen visades när du skapade den och kan inte visas igen. Har du tappat den byter du till en ny.',
  renew: 'Byt adress',
  renewText: 'Den gamla adressen slutar gälla med en gång. Kalendrar som följer den behöver den nya.',
  remove: 'Ta bort adressen',
  removeText:
    'Kalendrar som följer adressen får inte veta mer. Det som de redan visar tar de bort själva, eller så gör du det.',
  shownTitle: 'Kopiera adressen nu',
  shownText:
    'Den visas bara den här gången. Den som har adressen ser din kalender, så lämna den inte vidare.',
  theAddress: 'Adressen',
  copy: 'Kopiera adressen',
  how: 'Så lägger du in den',
  outlook: 'I Outlook',
  outlookText:
    'Öppna Kalender, välj Lägg till kalender och Prenumerera från webben. Klistra in adressen, ge kalendern ett namn och välj Importera.',
  google: 'I Google Kalender',
  googleText:
    'Öppna kalendern på en dator, välj plustecknet vid Andra kalendrar och Från webbadress. Klistra in adressen. Google hämtar på sina egna tider, ibland bara en gång om dygnet.',
  phone: 'På Iphone och Ipad',
  phoneText:
    'Öppna Inställningar, Appar, Kalender, Kalenderkonton, Lägg till konto, Annat och Lägg till kalenderprenumeration. Klistra in adressen.',
  what: 'Det här finns i den',
  whatText:
    'Klockor som går i händelser du arbetar med, åtgärder, uppföljning av avvikelser, undantag som går ut, översyn och övning av planer, styrdokument, klassningar och beslut om hantering, granskning av avtal, det du ska läsa och kvittera och frågor du ska svara på. Högst de tusen närmaste.',
  secretText:
    'Det som är hemligt står utan namn, till exempel ”En åtgärd ska vara klar”. En kalender förvaras av någon annan och syns på låsta skärmar.',
  endsText: 'Adressen slutar gälla när du byter lösenord och när ditt konto stängs.',
  late: 'En kalender väcker ingen: när en klocka i lagen går ut skickar Värna mejl, och aviseringar om du vill.',
};
