/** Runs the command line in this process, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { main } from '../../server/src/cli/main.ts';
import { HARBOUR } from '../support/world.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  run(args: string, stdin?: string): Promise<Run>;
  remove(): void;
}

/** Files by name; the harbour declaration is in `declarations/` unless files say otherwise. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'lens-'));
  for (const [name, content] of Object.entries({ 'declarations/harbour-declaration.md': HARBOUR, ...files })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    async run(args, stdin = '') {
      let out = '';
      let err = '';
      const code = await main(args.split(' ').filter(Boolean), {
        cwd: path,
        stdin: (async function* () {
          yield new TextEncoder().encode(stdin);
        })(),
        out: async (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        color: false,
        terminal: false,
        here: resolve('dist'),
        bundled: [],
        version: '1.2.3',
      });
      return { code, out, err };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
