/** The readers of foreign formats in Node: they lie beside the bundles and are loaded only when such a file is met. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadReader } from './import/page.ts';

/** `here` is the folder of the running bundle: `dist/` or `dist/server/`. */
export const readersIn =
  (here: string): LoadReader =>
  (kind) => {
    const beside = [here, join(here, '..')].map((folder) => join(folder, 'readers', `${kind}.mjs`));
    return import(pathToFileURL(beside.find((file) => existsSync(file)) ?? (beside[0] as string)).href);
  };
