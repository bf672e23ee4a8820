/** The language server at work: says over LSP what the features answer. Loaded when a client has said hello. */
import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { nameOf } from '../features/render.ts';
import type { Host } from '../host.ts';
import { createService, type Service } from '../service.ts';
import { readSettings } from '../settings.ts';
import type { Span } from '../text/span.ts';
import { canonical } from '../uri.ts';
import { type Answering, answer } from './answer.ts';
import type { About, AtDocument, Attending } from './attending.ts';
import { inWindow, toDiagnostic, toRange } from './convert.ts';
import { createDiagnostics } from './diagnostics.ts';
import { clientHost } from './files.ts';
import { answerLibrary, createProblems, shelfEvents } from './library.ts';
import { answerNavigating } from './navigate.ts';
import { answerOwn } from './own.ts';
import { createPageOf } from './pages.ts';
import { createPlaces } from './places.ts';
import * as protocol from './protocol.ts';
import { answerShowing } from './show.ts';
import type { Platform } from './start.ts';
import { createViews, type View } from './views.ts';

const WATCHED = '**/*.{md,markdown,txt,html,htm,yaml,yml,bib,json,docx,pdf,xml,akn,xhtml}';
/** Of a folder that goes as a whole an editor says nothing of its files. */
const FOLDERS = ['**/declarations', '**/declarations/**'];
const NOTHING: Host = { read: async () => undefined, find: async () => [], log: () => {} };

/** Wires the connection for the client that said `params`. */
export function attend(connection: Connection, platform: Platform, params: InitializeParams): void {
  const client = params.capabilities;
  const options = (params.initializationOptions ?? {}) as protocol.InitializationOptions & { readonly settings?: unknown };
  const log = (message: string) => connection.console.error(message);
  const host = options.readsFiles ? clientHost(connection) : (platform.host?.(log) ?? { ...NOTHING, log });
  const problems = createProblems(connection, () => service);
  const events = shelfEvents(connection, client, () => refresh(), problems);
  const service: Service = createService(host, platform.bundled, platform.readers, events);
  service.folders(params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []));
  if (options.settings !== undefined) service.configure(readSettings(options.settings));

  const views = createViews(service);
  const { documents, notebooks } = views;
  const places = createPlaces(service.shelf, options, platform);
  const pageOf = createPageOf(options.declarationScheme ?? false, platform.pageFileOf);
  /** The settings have come: no request is answered by other ones. */
  let ready: Promise<void> = Promise.resolve();
  /** Asked about before they were opened: a client that starts may say the one before the other, and would not ask again. */
  const early = new Set<string>();
  const view = async (uri: string): Promise<View | undefined> => {
    await ready;
    const found = await views.view(uri);
    if (found === undefined && views.version(uri) === undefined) early.add(uri);
    return found;
  };

  const answering: Answering = {
    version: views.version,
    log,
    ...(platform.rethrow ? { rethrow: true } : {}),
  };
  /** A request about a document; a text that is not read is answered with `otherwise`. */
  const about: About = <P extends AtDocument, R>(name: string, run: (v: View, params: P) => Promise<R> | R, otherwise: R) =>
    answer<P, R>(
      answering,
      name,
      (p) => p.textDocument.uri,
      async (params) => {
        const v = await view(params.textDocument.uri);
        return v === undefined ? otherwise : run(v, params);
      },
      otherwise,
    );

  const refresh = () => {
    if (client.workspace?.semanticTokens?.refreshSupport) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(() => {});
    if (client.workspace?.inlayHint?.refreshSupport) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {});
    if (client.workspace?.diagnostics?.refreshSupport) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {});
    connection.sendNotification(protocol.Refresh).catch(() => {});
    diagnostics.all();
  };

  const see = async (v: View, passages: readonly { readonly instrument: string; readonly paragraph: string; readonly span: Span }[]) => {
    const out = [];
    for (const p of passages) {
      const at = await places.in(v.reading, p.instrument);
      const title = v.reading.analysis.library.head(p.instrument)?.title ?? p.instrument;
      if (at) out.push({ uri: at.uri, range: toRange(at.window, p.span), message: `${title}, ${nameOf(p.paragraph)}` });
    }
    return out;
  };
  const toDiagnostics = async (v: View) => {
    const related = client.textDocument?.diagnostic?.relatedInformation ?? client.textDocument?.publishDiagnostics?.relatedInformation ?? false;
    const out = [];
    for (const f of service.findings(v.reading))
      if (inWindow(v.window, f.span)) out.push(toDiagnostic(v.window, f, pageOf(f.check), related ? await see(v, f.see) : []));
    return out;
  };
  const diagnostics = createDiagnostics({
    enabled: () => client.textDocument?.diagnostic === undefined,
    open: () => documents.keys(),
    version: answering.version,
    log,
    async send(uri) {
      const v = await view(uri);
      const version = documents.get(uri)?.version;
      if (v !== undefined || documents.get(uri))
        await connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics: v ? [...(await toDiagnostics(v))] : [] });
    },
    clear: (uri) => connection.sendDiagnostics({ uri, diagnostics: [] }),
  });

  connection.onShutdown(() => {
    clearTimeout(waiting);
    diagnostics.stop();
  });

  const configure = async () => {
    if (client.workspace?.configuration) service.configure(readSettings(await connection.workspace.getConfiguration('declarationLens').catch(() => undefined)));
    watchOutside();
  };
  let outside = '';
  /** Libraries beside the workspace: an editor watches them only when it is told to. */
  const watchOutside = () => {
    const { dynamicRegistration, relativePatternSupport } = client.workspace?.didChangeWatchedFiles ?? {};
    const inside = (params.workspaceFolders ?? []).map((f) => canonical(f.uri));
    const folders = service.shelf.places().filter((p) => p.startsWith('file:') && !inside.some((f) => canonical(p).startsWith(f)));
    if (!dynamicRegistration || !relativePatternSupport || folders.length === 0 || folders.join('\n') === outside) return;
    outside = folders.join('\n');
    const watchers = folders.map((baseUri) => ({ globPattern: { baseUri, pattern: WATCHED } }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  };
  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'declarationLens' }).catch(() => {});
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [WATCHED, ...FOLDERS].map((globPattern) => ({ globPattern })) })
        .catch(() => {});
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        service.folders((await connection.workspace.getWorkspaceFolders())?.map((f) => f.uri) ?? []);
        refresh();
      });
    ready = configure();
    await ready;
    refresh();
    void service.shelf.ready();
  });
  connection.onDidChangeConfiguration(async (change) => {
    if (client.workspace?.configuration) {
      ready = configure();
      await ready;
    } else service.configure(readSettings((change.settings as { declarationLens?: unknown } | null)?.declarationLens ?? change.settings));
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!service.filesChanged(changes.map((c) => c.uri))) return;
    refresh();
    void service.shelf.ready();
  });

  documents.onDidChangeContent(({ document }) => {
    const before = service.shelf.library().revision;
    views.opened(document);
    diagnostics.soon(document.uri);
    if (service.shelf.library().revision !== before) refreshSoon();
  });
  documents.onDidClose(({ document }) => {
    service.close(document.uri);
    early.delete(document.uri);
    diagnostics.closed(document.uri);
    problems();
  });
  // Behind the change that opening is: a document that is open shows its problems itself.
  documents.onDidOpen(({ document }) => {
    queueMicrotask(problems);
    if (early.delete(document.uri)) refresh();
  });
  notebooks.onDidOpen((notebook) => void views.openNotebook(notebook.uri));
  notebooks.onDidChange(({ notebookDocument }) => {
    for (const cell of views.openNotebook(notebookDocument.uri)) diagnostics.soon(cell.uri);
  });
  notebooks.onDidClose((notebook) => service.close(notebook.uri));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** An edit to a declaration changes the answers of all documents; they are asked for again when the typing pauses. */
  const refreshSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 400);
  };

  const attending: Attending = {
    connection,
    client,
    answering,
    service,
    places,
    views,
    view,
    about,
    toDiagnostics,
    pageOf,
    oneBox: options.openCommand ?? false,
  };
  answerShowing(attending);
  answerNavigating(attending);
  answerLibrary(connection, answering, service, options.declarationScheme ?? false, platform.readers);
  answerOwn({ connection, answering, service, places, view, options, version: platform.version });

  notebooks.listen(connection);
  documents.listen(connection);
}
