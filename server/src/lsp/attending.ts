/** What every answer of the server stands on: the connection, the client, and what has been read for it. */
import type { CancellationToken, ClientCapabilities, Connection, Diagnostic } from 'vscode-languageserver';
import type { Service } from '../service.ts';
import type { Answering } from './answer.ts';
import type { PageOf } from './pages.ts';
import type { Places } from './places.ts';
import type { View, Views } from './views.ts';

export interface AtDocument {
  readonly textDocument: { readonly uri: string };
}
export interface AtPosition extends AtDocument {
  readonly position: { readonly line: number; readonly character: number };
}
export interface AtRange extends AtDocument {
  readonly range: { readonly start: AtPosition['position']; readonly end: AtPosition['position'] };
}

/** A request about a document; a text that is not read is answered with `otherwise`. */
export type About = <P extends AtDocument, R>(
  name: string,
  run: (v: View, params: P) => Promise<R> | R,
  otherwise: R,
) => (params: P, token: CancellationToken) => Promise<R>;

export interface Attending {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly answering: Answering;
  readonly service: Service;
  readonly places: Places;
  readonly views: Views;
  /** Waits for the settings; `undefined` for a document that is not open or not read. */
  readonly view: (uri: string) => Promise<View | undefined>;
  readonly about: About;
  readonly toDiagnostics: (v: View) => Promise<readonly Diagnostic[]>;
  readonly pageOf: PageOf;
  /** The client shows findings and hovers in one box, and leads from citations by definitions: it needs neither twice. */
  readonly oneBox: boolean;
}
