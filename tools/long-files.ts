/**
 * Tests that take half a minute or more each: walks through one register in a browser, the gallery of building blocks, the tamperings,
 * of which each makes a database, the property of the past, and the commands that start a process each.
 * `npm test` leaves them to the long rounds, which take them on both PostgreSQL.
 */
export const longFiles = [
  'e2e/acknowledgements.test.ts',
  'e2e/documents.test.ts',
  'e2e/exceptions.test.ts',
  'e2e/exports.test.ts',
  'e2e/notifications.test.ts',
  'e2e/past.test.ts',
  'e2e/plans.test.ts',
  'e2e/policy.test.ts',
  'e2e/publication.test.ts',
  'e2e/report.test.ts',
  'src/audit/tampering/tampering.test.ts',
  'src/cli-people.test.ts',
  'src/past.property.test.ts',
  'src/ui/testing/gallery.test.ts',
];
