// `annotate` over 1,000 generated documents (12 MB), beside ripgrep on the same terms and a bare read of the same files.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { document, median, root } from './measure.mjs';
import { scratch } from './scratch.mjs';

const timed = (rounds, run) =>
  median(
    Array.from({ length: rounds }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );

export async function throughput(count = 1000, rounds = 3) {
  const folder = scratch('throughput');
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    // Every second document cites; the others cost one pass over their words.
    const text = document(12_000, i + 1, i % 2 === 0 ? 8 : 0);
    bytes += Buffer.byteLength(text);
    writeFileSync(path.join(folder, `${i}.md`), text);
  }
  const cli = path.join(root, 'dist/cli.js');
  const annotate = timed(rounds, () => {
    const run = spawnSync(process.execPath, [cli, 'annotate', folder, '--format', 'ndjson'], { maxBuffer: 1 << 30 });
    if (run.status !== 0) throw new Error(String(run.stderr).split('\n')[0]);
  });
  const read = timed(rounds, () => {
    for (const name of readdirSync(folder)) readFileSync(path.join(folder, name), 'utf8');
  });
  const terms = 'Washington Declaration|NCG|Nuclear Consultative Group|DPRK|ROK|para\\. [0-9]+';
  const found = spawnSync('rg', ['--version']).status === 0;
  const rg = found ? timed(rounds, () => spawnSync('rg', ['-n', '-o', terms, folder], { maxBuffer: 1 << 30 })) : undefined;
  const mb = bytes / 1e6;
  const rate = (ms) => `${ms.toFixed(0)} ms (${(mb / (ms / 1000)).toFixed(1)} MB/s)`;
  return [
    {
      what: `annotate, ${count} documents, ${mb.toFixed(0)} MB, half of them citing`,
      ours: rate(annotate),
      beside: `bare read ${rate(read)}`,
      ratio: annotate / read,
    },
    ...(rg === undefined
      ? [{ what: 'the same beside ripgrep', ours: rate(annotate), beside: 'skipped: no ripgrep on the PATH' }]
      : [{ what: 'the same beside ripgrep on its terms', ours: rate(annotate), beside: `ripgrep ${rate(rg)}`, ratio: annotate / rg }]),
  ];
}
