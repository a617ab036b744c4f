import type { IForbiddenRuleType } from 'dependency-cruiser';

const pure = '\\.(store|actions?|views?|facts\\.store|test)\\.ts$|/register\\.ts$|/pages/|/testing\\.ts$';

/** One-way imports: pure core ← store ← actions and views ← register ← app. Kept by tools/check-shape.ts. */
export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'browser-has-no-server',
    comment:
      'Pages and the browser shell see the pure core, words and the typed client; never a store, an action or the database.',
    severity: 'error',
    from: { path: '^src/(.*/pages/|ui/|web\\.tsx)' },
    to: {
      path: '\\.(store|actions|views)\\.ts$|/register\\.ts$|^src/app\\.ts$|^src/kernel/(run|db|migrate|http|action|view)\\.ts$|^node_modules/(pg|kysely|fastify)/|^src/supervisor',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'sql-in-stores-only',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot:
        '\\.store\\.ts$|^src/kernel/|^src/supervisor/|^src/testing/|/testing\\.ts$|\\.test\\.ts$|^src/profiles/.*store',
    },
    to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pure-core-is-pure',
    comment: 'A rule knows no database, clock, randomness or environment.',
    severity: 'error',
    from: {
      path: '^src/(registers|people|governance|clauses|duties)/',
      pathNot: `${pure}|\\.tsx$|/(memory|load|receipt|library|self-test|keep|signin/.*)\\.ts$`,
    },
    to: {
      path: '^(node:(fs|net|http|https|child_process)|node_modules/(pg|kysely)/)|\\.store\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'slices-through-their-faces',
    comment: "A slice's store and actions are its own.",
    severity: 'error',
    from: { path: '^src/registers/([^/]+)/', pathNot: '\\.test\\.ts$' },
    to: { path: '^src/registers/([^/]+)/.*\\.(actions|views)\\.ts$', pathNot: '^src/registers/$1/' },
  },
  {
    name: 'kernel-knows-no-slice',
    severity: 'error',
    from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
    to: { path: '^src/(registers|people|governance|clauses|ui|app\\.ts)' },
  },
  {
    name: 'tools-verifier-stands-alone',
    severity: 'error',
    from: { path: '^tools/verify-audit/' },
    to: { path: '^src/' },
  },
];
