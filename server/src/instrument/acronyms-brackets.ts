/** Finds the brackets of a text, and how far back before one an expansion may begin. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

/** From the opening bracket to behind the closing one. */
export type Bracket = Span;

/** Longer ones are no remarks that begin with a short form. */
const LONGEST = 400;
const MARK = /[()[\]]/g;

/** Round and square brackets in the order in which they open, nested ones too; those without a partner are none. One pass. */
export function bracketsOf(text: string): readonly Bracket[] {
  const out: Bracket[] = [];
  const open: number[] = [];
  for (const m of matches(MARK, text)) {
    const at = m.index;
    if (m[0] === '(' || m[0] === '[') {
      open.push(at);
      continue;
    }
    const partner = open.at(-1);
    if (partner === undefined || (text[partner] === '(') !== (m[0] === ')')) continue;
    open.pop();
    if (at + 1 - partner <= LONGEST && at - partner > 1) out.push({ start: partner, end: at + 1 });
  }
  return out.sort((a, b) => a.start - b.start);
}

/**
 * Marks that end what can be read backwards. Brackets that belong to a chemist's word are passed over: "[3H]thymidine", "(-)-catechin",
 * "(2-chloroethyl)amine". A stop behind a capital or two is an abbreviation's ("U.S. Strategic Command").
 */
const LIMIT =
  /\[[\p{L}\p{N},+-]{1,8}\](?=[\p{L}-])|\([\p{L}\p{N},'′+-]{1,8}\)(?=-?[\p{L}])|[;“”"]|:(?=\s)|,(?<=(?<!\p{L})\p{Lu}{2,8}s?,)\s(?=\p{Lu}?\p{Ll})|[([]|[)\]]|(?<!\b\p{Lu}|\b(?:vs|St|Dr|Mt))[.!?]\s+(?=\p{Lu})/gu;

/** The places in the text where reading backwards ends, in order. One pass; `brackets` are those of the text. */
export function limitsOf(text: string, brackets: readonly Bracket[]): readonly number[] {
  // A bracket that follows its word without a space, or with a hyphen, is part of it ("poly(ADP-ribose)", "2-(dipropylamino)tetralin").
  const glued = (open: number): boolean => /[\p{L}\p{N}]-?$/u.test(text.slice(Math.max(0, open - 2), open));
  const within = new Set<number>();
  // A short form behind its name with the space forgotten is none ("the Council(NSC)").
  for (const b of brackets) if (glued(b.start) && !/^.\p{Lu}{3,}.$/u.test(text.slice(b.start, Math.min(b.end, b.start + 20)))) within.add(b.end - 1);
  const out: number[] = [];
  for (const m of matches(LIMIT, text)) {
    const mark = m[0];
    if (mark.length > 2 && /^[([]/.test(mark)) continue;
    if (/[([]/.test(mark) ? glued(m.index) : within.has(m.index)) continue;
    out.push(m.index + mark.length);
  }
  return out;
}

/** How far back from `end` an expansion may reach: to the last limit, but not further than any name is long. */
export function reachBack(limits: readonly number[], end: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((limits[middle] as number) <= end) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, end - 220, limits[low - 1] ?? 0);
}

/** The span with the brackets that its words open or close: "poly(ethylene glycol" ends with its bracket, "3H]thymidine" begins with one. */
export function balanced(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  let depth = 0;
  for (const m of matches(MARK, text.slice(start, end))) {
    if (m[0] === '(' || m[0] === '[') depth++;
    else if (depth > 0) depth--;
    else if (/[([]/.test(text[from - 1] ?? ' ')) from--;
  }
  for (; depth > 0 && /[)\]]/.test(text[to] ?? ' '); depth--) to++;
  // "2-(dipropylamino)tetralin".
  if (from < start) from -= /[\p{L}\p{N},'′-]+-$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0].length ?? 0;
  // "(+)-catechin", "delta 9-tetrahydrocannabinol": what chemists put before the name belongs to it.
  const before = text.slice(Math.max(0, from - 8), from);
  const sign = /\([+±-]{1,3}\)-$/.exec(before) ?? (/^\d-\p{Ll}/u.test(text.slice(from, from + 3)) ? /\b(?:alpha|beta|delta|gamma)\s$/i.exec(before) : null);
  return { start: from - (sign?.[0].length ?? 0), end: to };
}
