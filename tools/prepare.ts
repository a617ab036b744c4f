import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';

/** Where a Chromium that tests can drive usually is. */
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that the tests of pages run in: the one CHROMIUM names, one found in the usual places, or one installed now
 * from the distribution when that is possible. Null, after saying what to do, when there is none to be had.
 */
export function prepareBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  console.log('    No Chromium on this machine. Trying to install it …');
  if (install('chromium')) return findBrowser();
  console.error('    The pages cannot be tested without Chromium. Install it, or let CHROMIUM name one.');
  return null;
}

function findBrowser(): string | null {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && existsSync(named)) return named;
  return browsers.find((path) => existsSync(path)) ?? null;
}

/** Is there a PostgreSQL of the machine's own, or can there be? The tests run on it as well as on the bundled one. */
export function prepareSystemPostgres(): boolean {
  if (hasSystemPostgres()) return true;
  console.log("    No PostgreSQL on this machine. Trying to install the distribution's own …");
  return install('postgresql') && hasSystemPostgres();
}

function hasSystemPostgres(): boolean {
  const root = '/usr/lib/postgresql';
  return existsSync(root) && readdirSync(root).some((version) => existsSync(`${root}/${version}/bin/initdb`));
}

/** Installs one of Debian's packages; false where that is not ours to do. */
function install(name: string): boolean {
  if (!existsSync('/usr/bin/apt-get') || userInfo().uid !== 0) return false;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options).status === 0
  );
}
