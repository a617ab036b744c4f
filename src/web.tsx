import { startApp } from './ui/app.tsx';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import type { Pages } from './ui/routing.ts';

/** The browser's entry: every slice's pages, listed one by one. */
const slices: readonly Pages[] = [];

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
startApp(root, slices);
