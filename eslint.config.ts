import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Every rule here is one of the project's own (CONTRIBUTING.md); how the code is laid out is biome's business. */
export default defineConfig(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'data/**',
      '.varna/**',
      '**/*.d.ts',
      '**/*.mjs',
      'src/ui/public/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A type parameter that names an answer in the caller's words is worth its place in hooks and schema helpers.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Kysely and React Aria return thenables and handlers whose promises are awaited by the library.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Only pages and configurations have default exports.',
        },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack'], location: 'start' }],
      'no-param-reassign': 'error',
    },
  },
  {
    files: ['**/pages/**/*.tsx', 'src/ui/**/*.tsx', 'src/web.tsx'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // A component reads top to bottom as the page does; its parts are still limited, but to a page of code.
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['**/pages/**/*.tsx', '*.config.ts', 'src/testing/global-setup.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'No barrels.' }],
    },
  },
  {
    // A page comes when it comes: what is looked at once, on a machine that is slow that day, is not there yet.
    files: ['e2e/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=/^(count|inputValue|isVisible|isChecked|isDisabled|isEnabled|innerText|allInnerTexts|textContent|getAttribute|title)$/]",
          message: 'Look until it is so: await expect.poll(() => …).',
        },
      ],
    },
  },
  {
    // A table of cases, or a journey, is one function by nature.
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts', 'src/testing/server.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
