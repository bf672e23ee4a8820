/** Answers to what `protocol.ts` adds to LSP: texts of instruments, which are known, what a document cites, its audit. */
import type { Connection } from 'vscode-languageserver';
import { marks } from '../features/marks.ts';
import { reportHtml, reportMarkdown } from '../features/report.ts';
import type { Service } from '../service.ts';
import { SCHEME } from '../shelf.ts';
import type { Span } from '../text/span.ts';
import { type Answering, answer } from './answer.ts';
import { inWindow, toPosition, toRange } from './convert.ts';
import { pageFor } from './pages.ts';
import type { Places } from './places.ts';
import * as protocol from './protocol.ts';
import type { View } from './views.ts';

export interface Own {
  readonly connection: Connection;
  readonly answering: Answering;
  readonly service: Service;
  readonly places: Places;
  readonly view: (uri: string) => Promise<View | undefined>;
  readonly options: protocol.InitializationOptions;
  readonly version: string;
}

const sha256 = async (text: string): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))].map((b) => b.toString(16).padStart(2, '0')).join('');

export function answerOwn({ connection, answering, service, places, view, options, version }: Own): void {
  connection.onRequest(
    protocol.InstrumentText,
    answer(
      answering,
      protocol.InstrumentText,
      () => undefined,
      async ({ id }: protocol.InstrumentTextParams): Promise<protocol.InstrumentTextResult | null> => {
        const page = pageFor(id);
        if (page !== undefined) return { ...page, languageId: 'markdown' };
        const instrument = await service.shelf.instrument(id);
        return instrument ? { text: instrument.text, title: instrument.title, languageId: instrument.format } : null;
      },
      null,
    ),
  );
  connection.onRequest(
    protocol.Instruments,
    answer(
      answering,
      protocol.Instruments,
      () => undefined,
      async (): Promise<readonly protocol.InstrumentSummary[]> => {
        await service.shelf.scanned();
        const out: protocol.InstrumentSummary[] = [];
        const library = service.shelf.library();
        for (const head of library.heads) {
          // A large library is listed without being read; how many paragraphs a text has is known when it has been.
          const instrument = library.heads.length <= 200 ? await service.shelf.instrument(head.id) : library.get(head.id);
          const uri = instrument
            ? await places.of(instrument)
            : (service.shelf.uriOf(head.id) ?? (options.declarationScheme ? `${SCHEME}:/${head.id}.md` : undefined));
          if (uri) out.push({ id: head.id, title: head.title, ...(head.date ? { date: head.date } : {}), paragraphs: instrument?.paragraphs.length ?? 0, uri });
        }
        return out;
      },
      [],
    ),
  );
  connection.onRequest(
    protocol.Cites,
    answer(
      answering,
      protocol.Cites,
      (p: protocol.CitesParams) => p.uri,
      async ({ uri }): Promise<protocol.CitesResult> => {
        const v = await view(uri);
        if (v === undefined) return { cites: [], findings: 0 };
        const cites = [];
        for (const c of v.reading.analysis.cites) {
          const at = await places.of(c.instrument);
          const line = c.span && inWindow(v.window, c.span) ? toPosition(v.window, c.span.start).line + 1 : undefined;
          cites.push({ id: c.instrument.id, title: c.instrument.title, why: c.why, ...(line === undefined ? {} : { line }), uri: at ?? '' });
        }
        return { cites, findings: service.findings(v.reading).filter((f) => inWindow(v.window, f.span)).length };
      },
      { cites: [], findings: 0 },
    ),
  );

  connection.onRequest(
    protocol.MarksOf,
    answer(
      answering,
      protocol.MarksOf,
      (p: protocol.MarksParams) => p.uri,
      async ({ uri }): Promise<protocol.MarksResult> => {
        const v = await view(uri);
        if (v === undefined) return { quotations: [], claims: [] };
        const { quotations, claims } = marks(v.reading.analysis);
        const shown = <T extends { readonly span: Span }>(all: readonly T[]) =>
          all.filter((m) => inWindow(v.window, m.span)).map(({ span, ...m }) => ({ ...m, range: toRange(v.window, span) }));
        return { quotations: shown(quotations), claims: shown(claims) };
      },
      { quotations: [], claims: [] },
    ),
  );
  connection.onRequest(
    protocol.ReportOf,
    answer(
      answering,
      protocol.ReportOf,
      (p: protocol.ReportParams) => p.uri,
      async ({ uri, format }): Promise<protocol.ReportResult | null> => {
        const v = await view(uri);
        if (v === undefined) return null;
        const hashes = new Map<string, string>();
        for (const { instrument } of v.reading.analysis.cites) hashes.set(instrument.id, await sha256(instrument.text));
        const audited = { path: decodeURIComponent(uri.replace(/^.*\//, '')), analysis: v.reading.analysis, findings: service.findings(v.reading) };
        return { text: (format === 'html' ? reportHtml : reportMarkdown)([audited], (i) => hashes.get(i.id) ?? '', version) };
      },
      null,
    ),
  );
}
