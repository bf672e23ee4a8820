/** Runs the suite with a given Mocha and says how it went; the same in Node and in a web worker. */

/** Marks the suite's own lines: the editor's log runs through the same pipe. */
const say = (text: string) => console.log(text.replace(/^/gm, 'suite| '));

interface Test {
  readonly title: string;
  fullTitle(): string;
  readonly duration?: number;
}
interface Runner {
  on(event: 'pass' | 'suite', listener: (test: Test) => void): this;
  on(event: 'fail', listener: (test: Test, error: Error) => void): this;
}

export interface MochaLike {
  readonly suite: { emit(event: 'pre-require', context: unknown, file: string, mocha: unknown): unknown };
  run(done: (failures: number) => void): unknown;
}

export class Report {
  constructor(runner: Runner) {
    let passed = 0;
    let failed = 0;
    runner.on('suite', (s) => s.title && say(s.title));
    runner.on('pass', (t) => {
      passed++;
      say(`  ✓ ${t.title} (${t.duration ?? 0} ms)`);
    });
    runner.on('fail', (t, error) => {
      failed++;
      say(`  ✗ ${t.fullTitle()}\n    ${error.stack ?? error.message}`);
    });
    (runner as unknown as { on(event: 'end', listener: () => void): void }).on('end', () => say(`${passed} passed, ${failed} failed`));
  }
}

export const OPTIONS = { ui: 'bdd', timeout: 180_000, slow: 5000, reporter: Report } as const;

/** `load` imports the tests, after Mocha has put its words in place. */
export function runWith(mocha: MochaLike, load: () => void): Promise<void> {
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return new Promise((resolve, reject) => mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve())));
}
