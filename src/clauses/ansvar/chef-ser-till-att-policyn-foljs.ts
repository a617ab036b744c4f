import { awaitingClause } from '../clause.ts';

export const managerSeesThatPolicyIsFollowed = awaitingClause({
  id: 'ansvar/chef-ser-till-att-policyn-foljs',
  number: 'P10',
  section: 'ansvar',
  strength: 'ska',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Chefen ser till att policyn följs', en: 'The manager sees that the policy is followed' },
  demand: {
    sv: 'Den som ansvarar för en verksamhet ska se till att den och de som arbetar där följer policyn.',
    en: 'Whoever answers for an activity must see to it that the activity and its people follow the policy.',
  },
  measured: {
    sv: 'Andelen enheter vars chef har intygat detta inom tolv månader och vars personal har bekräftat policyn i tillräcklig grad.',
    en: 'The share of units whose manager has attested to this within twelve months, and enough of whose staff have acknowledged the policy.',
  },
});
