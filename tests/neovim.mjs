// Runs tests/neovim.lua in a headless Neovim of its own, against the built command line; says plainly when there is no Neovim.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const cli = path.join(root, 'dist/cli.js');
if (spawnSync('nvim', ['--version']).status !== 0) {
  console.log('skipped: no Neovim on the PATH (apt-get install neovim)');
  process.exit(0);
}
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: npm run build');
  process.exit(1);
}
const folder = mkdtempSync(path.join(tmpdir(), 'lens-nvim-'));
const file = path.join(folder, 'brief.md');
writeFileSync(file, '# Brief\n\nThe group is founded in para. 4 of the Washington Declaration.\n\nPieces cite para. 9 of the Washington Declaration too.\n');
try {
  const run = spawnSync('nvim', ['--headless', '--clean', '-S', path.join(root, 'tests/neovim.lua')], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, LENS_CLI: cli, LENS_FILE: file, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder },
  });
  process.stdout.write(run.stdout ?? '');
  if (!/^\d+ passed, 0 failed$/m.test(run.stdout ?? '')) process.stderr.write(run.stderr ?? '');
  process.exitCode = run.status === 0 && /, 0 failed/.test(run.stdout) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
