// Opens the sample analyses in a real VS Code with the extension: in the browser, or with --desktop in the `code` on the PATH.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const HELP = `npm start                  in the browser: a VS Code of its own, installed once into tests/vscode/host
npm start -- --desktop     in the VS Code on your PATH
npm start -- --no-open     print the address only
npm start -- --port 8123   at this port
npm start -- DIR           with this folder instead of the samples
What you change is a copy; your files stay as they are.`;

const { parseArgs } = await import('node:util');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { desktop: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string', default: '0' }, help: { type: 'boolean', short: 'h' } },
});
const samples = path.resolve(positionals[0] ?? 'examples');
const FIRST = 'ncg-memo.md';

if (values.help) console.log(HELP);
else if (values.desktop) desktop();
else await browser();

function build() {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}

function desktop() {
  build();
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'declaration-lens-')), path.basename(samples));
  cpSync(samples, folder, { recursive: true });
  const args = ['--new-window', `--extensionDevelopmentPath=${process.cwd()}`, folder, '--goto', path.join(folder, FIRST)];
  const code = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (code.error || code.status !== 0) {
    rmSync(path.dirname(folder), { recursive: true, force: true });
    console.error("There is no `code` on the PATH that starts. In VS Code, run “Shell Command: Install 'code' command in PATH”; or leave --desktop out.");
    process.exitCode = 1;
  } else console.log(`Opened a copy of the samples: ${folder}`);
}

async function browser() {
  build();
  const { makePackage } = await import('./package.mjs');
  const { startEditor } = await import('../tests/vscode/editor.mjs');
  const vsix = makePackage({ quiet: true });
  const editor = await startEditor({ vsix, port: Number(values.port), settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.wordWrap': 'on' } });
  const folder = editor.workspace(samples);
  const url = editor.address(folder, [['openFile', editor.remote(path.join(folder, FIRST))]]);
  console.log(`VS Code is running with Declaration Lens. Open this address in a browser (Ctrl+C here stops it):\n\n  ${url}\n`);
  if (!values['no-open'] && !process.env.CI && process.stdout.isTTY) openInBrowser(url);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      await editor.stop();
      process.exit(0);
    });
}

function openInBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
