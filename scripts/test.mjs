// Runs everything that has a test and says at the very end how it went: unit tests, then the suites in a real VS Code, the way
// through its window, and Neovim. What a machine lacks is skipped, and said plainly. `desktop` and `latest` are run on demand.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../tests/vscode/editor.mjs';
import { makePackage } from './package.mjs';

const wanted = process.argv[2] ?? 'all';
const total = { passed: 0, failed: 0 };
const skipped = [];

async function part(name, run) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, trouble: error.stack ?? String(error) };
  }
  if (result.skipped) {
    skipped.push(`${name}: ${result.skipped}`);
    console.log(`Skipped: ${result.skipped}`);
    return;
  }
  if (result.trouble) console.log(result.trouble);
  total.passed += result.passed;
  total.failed += result.failed;
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** Runs a command, shows what it says, and answers its output and exit code. */
function command(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function unit() {
  const file = path.resolve('test-results/unit.json');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code } = await command(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot even be loaded has no failed test, but did fail.
  return {
    passed: numPassedTests,
    failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests, numFailedTestSuites > numFailedTests ? numFailedTestSuites : 0),
  };
}

function build() {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function neovim() {
  const found = spawnSync('nvim', ['--version']);
  if (found.error) return { skipped: 'there is no nvim on the PATH. Install it (Debian and Ubuntu: sudo apt-get install neovim).' };
  const env = { DECLARATION_LENS: path.resolve('dist/cli.js'), DECLARATION_FILE: path.resolve('tests/vscode/workspace/brief.md'), NODE: process.execPath };
  const { code, said } = await command('nvim', ['--headless', '--clean', '-u', 'NONE', '-S', 'tests/vscode/neovim.lua'], env);
  const m = /(\d+) passed, (\d+) failed/.exec(said);
  const result = { passed: Number(m?.[1] ?? 0), failed: Number(m?.[2] ?? 1) };
  return code === 0 ? result : { ...result, failed: Math.max(1, result.failed) };
}

/** A real VS Code, of a host: the suite in three places and the way through the window. */
async function editor(host, vsix) {
  const say = console.log;
  const [suites, { throughTheWindow }] = await Promise.all([import('../tests/vscode/suites.mjs'), import('../tests/vscode/window.mjs')]);
  const name = host === 'latest' ? 'VS Code 1.139' : 'VS Code 1.100';
  const chromium = (run) => (findChromium() ? run : () => ({ skipped: `no Chromium was found. ${HOW_TO_GET_CHROMIUM}` }));
  await part(
    `${name}: the suite in the Node extension host`,
    chromium(() => suites.inNode({ host, say })),
  );
  await part(
    `${name}: the suite against the installed .vsix`,
    chromium(() => suites.fromVsix({ host, say, vsix })),
  );
  await part(
    `${name}: the suite in a web worker`,
    chromium(() => suites.inWorker({ host, say })),
  );
  await part(
    `${name}: through the window by mouse and keyboard`,
    chromium(() => throughTheWindow({ host, say, vsix })),
  );
}

/** A desktop VS Code, downloaded by @vscode/test-electron; it wants a display. */
async function desktop() {
  const { runTests } = await import('@vscode/test-electron');
  const { cpSync, mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const workspace = mkdtempSync(path.join(tmpdir(), 'declaration-lens-'));
  cpSync('tests/vscode/workspace', workspace, { recursive: true });
  try {
    const code = await runTests({
      extensionDevelopmentPath: process.cwd(),
      extensionTestsPath: path.resolve('dist/test/node.js'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const BUILD = 'the build and the package';
let vsix;
const packaged = () => {
  const built = build();
  if (built.failed === 0) vsix = makePackage({ quiet: true });
  return built;
};
if (wanted === 'all') await part('unit tests', unit);
await part(BUILD, packaged);
if (vsix === undefined) console.log('Nothing was packaged, so nothing can be tested in an editor.');
else if (wanted === 'desktop') await part('the suite in a desktop VS Code', desktop);
else {
  if (wanted === 'latest' && !(process.platform === 'linux' && process.arch === 'x64'))
    skipped.push('VS Code 1.139: its Node comes as a package for Linux x64 only.');
  else await editor(wanted === 'latest' ? 'latest' : 'stable', vsix);
  if (wanted === 'all') await part('Neovim over stdio', neovim);
}

for (const what of skipped) console.log(`\nSkipped — ${what}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
