/** An instrument: a declaration, treaty or communiqué as read by rules that know nothing of its content. */

import type { Format } from '../text/markup/markup.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { CommitmentKind } from './commitment-kind.ts';

export interface Paragraph {
  /** As one cites it: "4", "Article VI(1)", "Preamble", "4 (b1)". */
  readonly label: string;
  /** Ordinal, from 1, among all paragraphs of the instrument. */
  readonly number: number;
  /** In the instrument's file. */
  readonly span: Span;
  /** The paragraph without its own number and without markup, white space folded, with the map into the file. */
  readonly prose: Prose;
  /** In `prose.text`. */
  readonly sentences: readonly Span[];
  /** Other labels that mean this paragraph: "OP4", "recital 2", the number in another edition. */
  readonly alsoLabels?: readonly string[];
  /** Sub-paragraphs whose text is part of this one's: spans in `prose.text`. */
  readonly items?: readonly { readonly label: string; readonly span: Span }[];
  /** The heading under which it stands, if any. */
  readonly heading?: string;
}

export type TermKind = 'state' | 'body' | 'treaty' | 'policy' | 'command' | 'exercise' | 'asset' | 'concept' | 'region' | 'organization' | 'role' | 'other';

export interface Term {
  /** The form shown first: "NCG". `undefined` for a name that has no short form. */
  readonly short?: string;
  /** All short forms, `short` first: ["USSTRATCOM", "STRATCOM"]. */
  readonly shortForms: readonly string[];
  readonly long: string;
  /** Other forms of the long name, as other languages or authors write it. */
  readonly aliases: readonly string[];
  readonly kind: TermKind;
  /** In the file: the text's own pairing "X (Y)", or for a term that is only named the first place where it stands. */
  readonly definition?: Span;
  readonly definedInText: boolean;
  /** In the file, in order: every mention in any form. */
  readonly uses: readonly Span[];
  /** Labels of the paragraphs that mention it, in order. */
  readonly paragraphs: readonly string[];
  readonly note?: string;
  /** Where the note or the short form comes from, when the text does not give it. */
  readonly source?: string;
}

/** Weakest first; `enacts` stands beside the ladder. The order is the meaning. */
export const FORCES = ['recognizes', 'affirms', 'intends', 'commits', 'obliges'] as const;
export type Force = (typeof FORCES)[number] | 'enacts';

export interface Hedge {
  readonly text: string;
  /** In the file. */
  readonly span: Span;
}

export interface Commitment {
  /** The paragraph's label. */
  readonly paragraph: string;
  /** In the file. */
  readonly span: Span;
  /** White space folded. */
  readonly text: string;
  /** Resolved: "United States", "Republic of Korea". */
  readonly actors: readonly string[];
  readonly beneficiary?: string;
  /** The operative words as the text has them, an ellipsis for what stands between: "affirm … their commitment". */
  readonly verb: string;
  /** The operative words in the file. */
  readonly operative: Span;
  readonly force: Force;
  /** What sort of act is promised, where its words tell. */
  readonly kind?: CommitmentKind;
  readonly hedges: readonly Hedge[];
  readonly condition?: string;
  readonly negative?: boolean;
  readonly deadline?: string;
  readonly figures?: readonly string[];
  /** Index of the commitment that heads the coordination this one is a later member of. */
  readonly conjunctOf?: number;
  /** The rule that read it, for "why?". */
  readonly rule: string;
}

/** What is known of an instrument before its text is read: enough to find it named. */
export interface InstrumentHead {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** ISO 8601, as precise as known: "2023-04-26", "2023". */
  readonly date?: string;
  readonly parties: readonly string[];
  readonly sourceUrl?: string;
  /** BCP 47. */
  readonly language: string;
  /** Other texts that bear the same title: a document about one of them does not cite this instrument. */
  readonly homonyms?: readonly { readonly date?: string; readonly parties: readonly string[] }[];
  /** Ids of other editions or translations of the same instrument. */
  readonly editions?: readonly string[];
  /** The front matter says `numbering: counted`: numbers in the text are not those of its paragraphs, which are counted. */
  readonly counted?: true;
}

export interface Instrument extends InstrumentHead {
  /** The file's text exactly as read. */
  readonly text: string;
  readonly format: Format;
  /** Where the file is, for clients that open it; the bundled ones have none. */
  readonly uri?: string;
  /** Said once where a pinpoint is shown: "body paragraphs, counted from the opening". */
  readonly numbering: string;
  readonly paragraphs: readonly Paragraph[];
  readonly terms: readonly Term[];
  readonly commitments: readonly Commitment[];
  /** What could not be read, in one line each: front matter that does not parse, a terms file with a bad entry. */
  readonly problems: readonly string[];
}

export interface InstrumentSource {
  /** The file's path or uri; its stem is the id when front matter gives none. */
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  /** The text of `<id>.terms.yaml`, if there is one. */
  readonly terms?: string;
  readonly uri?: string;
}
