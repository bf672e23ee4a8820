// Placing an altered quotation of 200 characters in the declaration, beside approx-string-match on the same input in the same run.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import search from 'approx-string-match';
import { build } from 'esbuild';
import { esbuildDeclarations } from '../scripts/bundled.mjs';
import { median, random, root } from './measure.mjs';
import { scratch } from './scratch.mjs';

async function aligner() {
  const outfile = path.join(scratch('bench'), 'align.mjs');
  await build({
    stdin: {
      contents: `export { findNearest } from './server/src/text/align.ts';
export { findExact } from './server/src/text/align-exact.ts';
export { indexText } from './server/src/text/word-index.ts';
export { readWording } from './server/src/text/wording.ts';
export { libraryOf } from './server/src/service.ts';
export { default as declarations } from 'virtual:declarations';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins: [esbuildDeclarations],
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return import(pathToFileURL(outfile).href);
}

/** Quotations of about 200 characters with two words changed, from all over the text. */
function altered(text, count) {
  const next = random(11);
  return Array.from({ length: count }, () => {
    const start = text.indexOf(' ', Math.floor(next() * (text.length - 260))) + 1;
    const words = text.slice(start, start + 200).split(' ');
    for (const at of [5, 14]) if (at < words.length) words[at] = 'otherwise';
    return words.join(' ');
  });
}

/** Rounds until both are compiled, with other benchmarks' heap in the process too. */
const WARMING = 15;

export async function alignment(rounds = 15) {
  const { findExact, findNearest, indexText, readWording, libraryOf, declarations } = await aligner();
  const instrument = libraryOf(declarations).loaded.find((i) => i.id === 'washington-declaration');
  const text = instrument.paragraphs.map((p) => p.prose.text).join('\n');
  const index = indexText(text);
  const quotations = altered(text, 60);
  const ours = [];
  const theirs = [];
  for (let i = 0; i < rounds + WARMING; i++) {
    let began = performance.now();
    for (const q of quotations) {
      const wording = readWording(q);
      if (findExact(wording, index).length === 0 && findNearest(wording, index).length === 0) throw new Error(`not placed: ${q}`);
    }
    const mine = performance.now() - began;
    began = performance.now();
    for (const q of quotations) if (search(text, q, 50).length === 0) throw new Error(`not found: ${q}`);
    const yours = performance.now() - began;
    if (i < WARMING) continue;
    ours.push(mine / quotations.length);
    theirs.push(yours / quotations.length);
  }
  const [a, b] = [median(ours), median(theirs)];
  return [
    {
      what: 'placing an altered quotation of 200 characters',
      ours: `${a.toFixed(3)} ms`,
      beside: `approx-string-match ${b.toFixed(3)} ms`,
      ratio: a / b,
      goal: 1,
    },
  ];
}
