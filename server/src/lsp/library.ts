/** The library over LSP: search through it, previews of what may come into it, its problems, and its progress. */
import { type ClientCapabilities, type Connection, DiagnosticSeverity, type WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { nameOf } from '../features/render.ts';
import { findInLibrary } from '../find.ts';
import type { LoadReader } from '../import/page.ts';
import { previewOf } from '../preview.ts';
import type { Service } from '../service.ts';
import { SCHEME, type ShelfEvents } from '../shelf.ts';
import { canonical } from '../uri.ts';
import { type Answering, answer } from './answer.ts';
import { toRange, windowOn } from './convert.ts';
import * as protocol from './protocol.ts';

/** What the shelf says on its own. `refresh` asks the client to ask again; `problems` publishes. */
export const shelfEvents = (connection: Connection, client: ClientCapabilities, refresh: () => void, problems: () => void): ShelfEvents => ({
  changed: refresh,
  problems,
  progress(total) {
    let reporter: WorkDoneProgressServerReporter | undefined;
    let over = false;
    let cancelled = false;
    if (client.window?.workDoneProgress)
      connection.window
        .createWorkDoneProgress()
        .then((made) => {
          if (over) return;
          reporter = made;
          made.begin('Declaration Lens: reading the library', 0, undefined, true);
          made.token.onCancellationRequested(() => {
            cancelled = true;
          });
        })
        .catch(() => {});
    return {
      report: (done) => reporter?.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total}`),
      end() {
        over = true;
        reporter?.done();
      },
      get cancelled() {
        return cancelled;
      },
    };
  },
});

/** Publishes what could not be read on the file that it is about; a document that is open shows it itself. */
export function createProblems(connection: Connection, service: () => Service): () => void {
  let shown: ReadonlyMap<string, string> = new Map();
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const publish = (uri: string, messages: readonly string[]) => {
    const shape = { range, severity: DiagnosticSeverity.Warning, source: 'Declaration Lens', code: 'declaration' };
    const diagnostics = messages.map((m) => ({ ...shape, message: `Not read as a declaration, or not all of it: ${m}` }));
    connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  };
  return () => {
    const closed = service()
      .shelf.problems()
      .filter((p) => service().document(p.uri) === undefined);
    const now = new Map(closed.map((p) => [p.uri, p.message]));
    for (const uri of shown.keys()) if (!now.has(uri)) publish(uri, []);
    for (const [uri, message] of now) if (shown.get(uri) !== message) publish(uri, [message]);
    shown = now;
  };
}

const UNREAD: protocol.PreviewResult = {
  id: '',
  title: '',
  markdown: '',
  report: '',
  aliases: [],
  language: '',
  numbering: '',
  paragraphs: 0,
  terms: 0,
  commitments: 0,
  problem: 'it could not be read',
};

export function answerLibrary(connection: Connection, answering: Answering, service: Service, schemeOpens: boolean, load: LoadReader | undefined): void {
  connection.onRequest(
    protocol.Find,
    answer(
      answering,
      protocol.Find,
      () => undefined,
      async ({ query, limit }: protocol.FindParams, token): Promise<protocol.FindResult> => {
        const { hits, matching } = await findInLibrary(service.shelf, query, () => token.isCancellationRequested, limit);
        const out: protocol.FindResult['hits'][number][] = [];
        for (const h of hits) {
          const instrument = h.source.uri === undefined && !schemeOpens ? undefined : h.source;
          const uri = instrument?.uri ?? (schemeOpens ? `${SCHEME}:/${h.instrument}.md` : undefined);
          if (uri === undefined) continue;
          const range = toRange(windowOn(h.source.text), h.span);
          out.push({ id: h.instrument, title: h.title, paragraph: h.paragraph, name: nameOf(h.paragraph), uri, range, snippet: h.snippet });
        }
        return { hits: out, matching };
      },
      { hits: [], matching: 0 },
    ),
  );
  connection.onRequest(
    protocol.Preview,
    answer(
      answering,
      protocol.Preview,
      () => undefined,
      async ({ name, base64, text, corrections }: protocol.PreviewParams): Promise<protocol.PreviewResult> => {
        try {
          const content = text ?? Uint8Array.from(atob(base64 ?? ''), (c) => c.charCodeAt(0));
          const { instrument: i, report } = await previewOf(name, content, load, corrections);
          return {
            id: i.id,
            title: i.title,
            markdown: i.text,
            report,
            aliases: i.aliases,
            language: i.language,
            numbering: i.numbering,
            paragraphs: i.paragraphs.length,
            terms: i.terms.length,
            commitments: i.commitments.length,
          };
        } catch (e) {
          const problem = e instanceof Error ? (e.message.split('\n')[0] as string) : String(e);
          return { ...UNREAD, title: canonical(name), problem };
        }
      },
      UNREAD,
    ),
  );
}
