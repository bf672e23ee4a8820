/** Files with the bundled texts, declarations and pages of checks, for editors that open only files. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './cache-node.ts';
import type { Instrument } from './instrument/instrument.ts';

/**
 * The package's own `declarations/<id>.md` where it lies beside `dist/` with this very text; otherwise a read-only copy in the
 * user's cache, in a folder named for the content. `undefined` when neither can be had.
 */
export const fileOf =
  (here: string) =>
  async (instrument: Instrument): Promise<string | undefined> => {
    const name = `${instrument.id.replace(/[^\w.-]/g, '_')}.md`;
    for (const up of ['..', '../..']) {
      const own = join(here, up, 'declarations', name);
      if ((await readFile(own, 'utf8').catch(() => undefined)) === instrument.text) return pathToFileURL(own).href;
    }
    const folder = join(cacheFolder(), createHash('sha256').update(instrument.text).digest('hex').slice(0, 16));
    const path = join(folder, name);
    try {
      if ((await readFile(path, 'utf8').catch(() => undefined)) !== instrument.text) {
        await mkdir(folder, { recursive: true });
        await writeFile(path, instrument.text);
        await chmod(path, 0o444);
      }
      return pathToFileURL(path).href;
    } catch {
      return undefined;
    }
  };

/** The package's own `docs/checks/<check>.md` where it lies beside `dist/`, as a uri. */
export const pageFileOf =
  (here: string) =>
  (check: string): string | undefined => {
    const file = ['..', '../..'].map((up) => join(here, up, 'docs/checks', `${check}.md`)).find((f) => existsSync(f));
    return file === undefined ? undefined : pathToFileURL(file).href;
  };
