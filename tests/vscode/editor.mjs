/** A real VS Code: its server with a throw-away profile, and Chromium that shows its window. Whoever starts it stops it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installHost } from './install.mjs';

/** Quiet: no welcome page, no tips, nothing that looks for updates. */
export const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'files.autoSave': 'off',
};

/** The Chromium to use; `undefined` where there is none. */
export const findChromium = () =>
  [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((p) => p && existsSync(p));
export const HOW_TO_GET_CHROMIUM = 'Install it (Debian and Ubuntu: sudo apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome.';

/**
 * Starts the editor's server. `vsix` is installed first. `settings` are the user's. Answers when it listens.
 * @param {{ host?: 'stable' | 'latest', vsix?: string, settings?: Record<string, unknown>, port?: number }} [options]
 */
export async function startEditor({ host = 'stable', vsix, settings = {}, port = 0 } = {}) {
  const { folder, node } = installHost(host);
  const main = path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js');
  const dir = mkdtempSync(path.join(tmpdir(), 'declaration-lens-'));
  const profile = path.join(dir, 'profile');
  mkdirSync(path.join(profile, 'User'), { recursive: true });
  const user = { ...SETTINGS, ...settings };
  const save = () => writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify(user, null, 2));
  save();
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(key)));
  const base = [main, '--accept-server-license-terms', '--telemetry-level', 'off', '--user-data-dir', profile];
  base.push('--server-data-dir', path.join(dir, 'server'), '--extensions-dir', path.join(dir, 'extensions'));
  let log = '';
  const run = (args) => {
    const child = spawn(node, [...base, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
    return child;
  };
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  if (vsix) {
    const code = await new Promise((resolve) => run(['--install-extension', path.resolve(vsix)]).on('close', resolve));
    if (code !== 0) throw new Error(`The editor did not install ${vsix} (exit code ${code}):\n${log}`);
  }
  // The driver flag is what lets an address name the extension under development and its tests.
  const child = run(['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver']);
  // A runner that dies must not leave a server behind.
  const orphan = () => {
    child.kill('SIGKILL');
    remove();
  };
  process.once('exit', orphan);
  const listening = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The editor's server did not start within two minutes:\n${log}`)), 120_000);
    child.on('exit', (code) => reject(new Error(`The editor's server ended with exit code ${code}:\n${log}`)));
    child.stdout.on('data', () => {
      const m = /Extension host agent listening on (\d+)/.exec(log);
      if (m === null) return;
      clearTimeout(timer);
      resolve(Number(m[1]));
    });
  });
  const authority = `127.0.0.1:${listening}`;
  return {
    dir,
    url: `http://${authority}`,
    log: () => log,
    /** A copy of a folder to work in: what happens there never reaches the project. */
    workspace(from, name = path.basename(from)) {
      const to = path.join(dir, name);
      cpSync(from, to, { recursive: true });
      return to;
    },
    /** Changes one of the user's settings while the editor runs. */
    setting(name, value) {
      user[name] = value;
      save();
    },
    remote: (file) => `vscode-remote://${authority}${file}`,
    address(workspace, payload = []) {
      const query = [`folder=${encodeURIComponent(workspace)}`];
      if (payload.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
      return `http://${authority}/?${query.join('&')}`;
    },
    async stop() {
      process.off('exit', orphan);
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
        await gone;
        clearTimeout(timer);
      }
      remove();
    },
  };
}

/** Chromium without a window; playwright-core is loaded only when it is needed. */
export async function startChromium() {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`No Chromium was found. ${HOW_TO_GET_CHROMIUM}`);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, headless: true, args });
}
