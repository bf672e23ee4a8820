/** The command line in its process: gives `main` the process. */
import declarations from 'virtual:declarations';
import { main } from './main.ts';
import type { World } from './world.ts';

/** A reader that goes away (`| head`) ends the run without a word. */
const gone = (e: NodeJS.ErrnoException) => {
  if (e.code === 'EPIPE' || e.code === 'ERR_STREAM_DESTROYED') process.exit(0);
  throw e;
};

/** `here` is the folder of the running bundle, beside which the readers of foreign formats lie. */
export async function run(args: readonly string[], here: string): Promise<void> {
  process.stdout.on('error', gone);
  process.stderr.on('error', gone);
  const world: World = {
    cwd: process.cwd(),
    stdin: process.stdin,
    out: (text) => (process.stdout.write(text) ? Promise.resolve() : new Promise((resolve) => process.stdout.once('drain', resolve))),
    err: (text) => void process.stderr.write(text),
    color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    terminal: process.stderr.isTTY === true,
    here,
    bundled: declarations,
    version: VERSION,
  };
  process.exitCode = await main(args, world);
}
