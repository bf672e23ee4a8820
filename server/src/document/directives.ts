/** What the user says outright about which declarations a document cites: front matter, a comment, or a setting. */
import type { Span } from '../text/span.ts';
import type { Cited, Context } from './analysis.ts';

export interface Directed {
  /** Empty: none, whatever the text says. */
  readonly ids: readonly string[];
  readonly why: Cited['why'];
  readonly span?: Span;
}

const COMMENT = /^\s*declaration-lens\s*:\s*(.+?)\s*$/i;

/** `undefined` when nothing is said. Front matter comes first, then a comment, then the setting. */
export function directed({ markup, settings }: Context): Directed | undefined {
  const listed = markup.frontMatter?.data.declarations;
  const span = markup.frontMatter?.span;
  if (Array.isArray(listed)) return { ids: listed.filter((x) => typeof x === 'string'), why: 'front matter', ...(span ? { span } : {}) };
  if (typeof listed === 'string') return { ids: [listed], why: 'front matter', ...(span ? { span } : {}) };
  for (const c of markup.comments) {
    const m = COMMENT.exec(c.text);
    if (m) return { ids: /^(?:none|off)$/i.test(m[1] as string) ? [] : (m[1] as string).split(/[\s,]+/).filter(Boolean), why: 'comment', span: c.span };
  }
  return settings.instruments ? { ids: settings.instruments, why: 'setting' } : undefined;
}
