// Builds everything that runs: the command line, and client and server for desktop and browser. `--watch` keeps building.
import { context } from 'esbuild';
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
  define: { VERSION: JSON.stringify(process.env.npm_package_version ?? JSON.parse((await import('node:fs')).readFileSync('package.json', 'utf8')).version) },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const web = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

// Readers of foreign formats lie beside the bundles and are loaded only when such a file is met; desktop and browser share them.
const readers = {
  ...common,
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

const bundles = [
  readers,
  { ...node, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: { 'server/node': 'server/src/node.ts', 'client/node': 'client/src/node.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...web, entryPoints: { 'server/browser': 'server/src/browser.ts' }, outdir: 'dist', format: 'iife' },
  { ...web, entryPoints: { 'client/browser': 'client/src/browser.ts' }, outdir: 'dist', format: 'cjs', external: ['vscode'] },
];

for (const options of bundles) {
  const built = await context(options);
  if (watch) await built.watch();
  else {
    await built.rebuild();
    await built.dispose();
  }
}
