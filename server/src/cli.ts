/** The command line's entry. */
import { readFileSync } from 'node:fs';
import declarations from 'virtual:declarations';
import { runChecks } from './checks/index.ts';
import { documentShape, instrumentShape } from './cli/shapes.ts';
import { findAcronyms } from './instrument/acronyms.ts';
import { readInstrument } from './instrument/read.ts';
import { analyseText, libraryOf } from './service.ts';
import { formatOfPath } from './text/markup/index.ts';

const [command, ...rest] = process.argv.slice(2);
const paths = rest.filter((a, i) => !a.startsWith('--') && rest[i - 1] !== '--format');
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
if (command === 'annotate') {
  const library = libraryOf(declarations);
  print({
    version: 1,
    documents: paths.map((p) => {
      const a = analyseText(readFileSync(p, 'utf8'), formatOfPath(p) ?? 'plaintext', library);
      return documentShape(p, a, runChecks(a));
    }),
  });
} else if (command === 'instrument') {
  const known = new Map(declarations.map((d) => [d.path.replace(/\.md$/, ''), d]));
  print({
    version: 1,
    instruments: paths.map((p) =>
      instrumentShape(readInstrument(known.get(p) ?? { path: p, text: readFileSync(p, 'utf8'), format: formatOfPath(p) ?? 'plaintext' })),
    ),
  });
} else if (command === 'acronyms') {
  for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const { short, long, pairs } = findAcronyms(text);
    print({
      id,
      short: short.map((s) => [s.start, s.end]),
      long: long.map((s) => [s.start, s.end]),
      pairs: pairs.map((p) => [p.short.start, p.short.end, p.long.start, p.long.end]),
    });
  }
} else if (command === 'lsp') {
  void import('./lsp/stdio.ts').then((m) => m.start(declarations, __dirname, true));
}
