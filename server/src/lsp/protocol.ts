/** What client and server say to each other beyond LSP. The only file of the server that the client may import. */

export const SCHEME = 'declaration';

/** The text of an instrument, for the read-only document `declaration:/<id>.md`. */
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
  readonly cites: readonly { readonly id: string; readonly title: string; readonly why: string; readonly line?: number; readonly uri: string }[];
  readonly findings: number;
}

/** Sent by the server when answers may have changed for all documents: the client asks again for what it shows. */
export const Refresh = 'declarationLens/refresh';

/** For clients that read files for the server (the browser): a Host over the wire. */
export const ReadFile = 'declarationLens/readFile';
export const FindFiles = 'declarationLens/findFiles';
