export const pushPagesTextsSv = {
  title: 'Aviseringar på dina enheter',
  lead: 'När en klocka i lagen går skickar Värna mejl. Med aviseringar väcks du också på telefonen eller datorn, samma stunder och av samma skäl.',
  account: 'Mitt konto',
  here: 'Den här enheten',
  wake: 'Väck mig på den här enheten',
  wakeText: 'Webbläsaren frågar om Värna får skicka aviseringar. Svara ja.',
  wakes: 'Den här enheten väcker dig.',
  test: 'Skicka en provnotis',
  tested: 'En provnotis är på väg. Den kommer inom en halv minut om enheten har nät.',
  remove: 'Sluta väcka här',
  removeOther: 'Ta bort',
  removeTitle: (name: string): string => `Sluta väcka på ${name}?`,
  removeText: 'Du får mejl som förut.',
  declined: 'Webbläsaren fick inget ja, så den här enheten väcker dig inte.',
  stopped:
    'Det gick inte att slå på aviseringar. Det går inte i privata fönster, och inte där nätet stoppar webbläsarens tjänst. Försök annars igen.',
  insecureTitle: 'Aviseringar kräver en säker adress',
  insecureText: 'Öppna Värna med https. Den som sköter driften kan ordna det.',
  phoneTitle: 'Lägg Värna på hemskärmen först',
  phoneText:
    'På Iphone och Ipad fungerar aviseringar bara från hemskärmen. Tryck på dela-knappen i Safari, välj Lägg till på hemskärmen och öppna Värna därifrån. Logga in och kom tillbaka hit.',
  cannotTitle: 'Den här webbläsaren kan inte ta emot aviseringar',
  cannotText:
    'Använd en aktuell version av Chrome, Edge, Firefox eller Safari. I privata fönster fungerar det inte. Du får mejl som vanligt.',
  deniedTitle: 'Aviseringar är blockerade för Värna i den här webbläsaren',
  deniedText:
    'Du eller din it-avdelning har sagt nej. Ändra så här: tryck på symbolen till vänster om adressen, öppna webbplatsens inställningar och tillåt aviseringar. På telefonen: Inställningar, Aviseringar och webbläsarens namn. Ladda sedan om sidan.',
  others: 'Dina enheter',
  othersNone: 'Ingen enhet väcker dig.',
  added: (moment: string): string => `Tillagd ${moment}.`,
  sent: (moment: string): string => `Senast väckt ${moment}.`,
  neverSent: 'Aldrig väckt.',
  gone: (moment: string): string =>
    `Enheten slutade svara ${moment} och väcker inte längre. Lägg till den igen om du fortfarande har den.`,
  thisOne: 'den här',
  what: 'Det här syns',
  whatText:
    'Att en klocka går, ärendets nummer och hur lång tid som är kvar. Inget om vad som har hänt och inga namn. Gäller det något hemligt syns bara att en klocka går.',
  whoText:
    'Aviseringen går krypterad genom webbläsarens egen tjänst, till exempel Googles eller Apples. Tjänsten kan inte läsa den men ser att Värna skickar och när.',
  signOutText:
    'Enheten väcker dig också när inloggningen har gått ut. När du loggar ut på enheten, eller avslutar dess inloggning på Mitt konto, slutar den väcka dig. Ljudet följer enhetens egna inställningar: släpp fram Värna i Stör ej om du ska väckas på natten.',
};
