/** The suite in the web-worker extension host. */
import Mocha from 'mocha/mocha.js';
import { type MochaLike, OPTIONS, runWith } from './run.ts';

export const run = (): Promise<void> =>
  runWith(new Mocha(OPTIONS) as MochaLike, () => {
    require('./citing.test.ts');
    require('./declaration.test.ts');
  });
