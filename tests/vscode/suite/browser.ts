/** The suite in the web-worker extension host. */
import 'mocha/mocha.js';
import { type MochaLike, OPTIONS, runWith } from './run.ts';

export const run = (): Promise<void> => {
  const { Mocha } = globalThis as unknown as { readonly Mocha: new (options: object) => MochaLike };
  return runWith(new Mocha(OPTIONS), () => {
    require('./citing.test.ts');
    require('./declaration.test.ts');
    require('./library.test.ts');
  });
};
