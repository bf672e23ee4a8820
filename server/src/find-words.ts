/** The words of some files: how often each stands in which, packed as bytes that are read from the disk as they are. */
import { stem, wordsOf } from './instrument/search.ts';

/** A file and the state of it whose words these are. */
export interface Indexed {
  readonly uri: string;
  readonly stamp: string;
}

/** The words of one file, by stem, with how often they stand there. */
export type Counts = ReadonlyMap<string, number>;

export interface Words {
  readonly files: readonly Indexed[];
  /** How much memory it takes, in bytes, roughly. */
  readonly size: number;
  /** Stems that begin with `word`, or only `word` itself. */
  terms(word: string, prefix: boolean): readonly number[];
  /** Stems that a letter too many, too few or another makes `word`. */
  near(word: string): readonly number[];
  term(n: number): string;
  /** Tells the place in `files` of each file with the stem, and how often it stands there. */
  each(n: number, tell: (file: number, times: number) => void): void;
  /** What each file has. */
  counts(): readonly Map<string, number>[];
}

export function countWords(text: string): Map<string, number> {
  const raw = new Map<string, number>();
  for (const w of wordsOf(text)) raw.set(w, (raw.get(w) ?? 0) + 1);
  const out = new Map<string, number>();
  for (const [w, times] of raw) {
    // What is longer is an address, or no word.
    if (w.length > 60) continue;
    const s = stem(w);
    out.set(s, (out.get(s) ?? 0) + times);
  }
  return out;
}

/** A line of JSON, the stems in order, and for each its files: steps from one to the next and times, seven bits a byte. */
export function packWords(files: readonly Indexed[], counts: readonly Counts[]): Uint8Array {
  const found = new Map<string, number[]>();
  counts.forEach((c, file) => {
    for (const [word, times] of c) {
      const list = found.get(word);
      if (list) list.push(file, times);
      else found.set(word, [file, times]);
    }
  });
  const terms = [...found.keys()].sort();
  let bytes = new Uint8Array(1 << 16);
  let at = 0;
  const put = (n: number): void => {
    if (at + 6 > bytes.length) {
      const more = new Uint8Array(bytes.length * 2);
      more.set(bytes);
      bytes = more;
    }
    let rest = n;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128;
    bytes[at++] = rest;
  };
  for (const term of terms) {
    const list = found.get(term) as number[];
    put(list.length / 2);
    for (let i = 0, last = 0; i < list.length; i += 2) {
      put((list[i] as number) - last);
      put(list[i + 1] as number);
      last = list[i] as number;
    }
  }
  const dictionary = new TextEncoder().encode(terms.join('\n'));
  const head = new TextEncoder().encode(`${JSON.stringify({ files, terms: terms.length, dictionary: dictionary.length })}\n`);
  const out = new Uint8Array(head.length + dictionary.length + at);
  out.set(head);
  out.set(dictionary, head.length);
  out.set(bytes.subarray(0, at), head.length + dictionary.length);
  return out;
}

/** `undefined` for bytes that are not whole. Never throws. */
export function unpackWords(bytes: Uint8Array): Words | undefined {
  try {
    const end = bytes.indexOf(10);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as { files: Indexed[]; terms: number; dictionary: number };
    const dictionary = new TextDecoder().decode(bytes.subarray(end + 1, end + 1 + head.dictionary));
    const lists = bytes.slice(end + 1 + head.dictionary);
    // Where each stem begins in the dictionary, and where its list of files.
    const starts = new Uint32Array(head.terms + 1);
    const begins = new Uint32Array(head.terms + 1);
    let at = 0;
    const take = (): number => {
      let n = 0;
      for (let by = 1; ; by *= 128) {
        const b = lists[at++];
        if (b === undefined) throw new Error('cut short');
        n += (b & 127) * by;
        if (b < 128) return n;
      }
    };
    for (let n = 0, from = 0; n < head.terms; n++) {
      starts[n] = from;
      from = dictionary.indexOf('\n', from) + 1 || dictionary.length + 1;
      begins[n] = at;
      for (let files = 2 * take(); files > 0; files--) take();
    }
    starts[head.terms] = dictionary.length + 1;
    const term = (n: number): string => dictionary.slice(starts[n], (starts[n + 1] as number) - 1);
    const each: Words['each'] = (n, tell) => {
      at = begins[n] as number;
      let file = 0;
      for (let files = take(); files > 0; files--) {
        file += take();
        tell(file, take());
      }
    };
    return {
      files: head.files,
      size: dictionary.length + lists.length + 8 * head.terms + 300 * head.files.length,
      terms(word, prefix) {
        let low = 0;
        let high = head.terms;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (term(middle) < word) low = middle + 1;
          else high = middle;
        }
        const out: number[] = [];
        for (let n = low; n < head.terms && (prefix ? term(n).startsWith(word) : n === low && term(n) === word); n++) out.push(n);
        return out;
      },
      near(word) {
        const out: number[] = [];
        for (let n = 0; n < head.terms; n++) {
          const length = (starts[n + 1] as number) - 1 - (starts[n] as number);
          if (Math.abs(length - word.length) <= 1 && isNear(word, term(n))) out.push(n);
        }
        return out;
      },
      term,
      each,
      counts() {
        const out = head.files.map(() => new Map<string, number>());
        for (let n = 0; n < head.terms; n++) each(n, (file, times) => out[file]?.set(term(n), times));
        return out;
      },
    };
  } catch {
    return undefined;
  }
}

/** One letter more, fewer or other. */
export function isNear(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let ends = 0;
  while (ends < a.length - from && ends < b.length - from && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
  return Math.max(a.length, b.length) - from - ends <= 1;
}
