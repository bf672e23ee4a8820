/** A page: what a reader of a foreign format gives — clean Markdown and what the file says of itself. */

export interface Page {
  readonly title?: string;
  /** ISO 8601. */
  readonly date?: string;
  readonly sourceUrl?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Markdown without front matter. */
  readonly markdown: string;
}

/** Why a file could not be read, in one line for a person. The only exception that readers throw on purpose. */
export class Unreadable extends Error {
  // Each reader is a bundle with a class of its own: the name is what they share.
  override readonly name = 'Unreadable';
}

/** The largest file that is opened, the most that it may unpack to, and the most pages: what a declaration never reaches. */
export const LIMITS = { bytes: 64 << 20, unpacked: 128 << 20, pages: 1000, depth: 2000 } as const;

export type Kind = 'html' | 'docx' | 'pdf' | 'akn';

/** A reader is loaded only when a file of its kind is met. It answers with a page or throws `Unreadable`. */
export interface Reader {
  read(bytes: Uint8Array): Promise<Page>;
}

/** Loads the reader of a kind; each entry knows where its readers lie. */
export type LoadReader = (kind: Kind) => Promise<Reader>;

/** White space folded; the characters that Markdown would take for markup at the start of a line are escaped. */
export const escapeLine = (text: string): string => text.replace(/^(\s*)([#>+]|[-*](?=\s))/, '$1\\$2');

const ROMANS: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** The nth sign of a format of numbers, for lists of the web too: 3 is "c" in `lowerLetter`, "iii" in `lowerRoman`. */
export function sign(n: number, format: string): string {
  if (/Roman$/.test(format)) {
    let rest = n;
    let text = '';
    for (const [v, s] of ROMANS)
      while (rest >= v) {
        text += s;
        rest -= v;
      }
    return format === 'upperRoman' ? text.toUpperCase() : text;
  }
  if (/Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  return format === 'none' ? '' : String(n);
}
