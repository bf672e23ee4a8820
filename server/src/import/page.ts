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
export class Unreadable extends Error {}

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
