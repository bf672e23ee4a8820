/** Answers that lead somewhere: definitions, references, highlights, the outline, foldings and links. */
import { DocumentHighlightKind, FoldingRangeKind, type Location, type LocationLink, type ReferenceParams } from 'vscode-languageserver';
import { definition } from '../features/definition.ts';
import { folding } from '../features/folding.ts';
import { highlight } from '../features/highlight.ts';
import { links } from '../features/links.ts';
import { declared, references, subjectAt } from '../features/references.ts';
import { symbols } from '../features/symbols.ts';
import type { Reading } from '../service.ts';
import { canonical } from '../uri.ts';
import { answer } from './answer.ts';
import type { AtDocument, AtPosition, Attending } from './attending.ts';
import { fromPosition, inWindow, toPosition, toRange, toSymbols, windowOn } from './convert.ts';
import type { View } from './views.ts';

export function answerNavigating({ connection, client, answering, service, places, views, view, about, oneBox }: Attending): void {
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
      (p: AtDocument) => p.textDocument.uri,
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
          for (const [uri, window] of views.windowsOf(reading))
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
        if (oneBox) return [];
        const to = await places.linker(reading);
        return links(reading.analysis).flatMap((l) => {
          const target = inWindow(window, l.span) ? to(l.passage) : undefined;
          return target === undefined ? [] : [{ range: toRange(window, l.span), target, tooltip: l.tooltip }];
        });
      },
      null,
    ),
  );
}
