/** Bibliographies that explain a document's citation keys: those it names, and those lying beside it or in the workspace's root. */
import type { Reference } from './document/analysis.ts';
import { kindOfBibliography, parseReferences } from './document/references.ts';
import type { Host } from './host.ts';
import { asFolder, canonical, decode, resolveUri } from './uri.ts';

type References = ReadonlyMap<string, Reference>;
const NONE: References = new Map();
const TELLING = /\.bib$|(?:^|\/)(?:bibliography|references|refs|literature|works|hayagriva|csl)\.(?:json|ya?ml)$/i;
const ENDINGS = ['bib', 'json', 'yml', 'yaml'];
/** Only a text with a key in some format's form needs them. */
const KEYED = /@[\p{L}\d_{]|\\\w*cite|cite:/u;

export interface Bibliographies {
  beside(uri: string, text: string, folders: readonly string[]): Promise<References>;
  /** Adds those that the document names; the same object when there is nothing to add. */
  named(uri: string, names: readonly string[], so: References): Promise<References>;
  /** True when the file is one that was read. */
  changed(uri: string): boolean;
}

export function createBibliographies(host: Host, openText: (uri: string) => string | undefined): Bibliographies {
  const files = new Map<string, References>();
  const listings = new Map<string, readonly string[]>();
  const read = async (uri: string): Promise<References> => {
    const at = canonical(uri);
    const known = files.get(at);
    if (known) return known;
    const bytes = openText(uri) ?? (await host.read(uri));
    const text = bytes === undefined ? undefined : typeof bytes === 'string' ? bytes : decode(bytes);
    const found = text === undefined ? NONE : parse(text, at);
    files.set(at, found);
    return found;
  };
  /** What lies beside the document: `.bib` files, and of the formats whose endings say nothing those with a telling name. */
  const listing = async (folder: string): Promise<readonly string[]> => {
    const at = canonical(folder);
    let known = listings.get(at);
    if (known === undefined) {
      known = (await host.find(folder, ENDINGS, true)).filter((file) => TELLING.test(canonical(file)));
      listings.set(at, known);
    }
    return known;
  };
  return {
    async beside(uri, text, folders) {
      if (!KEYED.test(text)) return NONE;
      const own = resolveUri(uri, '.');
      const root = folders.filter((f) => canonical(uri).startsWith(canonical(asFolder(f))));
      const all = new Map<string, Reference>();
      for (const folder of new Set([...root, ...(own ? [own] : [])].map((f) => f.replace(/\/$/, ''))))
        for (const file of await listing(folder)) for (const [key, r] of await read(file)) all.set(key, r);
      return all.size === 0 ? NONE : all;
    },
    async named(uri, names, so) {
      const all = new Map(so);
      for (const name of names) {
        const file = resolveUri(uri, name);
        const tries = file === undefined ? [] : /\.\w+$/.test(file) ? [file] : [`${file}.bib`];
        for (const t of tries) for (const [key, r] of await read(t)) all.set(key, r);
      }
      return all.size === so.size && [...all].every(([k, r]) => so.get(k) === r) ? so : all;
    },
    changed(uri) {
      const ending = /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';
      if (!ENDINGS.includes(ending)) return false;
      const at = canonical(uri);
      const telling = TELLING.test(at);
      const known = files.delete(at) || telling;
      if (telling) listings.clear();
      return known;
    },
  };
}

function parse(text: string, path: string): References {
  const kind = kindOfBibliography(path);
  return kind === undefined ? NONE : parseReferences(text, kind);
}
