import type { Pages } from '../../../ui/routing.ts';

export const planPages: Pages = {
  pages: [
    { path: '/planer', past: true, load: () => import('./list.tsx') },
    { path: '/planer/ny', load: () => import('./new.tsx') },
    { path: '/planer/ordning', load: () => import('./order.tsx') },
    { path: '/planer/$id', past: true, load: () => import('./record.tsx') },
    { path: '/planer/$id/andra', load: () => import('./edit.tsx') },
    { path: '/planer/$id/skriv', load: () => import('./write.tsx') },
    { path: '/planer/$id/besluta', load: () => import('./decide.tsx') },
    { path: '/ovningar', past: true, load: () => import('./exercise-list.tsx') },
    { path: '/ovningar/ny', load: () => import('./exercise-new.tsx') },
    { path: '/ovningar/$id', past: true, load: () => import('./exercise.tsx') },
    { path: '/ovningar/$id/andra', load: () => import('./exercise-edit.tsx') },
    { path: '/krisparm', load: () => import('./binder.tsx') },
  ],
  navigation: [
    { to: '/planer', label: { sv: 'Planer', en: 'Plans' }, order: 36, group: 'registers' },
    { to: '/ovningar', label: { sv: 'Övningar', en: 'Exercises' }, order: 37, group: 'registers' },
    { to: '/krisparm', label: { sv: 'Krispärmen', en: 'The binder' }, order: 45 },
  ],
};
