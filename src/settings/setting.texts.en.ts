import type { TextsLike } from '../kernel/texts.ts';
import type { settingTextsSv } from './setting.texts.sv.ts';

export const settingTextsEn: TextsLike<typeof settingTextsSv> = {
  name: 'Settings',
  fields: {
    municipality: 'Name of the municipality',
    language: 'Language',
    accent: 'Colour of the municipality',
    securityProtectionContact: 'Contact for protective security',
    number: 'Clause',
    thresholdPercent: 'Threshold in per cent',
    reason: 'Reason',
  },
  refusals: {
    nothingChanged: 'Nothing has changed.',
    tooLittleContrast: 'The colour is too light to be read against white. Choose a darker one.',
  },
  events: {
    'setting.described': 'changed the settings',
    'clauseSetting.set': 'set a threshold for a clause',
  },
};
