// How long the server takes to answer `initialize`, beside a bare vscode-languageserver that does nothing, in the same run.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { median, root } from './measure.mjs';
import { scratch } from './scratch.mjs';

const HELLO = `
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: { hoverProvider: true } }));
connection.onHover(() => ({ contents: 'hello' }));
connection.listen();
`;

/** Milliseconds from spawning the process to its answer to `initialize`. */
const start = (file, folder) =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], cwd: folder });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    child.stdin.on('error', () => {});
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!said.includes('"capabilities"')) return;
      resolve(performance.now() - began);
      child.kill();
    });
    child.on('error', reject);
  });

export async function startup(rounds = 15) {
  const folder = scratch('startup');
  const hello = path.join(folder, 'hello.js');
  writeFileSync(path.join(folder, 'hello.mjs'), HELLO);
  const ours = path.join(root, 'dist/server/server.js');
  await build({
    stdin: { contents: HELLO, resolveDir: root },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: hello,
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  const times = { hello: [], ours: [] };
  for (let i = 0; i < rounds + 2; i++) {
    const a = await start(hello, folder);
    const b = await start(ours, folder);
    if (i >= 2) {
      times.hello.push(a);
      times.ours.push(b);
    }
  }
  const [bare, full] = [median(times.hello), median(times.ours)];
  return [
    {
      what: 'server start, to the answer to initialize',
      ours: `${full.toFixed(0)} ms`,
      beside: `bare server ${bare.toFixed(0)} ms`,
      ratio: full / bare,
      goal: 1.2,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const r of await startup()) console.log(`${r.what}: ${r.ours}, ${r.beside}: ${r.ratio.toFixed(2)}× (goal ${r.goal}×)`);
