// A library of 10,000 instruments (100 MB): the first index, memory, a start with a warm index, and the first hover of a document that
// cites one of them, beside ripgrep and a bare read of the same files, and beside the same hover with a library of one.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { median, root } from './measure.mjs';
import { scratch } from './scratch.mjs';

const COUNT = Number(process.env.LENS_LIBRARY ?? 10_000);
const PLACES = ['Harbour', 'Valley', 'Mountain', 'River', 'Island', 'Plain', 'Lake', 'Forest', 'Bridge', 'Coast'];
const KINDS = ['Declaration', 'Communiqué', 'Joint Statement', 'Treaty', 'Principles', 'Agreement'];
const ACTS = ['will maintain', 'commit to expand', 'reaffirm', 'intend to review', 'shall publish', 'welcome', 'will not permit', 'recognize'];
const THINGS = [
  'the exchange of pilots',
  'a regular dialogue on fisheries',
  'the safety of bridges',
  'joint exercises of rescue services',
  'the inspection of dams',
];

/** Instrument `n` of the library: front matter, and ten kilobytes of numbered paragraphs. */
function instrument(n) {
  const title = `${PLACES[n % 10]} ${PLACES[Math.floor(n / 10) % 10]} ${KINDS[n % 6]} ${n}`;
  const paragraphs = [];
  for (let p = 1, size = 0; size < 10_000; p++) {
    const text = `${p}. ${Array.from({ length: 5 }, (_, s) => `The Parties ${ACTS[(n + p + s) % 8]} ${THINGS[(n * 7 + p * 3 + s) % 5]} in the region of ${PLACES[(n + s) % 10]} by ${2000 + ((n + p) % 60)}.`).join(' ')}`;
    paragraphs.push(text);
    size += text.length;
  }
  const front = `---\nid: text-${n}\ntitle: ${title}\naliases: [Text ${n} of the ${PLACES[n % 10]}]\ndate: "${1950 + (n % 70)}-04-26"\nparties: [Iceland, Norway]\n---\n\n`;
  return { title, text: `${front}${paragraphs.join('\n\n')}\n` };
}

/** A server with a workspace; answers requests, and knows its memory. */
function server(folder, cache) {
  const child = spawn(process.execPath, ['--expose-gc', path.join(root, 'dist/server/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, DECLARATION_LENS_CACHE: cache, DECLARATION_LENS_LIBRARY: path.join(cache, 'none') },
  });
  const waiting = new Map();
  let said = Buffer.alloc(0);
  let id = 0;
  child.stdout.on('data', (chunk) => {
    said = Buffer.concat([said, chunk]);
    for (;;) {
      const end = said.indexOf('\r\n\r\n');
      const length = end < 0 ? Number.NaN : Number(/Content-Length: (\d+)/i.exec(said.subarray(0, end).toString())?.[1]);
      if (!(said.length >= end + 4 + length)) return;
      const message = JSON.parse(said.subarray(end + 4, end + 4 + length).toString());
      said = said.subarray(end + 4 + length);
      if ('id' in message && 'method' in message) send({ id: message.id, result: null });
      else if ('id' in message) waiting.get(message.id)?.(message.result);
    }
  });
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const notify = (method, params) => send({ method, params });
  const request = (method, params) =>
    new Promise((resolve) => {
      waiting.set(++id, resolve);
      send({ id, method, params });
    });
  return {
    notify,
    request,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async start() {
      await request('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: { textDocument: { diagnostic: {} } } });
      notify('initialized', {});
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill();
      }),
  };
}

/** Milliseconds from opening a document to its first hover. */
async function firstHover(s, folder, title, name) {
  const uri = pathToFileURL(path.join(folder, name)).href;
  const began = performance.now();
  s.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: `The ${title} is short. See para. 3 there.\n` } });
  const answer = await s.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: `The ${title} is short. See para`.length } });
  const took = performance.now() - began;
  if (!/paragraph 3/.test(JSON.stringify(answer))) throw new Error(`no hover: ${JSON.stringify(answer)}`);
  return took;
}

/** The size of a folder, and when it was last written to, when nothing has been for a while. */
async function settledFolder(folder) {
  for (let before = -1, size = 0; ; before = size) {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map((f) => statSync(path.join(folder, f))) : [];
    size = files.reduce((n, f) => n + (f.isFile() ? f.size : 0), 0);
    if (size > 0 && size === before) return [size, Math.max(...files.map((f) => f.mtimeMs))];
  }
}

const all = (s) => s.request('declarationLens/instruments', {});

export async function library() {
  const folder = scratch('library');
  const [many, one, cache] = ['many', 'one', 'cache'].map((n) => path.join(folder, n));
  const texts = path.join(many, 'declarations');
  for (const f of [texts, path.join(one, 'declarations'), cache]) mkdirSync(f, { recursive: true });
  const chosen = Math.floor(COUNT * 0.77);
  const { title, text } = instrument(chosen);
  for (let n = 0; n < COUNT; n++) writeFileSync(path.join(texts, `text-${n}.md`), instrument(n).text);
  writeFileSync(path.join(one, 'declarations', `text-${chosen}.md`), text);
  // What was written in this very moment is not trusted between sessions.
  await new Promise((resolve) => setTimeout(resolve, 2500));

  const bareRead = () => {
    const began = performance.now();
    let bytes = 0;
    for (const f of readdirSync(texts)) bytes += readFileSync(path.join(texts, f)).length;
    return [performance.now() - began, bytes];
  };
  bareRead();
  const [bare, bytes] = bareRead();
  const run = promisify(execFile);
  let grep;
  for (let i = 0; i < 2; i++) {
    const began = performance.now();
    grep = await run('rg', ['-c', 'inspection of dams', texts], { maxBuffer: 1 << 28 }).then(
      () => performance.now() - began,
      () => undefined,
    );
  }

  const cold = server(many, cache);
  let began = performance.now();
  await cold.start();
  if ((await all(cold)).length < COUNT) throw new Error('instruments are missing');
  const first = performance.now() - began;
  const memory = cold.memory();
  const find = async (s) => {
    const from = performance.now();
    const found = await s.request('declarationLens/find', { query: 'inspection of dams' });
    if (found.hits.length === 0) throw new Error('nothing found');
    return performance.now() - from;
  };
  const search = await find(cold);
  const then = Date.now();
  const [words, written] = await settledFolder(path.join(cache, 'words'));
  const made = written - then;
  const built = cold.memory();
  await cold.stop();
  const searcher = server(many, cache);
  await searcher.start();
  await all(searcher);
  const firstSearch = await find(searcher);
  const laterSearch = median([await find(searcher), await find(searcher), await find(searcher)]);
  const searched = searcher.memory();
  await searcher.stop();

  const warmTimes = [];
  const hovers = { one: [], many: [] };
  let warmMemory = 0;
  for (let i = 0; i < 5; i++) {
    const alone = server(one, cache);
    await alone.start();
    hovers.one.push(await firstHover(alone, one, title, 'brief.md'));
    await alone.stop();
    const s = server(many, cache);
    began = performance.now();
    await s.start();
    hovers.many.push(await firstHover(s, many, title, 'brief.md'));
    warmTimes.push(performance.now() - began);
    await all(s);
    warmMemory = s.memory();
    await s.stop();
  }
  // In turns, so that what else the machine does falls on both.
  const settled = { one: [], many: [] };
  const both = { one: [server(one, cache), one], many: [server(many, cache), many] };
  for (const [s] of Object.values(both)) {
    await s.start();
    await all(s);
  }
  for (let i = 0; i < 15; i++) for (const [key, [s, place]] of Object.entries(both)) settled[key].push(await firstHover(s, place, title, `brief-${i}.md`));
  for (const [s] of Object.values(both)) await s.stop();
  const ms = (n) => `${n.toFixed(0)} ms`;
  const of = `${COUNT} instruments, ${(bytes / 1e6).toFixed(0)} MB`;
  const beside = grep === undefined ? 'ripgrep is not installed' : `ripgrep ${ms(grep)}`;
  return [
    { what: `first index of ${of}`, ours: ms(first), beside: `bare read ${ms(bare)}`, ratio: first / bare },
    { what: 'memory of the server then', ours: `${memory.toFixed(0)} MB`, beside: `with a warm index ${warmMemory.toFixed(0)} MB` },
    { what: 'start with a warm index, to the first hover', ours: ms(median(warmTimes)), beside: `bare read ${ms(bare)}`, ratio: median(warmTimes) / bare },
    { what: 'search before the words are indexed', ours: ms(search), beside, ...(grep === undefined ? {} : { ratio: search / grep }) },
    {
      what: 'indexing the words, behind everything else',
      ours: ms(made),
      beside: `${(words / 1e6).toFixed(0)} MB on the disk, ${built.toFixed(0)} MB of memory`,
    },
    { what: 'first search of a session with the index', ours: ms(firstSearch), beside, ...(grep === undefined ? {} : { ratio: firstSearch / grep }) },
    { what: 'later searches', ours: ms(laterSearch), beside: `${searched.toFixed(0)} MB of memory` },
    {
      what: 'first hover right after the start',
      ours: ms(median(hovers.many)),
      beside: `library of one ${ms(median(hovers.one))}`,
      ratio: median(hovers.many) / median(hovers.one),
      goal: 2,
    },
    {
      what: 'first hover of a document opened later',
      ours: `${median(settled.many).toFixed(1)} ms`,
      beside: `library of one ${median(settled.one).toFixed(1)} ms`,
      ratio: median(settled.many) / median(settled.one),
      goal: 2,
    },
  ];
}
