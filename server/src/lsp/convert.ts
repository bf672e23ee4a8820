/** From offsets to what LSP speaks: positions, ranges, tokens, symbols. The lines of a text are counted once per version. */
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Position,
  type Range,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../checks/check.ts';
import type { Action } from '../features/actions.ts';
import type { Completion } from '../features/completion.ts';
import type { Token } from '../features/highlighting.ts';
import type { OutlineItem } from '../features/symbols.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/token-names.ts';
import { type Lines, linesOf } from '../lines.ts';
import type { Span } from '../text/span.ts';

const counted = new Map<string, Lines>();
/** Texts that are asked about again and again: the open documents and the declarations they cite. */
const KEPT = 64;

/** The lines of a text. Keyed by the text itself, so that a position can never be computed in another version. */
export function lines(text: string): Lines {
  const known = counted.get(text);
  if (known) {
    counted.delete(text);
    counted.set(text, known);
    return known;
  }
  const made = linesOf(text);
  counted.set(text, made);
  if (counted.size > KEPT) counted.delete(counted.keys().next().value as string);
  return made;
}

/** A window on a text: a document of the client. A notebook's cells are windows on the text of all its cells. */
export interface Window {
  readonly lines: Lines;
  readonly span: Span;
  readonly firstLine: number;
}

export const windowOn = (text: string, span: Span = { start: 0, end: text.length }): Window => {
  const all = lines(text);
  return { lines: all, span, firstLine: all.at(span.start).line };
};

export const inWindow = (w: Window, s: Span): boolean => s.start >= w.span.start && s.end <= w.span.end;

export const toPosition = (w: Window, offset: number): Position => {
  const p = w.lines.at(Math.max(w.span.start, Math.min(offset, w.span.end)));
  return { line: p.line - w.firstLine, character: p.character };
};
export const toRange = (w: Window, s: Span): Range => ({ start: toPosition(w, s.start), end: toPosition(w, s.end) });
export const fromPosition = (w: Window, p: Position): number =>
  Math.max(w.span.start, Math.min(w.lines.offset({ line: p.line + w.firstLine, character: p.character }), w.span.end));
export const fromRange = (w: Window, r: Range): Span => {
  const start = fromPosition(w, r.start);
  return { start, end: Math.max(start, fromPosition(w, r.end)) };
};

/** Tokens as LSP's five numbers; a token that goes over several lines becomes one for each line. */
export function toTokens(w: Window, tokens: readonly Token[], within: Span = w.span): { data: number[] } {
  const builder = new SemanticTokensBuilder();
  for (const t of tokens) {
    if (!inWindow(w, t.span) || t.span.end <= within.start || t.span.start >= within.end) continue;
    const type = TOKEN_TYPES.indexOf(t.type);
    const modifiers = t.modifiers.reduce((bits, m) => bits | (1 << TOKEN_MODIFIERS.indexOf(m)), 0);
    const from = w.lines.at(t.span.start);
    const to = w.lines.at(t.span.end);
    for (let line = from.line; line <= to.line; line++) {
      const text = w.lines.text(line);
      const first = line === from.line ? from.character : (/[^\s>]/.exec(text)?.index ?? text.length);
      const last = line === to.line ? to.character : text.trimEnd().length;
      if (last > first) builder.push(line - w.firstLine, first, last - first, type, modifiers);
    }
  }
  return builder.build();
}

const SYMBOLS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  declaration: SymbolKind.Module,
  paragraph: SymbolKind.Namespace,
  commitment: SymbolKind.Event,
  term: SymbolKind.Constant,
  citation: SymbolKind.Key,
};

/** A window's symbols; LSP wants a name, and the selection inside the range. */
export const toSymbols = (w: Window, symbols: readonly OutlineItem[]): DocumentSymbol[] =>
  symbols
    .filter((s) => inWindow(w, s.span))
    .map((s) => ({
      name: s.name.trim() === '' ? '…' : s.name,
      detail: s.detail,
      kind: SYMBOLS[s.kind],
      range: toRange(w, s.span),
      selectionRange: toRange(w, s.selection),
      children: toSymbols(w, s.children),
    }));

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `page` is where the client opens the page of the check. */
export const toDiagnostic = (
  w: Window,
  f: Finding,
  page: string | undefined,
  see: readonly { readonly uri: string; readonly range: Range; readonly message: string }[],
): Diagnostic => ({
  range: toRange(w, f.span),
  severity: SEVERITIES[f.severity],
  code: f.check,
  ...(page === undefined ? {} : { codeDescription: { href: page } }),
  source: 'Declaration Lens',
  message: f.message,
  ...(f.check === 'unused-suppression' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  ...(see.length > 0 ? { relatedInformation: see.map((s) => ({ location: { uri: s.uri, range: s.range }, message: s.message })) } : {}),
});

/** One action is one edit of one document, so that undoing is one step. */
export const toAction = (w: Window, uri: string, a: Action, diagnostic: Diagnostic): CodeAction => ({
  title: a.title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic],
  ...(a.preferred ? { isPreferred: true } : {}),
  edit: { changes: { [uri]: a.edits.map((e) => ({ range: toRange(w, e.span), newText: e.text })) } },
});

export const toCompletion = (w: Window, c: Completion): CompletionItem => ({
  label: c.label,
  detail: c.detail,
  kind: c.kind === 'term' ? CompletionItemKind.Constant : CompletionItemKind.Reference,
  ...(c.documentation === '' ? {} : { documentation: c.documentation }),
  textEdit: { range: toRange(w, c.span), newText: c.insert },
  filterText: c.insert,
  sortText: c.kind === 'paragraph' ? c.insert.padStart(6, '0') : c.insert,
});
