/** The command line's entry: hands `lsp` to the server that lies beside it and everything else to the commands, each loaded only then. */
import { join } from 'node:path';

const args = process.argv.slice(2);
// Standard output is for answers: what a library has to say goes elsewhere.
console.log = console.error;
// A name that the bundler does not see through: the server is the one that editors start, with nothing of the commands in front of it.
if (args[0] === 'lsp' && args.includes('--stdio') && !args.includes('--help')) require(join(__dirname, 'server', 'server.js'));
else void import('./cli/process.ts').then(({ run }) => run(args, __dirname));
