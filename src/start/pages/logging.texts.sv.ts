/** What the page foot leads to: what the log knows of whoever uses Värna. The handbook tells more. */
export const loggingTextsSv = {
  title: 'Hur vi loggar',
  lead: 'Värna skriver en logg, så att det går att visa att uppgifter inte har ändrats, letats fram eller lämnats ut på fel sätt. Här står vad den vet om dig.',
  told: 'Det här skrivs',
  toldRows: {
    change: 'Det du ändrar: vilken post, och för varje fält vad det var och vad det blev.',
    person: 'Att du läser om en annan person, och vem.',
    sensitive:
      'Att du läser information som är sekretessmarkerad eller har konfidentialitet 3, och system som bär sådan.',
    search: 'Dina sökningar: orden och hur många träffar du fick.',
    export:
      'Det du exporterar, lämnar ut eller skriver ut: vad, hur många rader och vad du behövde det till.',
    refused: 'Att du försökte något du inte får: vad, men inte det du skrev.',
    signIn: 'Att du loggar in, eller misslyckas med det. Aldrig lösenordet.',
  },
  untold: 'Det här skrivs inte',
  untoldText:
    'Att du läser om dig själv, policyn och andra öppna uppgifter, att du ser vem som har vilket uppdrag, och fel i formulär.',
  seen: 'Vem som kan se det',
  seenText:
    'Du ser själv vad du har gjort och vad andra har läst om dig. Den som äger en post ser vem som har läst den. Revisorer, informationssäkerhetssamordnare, säkerhetssamordnare och dataskyddsombud kan söka i hela loggen. Letar de efter en person måste de skriva varför, och det står också i loggen.',
  kept: 'Hur länge',
  keptText:
    'Så länge som kommunen har beslutat i sin dokumenthanteringsplan. Ingen kan ändra i loggen utan att det märks.',
  blind: 'Vad loggen inte ser',
  blindText:
    'En bild av skärmen, en utskrift från en webbläsare som inte säger till, och vad som händer med en fil när den väl är exporterad.',
  rights: 'Dina rättigheter',
  rightsText:
    'Vill du veta vad som står om dig, eller tycker du att något är fel? Vänd dig till kommunens dataskyddsombud.',
};
