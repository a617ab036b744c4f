export const pushTextsSv = {
  name: 'Enhet som väcker',
  fields: {
    name: 'Namn',
    endpoint: 'Adress hos tjänsten',
    publicKey: 'Webbläsarens nyckel',
    authSecret: 'Webbläsarens hemlighet',
  },
  refusals: {
    sessionNeeded: 'Det här gör du när du är inloggad i webbläsaren, inte med en åtkomstnyckel.',
    unknownService:
      'Webbläsaren nås genom en tjänst som Värna inte känner. Värna skickar genom Google, Mozilla, Apple och Microsoft.',
    keyBroken: 'Nyckeln från webbläsaren är trasig. Försök igen.',
    tooManyDevices: 'Du har redan tio enheter. Ta bort en först.',
  },
  events: {
    'pushDevice.added': 'lade till en enhet som väcker',
    'pushDevice.removed': 'tog bort en enhet som väcker',
    'pushDevice.tested': 'skickade en provnotis till sin enhet',
  },
  test: { title: 'Provnotis från Värna', body: 'Den här enheten väcker dig när en klocka går.' },
  goneMail: {
    subject: 'En enhet väcker dig inte längre',
    text: (name: string): string =>
      `${name} går inte längre att nå med aviseringar från Värna och är borttagen.`,
    again: 'Har du kvar enheten lägger du till den igen. Mejl om klockor får du som förut.',
    link: 'Aviseringar på dina enheter',
    because: 'du har lagt till en enhet som väcker dig när en klocka går',
  },
  /** {n} is filled in on the device. */
  left: { hours: '{n} h kvar', minutes: '{n} min kvar', out: 'tiden är ute' },
};
