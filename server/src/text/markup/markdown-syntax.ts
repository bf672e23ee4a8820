/** What Markdown's dialects add to CommonMark: notes, citations, maths and attributes, as extensions of the parser. */
import { type BlockContext, GFM, type InlineContext, type Line, type MarkdownConfig, parser, Superscript } from '@lezer/markdown';
import { citeGroupEnd, closeBracket, narrativeEnd } from './pandoc.ts';

const NOTE_LABEL = /^\[\^([^\s\]]{1,200})\]:[ \t]*/;

/** `[^id]: text`, with further paragraphs indented below. */
const noteDefinitions: MarkdownConfig = {
  defineNodes: [
    {
      name: 'NoteDefinition',
      block: true,
      composite(_cx: BlockContext, line: Line, value: number): boolean {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 2) return false;
        line.moveBaseColumn(Math.min(line.indent, line.baseIndent + value));
        return true;
      },
    },
    { name: 'NoteLabel' },
  ],
  parseBlock: [
    {
      name: 'NoteDefinition',
      before: 'LinkReference',
      parse(cx, line) {
        if (line.next !== 91 || line.indent >= line.baseIndent + 4) return false;
        const m = NOTE_LABEL.exec(line.text.slice(line.pos));
        if (!m) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite('NoteDefinition', line.pos, 4);
        cx.addElement(cx.elt('NoteLabel', from, from + m[0].trimEnd().length));
        line.moveBase(line.pos + m[0].length);
        return null;
      },
      endLeaf: (_cx, line) => line.next === 91 && NOTE_LABEL.test(line.text.slice(line.pos)),
    },
  ],
};

const text = (cx: InlineContext): string => cx.text;

const inlines: MarkdownConfig = {
  defineNodes: ['NoteReference', 'InlineNote', 'CiteGroup', 'Narrative', 'Maths', 'Attributes'],
  parseInline: [
    {
      name: 'Maths',
      before: 'Emphasis',
      parse(cx, next, pos) {
        if (next !== 36) return -1;
        const end = mathsEnd(text(cx), pos - cx.offset);
        return end < 0 ? -1 : cx.addElement(cx.elt('Maths', pos, end + cx.offset));
      },
    },
    {
      name: 'InlineNote',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 94 || cx.char(pos + 1) !== 91) return -1;
        const t = text(cx);
        const at = pos - cx.offset;
        const end = closeBracket(t, at + 1, 20000);
        if (end < 0 || t.slice(at + 2, end).includes('^[')) return -1;
        return cx.addElement(cx.elt('InlineNote', pos, end + cx.offset, cx.parser.parseInline(t.slice(at + 2, end - 1), pos + 2)));
      },
    },
    {
      name: 'Brackets',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 91) return -1;
        const t = text(cx);
        const at = pos - cx.offset;
        if (t[at + 1] === '^') {
          const m = /^\[\^[^\s\]]{1,200}\]/.exec(t.slice(at, at + 204));
          return m ? cx.addElement(cx.elt('NoteReference', pos, pos + m[0].length)) : -1;
        }
        const end = citeGroupEnd(t, at);
        return end < 0 ? -1 : cx.addElement(cx.elt('CiteGroup', pos, end + cx.offset));
      },
    },
    {
      name: 'Narrative',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 64) return -1;
        const end = narrativeEnd(text(cx), pos - cx.offset);
        return end < 0 ? -1 : cx.addElement(cx.elt('Narrative', pos, end + cx.offset));
      },
    },
    {
      name: 'Attributes',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== 123) return -1;
        const t = text(cx);
        const at = pos - cx.offset;
        if (!/[\])`]/.test(t[at - 1] ?? '')) return -1;
        const m = /^\{[#.:\-\w=][^{}\n]{0,300}\}/.exec(t.slice(at, at + 310));
        return m ? cx.addElement(cx.elt('Attributes', pos, pos + m[0].length)) : -1;
      },
    },
  ],
};

/** The end of `$…$` or `$$…$$`, by pandoc's rule: no space inside the marks, no digit behind. Sums of money are no maths. */
function mathsEnd(t: string, at: number): number {
  const display = t[at + 1] === '$';
  const from = at + (display ? 2 : 1);
  if (!display && /\s/.test(t[from] ?? ' ')) return -1;
  const reach = Math.min(t.length, from + (display ? 5000 : 500));
  for (let i = from; i < reach; i++) {
    if (t[i] === '\\') i++;
    else if (t[i] === '$') {
      if (display) {
        if (t[i + 1] === '$') return i + 2;
      } else if (i > from && !/\s/.test(t[i - 1] as string) && !/\d/.test(t[i + 1] ?? '')) return i + 1;
      else return -1;
    }
  }
  return -1;
}

export const markdownParser = parser.configure([GFM, Superscript, noteDefinitions, inlines]);
