/**
 * Reads bibliographies into what resolves a key: title, address, date. BibTeX and BibLaTeX by a small reader of its own, since the kept
 * parsers weigh more than the whole server and read far more than three fields; CSL-JSON and Hayagriva through JSON and YAML.
 */
import { parse } from 'yaml';
import type { Reference } from './analysis.ts';

export type ReferenceKind = 'bib' | 'csl-json' | 'hayagriva';

/** The kind that a file's name shows; `undefined` for another file. */
export const kindOfBibliography = (path: string): ReferenceKind | undefined =>
  /\.bib$/i.test(path) ? 'bib' : /\.json$/i.test(path) ? 'csl-json' : /\.ya?ml$/i.test(path) ? 'hayagriva' : undefined;

/** By key; what cannot be read is left out, and a file that is no bibliography gives none. Total. */
export function parseReferences(text: string, kind: ReferenceKind): ReadonlyMap<string, Reference> {
  const list = kind === 'bib' ? fromBib(text) : kind === 'csl-json' ? fromJson(text) : fromYaml(text);
  return new Map(list.map((r) => [r.key, r]));
}

const reference = (key: string, title?: string, url?: string, doi?: string, date?: string): Reference => ({
  key,
  ...(title ? { title } : {}),
  ...(url ? { url } : {}),
  ...(doi ? { doi } : {}),
  ...(date ? { date } : {}),
});

/** Commands and braces that only protect capitals or set accents. */
const plain = (value: string): string =>
  value
    .replace(/\\url\s*/g, '')
    .replace(/\\[a-zA-Z]+\s?/g, '')
    .replace(/[{}]/g, '')
    .replace(/\\([&%_#$~])/g, '$1')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function fromBib(text: string): readonly Reference[] {
  const out: Reference[] = [];
  const entry = /@(\w+)\s*[{(]\s*([^\s,{}()]+)\s*,/g;
  for (let m = entry.exec(text); m; m = entry.exec(text)) {
    if (/^(?:comment|string|preamble)$/i.test(m[1] as string)) continue;
    const fields = new Map<string, string>();
    let at = entry.lastIndex;
    const field = /\s*([\w-]+)\s*=\s*/y;
    for (;;) {
      field.lastIndex = at;
      const f = field.exec(text);
      if (!f) break;
      at = field.lastIndex;
      let value = '';
      if (text[at] === '{' || text[at] === '"') {
        const close = text[at] === '{' ? '}' : '"';
        let depth = 0;
        let end = at + 1;
        for (; end < text.length; end++) {
          const c = text[end];
          if (c === '\\') end++;
          else if (c === close && depth === 0) break;
          else if (c === '{') depth++;
          else if (c === '}') depth--;
        }
        if (end >= text.length) {
          // Never closed: the next entry is read all the same.
          const next = text.indexOf('\n@', at);
          entry.lastIndex = next < 0 ? text.length : next;
          break;
        }
        value = text.slice(at + 1, end);
        at = end + 1;
      } else {
        const bare = /[^\s,}@][^\s,}]*/y;
        bare.lastIndex = at;
        value = bare.exec(text)?.[0] ?? '';
        at += value.length;
      }
      fields.set((f[1] as string).toLowerCase(), plain(value));
      const comma = /\s*,/y;
      comma.lastIndex = at;
      if (!comma.exec(text)) break;
      at = comma.lastIndex;
    }
    out.push(
      reference(
        m[2] as string,
        fields.get('title'),
        fields.get('url') ?? /https?:\/\/\S+/.exec(fields.get('howpublished') ?? '')?.[0],
        fields.get('doi'),
        fields.get('date') ?? fields.get('year'),
      ),
    );
    entry.lastIndex = Math.max(entry.lastIndex, Math.min(at, text.length));
  }
  return out;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);
const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function fromJson(json: string): readonly Reference[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const items = Array.isArray(data) ? data : Array.isArray(object(data).references) ? (object(data).references as unknown[]) : [];
  return items.flatMap((item): Reference[] => {
    const o = object(item);
    const key = text(o.id) ?? text(o['citation-key']);
    if (!key) return [];
    const parts = (object(o.issued)['date-parts'] as unknown[] | undefined)?.[0];
    const date = Array.isArray(parts) ? parts.map((n) => String(n).padStart(2, '0')).join('-') : text(object(o.issued).raw);
    return [reference(key, text(o.title), text(o.URL), text(o.DOI), date)];
  });
}

function fromYaml(yaml: string): readonly Reference[] {
  let data: unknown;
  try {
    // That no key stands twice would be seen to by comparing each with all before it: seconds for a few thousand entries.
    data = parse(yaml, { logLevel: 'error', uniqueKeys: false });
  } catch {
    return [];
  }
  return Object.entries(object(data)).flatMap(([key, value]): Reference[] => {
    const o = object(value);
    if (typeof o.type !== 'string') return [];
    const title = text(o.title) ?? text(object(o.title).value);
    const url = text(o.url) ?? text(object(o.url).value);
    const serial = object(o['serial-number']);
    return [reference(key, title, url, text(serial.doi), text(o.date))];
  });
}
