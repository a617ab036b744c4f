import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { startPlainPostgres } from './plain-postgres.ts';
import { prepareBrowser, prepareSystemPostgres } from './prepare.ts';
import { findBundledPackage } from '../src/supervisor/bundled.ts';
import { countOf } from './test-counts.ts';
import { longFiles } from './long-files.ts';

/**
 * All checks, in the order that tells soonest: form, types, words, rules, doors against a real PostgreSQL, pages in a real
 * browser. `npm test` runs the first list, on the PostgreSQL that comes with the packages; `npm run test:long` the crash rounds,
 * the suite on the machine's own PostgreSQL, the tests that `npm test` leaves out as long, and a server. Ends with `N passed, N failed` alone on a line.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Needs the machine's own PostgreSQL; `plain`: as a server somebody else runs, started for the step. */
  readonly system?: 'supervised' | 'plain';
  /** Runs beside the steps after it, on the other core, and is told of before the tests, which want both. */
  readonly isBeside?: true;
}

interface Ended {
  readonly code: number;
  readonly seconds: number;
  /** What was kept of what it said. */
  readonly output: string;
}

const bin = (path: string) => `node_modules/${path}`;
const vitest = bin('vitest/vitest.mjs');
/** Not packaged for every platform; there all tests run on the machine's own. */
const isBundled = (await findBundledPackage()) !== undefined;

const quick: readonly Step[] = [
  { name: 'lint', command: [bin('eslint/bin/eslint.js'), '.'], isBeside: true },
  { name: 'format', command: [bin('@biomejs/biome/bin/biome'), 'format', '--reporter=summary'] },
  { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'shape', command: ['tools/check-shape.ts'] },
  { name: 'texts', command: ['tools/check-texts.ts'] },
  { name: 'ordlista', command: ['tools/check-ordlista.ts'] },
  { name: 'clauses', command: ['tools/check-clauses.ts'] },
  { name: 'duties', command: ['tools/check-duties.ts'] },
  { name: 'unused', command: [bin('knip/bin/knip.js')] },
  { name: 'web', command: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
  {
    name: 'tests',
    command: [vitest, 'run', '--reporter=default', '--reporter=json', '--outputFile=.varna/tests.json'],
    ...(isBundled ? { environment: { VARNA_TEST_BINARIES: 'bundled' } } : {}),
  },
];

const long: readonly Step[] = [
  {
    name: 'crash rounds',
    command: [
      vitest,
      'run',
      '--config',
      'vitest.long.config.ts',
      '--reporter=default',
      '--reporter=json',
      '--outputFile=.varna/long.json',
    ],
  },
  {
    name: "tests on the machine's PostgreSQL",
    command: [vitest, 'run', '--reporter=json', '--outputFile=.varna/system.json'],
    environment: { VARNA_TEST_BINARIES: 'system', VARNA_TEST_LOOKS: 'all' },
    system: 'supervised',
  },
  {
    name: 'long tests on the PostgreSQL of the packages',
    command: [vitest, 'run', ...longFiles, '--reporter=json', '--outputFile=.varna/left-out.json'],
    environment: { ...(isBundled ? { VARNA_TEST_BINARIES: 'bundled' } : {}), VARNA_TEST_LOOKS: 'all' },
  },
  {
    // What depends on how the database is reached; the whole suite runs so too, given VARNA_TEST_DATABASE_URL by hand.
    name: 'tests on a PostgreSQL server with a password',
    command: [
      vitest,
      'run',
      'src/kernel',
      'src/app.test.ts',
      'src/audit',
      'src/supervisor/url-source.test.ts',
      'e2e/first-visit.test.ts',
      // They are a superuser's, whom such a server does not give.
      '--exclude=src/audit/tampering/**',
      '--reporter=json',
      '--outputFile=.varna/server.json',
    ],
    system: 'plain',
  },
];

const isLong = process.argv[2] === 'long';
/** `npm run check`: what needs neither a database nor a browser, for while one writes. */
const isCheck = process.argv[2] === 'check';
const steps = isLong ? long : quick.filter((step) => !isCheck || !['web', 'tests'].includes(step.name));
let passed = 0;
let failed = 0;
const failures: string[] = [];
mkdirSync('.varna', { recursive: true });
console.log('Preparing …');
const browser = isCheck ? null : prepareBrowser();
if (browser === null && !isCheck) failed++;
// A machine without a PostgreSQL of its own, where none may be installed, is tried on the bundled one alone.
const hasSystem = !isLong || prepareSystemPostgres();
const beside: { readonly title: string; readonly step: Step; readonly ended: Promise<Ended> }[] = [];
for (const [index, step] of steps.entries()) {
  const title = `[${index + 1}/${steps.length}] ${step.name}`;
  if (step.system !== undefined && !hasSystem) {
    console.log(`\n${title}: left out, no PostgreSQL of the machine's own`);
    continue;
  }
  if (step.isBeside === true) {
    beside.push({ title, step, ended: run(step, 'kept') });
    continue;
  }
  if (step.name === 'tests') await tellOfThoseBeside();
  console.log(`\n${title}`);
  await count(step, await (step.system === 'plain' ? runOnServer(step) : run(step)));
}
await tellOfThoseBeside();
// Of a long run only the end may be kept: what failed stands there, behind a mark that `.ci/run` looks for.
for (const failure of failures) console.log(`\n${failure.replaceAll(/^/gm, '✗ ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function tellOfThoseBeside(): Promise<void> {
  for (const { title, step, ended } of beside.splice(0)) {
    console.log(`\n${title}`);
    const end = await ended;
    process.stdout.write(end.output);
    await count(step, end);
  }
}

async function count(step: Step, { code, seconds }: Ended): Promise<void> {
  const counts = await countOf(step.command);
  passed += counts?.passed ?? (code === 0 ? 1 : 0);
  failed += counts === null ? (code === 0 ? 0 : 1) : Math.max(counts.failed, code === 0 ? 0 : 1);
  failures.push(...(counts?.failures ?? []).map((failure) => `${step.name}: ${failure}`));
  if (code !== 0 && (counts?.failures ?? []).length === 0)
    failures.push(`${step.name}: ended with code ${code}`);
  console.log(`    ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round(seconds)} s`);
}

async function runOnServer(step: Step): Promise<Ended> {
  const server = await startPlainPostgres();
  try {
    return await run({ ...step, environment: { VARNA_TEST_DATABASE_URL: server.url } });
  } finally {
    server.stop();
  }
}

/** What it says is shown as it comes, or kept until it has ended so that two do not talk at once. */
function run(step: Step, output: 'shown' | 'kept' = 'shown'): Promise<Ended> {
  const [program = '', ...rest] = step.command;
  // Biome is a binary behind a script; everything is a script of this very Node.
  if (!existsSync(program)) throw new Error(`${program} is missing`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...rest], {
      stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(browser === null ? {} : { CHROMIUM: browser }), ...step.environment },
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => said.push(String(text)));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, seconds: (Date.now() - started) / 1000, output: said.join('') }),
    );
  });
}
