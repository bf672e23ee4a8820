/** The suite in the Node extension host: code-server's, or a desktop VS Code's. */
import Mocha from 'mocha';
import { type MochaLike, OPTIONS, runWith } from './run.ts';

export const run = (): Promise<void> =>
  runWith(new Mocha(OPTIONS as unknown as Mocha.MochaOptions) as unknown as MochaLike, () => {
    require('./citing.test.ts');
    require('./declaration.test.ts');
    require('./library.test.ts');
  });
