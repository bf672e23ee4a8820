// Makes one .vsix at the root: what runs, and nothing else. Fails on a warning of the packager's, and above a megabyte.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LARGEST = 1_000_000;

/** Answers the path of the .vsix. `quiet` keeps the list of files to itself. */
export function makePackage({ quiet = false } = {}) {
  for (const file of readdirSync('.')) if (file.endsWith('.vsix')) rmSync(file);
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = `${name}-${version}.vsix`;
  // Everything is bundled, so no dependencies; there is no public repository that the README's relative links could lead to.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  const run = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', ...options], { encoding: 'utf8' });
  const said = run.stdout + run.stderr;
  if (run.status !== 0) throw new Error(`vsce ended with exit code ${run.status}:\n${said}`);
  if (!quiet) console.log(said.trim());
  if (/\bWARNING\b/i.test(said)) throw new Error(`vsce warns:\n${said}`);
  const { size } = statSync(file);
  if (size > LARGEST) throw new Error(`${file} is ${size} bytes: more than ${LARGEST}`);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
  makePackage();
}
