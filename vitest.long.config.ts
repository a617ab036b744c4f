import { defineConfig } from 'vitest/config';

/** The rounds that take minutes: kill -9, both PostgreSQL versions, both kinds of user. `npm run test:long`. */
export default defineConfig({
  test: {
    include: ['src/**/*.long.test.ts', 'e2e/**/*.long.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    maxWorkers: 1,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
