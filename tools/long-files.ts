/**
 * Tests that take a minute or more each: walks through one register in a browser, and the tamperings, of which each makes a database.
 * `npm test` leaves them to the long rounds, which take them on both PostgreSQL.
 */
export const longFiles = [
  'e2e/acknowledgements.test.ts',
  'e2e/documents.test.ts',
  'e2e/exceptions.test.ts',
  'e2e/notifications.test.ts',
  'e2e/past.test.ts',
  'e2e/plans.test.ts',
  'e2e/publication.test.ts',
  'e2e/report.test.ts',
  'src/audit/tampering/tampering.test.ts',
];
