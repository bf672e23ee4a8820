/** Front matter: the YAML or TOML at the top of a file, as data. */
import { parse } from 'yaml';
import type { Markup } from './markup.ts';

const LONG = 20_000;

export type FrontMatter = NonNullable<Markup['frontMatter']>;

/** The front matter that opens the text (behind a BOM), `undefined` when there is none; `error` is one line. Never throws. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const open = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!open) return undefined;
  const toml = open[1] === '+++';
  const close = toml ? /^\+\+\+[ \t]*(?:\r?\n|$)/gm : /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = open[0].length;
  const end = close.exec(text);
  if (!end) return undefined;
  const source = text.slice(open[0].length, end.index);
  // A rule, some prose and another rule are no front matter: the first filled line of front matter is a key, a comment or a brace.
  const first = /^[ \t]*(\S.*)$/m.exec(source)?.[1];
  if (first !== undefined && !/^(?:[\w"'.-][^:]{0,80}:(?:\s|$)|#|\{|[\w.-]+\s*=|\[|- )/.test(first)) return undefined;
  const span = { start: 0, end: end.index + end[0].length };
  if (toml) return { span, data: readToml(source) };
  try {
    // Whether a key stands twice is seen by comparing each with all before it: seconds for what is no front matter anyway.
    const data: unknown = parse(source, { logLevel: 'error', maxAliasCount: 100, uniqueKeys: source.length < LONG });
    return { span, data: isRecord(data) ? data : {} };
  } catch (e) {
    return {
      span,
      data: {},
      error:
        String((e as Error).message)
          .split('\n')[0]
          ?.replace(/[:\s]+$/, '') || 'not YAML',
    };
  }
}

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** The part of TOML that front matter uses for keys meant for us: `key = "text"` and lists of texts; other values are left out. */
function readToml(source: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const m of source.matchAll(/^[ \t]*([\w-]{1,60})[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|\[([^\]]*)\])/gm)) {
    const one = m[2] ?? m[3];
    data[m[1] as string] = one ?? [...(m[4] ?? '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((v) => v[1] ?? v[2] ?? '');
  }
  return data;
}

/** The bibliography files that front matter names: `bibliography:` as one text or a list; also Quarto's nested `format`s are not searched. */
export function frontBibliographies(front: FrontMatter | undefined): readonly string[] {
  const value = front?.data.bibliography ?? front?.data.bibliographies;
  return (Array.isArray(value) ? value : [value]).filter((x): x is string => typeof x === 'string' && x !== '');
}
