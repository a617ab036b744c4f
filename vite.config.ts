import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * react-aria carries its few words in thirty-odd languages. Värna speaks two; the others are left out of what the
 * browser fetches.
 */
function onlyOurLanguages(): Plugin {
  const empty = '\0empty-language';
  return {
    name: 'varna-only-our-languages',
    enforce: 'pre',
    resolveId(source) {
      const match = /\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(source);
      return match !== null && match[1] !== 'sv-SE' && match[1] !== 'en-US' ? empty : null;
    },
    load(id) {
      return id === empty ? 'export default {};' : null;
    },
  };
}

/** Builds the browser's part to dist/web. While developing it is served by Vite, which hands /api on to the server. */
export default defineConfig({
  plugins: [react(), onlyOurLanguages()],
  publicDir: 'src/ui/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Nothing as data: addresses: font-src and style-src are 'self' alone.
    assetsInlineLimit: 0,
    target: ['chrome120', 'firefox121', 'safari17'],
    sourcemap: false,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:4780', '/policy': 'http://127.0.0.1:4780' },
  },
});
