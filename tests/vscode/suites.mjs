/** Runs the Mocha suite inside a real VS Code, in three places: the Node extension host, the installed .vsix, a web worker. */
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChromium, startEditor } from './editor.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const WORKSPACE = path.join(here, 'workspace');
const PATIENCE = 600_000;

/** The extension as it lies in the project. */
export const inNode = ({ host, say }) =>
  run({ host, say }, (editor) => [
    ['extensionDevelopmentPath', editor.remote(root)],
    ['extensionTestsPath', editor.remote(path.join(root, 'dist/test/node.js'))],
  ]);

/** The extension as users get it: packaged and installed. The suite hangs on to an empty extension instead. */
export const fromVsix = ({ host, say, vsix }) =>
  run({ host, say, vsix }, (editor) => [
    ['extensionDevelopmentPath', editor.remote(path.join(here, 'bare'))],
    ['extensionTestsPath', editor.remote(path.join(root, 'dist/test/node.js'))],
  ]);

/**
 * The extension in the browser, its server in a web worker. A server's own extensions never run in the browser, so this one
 * comes from a small web server, as a gallery would give it.
 */
export async function inWorker({ host, say }) {
  const files = await serveFiles(root);
  const at = (place) => ({ scheme: 'http', authority: `127.0.0.1:${files.port}`, path: place });
  try {
    return await run({ host, say, development: { extensions: [at('/')], extensionTestsPath: at('/dist/test/browser.js') } }, () => []);
  } finally {
    await files.close();
  }
}

async function run({ host, say, vsix, development }, payload) {
  const editor = await startEditor({ host, vsix });
  let chromium;
  let page;
  let result;
  const heard = [];
  const trouble = (what) => `${what}\n${heard.slice(-30).join('\n')}\n${editor.log()}`;
  try {
    chromium = await startChromium();
    page = await (await chromium.newContext({ bypassCSP: development !== undefined })).newPage();
    const ended = new Promise((resolve) => {
      page.exposeFunction('codeAutomationExit', (code) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', (_kind, args) => {
      heard.push(args.join(' '));
      for (const [, line] of args.join(' ').matchAll(/^suite\| (.*)$/gm)) {
        const m = /^(\d+) passed, (\d+) failed$/.exec(line);
        if (m) result = { passed: Number(m[1]), failed: Number(m[2]) };
        else say(line);
      }
    });
    if (development) await page.addInitScript(develop, development);
    await page.goto(editor.address(editor.workspace(WORKSPACE), payload(editor)));
    const code = await within(PATIENCE, ended);
    if (result === undefined) return { passed: 0, failed: 1, trouble: trouble(`The suite ended with ${code} and no result.`) };
    return code === 0 ? result : { ...result, failed: Math.max(1, result.failed) };
  } catch (error) {
    mkdirSync(path.join(root, 'test-results'), { recursive: true });
    const picture = path.join(root, 'test-results/suite-trouble.png');
    await page?.screenshot({ path: picture }).catch(() => {});
    return { passed: result?.passed ?? 0, failed: Math.max(1, result?.failed ?? 0), trouble: trouble(`${error.message} (see ${picture})`) };
  } finally {
    await chromium?.close();
    await editor.stop();
  }
}

function within(patience, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The suite did not end within ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs in the page: names the extension under development in the workbench's configuration, before the workbench reads it. */
function develop(options) {
  const patch = () => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta || meta.dataset.patched) return;
    meta.dataset.patched = 'yes';
    const configuration = JSON.parse(meta.dataset.settings);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    meta.dataset.settings = JSON.stringify(configuration);
  };
  new MutationObserver(patch).observe(document, { childList: true, subtree: true });
}

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png' };

async function serveFiles(folder) {
  const server = http.createServer(async (request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const file = path.join(folder, path.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname)));
    if (request.method === 'OPTIONS') return response.writeHead(204, headers).end();
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { ...headers, 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const suites = { node: inNode, vsix: fromVsix, worker: inWorker };
  const result = await suites[process.argv[2] ?? 'node']({ host: process.argv[3] ?? 'stable', say: console.log, vsix: 'declaration-lens.vsix' });
  if (result.trouble) console.error(result.trouble);
  console.log(`${result.passed} passed, ${result.failed} failed`);
  process.exitCode = result.failed > 0 ? 1 : 0;
}
