/** The command line: picks the command, and is with `lsp/answer.ts` the only place with a catch. */
import { meant } from './meant.ts';
import { COMMANDS, type CommandName, help, helpOf, readArguments } from './options.ts';
import { reasonOf, Usage, type World } from './world.ts';

/** Exit codes: 0 done, 1 findings at or above the level, 2 a usage or input error. */
export async function main(args: readonly string[], world: World): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === '--version' || first === '-v' || first === '-V' || first === 'version') {
      await world.out(`${world.version}\n`);
      return 0;
    }
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      const about = rest[0];
      if (about !== undefined && !isCommand(about)) throw noCommand(about);
      await world.out(about === undefined ? help() : helpOf(about));
      return first === undefined ? 2 : 0;
    }
    if (!isCommand(first)) throw noCommand(first);
    if (rest.includes('--help') || rest.includes('-h')) {
      await world.out(helpOf(first));
      return 0;
    }
    return await run(first, rest, world);
  } catch (e) {
    world.err(`declaration-lens: ${e instanceof Usage ? e.message : `${first}: ${reasonOf(e)}`}\n`);
    if (!(e instanceof Usage) && process.env.DECLARATION_LENS_DEBUG) world.err(`${e instanceof Error ? e.stack : String(e)}\n`);
    return 2;
  }
}

const noCommand = (name: string): Usage => new Usage(`there is no command “${name}”${meant(name, Object.keys(COMMANDS))} (see: declaration-lens --help)`);
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** Each command is loaded when it is asked for: `--version` costs nothing of what `annotate` needs. */
async function run(name: CommandName, rest: readonly string[], world: World): Promise<number> {
  const args = readArguments(name, rest);
  switch (name) {
    case 'annotate':
      return (await import('./annotate.ts')).annotate(args, world);
    case 'check':
      return (await import('./check.ts')).check(args, world);
    case 'instrument':
      return (await import('./instrument.ts')).instrument(args, world);
    case 'acronyms':
      return (await import('./acronyms.ts')).acronyms(world);
    case 'report':
      return (await import('./report.ts')).report(args, world);
    case 'find':
      return (await import('./find.ts')).find(args, world);
    case 'import':
      return (await import('./import.ts')).importDeclaration(args, world);
    case 'explain':
      return (await import('./explain.ts')).explain(args, world);
    case 'lsp':
      // The entry starts the server before it comes here; without `--stdio` there is nothing to speak over.
      throw new Usage('lsp speaks over standard input and output: declaration-lens lsp --stdio');
  }
}
