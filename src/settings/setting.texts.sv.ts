export const settingTextsSv = {
  name: 'Inställningar',
  fields: {
    municipality: 'Kommunens namn',
    language: 'Språk',
    accent: 'Kommunens färg',
    securityProtectionContact: 'Kontakt för säkerhetsskydd',
    number: 'Krav',
    thresholdPercent: 'Tröskel i procent',
    reason: 'Skäl',
  },
  refusals: {
    nothingChanged: 'Inget har ändrats.',
    tooLittleContrast: 'Färgen är för ljus för att kunna läsas mot vitt. Välj en mörkare.',
  },
  events: {
    'setting.described': 'ändrade inställningarna',
    'clauseSetting.set': 'satte en tröskel för ett krav',
  },
};
