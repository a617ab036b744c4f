import type { TextsLike } from '../../kernel/texts.ts';
import type { settingPagesTextsSv } from './setting-pages.texts.sv.ts';

export const settingPagesTextsEn: TextsLike<typeof settingPagesTextsSv> = {
  title: 'Settings',
  lead: 'What the municipality is called and how Värna looks for everyone who uses it.',
  save: 'Save the settings',
  saved: 'The settings are saved.',
  municipalityHint: 'Shown at the top of every page, for example Överkalix kommun.',
  languageHint: 'The language Värna has until somebody chooses another.',
  swedish: 'Swedish',
  english: 'English',
  ownColour: 'Use the municipality’s colour',
  accentHint: 'Write the colour as in the municipality’s graphic profile, for example #1d5a45.',
  colourReadable: 'The colour can be read against white.',
  colourTooLight: 'The colour is too light to be read against white. Choose a darker one.',
  colourForm: 'Write the colour as # and six characters, for example #1d5a45.',
  contactHint:
    'Shown when somebody tries to register something that concerns Sweden’s security. Write office, telephone and e-mail. Write nothing secret here.',
  profile: 'Starting point',
  profileHint: 'Chosen when Värna was taken into use, and does not change.',
  profiles: { overkalix: 'The Överkalix profile', exempelkommun: 'Example municipality', tom: 'Empty' },
  readOnly:
    'You can read the settings. The administrator or the information security coordinator changes them.',
};
