/** reStructuredText: blocks by indentation, directives and roles, notes by their labels. */
import { drawByRules, type SourceLine, sourceLines } from './inline-rules.ts';
import type { Block, Markup } from './markup.ts';
import { inOrder } from './reading.ts';
import { restRules } from './rest-inline.ts';
import { readTable } from './rest-tables.ts';
import { Sheet } from './sheet.ts';

/** Directives whose body is prose like that around it. */
const PROSE_DIRECTIVES =
  /^(?:note|tip|warning|caution|important|attention|danger|error|hint|admonition|topic|sidebar|epigraph|highlights|pull-quote|compound|container|figure|table|list-table|csv-table|rst-class|class|seealso|versionadded|versionchanged|deprecated|centered|only|rubric|glossary|abstract|header|footer|line-block)$/;
const QUOTE_DIRECTIVES = /^(?:epigraph|pull-quote|highlights)$/;
const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,}$/;
const ITEM = /^\s*(?:[-*+•]|(?:\d{1,3}|[A-Za-z]|#|[ivxIVX]{1,5})[.)]|\((?:\d{1,3}|[a-z])\))\s+(?=\S)/;

/** Total. */
export function parseRest(text: string): Markup {
  const sheet = new Sheet(text);
  const lines = sourceLines(text);
  const targets = new Map<string, string>();
  const citations = new Set<string>();
  let automatic = 0;
  let automaticReference = 0;
  for (const line of lines) {
    const target = /^\s*\.\. _`?([^:`\n]{1,200})`?:\s+(\S+)$/.exec(line.text);
    if (target && !targets.has((target[1] as string).toLowerCase())) targets.set((target[1] as string).toLowerCase(), target[2] as string);
    const cited = /^\s*\.\. \[([A-Za-z][\w.-]*)\]/.exec(line.text);
    if (cited) citations.add((cited[1] as string).toLowerCase());
  }
  const inline = restRules(targets, citations);
  const levels: string[] = [];
  /** Indents of what is open, with what their end does. */
  const open: { readonly indent: number; readonly kind: 'quote' | 'note' | 'body' | 'item' }[] = [];

  const closeTo = (indent: number, at: number): void => {
    while (open.length > 0 && (open.at(-1) as { indent: number }).indent > indent) {
      const top = open.pop();
      if (top?.kind === 'quote') sheet.closeQuote(at);
      else sheet.begin(at);
      if (top?.kind === 'note') sheet.note = undefined;
    }
  };
  const base = (): number => open.at(-1)?.indent ?? 0;
  const skipBody = (i: number, indent: number): number => {
    let j = i;
    let last = i;
    for (; j + 1 < lines.length; j++) {
      const l = lines[j + 1] as SourceLine;
      if (l.text === '') continue;
      if (l.indent <= indent) break;
      last = j + 1;
    }
    return last;
  };
  const paragraph = (i: number, first: number, kind: Block['kind']): number => {
    const line = lines[i] as SourceLine;
    let j = i;
    while (j + 1 < lines.length) {
      const next = lines[j + 1] as SourceLine;
      if (next.text === '') break;
      if (kind === 'item' ? next.indent <= line.indent || ITEM.test(next.text) : next.indent < line.indent) break;
      if (kind !== 'item' && next.indent > line.indent && j === i) break;
      j++;
    }
    const last = lines[j] as SourceLine;
    // A paragraph that ends in `::` introduces a literal block.
    const literal = last.text.endsWith('::');
    const end = literal ? last.end - (/\s::$/.test(last.text) ? 3 : 1) : last.end;
    sheet.begin(line.start + Math.min(line.text.length, line.text.length - line.text.trimStart().length), kind);
    draw(first, Math.max(first, end));
    sheet.begin(last.end);
    return literal ? skipBody(j, line.indent) : j;
  };
  const draw = (from: number, to: number): void => {
    drawByRules(inline, sheet.pen, text, from, to);
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const t = line.text.trim();
    if (t === '') continue;
    const next = lines[i + 1];
    // Titles: underlined, perhaps overlined.
    const over = ADORNMENT.test(t) && next && next.text.trim() !== '' && lines[i + 2]?.text.trim() === t;
    const under = !over && line.indent === 0 && next && ADORNMENT.test(next.text) && next.text.length >= Math.min(t.length, 4) && !ADORNMENT.test(t);
    if (over || under) {
      closeTo(0, line.start);
      const style = over ? `${t[0]}${t[0]}` : ((next as SourceLine).text[0] as string);
      if (!levels.includes(style)) levels.push(style);
      const titled = over ? (next as SourceLine) : line;
      sheet.begin(line.start, 'heading', Math.min(6, levels.indexOf(style) + 1));
      draw(titled.start, titled.end);
      i += over ? 2 : 1;
      sheet.begin((lines[i] as SourceLine).end);
      continue;
    }
    if (ADORNMENT.test(t) && t.length >= 4) {
      sheet.skipTo(line.end);
      continue;
    }
    if (line.indent < base()) closeTo(line.indent, line.start);
    const margin = line.end - t.length;

    if (t.startsWith('..') && (t === '..' || t[2] === ' ')) {
      const note = /^\.\. \[(\d+|#[\w.-]*|\*)\]\s*/.exec(t);
      const cited = /^\.\. \[([A-Za-z][\w.-]*)\]\s*/.exec(t);
      if (note || cited) {
        sheet.begin(line.start);
        if (note) {
          const id = note[1] as string;
          sheet.note = id === '#' || id === '*' ? `${id}${++automatic}` : id;
        }
        const label = (note ?? cited) as RegExpExecArray;
        const body = skipBody(i, line.indent);
        const inner = lines.slice(i + 1, body + 1).filter((l) => l.text !== '');
        const indent = inner.length > 0 ? Math.min(...inner.slice(0, 200).map((l) => l.indent)) : line.indent + 3;
        let j = i;
        while (j + 1 < lines.length && (lines[j + 1] as SourceLine).text !== '' && (lines[j + 1] as SourceLine).indent > line.indent) j++;
        draw(margin + label[0].length, (lines[j] as SourceLine).end);
        sheet.begin((lines[j] as SourceLine).end);
        i = j;
        if (note) open.push({ indent, kind: 'note' });
        continue;
      }
      const directive = /^\.\.\s+(?:\|[^|]+\|\s+)?([A-Za-z][\w:.+-]*)::\s*/.exec(t);
      const last = skipBody(i, line.indent);
      if (!directive) {
        // A target or a comment.
        const end = (lines[last] as SourceLine).end;
        if (!/^\.\.\s+(?:_|\|)/.test(t)) sheet.comment(margin, end, text.slice(margin + 2, end));
        sheet.skipTo(end);
        i = last;
        continue;
      }
      const name = directive[1] as string;
      const argument = margin + directive[0].length;
      if (name === 'bibliography') for (const file of text.slice(argument, line.end).split(/\s+/)) if (file) sheet.bibliographies.push(file);
      if (!PROSE_DIRECTIVES.test(name)) {
        sheet.skipTo((lines[last] as SourceLine).end);
        i = last;
        continue;
      }
      let j = i;
      while (j + 1 <= last && /^\s*:[\w-]+:/.test((lines[j + 1] as SourceLine).text)) j++;
      if (!/^(?:figure|csv-table|only|class|rst-class|container|versionadded|versionchanged|deprecated)$/.test(name) && argument < line.end) {
        sheet.begin(argument, /table$/.test(name) ? 'caption' : 'paragraph');
        // The text of an admonition may begin beside its name and go on below.
        if (!/table$/.test(name) && j === i) while (j + 1 <= last && (lines[j + 1] as SourceLine).text !== '') j++;
        draw(argument, j > i && !/table$/.test(name) && !/^\s*:[\w-]+:/.test((lines[i + 1] as SourceLine).text) ? (lines[j] as SourceLine).end : line.end);
      }
      sheet.begin((lines[j] as SourceLine).end);
      const body = lines.slice(j + 1, last + 1).find((l) => l.text !== '');
      if (body) {
        if (QUOTE_DIRECTIVES.test(name)) {
          sheet.openQuote(body.start);
          open.push({ indent: body.indent, kind: 'quote' });
        } else open.push({ indent: body.indent, kind: 'body' });
      }
      i = j;
      continue;
    }
    if (/^__\s+\S|^>>>\s/.test(t)) continue;
    if (t === '::') {
      i = skipBody(i, line.indent);
      sheet.skipTo((lines[i] as SourceLine).end);
      continue;
    }
    const field = /^:[\w][\w -]{0,40}:(?:\s+|$)/.exec(t);
    if (field && !/^:[\w:.+-]+:`/.test(t)) {
      // Fields of a document's head and of a directive are not prose.
      if (/^:bibliography:/.test(t)) sheet.bibliographies.push(t.slice(field[0].length).trim());
      i = skipBody(i, line.indent);
      sheet.skipTo((lines[i] as SourceLine).end);
      continue;
    }
    // Tables: simple ones have only their ruler; grid rows begin with a bar.
    if (/^\+[-=+]+\+$/.test(t) || /^=+(?:\s+=+)+$/.test(t)) {
      const { cells, last } = readTable(lines, i);
      for (const cell of cells) {
        sheet.begin(cell.start, 'cell');
        draw(cell.start, cell.end);
      }
      sheet.begin((lines[last] as SourceLine).end);
      i = last;
      continue;
    }
    if (/^\|\s/.test(t)) {
      const depth = line.indent > base();
      if (depth) sheet.openQuote(line.start);
      sheet.begin(margin);
      for (; i < lines.length && /^\s*\|(?:\s|$)/.test((lines[i] as SourceLine).text); i++) {
        const l = lines[i] as SourceLine;
        const bar = l.start + l.text.indexOf('|') + 1;
        draw(bar, l.end);
        sheet.pen.text(' ', l.end);
      }
      i--;
      if (depth) sheet.closeQuote((lines[i] as SourceLine).end);
      else sheet.begin((lines[i] as SourceLine).end);
      continue;
    }
    const item = ITEM.exec(line.text);
    if (item && (/^[-*+•#(]/.test(t) || /^\d/.test(t) || open.at(-1)?.kind === 'item' || lines[i + 1]?.text === '' || ITEM.test(lines[i + 1]?.text ?? ''))) {
      const inner = item[0].length;
      i = paragraph(i, line.start + inner - (/[-*+•#]/.test(t[0] as string) ? 0 : item[0].trimStart().length), 'item');
      open.push({ indent: inner, kind: 'item' });
      continue;
    }
    // A term and its definition: one line, the next further in with no blank line between.
    const definition = next && next.text !== '' && next.indent > line.indent && !(line.indent > base());
    if (open.at(-1)?.kind === 'quote' && /^(?:-{2,3}|—)\s*\S/.test(t)) {
      // Who is quoted stands below the quotation and is not part of it.
      closeTo(line.indent - 1, line.start);
      i = paragraph(i, margin + (/^(?:-{2,3}|—)\s*/.exec(t)?.[0].length ?? 0), 'paragraph');
      continue;
    }
    if (line.indent > base() && !definition) {
      sheet.openQuote(line.start);
      open.push({ indent: line.indent, kind: 'quote' });
    }
    i = paragraph(i, margin, 'paragraph');
    if (definition && (lines[i + 1]?.indent ?? 0) > line.indent && lines[i + 1]?.text !== '')
      open.push({ indent: (lines[i + 1] as SourceLine).indent, kind: 'body' });
  }

  closeTo(-1, text.length);
  const markup = sheet.done('restructuredtext');
  // Automatic numbers meet their references in the order in which both stand.
  return automatic === 0
    ? markup
    : {
        ...markup,
        blocks: inOrder(
          markup.blocks.map((b) => ({
            ...b,
            inlines: b.inlines.map((x) => (x.kind === 'note' && (x.id === '#' || x.id === '*') ? { ...x, id: `${x.id}${++automaticReference}` } : x)),
          })),
        ),
      };
}
