/** The client's documents, cells of notebooks among them, and what each shows of a reading. */
import { NotebookDocuments, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reading, Service } from '../service.ts';
import { type Window, windowOn } from './convert.ts';
import { isPage } from './pages.ts';

/** A document of the client: a reading, or the part of one that a notebook's cell shows. */
export interface View {
  readonly reading: Reading;
  readonly window: Window;
  readonly uri: string;
}

export interface Views {
  readonly documents: TextDocuments<TextDocument>;
  readonly notebooks: NotebookDocuments<TextDocument>;
  version(uri: string): number | undefined;
  /** `undefined` for a document that is not open or not read. */
  view(uri: string): Promise<View | undefined>;
  /** The client's documents that show a reading: itself, or the cells of a notebook. */
  windowsOf(reading: Reading): readonly (readonly [uri: string, window: Window])[];
  opened(document: TextDocument): void;
  /** The notebook's cells as they are now. */
  openNotebook(notebook: string): readonly TextDocument[];
}

/** Between two cells, as between two paragraphs. */
const GAP = '\n\n';

/** Cells of one notebook are read as one text: a citation in one cell is what "para. 4" in the next one means. */
export function createViews(service: Service): Views {
  const documents = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(documents);
  const notebookOf = (uri: string): string | undefined => {
    const cell = notebooks.getNotebookCell(uri);
    return cell && notebooks.findNotebookDocumentForCell(cell)?.uri;
  };
  const cells = (notebook: string): readonly TextDocument[] =>
    (notebooks.getNotebookDocument(notebook)?.cells ?? []).flatMap((c) => notebooks.getCellTextDocument(c) ?? []);
  const windowsOf = (reading: Reading): readonly (readonly [string, Window])[] => {
    const { text } = reading.analysis;
    if (notebooks.getNotebookDocument(reading.uri) === undefined) return [[reading.uri, windowOn(text)]];
    let start = 0;
    return cells(reading.uri).map((cell) => {
      const span = { start, end: start + cell.getText().length };
      start = span.end + GAP.length;
      return [cell.uri, windowOn(text, span)] as const;
    });
  };
  const openNotebook = (notebook: string) => {
    const all = cells(notebook);
    const version = all.reduce((v, c) => v + c.version, (notebooks.getNotebookDocument(notebook)?.version ?? 0) * 1_000_003);
    service.open({ uri: notebook, languageId: 'markdown', version, text: all.map((c) => c.getText()).join(GAP) });
    return all;
  };
  return {
    documents,
    notebooks,
    windowsOf,
    openNotebook,
    version: (uri) => service.document(notebookOf(uri) ?? uri)?.version,
    async view(uri) {
      const reading = await service.read(notebookOf(uri) ?? uri);
      const shown = reading && windowsOf(reading).find(([u]) => u === uri || reading.uri === uri);
      return reading && shown && { reading, window: shown[1], uri };
    },
    opened(document) {
      if (isPage(document.uri)) return;
      const notebook = notebookOf(document.uri);
      if (notebook !== undefined) openNotebook(notebook);
      else service.open({ uri: document.uri, languageId: document.languageId, version: document.version, text: document.getText() });
    },
  };
}
