/** Answers that show something where the reader is: hovers, fixes, inlay hints, completions, colours, and findings on demand. */
import { type DocumentDiagnosticReport, InlayHintKind, LSPErrorCodes, MarkupKind, ResponseError } from 'vscode-languageserver';
import { actions } from '../features/actions.ts';
import { completion } from '../features/completion.ts';
import { highlighting } from '../features/highlighting.ts';
import { hover } from '../features/hover.ts';
import { inlays } from '../features/inlays.ts';
import { plain } from '../features/render.ts';
import type { Reading } from '../service.ts';
import type { AtDocument, AtPosition, AtRange, Attending } from './attending.ts';
import { fromPosition, fromRange, inWindow, toAction, toCompletion, toDiagnostic, toPosition, toRange, toTokens } from './convert.ts';

export function answerShowing({ connection, client, service, places, about, toDiagnostics, pageOf, oneBox }: Attending): void {
  const inTheSameBox = (reading: Reading, offset: number): readonly string[] =>
    oneBox ? service.findings(reading).flatMap((f) => (f.span.start <= offset && offset <= f.span.end ? [f.message] : [])) : [];
  connection.onHover(
    about<AtPosition, Awaited<ReturnType<Parameters<typeof connection.onHover>[0]>>>(
      'hover',
      async ({ reading, window }, { position }) => {
        const offset = fromPosition(window, position);
        const found = hover(reading.analysis, offset, await places.linker(reading), inTheSameBox(reading, offset));
        if (found === undefined || !inWindow(window, found.span)) return null;
        const formats = client.textDocument?.hover?.contentFormat;
        const markdown = formats === undefined || formats.includes(MarkupKind.Markdown);
        const contents = markdown ? { kind: MarkupKind.Markdown, value: found.markdown } : { kind: MarkupKind.PlainText, value: plain(found.markdown) };
        return { contents, range: toRange(window, found.span) };
      },
      null,
    ),
  );
  connection.onCodeAction(
    about(
      'codeAction',
      async (v, params: AtRange & { context: { only?: string[] } }) => {
        if (params.context.only && !params.context.only.some((k) => k === '' || k === 'quickfix' || k.startsWith('quickfix.'))) return [];
        const mdx = /\.mdx$/i.test(v.uri) || service.document(v.uri)?.languageId === 'mdx';
        const inside = actions(v.reading.analysis, service.findings(v.reading), fromRange(v.window, params.range), mdx);
        return inside
          .filter((a) => inWindow(v.window, a.finding.span) && a.edits.every((e) => inWindow(v.window, e.span)))
          .map((a) => toAction(v.window, v.uri, a, toDiagnostic(v.window, a.finding, pageOf(a.finding.check), [])));
      },
      null,
    ),
  );
  connection.languages.inlayHint.on(
    about(
      'inlayHint',
      ({ reading, window }, { range }: AtRange) =>
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
    about('semanticTokens/range', ({ reading, window }, { range }: AtRange) => toTokens(window, highlighting(reading.analysis), fromRange(window, range)), {
      data: [],
    }),
  );
  const diagnose = about(
    'diagnostic',
    async (v, params: AtDocument & { previousResultId?: string }): Promise<DocumentDiagnosticReport> => {
      const resultId = v.reading.stamp;
      if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: [...(await toDiagnostics(v))] };
    },
    { kind: 'full', items: [] },
  );
  connection.languages.diagnostics.on((params, token) =>
    diagnose(params, token).catch((e: unknown) => {
      // A client takes "the document changed" for "there is nothing": the marks would go out while one types. This one asks again.
      if (e instanceof ResponseError && e.code === LSPErrorCodes.ContentModified)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, e.message, { retriggerRequest: true });
      throw e;
    }),
  );
}
