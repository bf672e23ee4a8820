/** What client and server say to each other beyond LSP. The only file of the server that the client may import. */

export const SCHEME = 'declaration';

/** What a client tells the server at initialisation. A client that says nothing gets file paths and plain links. */
export interface InitializationOptions {
  /** The client opens `declaration:/<id>.md` through `InstrumentText`; otherwise definitions point to files. */
  readonly declarationScheme?: boolean;
  /** The client answers `ReadFile` and `FindFiles`; otherwise the server reads `file:` uris itself, or (in a worker) nothing. */
  readonly readsFiles?: boolean;
  /** In a worker: the uri of the extension's `dist/`, with its slash. The engine and the readers of foreign formats are loaded from there. */
  readonly dist?: string;
  /** The client has the command `OPEN_COMMAND`, and hovers link to passages through it; otherwise by `uri#L12`. */
  readonly openCommand?: boolean;
}

/** Opens a passage. Arguments: a uri and a Range `{start: {line, character}, end: {line, character}}`. */
export const OPEN_COMMAND = 'declarationLens.openPassage';

/**
 * The text of an instrument, for the read-only document `declaration:/<id>.md`; for `checks/<check>` the page of a check, which the
 * codes of findings link to. Answers `null` for an unknown id.
 */
export const InstrumentText = 'declarationLens/instrumentText';
export interface InstrumentTextParams {
  readonly id: string;
}
export interface InstrumentTextResult {
  readonly text: string;
  readonly title: string;
  readonly languageId: string;
}

/** All instruments that are known, for pick lists and views. */
export const Instruments = 'declarationLens/instruments';
export interface InstrumentSummary {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly paragraphs: number;
  readonly uri: string;
}

/** Which declarations a document cites, and why: for the status bar. */
export const Cites = 'declarationLens/cites';
export interface CitesParams {
  readonly uri: string;
}
export interface CitesResult {
  /** `line` is 1-based, as one says it aloud. */
  readonly cites: readonly { readonly id: string; readonly title: string; readonly why: string; readonly line?: number; readonly uri: string }[];
  readonly findings: number;
}

/** What is marked in a document beside the colours of its words: by underlines, in the margin, in the ruler. */
export const MarksOf = 'declarationLens/marks';
export interface MarksParams {
  readonly uri: string;
}
export interface MarksResult {
  readonly quotations: readonly { readonly range: Stretch; readonly match: 'verbatim' | 'marked' | 'altered' | 'absent' | 'elsewhere' }[];
  /** The operative words, by the force that the author gives the commitment. */
  readonly claims: readonly { readonly range: Stretch; readonly force: 'recognizes' | 'affirms' | 'intends' | 'commits' | 'obliges' | 'enacts' }[];
}
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** Sent by the server when answers may have changed for all documents: the client asks again for what it shows. */
export const Refresh = 'declarationLens/refresh';

/** For clients that read files for the server (the browser): a Host over the wire. */
export const ReadFile = 'declarationLens/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** `base64` of the bytes, or `null` for a file that is not there. */
export type ReadFileResult = { readonly base64: string } | null;
export const FindFiles = 'declarationLens/findFiles';
export interface FindFilesParams {
  readonly folder: string;
  /** Without dot, lower case. */
  readonly extensions: readonly string[];
  /** Only the folder itself. */
  readonly shallow?: boolean;
}
/** Uris. */
export type FindFilesResult = readonly string[];

/** The audit of a document, as `declaration-lens report` writes it. */
export const ReportOf = 'declarationLens/report';
export interface ReportParams {
  readonly uri: string;
  readonly format: 'markdown' | 'html';
}
export interface ReportResult {
  readonly text: string;
}

/** Full-text search over the whole library, best first. Answers with nothing for a query without a word. */
export const Find = 'declarationLens/find';
export interface FindParams {
  readonly query: string;
  readonly limit?: number;
}
export interface FindResult {
  readonly hits: readonly {
    readonly id: string;
    readonly title: string;
    /** The paragraph's label, and how one says it: "para. 4". */
    readonly paragraph: string;
    readonly name: string;
    readonly uri: string;
    readonly range: { readonly start: Place; readonly end: Place };
    readonly snippet: string;
  }[];
  /** How many declarations have all the words. */
  readonly matching: number;
}
interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is recognised in a text that may become a declaration, and the Markdown that would be kept. */
export const Preview = 'declarationLens/preview';
export interface PreviewParams {
  /** Its file name, or what it shall be called. */
  readonly name: string;
  /** The bytes of a file, or … */
  readonly base64?: string;
  /** … a text as an editor has it. */
  readonly text?: string;
  /** What is put right in its front matter before it is read. */
  readonly corrections?: {
    readonly id?: string;
    readonly title?: string;
    readonly aliases?: readonly string[];
    readonly language?: string;
    readonly counted?: boolean;
  };
}
export interface PreviewResult {
  readonly id: string;
  readonly title: string;
  /** The declaration, with front matter that can be corrected; empty when it cannot be read. */
  readonly markdown: string;
  /** What was recognised, as Markdown for a person. */
  readonly report: string;
  readonly aliases: readonly string[];
  readonly language: string;
  /** "body paragraphs, counted from the opening" */
  readonly numbering: string;
  readonly paragraphs: number;
  readonly terms: number;
  readonly commitments: number;
  /** Why it cannot be read, in one line. */
  readonly problem?: string;
}
