// Builds everything that runs: the command line, client and server for desktop and browser, and the suites that run inside an
// editor. `--watch` keeps building; `--dev` leaves the code readable, with source maps.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { context } from 'esbuild';
import { minifySync } from 'rolldown/experimental';
import { esbuildDeclarations } from './bundled.mjs';

const watch = process.argv.includes('--watch');
const production = !watch && !process.argv.includes('--dev');
const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [esbuildDeclarations],
  define: { VERSION: JSON.stringify(process.env.npm_package_version ?? JSON.parse(readFileSync('package.json', 'utf8')).version) },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const web = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** pdf.js warns on standard output of a runtime that `server/src/import/pdf.ts` makes fit: there it would stand among the answers. */
const withoutWarning = {
  name: 'without-warning',
  setup(build) {
    build.onLoad({ filter: /pdfjs-dist[/\\]build[/\\]pdf\.mjs$/ }, ({ path: file }) => {
      const code = readFileSync(file, 'utf8');
      const quiet = code.replace(/warn\("Please use the `legacy` build in Node\.js environments\."\);/, '');
      return { contents: quiet, loader: 'js', ...(quiet === code ? { warnings: [{ text: 'No warning was found to leave out' }] } : {}) };
    });
  },
};

/**
 * What of pdf.js is never met in reading a text layer, and weighs a third of it: a decoder of JPEG 2000 pictures as text, decoders of
 * other pictures, and XFA forms. From one marker in the file to the next; what is left of a part stands in for it.
 */
const PARTS = [
  ['./src/core/arithmetic_decoder.js', './src/core/jbig2_stream.js', 'class Jbig2Image {}'],
  ['./src/core/jpg.js', './src/core/jpeg_stream.js', 'class JpegImage { static canUseImageDecoder() { return false; } }'],
  ['./src/core/xfa/symbol_utils.js', './src/core/annotation.js', 'class XFAFactory { static getRichTextAsHtml() { return null; } }'],
];
const withoutPictures = {
  name: 'without-pictures',
  setup(build) {
    build.onLoad({ filter: /pdf\.worker(?:\.min)?\.mjs$/ }, ({ path: file }) => {
      const missing = [];
      const code = readFileSync(file, 'utf8');
      let lighter = code.replace(/data:application\/octet-stream;base64,[A-Za-z0-9+/=]{1000,}/g, 'data:application/octet-stream;base64,');
      if (lighter === code) missing.push('a picture decoder');
      for (const [from, to, instead] of PARTS) {
        const [start, end] = [from, to].map((name) => lighter.indexOf(`;// ${name}`));
        if (start < 0 || end < start) missing.push(from);
        else lighter = `${lighter.slice(0, start)};${instead}\n${lighter.slice(end)}`;
      }
      return { contents: lighter, loader: 'js', warnings: missing.map((what) => ({ text: `Not found, so not left out: ${what}` })) };
    });
  },
};

// Readers of foreign formats lie beside the bundles and are loaded only when such a file is met; desktop and browser share them.
const readers = {
  ...common,
  plugins: [...common.plugins, withoutPictures, withoutWarning],
  entryPoints: Object.fromEntries(['html', 'docx', 'pdf', 'akn'].map((kind) => [`readers/${kind}`, `server/src/import/${kind}.ts`])),
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  splitting: true,
  chunkNames: 'readers/[name]-[hash]',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  external: ['fs', 'path', 'canvas', 'node:*'],
};

/**
 * One bundle for Node and for a web worker: both need the same engine and the same protocol, and two copies would weigh twice.
 * Its entry loads `node.ts` or `browser.ts`; esbuild runs only the modules of the one that is asked for.
 */
const either = (part) => ({
  ...web,
  stdin: {
    contents: `module.exports = typeof WorkerGlobalScope === 'undefined' ? require('./node.ts') : require('./browser.ts');`,
    resolveDir: `${part}/src`,
    sourcefile: 'either.js',
  },
  outfile: `dist/${part}/${part}.js`,
  format: 'cjs',
  // The packages that come in two: each entry names its own, whatever the platform of the bundle.
  alias: Object.fromEntries(
    ['vscode-languageserver', 'vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].flatMap((name) =>
      ['node', 'browser'].map((platform) => [`${name}/${platform}`, path.resolve(`node_modules/${name}/lib/${platform}/main.js`)]),
    ),
  ),
});

/** Common to both platforms alone: in the server each entry brings what its own platform has beyond it. */
const commonOnly = {
  name: 'common-only',
  setup(build) {
    build.onResolve({ filter: /^vscode-(?:languageserver|languageserver-protocol|jsonrpc)$/ }, ({ path: name }) => ({
      path: path.resolve(`node_modules/${name}/lib/common/api.js`),
    }));
  },
};

/** The engine does not bring LSP: the server that loads it hands over its own, see `server/src/lsp/engine-file.ts`. */
const handedOver = {
  name: 'handed-over',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver$/ }, () => ({ path: 'languageserver', namespace: 'handed-over' }));
    build.onLoad({ filter: /.*/, namespace: 'handed-over' }, () => ({ contents: 'module.exports = languageserver;', loader: 'js' }));
  },
};

/** The commands are a file of their own: `declaration-lens lsp` must not read them to start the server. */
const besides = {
  name: 'besides',
  setup(build) {
    build.onResolve({ filter: /^\.\/cli\/process\.ts$/ }, () => ({ path: './commands.js', external: true }));
  },
};

const bundles = [
  readers,
  {
    ...node,
    plugins: [besides],
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    // `require` instead: for an `import` Node would read the whole file twice, once to learn the names in it.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: { commands: 'server/src/cli/process.ts' }, outdir: 'dist' },
  { ...either('client'), external: ['vscode', ...builtinModules, 'node:*'] },
  // No module system in a worker: the server is a plain script, whose `require` is met only in Node.
  { ...either('server'), plugins: [...common.plugins, commonOnly], format: 'iife', external: [...builtinModules, 'node:*'] },
  {
    ...web,
    plugins: [...common.plugins, handedOver],
    entryPoints: { 'server/engine': 'server/src/lsp/engine.ts' },
    outdir: 'dist',
    format: 'iife',
    globalName: 'engine',
    banner: { js: 'globalThis.declarationLens = (languageserver) => {' },
    footer: { js: 'return engine; };' },
    external: [...builtinModules, 'node:*'],
  },
  // Readable, with its map inside: a failing test says its line.
  { ...node, minify: false, sourcemap: 'inline', entryPoints: { 'test/node': 'tests/vscode/suite/node.ts' }, outdir: 'dist', external: ['vscode', 'mocha'] },
  {
    ...web,
    minify: false,
    sourcemap: 'inline',
    entryPoints: { 'test/browser': 'tests/vscode/suite/browser.ts' },
    outdir: 'dist',
    format: 'cjs',
    external: ['vscode'],
    define: { ...common.define, global: 'globalThis' },
  },
];

/** What goes into the .vsix is minified once more: names by how often they stand make it four in a hundred smaller when it is packed. */
function pack(file) {
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { compress: { target: 'es2022' }, mangle: true });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  writeFileSync(file, code);
}

const written = new Set();
for (const options of bundles) {
  const built = await context({ ...options, metafile: true });
  if (watch) await built.watch();
  else {
    const { metafile } = await built.rebuild();
    for (const file of Object.keys(metafile.outputs)) {
      written.add(path.basename(file));
      if (production && /^dist\/(?:server|client|readers)\//.test(file)) pack(file);
    }
    await built.dispose();
  }
}

// Chunks are named by their content: those of an earlier build would pile up, and be packaged.
if (!watch) for (const file of readdirSync('dist/readers')) if (!written.has(file)) rmSync(`dist/readers/${file}`, { force: true });
