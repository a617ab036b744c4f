#!/usr/bin/env node
// The one way in: `npm start`, `npm test` and the other scripts of package.json come here. Runs on any Node from 20
// and without a single dependency, since its first task is to install them; then it hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const web = path.join(root, 'dist', 'web');
/** The caller's folder: what VARNA_DATA and the like are relative to. npm runs scripts in the package's own. */
const calledFrom = process.env.INIT_CWD ?? process.cwd();

// Everything that is not the command's own answer goes to stderr: `varna token create` prints only a token.
const tell = (line) => process.stderr.write(`${line}\n`);

const commands = {
  start: async (rest) => {
    await buildWeb();
    return run(['src/main.ts', ...rest]);
  },
  demo: async (rest) => {
    await buildWeb();
    return inThrowAwayFolder((folder) =>
      run(['src/main.ts', '--demo', ...rest], { VARNA_DATA: folder, DATABASE_URL: '', DATABASE_APP_URL: '' }),
    );
  },
  dev: (rest) => develop(rest),
  test: (rest) => run(['tools/test.ts', ...rest]),
  'test:long': (rest) => run(['tools/test.ts', 'long', ...rest]),
  check: (rest) => run(['tools/test.ts', 'check', ...rest]),
  bench: (rest) => run(['bench/bench.ts', ...rest]),
  access: (rest) => run(['src/cli.ts', 'access', ...rest]),
  clauses: (rest) => run(['tools/check-clauses.ts', ...rest]),
  varna: (rest) => run(['src/cli.ts', ...rest]),
};

/**
 * How Node is run. Without a warning of what is experimental: the passkey library asks for what there is at each first sign-in. With young
 * objects in 3 × 8 MB, as left to itself Node lets them fill 134 MB at a start and never gives it back.
 */
const nodeFlags = JSON.parse(readFileSync(path.join(root, 'tools', 'node-flags.json'), 'utf8'));

const [name = 'help', ...rest] = process.argv.slice(2);
// Called as the program `varna`, the first word is already one of its commands.
const command = commands[name] ?? ((words) => run(['src/cli.ts', name, ...words]));
try {
  install();
  process.exitCode = await command(rest);
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Installs with `npm ci` when a package is missing or of another version than package-lock.json says. */
function install() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  tell(
    `Installerar ${missing.length} paket (npm install). Det sker första gången och efter en uppgradering …`,
  );
  // Not `npm ci`: it refuses a lock file that lacks the binaries of systems whose packages the registry at hand does not have.
  const options = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ];
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') === true ? [process.execPath, [npm]] : ['npm', []];
  const done = spawnSync(program, [...first, ...options], {
    cwd: root,
    // npm's answer is progress to us.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (done.status === 0) return tell('Installationen är klar.');
  const reason = done.error?.message ?? `npm slutade med ${done.status ?? done.signal}`;
  throw new Error(`Installationen gick inte: ${reason}. Kan du skriva i ${root} och nå paketregistret?`);
}

function missingPackages() {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const record = path.join(root, 'node_modules', '.package-lock.json');
  const present = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).packages : {};
  return Object.entries(wanted)
    .filter(
      ([place, entry]) =>
        place !== '' && isForThisMachine(entry) && present[place]?.version !== entry.version,
    )
    .map(([place]) => place);
}

/** An optional package for another system is left out by npm, and so is one for another C library. */
function isForThisMachine(entry) {
  if (entry.optional !== true && entry.devOptional !== true) return true;
  const fits = (list, value) => list === undefined || list.includes(value);
  if (!fits(entry.os, process.platform) || !fits(entry.cpu, process.arch)) return false;
  // What nobody names a system for may be the part of something left out; npm ci decides, and we need only these two.
  return entry.os !== undefined && entry.libc === undefined;
}

/** The pinned Node. Never an older one in silence. */
function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', program);
  if (existsSync(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `Värna behöver Node 24. Paketet node-${system}-${process.arch} finns inte, och detta är ${process.version}. ` +
      'Installera Node 24 och försök igen.',
  );
}

/** Runs a script of ours with the pinned Node; answers with its exit code. Signals reach it once. */
function run(words, environment = {}) {
  const dataFolder = process.env.VARNA_DATA;
  const absolute =
    dataFolder === undefined || dataFolder === '' ? {} : { VARNA_DATA: path.resolve(calledFrom, dataFolder) };
  const child = spawn(pinnedNode(), [...nodeFlags, path.join(root, words[0]), ...words.slice(1)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...absolute, ...environment },
  });
  const forward = (signal) => {
    // A terminal sends Ctrl-C to every process in the foreground: ours has it already.
    if (signal === 'SIGINT' && process.stdin.isTTY === true) return;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
    );
  });
}

/** npm does not pass every signal on. Where it started us and has gone, nobody is left to stop what we started. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

async function inThrowAwayFolder(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'varna-demo-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds the browser's part when a source is newer than it, beside the old one so that two starts do not collide. */
async function buildWeb() {
  const built = await stat(path.join(web, 'index.html')).catch(() => undefined);
  if (built !== undefined && built.mtimeMs >= (await newestSource())) return;
  tell('Bygger webbdelen …');
  const folder = path.join(root, 'dist', `web-${process.pid}`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const options = ['build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'];
  const done = spawnSync(pinnedNode(), [vite, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('Webbdelen gick inte att bygga.');
  await compress(folder);
  const old = path.join(root, 'dist', `old-${process.pid}`);
  await rename(web, old).catch(() => undefined);
  await rename(folder, web);
  await rm(old, { recursive: true, force: true });
  tell('Webbdelen är byggd.');
}

async function newestSource() {
  const files = await readdir(path.join(root, 'src'), { recursive: true, withFileTypes: true });
  const sources = files
    .filter(
      (entry) => entry.isFile() && /\.(ts|tsx|css|svg)$/.test(entry.name) && !entry.name.includes('.test.'),
    )
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  const named = ['index.html', 'vite.config.ts', 'package-lock.json'].map((file) => path.join(root, file));
  const times = await Promise.all([...sources, ...named].map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(...times);
}

/** Compressed copies beside the files, so that the server need not compress while it serves. */
async function compress(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && /\.(js|css|svg)$/.test(one.name))) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(file);
    if (content.length < 1024) continue;
    await writeFile(`${file}.br`, await promisify(zlib.brotliCompress)(content));
    await writeFile(`${file}.gz`, await promisify(zlib.gzip)(content, { level: 9 }));
  }
}

/** The server, restarted at every change of a source, and Vite before it on port 5173. */
async function develop(words) {
  const vite = spawn(pinnedNode(), [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')], {
    cwd: root,
    stdio: 'inherit',
  });
  try {
    const child = spawn(
      pinnedNode(),
      [...nodeFlags, '--watch', path.join(root, 'src', 'main.ts'), ...words],
      {
        cwd: root,
        stdio: 'inherit',
      },
    );
    return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 0)));
  } finally {
    vite.kill();
  }
}
