import type { Pages } from '../../../ui/routing.ts';

export const handlingRulePages: Pages = {
  pages: [{ path: '/hanteringsregler', past: true, load: () => import('./rules.tsx') }],
  navigation: [
    {
      to: '/hanteringsregler',
      label: { sv: 'Hanteringsregler', en: 'Handling rules' },
      order: 32,
      group: 'registers',
    },
  ],
};
