/** AsciiDoc: blocks by their delimiters and attribute lines. */
import { INLINE } from './asciidoc-inline.ts';
import { drawByRules, type SourceLine, sourceLines } from './inline-rules.ts';
import type { Block, Markup } from './markup.ts';
import { Sheet } from './sheet.ts';

const VERBATIM = /^(?:-{4,}|\.{4,}|`{3,}[\w-]*|\+{4,}|\/{4,})$/;
const DELIMITER = /^(?:_{4,}|={4,}|\*{4,}|--|\|={3,}|!={3,}|,={3,}|"")$/;

interface Given {
  readonly style: string;
  readonly attribution: readonly [number, number] | undefined;
}

/** `[quote, Speaker, Source]`: what an attribute line says of the block below it. */
function attributeLine(line: SourceLine): Given | undefined {
  const m = /^\[([^\][]*(?:\[[^\][]*\][^\][]*)*)\]$/.exec(line.text);
  if (!m || line.text.startsWith('[[') || line.text.length > 1000) return undefined;
  const inner = m[1] as string;
  const style = /^[\w-]*/.exec(inner)?.[0] ?? '';
  const comma = inner.indexOf(',');
  return { style, attribution: (style === 'quote' || style === 'verse') && comma >= 0 ? [line.start + 1 + comma + 1, line.end - 1] : undefined };
}

/** Total. */
export function parseAsciidoc(text: string): Markup {
  const sheet = new Sheet(text);
  const lines = sourceLines(text);
  /** Delimited blocks that are open, with what closes them. */
  const open: { readonly mark: string; readonly quote: boolean }[] = [];
  let given: Given | undefined;
  let from = -1;
  let quoteOfParagraph = false;
  let end = 0;

  /** Who and what is quoted stands before the quotation, as it does in the file. */
  const attribution = (a: Given['attribution'], at: number): void => {
    if (!a) return;
    sheet.begin(a[0]);
    drawByRules(INLINE, sheet.pen, text, a[0], a[1]);
    sheet.begin(at);
  };
  /** Draws the paragraph that is being collected. */
  const flush = (): void => {
    if (from >= 0) drawByRules(INLINE, sheet.pen, text, from, end);
    from = -1;
    sheet.begin(end);
    if (quoteOfParagraph) {
      quoteOfParagraph = false;
      sheet.closeQuote(end);
    }
  };
  const start = (line: SourceLine, skip: number, kind: Block['kind'], level?: number): void => {
    flush();
    sheet.begin(line.start, kind, level);
    from = line.start + skip;
    end = line.end;
  };

  let i = 0;
  // The header: title, author and revision lines, attributes.
  let header = true;
  for (; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const t = line.text;
    if (t.startsWith('//') && !VERBATIM.test(t)) {
      sheet.comment(line.start, line.end, t.slice(2));
      if (from < 0) sheet.skipTo(line.end);
      continue;
    }
    if (VERBATIM.test(t)) {
      flush();
      const mark = t.startsWith('`') ? '```' : t;
      let j = i + 1;
      while (j < lines.length && (lines[j] as SourceLine).text !== mark) j++;
      const last = lines[Math.min(j, lines.length - 1)] as SourceLine;
      if (t.startsWith('/')) sheet.comment(line.start, last.end, text.slice(line.end, Math.max(line.end, last.start)));
      i = j;
      sheet.skipTo(last.end);
      given = undefined;
      continue;
    }
    if (t === '') {
      flush();
      if (header && i > 0) header = false;
      continue;
    }
    const attribute = /^:!?([\w-]+)!?:(?:\s+(.*))?$/.exec(t);
    if (attribute && from < 0) {
      if (/^(?:bibliography|bibtex-file|bibliography-database)$/.test(attribute[1] as string) && attribute[2]) sheet.bibliographies.push(attribute[2].trim());
      sheet.skipTo(line.end);
      continue;
    }
    const heading = /^(={1,6}|#{1,6})\s+(?=\S)/.exec(t);
    if (heading && from < 0) {
      const isTitle = (heading[1] as string).length === 1 && i === 0;
      start(line, heading[0].length, 'heading', Math.max(1, (heading[1] as string).length - 1) as number);
      flush();
      header = isTitle;
      given = undefined;
      continue;
    }
    // Below the title stand the author and the revision.
    if (header && from < 0 && i > 0 && i < 3 && lines[0]?.text.startsWith('= ')) {
      sheet.skipTo(line.end);
      continue;
    }
    header = false;
    if (DELIMITER.test(t)) {
      flush();
      const top = open.at(-1);
      if (top?.mark === t) {
        open.pop();
        if (top.quote) sheet.closeQuote(line.end);
      } else {
        const quote = t.startsWith('_') || ((given?.style === 'quote' || given?.style === 'verse') && t === '--') || t === '""';
        if (quote) {
          attribution(given?.attribution, line.start);
          sheet.openQuote(line.start);
        }
        if (open.length < 500) open.push({ mark: t, quote });
      }
      sheet.skipTo(line.end);
      given = undefined;
      continue;
    }
    const attributes = from < 0 ? attributeLine(line) : undefined;
    if (attributes) {
      given = attributes;
      sheet.skipTo(line.end);
      continue;
    }
    if (
      /^\[\[[^\]]+\]\]$/.test(t) ||
      /^(?:include|image|video|audio|toc|ifdef|ifndef|endif|ifeval)::/.test(t) ||
      /^(?:'{3,}|<{3,}|\*{3}|-{3})$/.test(t) ||
      t === '+'
    ) {
      if (t === '+' || from < 0) {
        const file = /^bibliography::([^\s[]*)\[/.exec(t);
        if (file?.[1]) sheet.bibliographies.push(file[1]);
        flush();
        sheet.skipTo(line.end);
        continue;
      }
    }
    if (/^bibliography::/.test(t)) {
      sheet.skipTo(line.end);
      continue;
    }
    if (/^\|/.test(t) && open.at(-1)?.mark.endsWith('===')) {
      flush();
      given = undefined;
      for (const cell of t.matchAll(/\|([^|]*)/g)) {
        const at = line.start + cell.index + 1;
        const raw = cell[1] as string;
        // What stands right before the next bar says how that cell is set: "2+|", "a|".
        const next =
          t[cell.index + cell[0].length] === '|' ? (/\s(?:\d+(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?$/.exec(raw)?.index ?? raw.length) : raw.length;
        sheet.begin(at, 'cell');
        drawByRules(INLINE, sheet.pen, text, at, at + next);
      }
      sheet.begin(line.end);
      continue;
    }
    const caption = from < 0 ? /^\.(?=[^\s.])/.exec(t) : null;
    if (caption) {
      // Between who is quoted and the words may stand a title: the blocks keep the order of the file.
      if (given?.attribution) {
        attribution(given.attribution, line.start);
        given = { ...given, attribution: undefined };
      }
      start(line, 1, 'caption');
      flush();
      continue;
    }
    const item = /^\s*(?:[*-]{1,5}|\.{1,5}|\d{1,3}\.|[a-z]\.|<\d{1,2}>)\s+(?:\[[ x*]\]\s+)?(?=\S)|^(?=[^\n:]{1,200}(?::{2,4}|;;)(?:\s|$))/.exec(t);
    if (item && !(from >= 0 && item[0] === '')) {
      start(line, item[0].length, 'item');
      given = undefined;
      continue;
    }
    if (from >= 0) {
      end = line.end;
      continue;
    }
    if (line.indent > 0 && given === undefined && open.length === 0 && sheet.kind !== 'item') {
      // An indented paragraph is literal.
      while (i + 1 < lines.length && (lines[i + 1] as SourceLine).text !== '') i++;
      sheet.skipTo((lines[i] as SourceLine).end);
      continue;
    }
    if (given !== undefined && /^(?:source|listing|literal|stem|latexmath|asciimath|pass|comment)$/.test(given.style)) {
      while (i + 1 < lines.length && (lines[i + 1] as SourceLine).text !== '') i++;
      sheet.skipTo((lines[i] as SourceLine).end);
      given = undefined;
      continue;
    }
    const pending = given;
    given = undefined;
    if (pending?.style === 'quote' || pending?.style === 'verse') {
      attribution(pending.attribution, line.start);
      sheet.openQuote(line.start);
      start(line, 0, 'paragraph');
      while (i + 1 < lines.length && (lines[i + 1] as SourceLine).text !== '') i++;
      end = (lines[i] as SourceLine).end;
      quoteOfParagraph = true;
      flush();
      continue;
    }
    const quoted = /^> ?/.exec(t);
    if (quoted) {
      // Quotation in Markdown's manner.
      sheet.openQuote(line.start);
      for (; i < lines.length && (lines[i] as SourceLine).text.startsWith('>'); i++) {
        const l = lines[i] as SourceLine;
        if (l.text === '>') sheet.begin(l.start);
        else drawByRules(INLINE, sheet.pen.text('\n', l.start), text, l.start + 1, l.end);
        end = l.end;
      }
      i--;
      sheet.closeQuote(end);
      continue;
    }
    const admonition = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/.exec(t);
    start(line, admonition?.[0].length ?? 0, 'paragraph');
  }
  flush();
  return sheet.done('asciidoc');
}
