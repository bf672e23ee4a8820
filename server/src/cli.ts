/** The command line's entry: gives `main` the process. */
import declarations from 'virtual:declarations';
import { main } from './cli/main.ts';
import type { World } from './cli/world.ts';

/** A reader that goes away (`| head`) ends the run without a word. */
const gone = (e: NodeJS.ErrnoException) => {
  if (e.code === 'EPIPE' || e.code === 'ERR_STREAM_DESTROYED') process.exit(0);
  throw e;
};
process.stdout.on('error', gone);
process.stderr.on('error', gone);

// Standard output is for answers: what a library has to say goes elsewhere.
console.log = console.error;

const world: World = {
  cwd: process.cwd(),
  stdin: process.stdin,
  out: (text) => (process.stdout.write(text) ? Promise.resolve() : new Promise((resolve) => process.stdout.once('drain', resolve))),
  err: (text) => void process.stderr.write(text),
  color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  terminal: process.stderr.isTTY === true,
  here: __dirname,
  bundled: declarations,
  version: VERSION,
};

const args = process.argv.slice(2);
if (args[0] === 'lsp' && args.includes('--stdio') && !args.includes('--help'))
  void import('./lsp/stdio.ts').then(({ start }) => start(async () => (await import('./lsp/engine.ts')).inNode(__dirname), true));
else
  void main(args, world).then((code) => {
    process.exitCode = code;
  });
