/** Reads `<id>.terms.yaml`: what a text names but does not spell out. A bad entry is named and left out; the others hold. */
import { parse } from 'yaml';
import type { TermKind } from './instrument.ts';

export interface TermEntry {
  readonly short?: string;
  readonly shortForms: readonly string[];
  readonly long: string;
  readonly aliases: readonly string[];
  /** Words of the text that the term stands for, where they are not its long form. */
  readonly inText?: string;
  readonly kind: TermKind;
  readonly note?: string;
  readonly source?: string;
}

const KINDS: ReadonlySet<string> = new Set<TermKind>([
  'state',
  'body',
  'treaty',
  'policy',
  'command',
  'exercise',
  'asset',
  'concept',
  'region',
  'organization',
  'role',
  'other',
]);
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : typeof value === 'string' ? [value] : [];

export function readTermsFile(text: string): { readonly entries: readonly TermEntry[]; readonly problems: readonly string[] } {
  let data: unknown;
  try {
    data = parse(text, { logLevel: 'error' });
  } catch (e) {
    return { entries: [], problems: [`terms file: ${(e as Error).message.split('\n')[0]?.replace(/[:\s]+$/, '')}`] };
  }
  if (data === null || data === undefined) return { entries: [], problems: [] };
  if (!Array.isArray(data)) return { entries: [], problems: ['terms file: a list of entries was expected'] };
  const entries: TermEntry[] = [];
  const problems: string[] = [];
  data.forEach((item: unknown, i) => {
    const o = (typeof item === 'object' && item !== null ? item : {}) as Readonly<Record<string, unknown>>;
    if (typeof o.long !== 'string' || o.long.trim() === '') {
      problems.push(`terms file: entry ${i + 1} has no long form`);
      return;
    }
    const short = typeof o.short === 'string' ? o.short : undefined;
    const shortForms = strings(o.shortForms);
    const names = typeof o.names === 'object' && o.names !== null ? Object.values(o.names).flatMap(strings) : [];
    if (o.kind !== undefined && !KINDS.has(String(o.kind))) problems.push(`terms file: entry ${i + 1} (${o.long}) has the unknown kind “${String(o.kind)}”`);
    entries.push({
      ...(short ? { short } : {}),
      shortForms: shortForms.length > 0 ? shortForms : short ? [short] : [],
      long: o.long.trim(),
      aliases: [...strings(o.aliases), ...names],
      ...(typeof o.inText === 'string' ? { inText: o.inText } : {}),
      kind: KINDS.has(String(o.kind)) ? (o.kind as TermKind) : 'other',
      ...(typeof o.note === 'string' ? { note: o.note.trim() } : {}),
      ...(typeof o.source === 'string' ? { source: o.source.trim() } : {}),
    });
  });
  return { entries, problems };
}
