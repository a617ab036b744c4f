import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { missingStyles } from './page-styles.ts';
import { forbidden } from './shape-rules.ts';

/**
 * The rules of form that no compiler keeps: imports go one way, a slice has its parts, a page brings its styles, the
 * kernel stays small, SQL names its columns, few dependencies. Prints each breach and exits 1 when there is any.
 */
const root = new URL('..', import.meta.url).pathname;
const breaches: string[] = [];

const files = (await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

await imports();
await slices();
breaches.push(...(await missingStyles(root, files)));
await sizes();
await sql();
await dependencies();

for (const breach of breaches) console.error(`  ${breach}`);
console.log(breaches.length === 0 ? 'The shape holds.' : `${breaches.length} breaches of form.`);
process.exitCode = breaches.length === 0 ? 0 : 1;

async function imports(): Promise<void> {
  const options: ICruiseOptions = {
    ruleSet: { forbidden },
    validate: true,
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  };
  const tsConfig = extractTsConfig(join(root, 'tsconfig.json'));
  const { output } = await cruise(['src', 'tools'], options, undefined, { tsConfig });
  if (typeof output === 'string') throw new Error('the cruiser answered with text');
  // A cruiser that finds no modules finds no violations either: a false green.
  if (output.summary.totalCruised < files.length / 2)
    breaches.push(`only ${output.summary.totalCruised} modules were seen`);
  for (const one of output.summary.violations) breaches.push(`${one.rule.name}: ${one.from} → ${one.to}`);
}

/** A folder with a register.ts is a slice, and has the parts that the next reader looks for. */
async function slices(): Promise<void> {
  for (const face of files.filter(
    (file) => file.endsWith('/register.ts') && file !== 'src/kernel/register.ts',
  )) {
    const folder = face.slice(0, -'register.ts'.length);
    const own = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
    for (const part of ['.texts.sv.ts', '.texts.en.ts', '.access.ts', '.views.ts']) {
      if (!own.some((file) => file.endsWith(part))) breaches.push(`${folder} has no *${part}`);
    }
    const source = await readFile(join(root, face), 'utf8');
    if (/actions: \[\s*\w/.test(source) && !own.some((file) => file.endsWith('.test.ts')))
      breaches.push(`${folder} has no test`);
  }
}

/**
 * The spine stays small enough to read aloud: what knows the order of a request, in lines of code without comments,
 * blanks and words. Vocabulary (ids, offices, dates), what reads the past (recorded), migration and the OpenAPI printer live beside it and are
 * not counted.
 */
async function sizes(): Promise<void> {
  let lines = 0;
  for (const file of files.filter(
    (one) =>
      one.startsWith('src/kernel/') &&
      !/test|texts|format|calendar|personnummer|decision-reference|openapi|schema|ids|offices|registers|facts|recorded|housekeeping|locks|plans|migrate|insight|search/.test(
        one,
      ),
  )) {
    const source = await readFile(join(root, file), 'utf8');
    lines += source.split('\n').filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line)).length;
  }
  if (lines > 1000) breaches.push(`the kernel has ${lines} lines of code, more than 1,000`);
}

async function sql(): Promise<void> {
  for (const file of files.filter((one) => one.endsWith('.store.ts'))) {
    const source = await readFile(join(root, file), 'utf8');
    if (/select \*|selectAll\(/i.test(source))
      breaches.push(`${file} selects every column without naming them`);
    if (
      /\bdelete from (?!sign_in|session|idempotency|invitation|recovery|passkey|access_token|setup_link|incident_intake)/i.test(
        source,
      )
    ) {
      breaches.push(`${file} deletes rows of a register`);
    }
  }
}

async function dependencies(): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const count = Object.keys(manifest.dependencies).length;
  if (count > 25) breaches.push(`${count} runtime dependencies, more than 25`);
}
