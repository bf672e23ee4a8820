// What the benchmarks share: medians, generated documents, and the engine bundled for measuring.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { esbuildDeclarations } from '../scripts/bundled.mjs';
import { scratch } from './scratch.mjs';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A generator of the same numbers every time. */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so what up said its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many'.split(
    ' ',
  );
const CITING = [
  (p) => `The Washington Declaration, para. ${p}, is plain enough.`,
  (p) => `It says that “make every effort to consult with the ROK” is the promise (Washington Declaration, para. ${p}).`,
  () => 'The NCG met twice, and the DPRK protested both times.',
  () => 'The Nuclear Consultative Group (NCG) is the visible result.',
  () => 'The United States will consult the ROK before any decision.',
  (p) => `As paragraph ${p} of the Declaration has it, the Alliance stands together (ibid.).`,
];

/** Prose of about `size` characters; one sentence in `every` cites the Washington Declaration, none when `every` is 0. */
export function document(size, seed, every = 8) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const out = [every > 0 ? '# A brief on the Washington Declaration of 26 April 2023\n\n' : '# A brief on other matters\n\n'];
  let length = out[0].length;
  while (length < size) {
    const sentences = [];
    for (let i = 0; i < 5; i++) {
      if (every > 0 && next() < 1 / every) sentences.push(pick(CITING)(1 + Math.floor(next() * 7)));
      else {
        const words = Array.from({ length: 8 + Math.floor(next() * 14) }, () => pick(WORDS)).join(' ');
        sentences.push(`${words[0].toUpperCase()}${words.slice(1)}.`);
      }
    }
    const paragraph = `${sentences.join(' ')}\n\n`;
    out.push(paragraph);
    length += paragraph.length;
  }
  return out.join('');
}

/** The engine, as one module: what the bundles hold, without the bundles' streams. */
export async function engine() {
  const folder = scratch('bench');
  const outfile = path.join(folder, 'engine.mjs');
  await build({
    stdin: {
      contents: `export { createService, libraryOf, analyseText } from './server/src/service.ts';
export { runChecks } from './server/src/checks/index.ts';
export { default as declarations } from 'virtual:declarations';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins: [esbuildDeclarations],
    mainFields: ['module', 'main'],
    define: { VERSION: '"bench"' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
