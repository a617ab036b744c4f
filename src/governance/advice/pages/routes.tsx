import { lazy } from 'react';
import type { Pages } from '../../../ui/routing.ts';

const SupportLine = lazy(async () => ({ default: (await import('./support-line.tsx')).SupportLine }));

export const advicePages: Pages = {
  pages: [
    { path: '/rad-och-stod', load: () => import('./answers.tsx') },
    { path: '/rad-och-stod/fraga', load: () => import('./ask.tsx') },
    { path: '/rad-och-stod/mina', load: () => import('./mine.tsx') },
    { path: '/rad-och-stod/att-besvara', load: () => import('./to-answer.tsx') },
    { path: '/rad-och-stod/installningar', load: () => import('./settings.tsx') },
    { path: '/rad-och-stod/fragor/$id', load: () => import('./question.tsx') },
    { path: '/rad-och-stod/svar/nytt', load: () => import('./publish.tsx') },
    { path: '/rad-och-stod/svar/$id', load: () => import('./answer.tsx') },
    { path: '/rad-och-stod/svar/$id/andra', load: () => import('./edit-answer.tsx') },
  ],
  navigation: [{ to: '/rad-och-stod', label: { sv: 'Råd och stöd', en: 'Advice and support' }, order: 55 }],
  foot: SupportLine,
};
