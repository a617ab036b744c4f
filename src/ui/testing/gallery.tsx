import '../base.css';
import '../fonts.css';
import '../tokens.css';
import { startApp } from '../app.tsx';
import type { Pages } from '../routing.ts';
import { answerFor } from './gallery-answers.ts';

// The building blocks on pages that look like Värna's, with answers made up here: what gallery.test.ts looks at.
const label = (text: string) => ({ sv: text, en: text });
const gallery: Pages = {
  pages: [
    { path: '/register/system', load: () => import('./pages/list.tsx') },
    { path: '/register/system/$id', load: () => import('./pages/record.tsx') },
    { path: '/register/system/ny', load: () => import('./pages/form.tsx') },
    { path: '/policyn', load: () => import('./pages/marks.tsx') },
  ],
  navigation: [
    { to: '/att-gora', label: label('Att göra'), order: 10 },
    { to: '/policyn', label: label('Policyn'), order: 20 },
    { to: '/register/information', label: label('Information'), order: 30, group: 'registers' },
    { to: '/register/system', label: label('System'), order: 31, group: 'registers' },
    { to: '/hanteringsregler', label: label('Hanteringsregler'), order: 40 },
    { to: '/organisation', label: label('Organisation'), order: 70, group: 'administration' },
    { to: '/personer', label: label('Personer och uppdrag'), order: 71, group: 'administration' },
  ],
  footer: [
    { to: '/tillganglighet', label: label('Tillgänglighet') },
    { to: '/hur-vi-loggar', label: label('Hur vi loggar') },
  ],
};

window.fetch = (input, init) =>
  Promise.resolve(answerFor(input instanceof Request ? input.url : input.toString(), init));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
void startApp(root, [gallery]);
