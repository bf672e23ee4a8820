/** What the command line touches: the streams, the folder it runs in, and the errors that end a run. */
import type { InstrumentSource } from '../instrument/instrument.ts';

export interface World {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Resolves when the reader has room again. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Colour on standard output is wanted and understood. */
  readonly color: boolean;
  /** Standard error is a terminal. */
  readonly terminal: boolean;
  /** The folder of the running bundle. */
  readonly here: string;
  readonly bundled: readonly InstrumentSource[];
  readonly version: string;
}

/** An error that the user can mend: one line, exit code 2. */
export class Usage extends Error {}

/** The reason of a file error in words, without the path and the system call. */
export function reasonOf(e: unknown): string {
  const code = typeof e === 'object' && e !== null && 'code' in e ? String(e.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or directory',
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    EISDIR: 'is a directory',
    ENOTDIR: 'not a directory',
    ELOOP: 'too many symbolic links',
    EMFILE: 'too many open files',
  };
  return known[code] ?? (e instanceof Error ? (e.message.split('\n')[0] as string).replace(/:\s*$/, '') : String(e));
}
