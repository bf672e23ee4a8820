/**
 * Prose: a stretch of text as a reader sees it — markup removed, white space folded to single spaces, invisible characters
 * dropped, letters composed — with a map back to the file. Everything that reads language reads prose, never raw text.
 */
import type { Span } from './span.ts';

export interface Prose {
  readonly text: string;
  /** Source offset at which each code unit of `text` begins. */
  readonly starts: Int32Array;
  /** Source offset at which each code unit of `text` ends. */
  readonly ends: Int32Array;
  /** Set where the prose is not in the order of the file: `\\cite[para.~3]{key}` reads "[@key, para. 3]". */
  readonly disordered?: true;
}

/** Stands in prose for what is not language: inline code, maths, images. Never part of a word. */
export const OBJECT = '\uFFFC';

/** From a span of the prose to the span of the file that it came from. An empty span gives an empty span. Clamps. */
export function toSource(prose: Prose, s: Span): Span {
  const n = prose.text.length;
  if (n === 0) return { start: 0, end: 0 };
  const from = Math.max(0, Math.min(s.start, n));
  const to = Math.max(from, Math.min(s.end, n));
  if (from === to) {
    const at = from < n ? (prose.starts[from] as number) : (prose.ends[n - 1] as number);
    return { start: at, end: at };
  }
  let start = prose.starts[from] as number;
  let end = prose.ends[to - 1] as number;
  if (prose.disordered) {
    for (let i = from; i < to; i++) {
      start = Math.min(start, prose.starts[i] as number);
      end = Math.max(end, prose.ends[i] as number);
    }
  }
  return { start, end };
}

/** The offset in the prose of the first code unit that ends behind the source offset; `text.length` when there is none. */
export function fromSource(prose: Prose, offset: number): number {
  if (prose.disordered) {
    // The unit that holds the offset, else the one that ends nearest behind it.
    let best = prose.text.length;
    for (let i = 0; i < prose.text.length; i++) {
      const end = prose.ends[i] as number;
      if (end <= offset) continue;
      if ((prose.starts[i] as number) <= offset) return i;
      if (best === prose.text.length || end < (prose.ends[best] as number)) best = i;
    }
    return best;
  }
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((prose.ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same prose with all source offsets moved by `by`: a block read once serves wherever it stands in the file. */
export function shift(prose: Prose, by: number): Prose {
  if (by === 0) return prose;
  const n = prose.text.length;
  const starts = new Int32Array(n);
  const ends = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    starts[i] = (prose.starts[i] as number) + by;
    ends[i] = (prose.ends[i] as number) + by;
  }
  return { ...prose, starts, ends };
}

/** 0, 1, 2, …: as long as the longest prose that was asked for. */
let numbers = new Int32Array(0);

/** The same words, nowhere: their source is the prose itself, so that spans found in them can be placed later with `toSource`. */
export function unplaced({ text }: Prose): Prose {
  const n = text.length;
  if (numbers.length <= n) numbers = Int32Array.from({ length: 2 * n + 1 }, (_, i) => i);
  return { text, starts: numbers.subarray(0, n), ends: numbers.subarray(1, n + 1) };
}

/** Spaces that are white space to a reader, line ends included; the ideographic space is one. */
const SPACE = /\s/;
/** Soft hyphen, zero-width characters, byte order mark, bidirectional marks: seen by nobody, so matched by nobody. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/;
/** Marks that join the letter before them; vowels and finals of Hangul written in single letters do the same. */
const COMBINING = /[\p{M}\u1161-\u1175\u11A8-\u11C2]/u;
/** What may stand before a hyphen at the end of a line that the next line goes on from: "U.S.-" / "ROK". */
const WORD_END = /[\p{L}\p{N}.]/u;

/**
 * Collects prose piece by piece. White space is folded across pieces; leading and trailing white space is dropped, and so is
 * a line's end behind a hyphen, for "U.S.-" / "ROK" is one name.
 */
export class ProseBuilder {
  #text: string[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  /** True behind a hyphen at the end of a line: the white space that follows is not seen. */
  #joining = false;

  /** Length so far, in code units: where the next piece will stand. Pending white space counts only once a letter follows. */
  get length(): number {
    return this.#text.length;
  }

  /** Appends `raw`, which stands at `at` in the file, unit for unit. */
  push(raw: string, at: number): this {
    for (let i = 0; i < raw.length; i++) this.#unit(raw[i] as string, at + i, at + i + 1);
    return this;
  }

  /** Appends `text`, which the whole source span stands for: an entity, a command, a quotation mark of two back-ticks. */
  replace(text: string, start: number, end: number): this {
    for (let i = 0; i < text.length; i++) this.#unit(text[i] as string, start, end);
    return this;
  }

  /** Takes back a space at the end: what follows it is not seen, so neither is the space. */
  dropSpace(): this {
    if (this.#text.at(-1) === ' ') {
      this.#text.pop();
      this.#starts.pop();
      this.#ends.pop();
    }
    return this;
  }

  #unit(unit: string, start: number, end: number): void {
    const code = unit.charCodeAt(0);
    // Plain letters and Hangul syllables, nearly all there is, need no closer look.
    if ((code > 0x20 && code < 0x7f) || (code >= 0xac00 && code <= 0xd7a3)) {
      this.#joining = false;
      this.#add(unit, start, end);
      return;
    }
    const last = this.#text.length - 1;
    if (code === 0x20 || SPACE.test(unit)) {
      if (INVISIBLE.test(unit) || last < 0 || this.#joining) return;
      if (this.#text[last] === ' ') this.#ends[last] = Math.max(this.#ends[last] as number, end);
      else if (code <= 0x0d && code !== 0x09 && this.#text[last] === '-' && last > 0 && WORD_END.test(this.#text[last - 1] as string)) this.#joining = true;
      else this.#add(' ', start, end);
      return;
    }
    if (INVISIBLE.test(unit)) return;
    this.#joining = false;
    if (last >= 0 && COMBINING.test(unit)) {
      const composed = ((this.#text[last] as string) + unit).normalize('NFC');
      if (composed.length === 1) {
        this.#text[last] = composed;
        this.#ends[last] = end;
        return;
      }
    }
    this.#add(unit, start, end);
  }

  #add(unit: string, start: number, end: number): void {
    this.#text.push(unit);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  build(): Prose {
    let n = this.#text.length;
    while (n > 0 && this.#text[n - 1] === ' ') n--;
    const text = this.#text.slice(0, n).join('');
    const starts = Int32Array.from(this.#starts.slice(0, n));
    const ends = Int32Array.from(this.#ends.slice(0, n));
    for (let i = 1; i < n; i++) if ((starts[i] as number) < (starts[i - 1] as number)) return { text, starts, ends, disordered: true };
    return { text, starts, ends };
  }
}

/** Prose of plain text: nothing is markup. */
export const plainProse = (text: string, at = 0): Prose => new ProseBuilder().push(text, at).build();

/** The part of a prose between two of its offsets; the map into the file stays exact. */
export const slice = (prose: Prose, start: number, end = prose.text.length): Prose => ({
  text: prose.text.slice(start, end),
  starts: prose.starts.slice(start, end),
  ends: prose.ends.slice(start, end),
});

/** Several pieces as one, a single space between them that stands for what lies between in the file. Empty pieces are left out. */
export function join(pieces: readonly Prose[]): Prose {
  const kept = pieces.filter((p) => p.text.length > 0);
  if (kept.length === 1) return kept[0] as Prose;
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const piece of kept) {
    const at = ends.at(-1);
    if (at !== undefined) {
      text += ' ';
      starts.push(at);
      ends.push(Math.max(at, piece.starts[0] as number));
    }
    text += piece.text;
    for (let i = 0; i < piece.text.length; i++) {
      starts.push(piece.starts[i] as number);
      ends.push(piece.ends[i] as number);
    }
  }
  return { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
