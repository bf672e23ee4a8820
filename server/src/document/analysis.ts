/** An analysis: a document that cites declarations, read. Immutable, and a function of (text, format, library, settings). */
import type { Force, Instrument } from '../instrument/instrument.ts';
import type { Library } from '../instrument/library.ts';
import type { Settings } from '../settings.ts';
import { parseMarkup } from '../text/markup/index.ts';
import type { Format, Markup } from '../text/markup/markup.ts';
import type { Span } from '../text/span.ts';
import { findCitations } from './citations.ts';
import { findClaims } from './claims.ts';
import { findMentions } from './mentions.ts';
import { mayCite } from './prefilter.ts';
import { findQuotations } from './quotations.ts';
import { resolveCitations } from './resolve.ts';

/** Where something stands: in the file, and in the prose of a block. */
export interface Place {
  /** In the document. */
  readonly span: Span;
  /** Index into `markup.blocks`. */
  readonly block: number;
  /** In that block's prose. */
  readonly inProse: Span;
}

/** A place in an instrument. The span is in the instrument's file. */
export interface Passage {
  readonly instrument: string;
  readonly paragraph: string;
  readonly span: Span;
}

export interface Pinpoint extends Place {
  /** As written: "paras. 3–5". */
  readonly text: string;
  /** Labels as the instrument has them; those that do not exist as the author wrote them. */
  readonly paragraphs: readonly string[];
  /** Those of `paragraphs` that the instrument does not have. */
  readonly unknown: readonly string[];
  /** "para. 5, second sentence": 2; only where the author says so. */
  readonly sentence?: number;
  /** Inherited from an earlier citation by "ibid." alone. */
  readonly inherited?: boolean;
}

export type CitationForm = 'full' | 'short' | 'ibid' | 'key' | 'link';

export interface Citation extends Place {
  readonly text: string;
  readonly form: CitationForm;
  /** The instrument's id; `undefined` when it is none we know, or not certain. */
  readonly instrument: string | undefined;
  /** The name of another text, as written, when the citation is certainly of something that is not in the library. */
  readonly other?: string;
  /** When two or more instruments fit equally: their ids. */
  readonly candidates?: readonly string[];
  readonly pinpoints: readonly Pinpoint[];
  /** What decided: "named", "short form defined in line …", "key", "date", "parties", … one short phrase for "why?". */
  readonly why: string;
}

export interface Mention extends Place {
  /** The short form or the name as written, without particle, plural or possessive. */
  readonly text: string;
  readonly short: string;
  readonly long: string;
  /** The instrument that gives it; `undefined` when the document alone does. */
  readonly instrument: string | undefined;
  /** The paragraph where the instrument first has it. */
  readonly paragraph: string | undefined;
  /** The document itself pairs the short with the long form. */
  readonly definedHere: boolean;
  /** Where in the document it is paired, if it is. */
  readonly definition?: Span;
  /** A full name rather than a short form. */
  readonly named: boolean;
}

export type ChangeKind = 'word' | 'number' | 'negation' | 'hedge' | 'omitted' | 'added' | 'order' | 'spelling' | 'punctuation' | 'case';

export interface Change {
  readonly kind: ChangeKind;
  /** In the document: the author's words (empty for an omission, where they are missing). */
  readonly span: Span;
  /** In the instrument's file: the words that stand there (empty for an addition). */
  readonly source: Span;
  readonly written: string;
  readonly stands: string;
  /** Shown by brackets or an ellipsis. */
  readonly marked: boolean;
}

export type Match = 'verbatim' | 'marked' | 'altered' | 'absent' | 'elsewhere';

export interface Quotation extends Place {
  /** Without its marks. */
  readonly text: string;
  readonly form: 'marks' | 'block';
  /** The instrument it is presented as the words of. */
  readonly instrument: string;
  readonly match: Match;
  /** Where the words stand, or nearly; `undefined` for `absent`. For `elsewhere` a passage of another instrument. */
  readonly source: Passage | undefined;
  /** The passage's own words, white space folded. */
  readonly sourceText: string | undefined;
  /** Other passages where the same words stand equally well. */
  readonly also: readonly Passage[];
  readonly changes: readonly Change[];
  /** Index into `citations` of the one that ties it to the instrument, if one does. */
  readonly citation?: number;
  /** How sure the attribution is; an `implied` one gives no finding unless the words nearly match. */
  readonly attribution: 'cited' | 'stated' | 'implied';
}

export type Verdict = 'faithful' | 'overstated' | 'understated' | 'wrong-actor';

export interface Claim extends Place {
  readonly text: string;
  readonly instrument: string;
  /** Index into the instrument's commitments. */
  readonly commitment: number;
  readonly paragraph: string;
  readonly force: Force;
  readonly sourceForce: Force;
  readonly verdict: Verdict;
  /** Why, in calibrated words that quote the commitment: one sentence each. */
  readonly reasons: readonly string[];
  /** The claim's operative words, in the document. */
  readonly operative: Span;
  /** "Yoon said that …", "as one newspaper put it": at most a hint. */
  readonly attributed: boolean;
}

/** An instrument that the document cites, with what says so. */
export interface Cited {
  readonly instrument: Instrument;
  readonly why: 'named' | 'link' | 'key' | 'front matter' | 'comment' | 'setting';
  readonly span?: Span;
}

/** What a bibliography file says of a key. */
export interface Reference {
  readonly key: string;
  readonly title?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly date?: string;
}

export interface Source {
  readonly text: string;
  readonly format: Format;
  readonly library: Library;
  readonly settings: Settings;
  /** Keys of the bibliographies that the document names or that lie beside it. */
  readonly references?: ReadonlyMap<string, Reference>;
  /** The instrument whose own text this is, when a declaration is opened for reading. */
  readonly self?: Instrument;
  /** The markup of an earlier version of the text: a faster answer, never another. */
  readonly memo?: Markup;
}

export interface Analysis {
  readonly text: string;
  readonly format: Format;
  readonly settings: Settings;
  readonly library: Library;
  readonly markup: Markup;
  readonly references: ReadonlyMap<string, Reference>;
  /** Empty for a document that cites no declaration: then everything below is empty but other texts' citations. */
  readonly cites: readonly Cited[];
  /** Ids of cited instruments whose text the library has not loaded: load them and analyse again. */
  readonly missing: readonly string[];
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly claims: readonly Claim[];
  /** When the document is itself a declaration opened for reading: that instrument. */
  readonly self?: Instrument;
}

/** A text that cites nothing, and a declaration itself, are not read as documents that cite. */
const nothing = { cites: [], missing: [], citations: [], mentions: [], quotations: [], claims: [] };

export function analyse(source: Source): Analysis {
  const references = source.references ?? new Map<string, Reference>();
  if (source.self || !(source.settings.instruments || mayCite(source.text, source.library, references))) {
    const markup: Markup = { format: source.format, blocks: [], comments: [], bibliographies: [] };
    return { ...source, references, markup, ...nothing };
  }
  const markup = parseMarkup(source.text, source.format, source.memo);
  const context = { markup, library: source.library, settings: source.settings, references };
  const { citations, cites, said, missing } = resolveCitations(findCitations(context), context);
  const read = { ...context, citations, cites, said };
  const silent = cites.length === 0;
  const mentions = silent ? [] : findMentions(read);
  const quotations = silent ? [] : findQuotations(read);
  const claims = silent ? [] : findClaims({ ...read, quotations, mentions });
  return {
    text: source.text,
    format: source.format,
    settings: source.settings,
    library: source.library,
    markup,
    references,
    cites,
    missing,
    citations,
    mentions,
    quotations,
    claims,
  };
}

/** What the finders of a document are given. */
export interface Context {
  readonly markup: Markup;
  readonly library: Library;
  readonly settings: Settings;
  readonly references: ReadonlyMap<string, Reference>;
}

export interface Resolved extends Context {
  readonly citations: readonly Citation[];
  readonly cites: readonly Cited[];
  /** By block: an object that stays the same from version to version while the block's words and what they cite are the same; not for every block. */
  readonly said: ReadonlyMap<number, object>;
}
