import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const scratch = pathToFileURL(path.resolve('bench/scratch.mjs')).href;

it.each([
  ['it ends', ''],
  ['it fails', `throw new Error('no');`],
  ['it is interrupted', `process.kill(process.pid, 'SIGINT'); await new Promise((r) => setTimeout(r, 5000));`],
  ['it is told to end', `process.kill(process.pid, 'SIGTERM'); await new Promise((r) => setTimeout(r, 5000));`],
])('a benchmark leaves no folder behind when %s', (_, then) => {
  const code = `const { scratch } = await import('${scratch}'); console.log(scratch('test')); ${then}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(stdout).toMatch(/lens-test-/);
  expect(existsSync(stdout.trim())).toBe(false);
});
