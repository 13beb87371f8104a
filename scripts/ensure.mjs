/**
 * Installs whatever `npm start` and `npm test` need and is missing: the locked packages that the kit is used with, a recent
 * enough Node, with --dev the packages that it is checked with, with --browser a Chromium, with --tools the third-party
 * programs that read our exports, and with --provers those that `npm run prove` needs. Itself needs only Node 18 or newer,
 * because it installs the Node that reads TypeScript; therefore it is no `main(argv, io)` like the other commands.
 * Usage: npm run setup -- [--dev] [--browser] [--tools] [--provers]
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_PACKAGE } from './command/node-package.mjs';
import { findBrowser, HEADLESS_SHELL } from './site/find-browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';

const NEEDED_NODE = [24, 2];

function say(sentence) {
  process.stderr.write(`[checkathon] ${sentence}\n`);
}

function stop(...sentences) {
  for (const sentence of sentences) say(sentence);
  process.exit(1);
}

/** True where the command exited with 0. */
function run(command, args, options = {}) {
  say(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** Runs npm. Inside `npm run` its path is in the environment, which avoids the shell that npm.cmd needs on Windows. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args]);
  return run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** True for a package of the lock file that only checks and tests need. */
const isForChecks = (entry) => Boolean(entry.dev || entry.devOptional);

/** Compares npm's record of installed packages with packages of the lock file; only optional ones may be missing. */
function areInstalled(wanted, installed) {
  return wanted.every(([path, entry]) =>
    installed[path] ? installed[path].version === entry.version : entry.optional,
  );
}

/**
 * Half of the packages, with half of the time to install them, are for checks and tests alone. They come with --dev, and
 * are kept up to date where they are.
 */
function ensurePackages(isDev) {
  const locked = readPackages(join(root, 'package-lock.json'));
  if (!locked) stop('package-lock.json is missing or broken. Fetch it again: git checkout -- package-lock.json');
  const installed = readPackages(join(modules, '.package-lock.json')) ?? {};
  const packages = Object.entries(locked).filter(([path]) => path !== '');
  const forUse = packages.filter(([, entry]) => !isForChecks(entry));
  const isUsable = areInstalled(forUse, installed) && (!NODE_PACKAGE || existsSync(join(modules, NODE_PACKAGE)));
  const isAll = isDev || packages.some(([path, entry]) => entry.dev && installed[path]);
  if (isUsable && (!isAll || areInstalled(packages, installed))) return;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (isUsable) {
    say('Installing the packages that this project is checked with (about 400 MB, half a minute to a few minutes).');
    // Unlike "ci" it leaves what is there, such as the Node that runs this.
    if (npm('install', '--no-save', ...quiet)) return;
  } else {
    say(
      `Installing the packages that this project is ${isAll ? 'built and checked with (about 800' : 'built with (about 400'} MB, half a minute to a few minutes).`,
    );
    if (npm('ci', ...(isAll ? [] : ['--omit=dev']), ...quiet)) return;
  }
  stop(
    'The packages could not be installed; the reason stands above.',
    'Where it speaks of the network, see that the npm registry can be reached, then run the same command again.',
    'Where it speaks of the lock file, take that file as it is in the repository: git checkout -- package-lock.json',
  );
}

/** Restores the link to our Node, which npm 10 removes together with the packages of other platforms. */
function ensureNodeLink() {
  const link = join(modules, '.bin', windows ? 'node.cmd' : 'node');
  if (!NODE_PACKAGE || !existsSync(join(modules, NODE_PACKAGE)) || existsSync(link)) return link;
  if (windows) npm('rebuild', NODE_PACKAGE, '--ignore-scripts');
  else {
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(`../${NODE_PACKAGE}/bin/node`, link);
    chmodSync(join(modules, NODE_PACKAGE, 'bin', 'node'), 0o755);
  }
  return link;
}

function ensureNode() {
  const link = ensureNodeLink();
  const own = existsSync(link);
  const asked = spawnSync(own ? link : 'node', ['-p', 'process.versions.node'], { encoding: 'utf8', shell: windows });
  const found = (asked.stdout ?? '').trim();
  const [major = 0, minor = 0] = found.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  stop(
    `Node ${NEEDED_NODE.join('.')} or newer is needed, and ${found ? `${found} is here` : 'none that runs was found'}.`,
    own
      ? `The Node in node_modules does not run on this machine (${process.platform}-${process.arch}).`
      : `The project brings its own Node for Linux, macOS and Windows, but not for ${process.platform}-${process.arch}.`,
    'Install a newer one from https://nodejs.org and run the same command again.',
  );
}

/** Debian packages what is missing, with what it needs, and lets root install it. */
function isDebian() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function installOnDebian(...packages) {
  if (!isDebian()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wanted = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  return run('apt-get', ['update', '-q'], { env }) && run('apt-get', wanted, { env });
}

function ensureBrowser() {
  if (process.env.CHROMIUM_PATH || existsSync(HEADLESS_SHELL)) return;
  if (isDebian()) say('Installing the Chromium without windows that the tests are fastest in (about 150 MB).');
  if (installOnDebian('chromium-headless-shell', 'fonts-dejavu-core') || findBrowser()) return;
  say('No Chromium or Chrome was found; the tests in the browser need one. Installing it (about 150 MB).');
  if (run(process.execPath, [join(modules, '@playwright', 'test', 'cli.js'), 'install', 'chromium'])) return;
  stop(
    'No browser could be installed; the reason stands above.',
    'Install Chromium or Chrome yourself, or name one that you have: CHROMIUM_PATH=/path/to/chrome npm test',
  );
}

/** Programs that check our exports: a command that succeeds where the program is installed, and its Debian packages. */
const TOOLS = [
  { name: 'openssl', ask: ['openssl', 'version'], debian: ['openssl'] },
  { name: 'unzip', ask: ['unzip', '-v'], debian: ['unzip'] },
  { name: 'age', ask: ['age', '--version'], debian: ['age'] },
  { name: 'exiftool', ask: ['exiftool', '-ver'], debian: ['libimage-exiftool-perl'] },
];

/** Programs that `npm run prove` alone needs. Debian's Python is named by its path: another one lacks the packages. */
const PROVERS = [
  {
    name: 'scikit-learn and pandas',
    ask: ['/usr/bin/python3', '-c', 'import sklearn, pandas'],
    debian: ['python3-sklearn', 'python3-pandas'],
  },
  // Another program of that name knows no --version.
  { name: 'GNU parallel', ask: ['parallel', '--version'], debian: ['parallel'] },
  { name: 'Firefox', ask: ['firefox-esr', '--version'], debian: ['firefox-esr'] },
];

/** Installs what is missing. Without a program its tests are skipped and counted separately; nothing else needs it. */
function ensurePrograms(programs) {
  const missing = () =>
    programs.filter(({ ask: [program, ...args] }) => spawnSync(program, args, { stdio: 'ignore' }).status !== 0);
  const wanted = missing();
  if (wanted.length === 0) return;
  installOnDebian(...wanted.flatMap(({ debian }) => debian));
  const names = missing().map(({ name }) => name);
  if (names.length > 0)
    say(`Not on this machine: ${names.join(', ')}. Tests that need them are skipped, and counted as skipped.`);
}

const OPTIONS = ['--dev', '--browser', '--tools', '--provers'];
const unknown = process.argv.slice(2).filter((argument) => !OPTIONS.includes(argument));
if (unknown.length > 0) {
  say(`Unknown argument ${unknown.join(' ')}. Usage: npm run setup -- [--dev] [--browser] [--tools] [--provers]`);
  process.exit(2);
}
ensurePackages(process.argv.includes('--dev'));
ensureNode();
if (process.argv.includes('--browser')) ensureBrowser();
if (process.argv.includes('--tools')) ensurePrograms(TOOLS);
if (process.argv.includes('--provers')) ensurePrograms(PROVERS);
