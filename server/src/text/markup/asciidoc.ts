/** AsciiDoc: blocks by their delimiters and attribute lines, inline macros, notes and citations. */
import { type CitedKey, drawCitation } from './citation.ts';
import { decodeEntity } from './entities.ts';
import { ADDRESS, DASHES, drawByRules, emphasis, nothing, object, type Rule, rulesOf, type SourceLine, sourceLines } from './inline-rules.ts';
import type { Block, Markup } from './markup.ts';
import { Pen } from './reading.ts';
import { Sheet } from './sheet.ts';

/** `cite:key[para. 4]`, `citenp:[key(para. 4)]`, `cite:[key(4), other]`. */
const CITE: Rule = {
  on: 'c',
  re: /(?<!\w)(cite|citenp|citep|citet):([\w:.-]{0,100})\[([^\][]{0,500})\]/y,
  draw(m, at, { pen, within }) {
    const whole = { start: at, end: at + m[0].length };
    const open = m[0].indexOf('[');
    const inner = at + open + 1;
    const named = m[2] as string;
    const keys: CitedKey[] = [];
    if (named !== '') {
      const start = at + (m[1] as string).length + 1;
      keys.push({
        key: named,
        span: { start, end: start + named.length },
        ...((m[3] as string).trim() ? { suffix: { start: inner, end: whole.end - 1 } } : {}),
      });
    } else {
      for (const k of (m[3] as string).matchAll(/([^\s,;()<>]{1,100})\s{0,3}(?:\(([^()]{0,200})\))?/g)) {
        const start = inner + k.index;
        const suffix = k[2] === undefined ? -1 : start + k[0].lastIndexOf(k[2]);
        keys.push({
          key: k[1] as string,
          span: { start, end: start + (k[1] as string).length },
          ...(suffix < 0 ? {} : { suffix: { start: suffix, end: suffix + (k[2] as string).length } }),
        });
      }
    }
    if (keys.length === 0) return false;
    drawCitation(pen, whole, keys, m[1] === 'citenp' || m[1] === 'citet', false, within);
    return undefined;
  },
};

const FOOTNOTE: Rule = {
  on: 'f',
  re: /footnote(?:ref)?:([\w-]{0,60})\[((?:[^\][\\]|\\.|\[[^\][]{0,300}\]){0,3000})\]/y,
  draw(m, at, { pen, within }) {
    const span = { start: at, end: at + m[0].length };
    const id = m[1] as string;
    const from = at + m[0].indexOf('[') + 1;
    if ((m[2] as string).trim() === '') {
      if (id) pen.noteReference(span, id);
      return undefined;
    }
    const own = new Pen();
    within({ start: from, end: span.end - 1 }, own);
    pen.note(span, own.done());
    return undefined;
  },
};

const LINK: Rule = {
  on: 'hlm',
  re: /(?<![\w/])(?:(https?:\/\/[^\s[\]<>"]{1,1000})|link:([^\s[\]]{1,1000})|mailto:([^\s[\]]{1,200}))\[((?:[^\][\n]|\n(?!\s*\n)){0,500})\]/y,
  draw(m, at, { pen, within }) {
    const url = m[1] ?? m[2] ?? `mailto:${m[3]}`;
    const label = m[4] as string;
    const end = at + m[0].length - 1;
    if (label.trim() === '') {
      pen.object(at, end + 1, url);
      return undefined;
    }
    pen.open('link', url);
    // What follows a comma and holds an equals sign is an attribute of the link.
    const cut = /,\s*\w+=|\^$/.exec(label)?.index ?? label.length;
    within({ start: end - label.length, end: end - label.length + cut });
    pen.close('link');
    return undefined;
  },
};

/** `<<ref,text>>`: the text; a bare reference is an object, for what is printed is not here. */
const REFERENCE: Rule = {
  on: '<',
  re: /<<([^<>,\n]{1,200})(?:,([^<>]{1,300}))?>>/y,
  draw(m, at, { pen, within }) {
    if (m[2] === undefined) {
      const key = (m[1] as string).trim();
      // A reference to an entry of the bibliography is a citation; one to a place in the text is not.
      drawCitation(pen, { start: at, end: at + m[0].length }, [{ key, span: { start: at + 2, end: at + 2 + (m[1] as string).length } }], false, false, within);
      return undefined;
    }
    const start = at + 3 + (m[1] as string).length;
    within({ start, end: at + m[0].length - 2 });
    return undefined;
  },
};

const RULES = rulesOf([
  CITE,
  FOOTNOTE,
  LINK,
  ADDRESS,
  REFERENCE,
  { on: '`+', re: /(?<![\w`])(`{1,2})(?=\S)(?:[^`\n]|\n(?!\s*\n)){1,500}?\1(?!\w)|\+{3}[^+]{0,500}\+{3}/y, draw: object() },
  // Curved quotation marks: "`so`".
  { on: '"\'', re: /(["'])`(?=\S)/y, draw: (m, at, { pen }) => void pen.replace(m[1] === '"' ? '“' : '‘', at, at + 2) },
  { on: '`', re: /`(["'])/y, draw: (m, at, { pen }) => void pen.replace(m[1] === '"' ? '”' : '’', at, at + 2) },
  { on: '[', re: /\[\[[^\]\n]{1,200}\]\]|\[#[\w-]{1,100}\](?=#|\s|$)|\[\.?[\w.-]{1,60}\](?=#)/y, draw: nothing },
  {
    on: 'ikfmpsxlb',
    re: /(?<!\w)(?:image|icon|kbd|btn|menu|stem|latexmath|asciimath|pass|xref|indexterm2?|bibitem|video|audio):{1,2}[^\s[\]]{0,300}\[[^\]\n]{0,500}\]/y,
    draw: object(),
  },
  { on: '(', re: /\(\(\([^()\n]{1,200}\)\)\)/y, draw: nothing },
  {
    on: '{',
    re: /\{(nbsp|sp|zwsp|apos|quot|lsquo|rsquo|ldquo|rdquo|deg|plus|amp|lt|gt|empty|wj)\}/y,
    draw: (m, at, { pen }) => void pen.replace(named(m[1] as string), at, at + m[0].length),
  },
  { on: '{', re: /\{[\w-]{1,60}\}/y, draw: object() },
  {
    on: '&',
    re: /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/y,
    draw: (m, at, { pen }) => decodeEntity(m[0]) !== undefined && void pen.replace(decodeEntity(m[0]) as string, at, at + m[0].length),
  },
  { on: '\\', re: /\\(?=[*_`#<{[h&c^~])/y, draw: nothing },
  emphasis('*', true),
  emphasis('_', true),
  emphasis('*'),
  emphasis('_'),
  {
    on: '#',
    re: /#{1,2}(?=\S)([^#\n]{1,300}?)#{1,2}(?!\w)/y,
    draw: (m, at, { within }) => {
      const edge = m[0].startsWith('##') ? 2 : 1;
      within({ start: at + edge, end: at + edge + (m[1] as string).length });
      return undefined;
    },
  },
  { on: '^~', re: /([\^~])([^\s^~]{1,60})\1/y, draw: (m, at, { within }) => void within({ start: at + 1, end: at + m[0].length - 1 }) },
  DASHES,
  { on: '.', re: /\.{3}(?!\.)/y, draw: (_m, at, { pen, text }) => (text[at - 1] === '.' ? false : void pen.replace('…', at, at + 3)) },
  { on: ' ', re: / \+(?=\r?\n)/y, draw: nothing },
]);

const named = (name: string): string => ({ nbsp: ' ', sp: ' ', plus: '+', deg: '°', empty: '', wj: '', zwsp: '' })[name] ?? decodeEntity(`&${name};`) ?? '';

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
    drawByRules(RULES, sheet.pen, text, a[0], a[1]);
    sheet.begin(at);
  };
  /** Draws the paragraph that is being collected. */
  const flush = (): void => {
    if (from >= 0) drawByRules(RULES, sheet.pen, text, from, end);
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
      for (const cell of t.matchAll(/\|([^|]*)/g)) {
        const at = line.start + cell.index + 1;
        const raw = cell[1] as string;
        // What stands right before the next bar says how that cell is set: "2+|", "a|".
        const next =
          t[cell.index + cell[0].length] === '|' ? (/\s(?:\d+(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?$/.exec(raw)?.index ?? raw.length) : raw.length;
        sheet.begin(at, 'cell');
        drawByRules(RULES, sheet.pen, text, at, at + next);
      }
      sheet.begin(line.end);
      continue;
    }
    const caption = from < 0 ? /^\.(?=[^\s.])/.exec(t) : null;
    if (caption) {
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
        else drawByRules(RULES, sheet.pen.text('\n', l.start), text, l.start + 1, l.end);
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
