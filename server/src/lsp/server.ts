/** The language server at work: says over LSP what the features answer. Loaded when a client has said hello. */
import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentHighlightKind,
  FoldingRangeKind,
  type InitializeParams,
  InlayHintKind,
  InlayHintRefreshRequest,
  type Location,
  type LocationLink,
  MarkupKind,
  type ReferenceParams,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { actions } from '../features/actions.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { folding } from '../features/folding.ts';
import { highlight } from '../features/highlight.ts';
import { highlighting } from '../features/highlighting.ts';
import { hover } from '../features/hover.ts';
import { inlays } from '../features/inlays.ts';
import { links } from '../features/links.ts';
import { declared, references, subjectAt } from '../features/references.ts';
import { nameOf, plain } from '../features/render.ts';
import { symbols } from '../features/symbols.ts';
import type { Host } from '../host.ts';
import { createService, type Reading, type Service } from '../service.ts';
import { readSettings } from '../settings.ts';
import type { Span } from '../text/span.ts';
import { canonical } from '../uri.ts';
import { type Answering, answer } from './answer.ts';
import { fromPosition, fromRange, inWindow, toAction, toCompletion, toDiagnostic, toPosition, toRange, toSymbols, toTokens, windowOn } from './convert.ts';
import { createDiagnostics } from './diagnostics.ts';
import { clientHost } from './files.ts';
import { answerLibrary, createProblems, readersAt, shelfEvents } from './library.ts';
import { answerOwn } from './own.ts';
import { createPlaces } from './places.ts';
import * as protocol from './protocol.ts';
import type { Platform } from './start.ts';
import { createViews, type View } from './views.ts';

const WATCHED = '**/*.{md,markdown,txt,html,htm,yaml,yml,bib,json,docx,pdf,xml,akn,xhtml}';
const NOTHING: Host = { read: async () => undefined, find: async () => [], log: () => {} };

/** Wires the connection for the client that said `params`. */
export function attend(connection: Connection, platform: Platform, params: InitializeParams): void {
  const client = params.capabilities;
  const options = (params.initializationOptions ?? {}) as protocol.InitializationOptions & { readonly settings?: unknown };
  const log = (message: string) => connection.console.error(message);
  const host = options.readsFiles ? clientHost(connection) : (platform.host?.(log) ?? { ...NOTHING, log });
  const readers = platform.readers ?? (options.readers === undefined ? undefined : readersAt(options.readers));
  const problems = createProblems(connection, () => service);
  const events = shelfEvents(connection, client, () => refresh(), problems);
  const service: Service = createService(host, platform.bundled, readers, events);
  service.folders(params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []));
  if (options.settings !== undefined) service.configure(readSettings(options.settings));

  const views = createViews(service);
  const { documents, notebooks, windowsOf } = views;
  const places = createPlaces(service.shelf, options, platform);
  /** The settings have come: no request is answered by other ones. */
  let ready: Promise<void> = Promise.resolve();
  const view = async (uri: string): Promise<View | undefined> => {
    await ready;
    return views.view(uri);
  };

  const answering: Answering = {
    version: views.version,
    log,
    ...(platform.rethrow ? { rethrow: true } : {}),
  };
  type AtDocument = { readonly textDocument: { readonly uri: string } };
  type AtPosition = AtDocument & { readonly position: { readonly line: number; readonly character: number } };
  const ofDocument = (p: AtDocument) => p.textDocument.uri;
  /** A request about a document; a text that is not read is answered with `otherwise`. */
  const about = <P extends AtDocument, R>(name: string, run: (v: View, params: P) => Promise<R> | R, otherwise: R) =>
    answer<P, R>(
      answering,
      name,
      ofDocument,
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
    for (const f of service.findings(v.reading)) if (inWindow(v.window, f.span)) out.push(toDiagnostic(v.window, f, related ? await see(v, f.see) : []));
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
        await connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics: v ? await toDiagnostics(v) : [] });
    },
    clear: (uri) => connection.sendDiagnostics({ uri, diagnostics: [] }),
  });

  connection.onShutdown(() => {
    clearTimeout(waiting);
    diagnostics.stop();
  });

  const configure = async () => {
    if (client.workspace?.configuration) service.configure(readSettings(await connection.workspace.getConfiguration('declarationLens').catch(() => undefined)));
  };
  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'declarationLens' }).catch(() => {});
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const outside = client.workspace.didChangeWatchedFiles.relativePatternSupport && host.own ? [{ baseUri: host.own, pattern: WATCHED }] : [];
      const watchers = [WATCHED, ...outside].map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
    }
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
    diagnostics.closed(document.uri);
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

  connection.onHover(
    about<AtPosition, Awaited<ReturnType<Parameters<typeof connection.onHover>[0]>>>(
      'hover',
      async ({ reading, window }, { position }) => {
        const found = hover(reading.analysis, fromPosition(window, position), await places.linker(reading));
        if (found === undefined || !inWindow(window, found.span)) return null;
        const formats = client.textDocument?.hover?.contentFormat;
        const markdown = formats === undefined || formats.includes(MarkupKind.Markdown);
        const contents = markdown ? { kind: MarkupKind.Markdown, value: found.markdown } : { kind: MarkupKind.PlainText, value: plain(found.markdown) };
        return { contents, range: toRange(window, found.span) };
      },
      null,
    ),
  );

  const define =
    (linkSupport: () => boolean) =>
    async ({ reading, window, uri }: View, { position }: AtPosition): Promise<LocationLink[] | Location[] | null> => {
      const found = definition(reading.analysis, fromPosition(window, position));
      if (found === undefined) return null;
      const out: LocationLink[] = [];
      for (const t of found.targets) {
        const at = t.instrument === undefined || t.instrument === reading.analysis.self?.id ? { uri, window } : await places.in(reading, t.instrument);
        if (at)
          out.push({
            originSelectionRange: toRange(window, found.origin),
            targetUri: at.uri,
            targetRange: toRange(at.window, t.span),
            targetSelectionRange: toRange(at.window, t.selection),
          });
      }
      return linkSupport() ? out : out.map((l) => ({ uri: l.targetUri, range: l.targetSelectionRange }));
    };
  connection.onDefinition(
    about(
      'definition',
      define(() => client.textDocument?.definition?.linkSupport ?? false),
      null,
    ),
  );
  connection.onDeclaration(
    about(
      'declaration',
      define(() => client.textDocument?.declaration?.linkSupport ?? false),
      null,
    ),
  );

  connection.onReferences(
    answer(
      answering,
      'references',
      ofDocument,
      async ({ textDocument, position, context }: ReferenceParams, token): Promise<Location[] | null> => {
        const v = await view(textDocument.uri);
        const subject = v && subjectAt(v.reading.analysis, fromPosition(v.window, position));
        if (v === undefined || subject === undefined) return null;
        const out: Location[] = [];
        const instrument = subject.instrument === undefined ? undefined : await service.shelf.instrument(subject.instrument);
        const own = context.includeDeclaration || v.reading.analysis.self ? declared(v.reading.analysis, subject) : undefined;
        const at = own && instrument && (await places.of(instrument));
        if (context.includeDeclaration && own && at && instrument)
          for (const s of own.spans) out.push({ uri: at, range: toRange(windowOn(instrument.text), s) });
        const push = (reading: Reading) => {
          for (const [uri, window] of windowsOf(reading))
            for (const s of references(reading.analysis, subject)) if (inWindow(window, s)) out.push({ uri, range: toRange(window, s) });
        };
        if (instrument === undefined) push(v.reading);
        else for await (const reading of service.citing(instrument, () => token.isCancellationRequested)) push(reading);
        const seen = new Set<string>();
        return out.filter((l) => {
          const key = `${canonical(l.uri)}:${JSON.stringify(l.range)}`;
          return !seen.has(key) && seen.add(key);
        });
      },
      null,
    ),
  );

  connection.onDocumentHighlight(
    about(
      'documentHighlight',
      ({ reading, window }, { position }: AtPosition) =>
        highlight(reading.analysis, fromPosition(window, position))
          .filter((s) => inWindow(window, s))
          .map((s) => ({ range: toRange(window, s), kind: DocumentHighlightKind.Read })),
      null,
    ),
  );
  connection.onDocumentSymbol(about('documentSymbol', ({ reading, window }) => toSymbols(window, symbols(reading.analysis)), null));
  connection.onFoldingRanges(
    about(
      'foldingRange',
      ({ reading, window }) =>
        folding(reading.analysis)
          .map((s) => ({ startLine: toPosition(window, s.start).line, endLine: toPosition(window, s.end).line, kind: FoldingRangeKind.Region }))
          .filter((f) => f.endLine > f.startLine),
      null,
    ),
  );
  connection.onDocumentLinks(
    about(
      'documentLink',
      async ({ reading, window }) => {
        const to = await places.linker(reading);
        return links(reading.analysis).flatMap((l) => {
          const target = inWindow(window, l.span) ? to(l.passage) : undefined;
          return target === undefined ? [] : [{ range: toRange(window, l.span), target, tooltip: l.tooltip }];
        });
      },
      null,
    ),
  );
  connection.onCodeAction(
    about(
      'codeAction',
      async (v, params: AtDocument & { range: Parameters<typeof fromRange>[1]; context: { only?: string[] } }) => {
        if (params.context.only && !params.context.only.some((k) => k === '' || k === 'quickfix' || k.startsWith('quickfix.'))) return [];
        const inside = actions(v.reading.analysis, service.findings(v.reading), fromRange(v.window, params.range));
        return inside
          .filter((a) => inWindow(v.window, a.finding.span) && a.edits.every((e) => inWindow(v.window, e.span)))
          .map((a) => toAction(v.window, v.uri, a, toDiagnostic(v.window, a.finding, [])));
      },
      null,
    ),
  );
  connection.languages.inlayHint.on(
    about(
      'inlayHint',
      ({ reading, window }, { range }: AtDocument & { range: Parameters<typeof fromRange>[1] }) =>
        inlays(reading.analysis, fromRange(window, range))
          .filter((i) => i.offset >= window.span.start && i.offset <= window.span.end)
          .map((i) => ({ position: toPosition(window, i.offset), label: i.label, tooltip: i.tooltip, paddingLeft: true, kind: InlayHintKind.Type })),
      null,
    ),
  );
  connection.onCompletion(
    about(
      'completion',
      ({ reading, window }, { position }: AtPosition) => completion(reading.analysis, fromPosition(window, position)).map((c) => toCompletion(window, c)),
      null,
    ),
  );
  connection.languages.semanticTokens.on(about('semanticTokens', ({ reading, window }) => toTokens(window, highlighting(reading.analysis)), { data: [] }));
  connection.languages.semanticTokens.onRange(
    about(
      'semanticTokens/range',
      ({ reading, window }, { range }: AtDocument & { range: Parameters<typeof fromRange>[1] }) =>
        toTokens(window, highlighting(reading.analysis), fromRange(window, range)),
      { data: [] },
    ),
  );
  connection.languages.diagnostics.on(
    about(
      'diagnostic',
      async (v, params: AtDocument & { previousResultId?: string }): Promise<DocumentDiagnosticReport> => {
        const resultId = v.reading.stamp;
        if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
        return { kind: 'full', resultId, items: await toDiagnostics(v) };
      },
      { kind: 'full', items: [] },
    ),
  );

  answerLibrary(connection, answering, service, options.declarationScheme ?? false, readers);
  answerOwn({ connection, answering, service, places, view, options, version: platform.version });

  notebooks.listen(connection);
  documents.listen(connection);
}
