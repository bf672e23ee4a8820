/**
 * Marks that are no colours of words: claims underlined by their force, findings and checked quotations in the margin by shape,
 * checked quotations in the ruler. They move with the text while one types, and change when the typing pauses.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MarksOf, type MarksParams, type MarksResult, SCHEME, type Stretch } from '../../server/src/lsp/protocol.ts';

type Force = MarksResult['claims'][number]['force'];
type Sign = keyof typeof SHAPES;

/** Drawn on a square of 16; told apart without their colour. */
const SHAPES = {
  warning: { path: '<path d="M8 2.5 14 13.5H2Z" stroke-linejoin="round"/><path d="M8 6.5v3.2M8 11.6v.3"/>', light: '#9a6700', dark: '#e2b93d' },
  information: { path: '<circle cx="8" cy="8" r="5.5"/><path d="M8 7.4v3.4M8 5v.3"/>', light: '#0b61b8', dark: '#6cb4f0' },
  hint: { path: '<path d="M4 8h.3M8 8h.3M12 8h.3" stroke-width="2"/>', light: '#6b6b6b', dark: '#a8a8a8' },
  checked: { path: '<path d="m4 8.5 2.7 2.7L12 5.5"/>', light: '#5f8a6a', dark: '#7fa88a' },
} as const;
const SIGNS = Object.keys(SHAPES) as readonly Sign[];

const icon = (sign: Sign, colour: string): vscode.Uri => {
  const { path } = SHAPES[sign];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="${colour}" stroke-width="1.4" stroke-linecap="round">${path}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
};

/** The stronger the words, the more solid the line. */
const LINES: Readonly<Record<Force, string>> = {
  recognizes: '1px dotted',
  affirms: '1px dotted',
  intends: '1px dashed',
  commits: '1px solid',
  obliges: '2px solid',
  enacts: '3px double',
};
const FORCES = Object.keys(LINES) as readonly Force[];

const { ClosedClosed } = vscode.DecorationRangeBehavior;
const underline = (force: Force): vscode.TextEditorDecorationType => {
  const [width = '', style = ''] = LINES[force].split(' ');
  return vscode.window.createTextEditorDecorationType({
    borderWidth: `0 0 ${width} 0`,
    borderStyle: style,
    borderColor: new vscode.ThemeColor('declarationLens.claimUnderline'),
    rangeBehavior: ClosedClosed,
  });
};
const inMargin = (sign: Sign): vscode.TextEditorDecorationType =>
  vscode.window.createTextEditorDecorationType({
    light: { gutterIconPath: icon(sign, SHAPES[sign].light) },
    dark: { gutterIconPath: icon(sign, SHAPES[sign].dark) },
    gutterIconSize: 'contain',
    rangeBehavior: ClosedClosed,
  });

/** A pause in typing, in milliseconds. */
const PAUSE = 400;
const NONE: MarksResult = { quotations: [], claims: [] };

const toRange = ({ start, end }: Stretch): vscode.Range => new vscode.Range(start.line, start.character, end.line, end.character);
const isChecked = (q: MarksResult['quotations'][number]): boolean => q.match === 'verbatim' || q.match === 'marked';

export function showMarks(client: BaseLanguageClient, selector: vscode.DocumentSelector, refreshed: vscode.Event<void>): vscode.Disposable {
  const underlines = new Map(FORCES.map((force) => [force, underline(force)]));
  const margin = new Map(SIGNS.map((sign) => [sign, inMargin(sign)]));
  const ruler = vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor('declarationLens.quotationRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: ClosedClosed,
  });
  /** The last answer for each document that is shown; it stays while a newer one is on its way. */
  const answers = new Map<string, MarksResult>();
  /** Documents that changed since their findings came: the margin waits for new ones. */
  const stale = new Set<string>();

  const draw = (editor: vscode.TextEditor) => {
    const { uri } = editor.document;
    const { quotations, claims } = answers.get(uri.toString()) ?? NONE;
    const settings = vscode.workspace.getConfiguration('declarationLens', uri);
    for (const [force, type] of underlines)
      editor.setDecorations(
        type,
        claims.filter((c) => c.force === force).map((c) => toRange(c.range)),
      );
    editor.setDecorations(ruler, settings.get('ruler.quotations', true) ? quotations.filter(isChecked).map((q) => toRange(q.range)) : []);
    if (stale.has(uri.toString())) return;
    const signs = new Map<number, Sign>();
    if (settings.get('margin.quotations', true)) for (const q of quotations) if (isChecked(q)) signs.set(q.range.start.line, 'checked');
    // Last, so that a finding is what its line shows; of several the gravest.
    if (settings.get('margin.findings', true))
      for (const { range, severity } of findingsOf(uri)) {
        const sign = severity <= vscode.DiagnosticSeverity.Warning ? 'warning' : severity === vscode.DiagnosticSeverity.Information ? 'information' : 'hint';
        const there = signs.get(range.start.line);
        if (there === undefined || SIGNS.indexOf(sign) < SIGNS.indexOf(there)) signs.set(range.start.line, sign);
      }
    for (const [sign, type] of margin)
      editor.setDecorations(
        type,
        [...signs].flatMap(([line, s]) => (s === sign ? [new vscode.Range(line, 0, line, 0)] : [])),
      );
  };
  const drawAll = (document: vscode.TextDocument) => {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) draw(editor);
  };
  const read = (document: vscode.TextDocument): boolean => document.uri.scheme !== SCHEME && vscode.languages.match(selector, document) > 0;
  const ask = async (document: vscode.TextDocument) => {
    const { version } = document;
    const params: MarksParams = { uri: document.uri.toString() };
    const answer = await client.sendRequest<MarksResult>(MarksOf, params).catch(() => undefined);
    // The text went on: what is drawn moves with it, and the next pause asks again.
    if (answer === undefined || document.version !== version) return;
    answers.set(document.uri.toString(), answer);
    drawAll(document);
  };
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const soon = (document: vscode.TextDocument, delay: number) => {
    if (!read(document)) return;
    clearTimeout(timers.get(document));
    timers.set(
      document,
      setTimeout(() => {
        timers.delete(document);
        void ask(document);
      }, delay),
    );
  };
  const soonAll = () => {
    for (const document of new Set(vscode.window.visibleTextEditors.map((e) => e.document))) soon(document, 0);
  };
  soonAll();
  return vscode.Disposable.from(
    ...underlines.values(),
    ...margin.values(),
    ruler,
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) {
        if (!timers.has(editor.document)) draw(editor);
        soon(editor.document, 0);
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      stale.add(document.uri.toString());
      soon(document, PAUSE);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document));
      timers.delete(document);
      answers.delete(document.uri.toString());
      stale.delete(document.uri.toString());
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map((u) => u.toString()));
      for (const uri of changed) stale.delete(uri);
      // In the middle of typing the answer about quotations is an old one: the next pause draws both.
      for (const editor of vscode.window.visibleTextEditors) if (changed.has(editor.document.uri.toString()) && !timers.has(editor.document)) draw(editor);
    }),
    vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration('declarationLens') && vscode.window.visibleTextEditors.forEach(draw)),
    client.onDidChangeState(soonAll),
    refreshed(soonAll),
  );
}

const findingsOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'Declaration Lens');
