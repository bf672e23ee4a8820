/** Org: headlines, blocks, notes and citations of Emacs' Org mode. */
import { type CitedKey, drawCitation } from './citation.ts';
import { ADDRESS, DASHES, drawByRules, ELLIPSIS, emphasis, nothing, object, type Rule, rulesOf, type SourceLine, sourceLines } from './inline-rules.ts';
import type { Block, Markup } from './markup.ts';
import { Pen } from './reading.ts';
import { Sheet } from './sheet.ts';

/** `[cite/t:see @key p. 3; @other]`. */
const CITE: Rule = {
  on: '[',
  re: /\[cite(\/[\w/-]{1,30})?:((?:[^\][]|\[[^\][]{0,200}\]){1,1500})\]/y,
  draw(m, at, { pen, within }) {
    const body = m[2] as string;
    const from = at + m[0].length - 1 - body.length;
    const keys: CitedKey[] = [];
    let pos = 0;
    for (const item of body.split(';')) {
      const key = /@([^\s;\],]{0,200}\w)/.exec(item);
      if (key) {
        const start = from + pos + key.index + 1;
        const end = start + (key[1] as string).length;
        const rest = item.slice(key.index + key[0].length);
        const gap = /^[\s,]*/.exec(rest)?.[0].length ?? 0;
        keys.push({
          key: key[1] as string,
          span: { start, end },
          ...(item.slice(0, key.index).replace(/-$/, '').trim() ? { prefix: { start: from + pos, end: start - 1 } } : {}),
          ...(rest.slice(gap).trim() ? { suffix: { start: end + gap, end: from + pos + item.length } } : {}),
        });
      }
      pos += item.length + 1;
    }
    if (keys.length === 0) return false;
    drawCitation(pen, { start: at, end: at + m[0].length }, keys, /^\/t/.test(m[1] ?? ''), /^\/(?:ft|foot)/.test(m[1] ?? ''), within);
    return undefined;
  },
};

const NOTE: Rule = {
  on: '[',
  re: /\[fn:([\w-]{0,60})(?::((?:[^\][]|\[[^\][]{0,300}\]){1,3000}))?\]/y,
  draw(m, at, { pen, within }) {
    const span = { start: at, end: at + m[0].length };
    if (m[2] === undefined) {
      if (m[1]) pen.noteReference(span, m[1]);
      return undefined;
    }
    const own = new Pen();
    within({ start: span.end - 1 - m[2].length, end: span.end - 1 }, own);
    pen.note(span, own.done());
    return undefined;
  },
};

const LINK: Rule = {
  on: '[',
  re: /\[\[([^\][\n]{1,1000})\](?:\[((?:[^\][\n]|\n(?!\s*\n)){1,500})\])?\]/y,
  draw(m, at, { pen, within }) {
    const url = m[1] as string;
    if (m[2] === undefined) {
      if (/^cite:/.test(url))
        drawCitation(
          pen,
          { start: at, end: at + m[0].length },
          [{ key: url.slice(5).replace(/^&/, ''), span: { start: at + 7, end: at + 2 + url.length } }],
          false,
          false,
          within,
        );
      else pen.object(at, at + m[0].length, url);
      return undefined;
    }
    const end = at + m[0].length - 2;
    pen.open('link', url);
    within({ start: end - m[2].length, end });
    pen.close('link');
    return undefined;
  },
};

const ENTITIES: Readonly<Record<string, string>> = {
  S: '§',
  P: '¶',
  para: '¶',
  sect: '§',
  dots: '…',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  amp: '&',
  eacute: 'é',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
};

const RULES = rulesOf([
  CITE,
  NOTE,
  LINK,
  ADDRESS,
  { on: '=~', re: /(?<![\w=~])([=~])(?=\S)((?:[^=~\n]|\n(?!\s*\n)){1,500}?)(?<=\S)\1(?![\w=~])/y, draw: object() },
  { on: '$', re: /\$\$?(?=\S)[^$\n]{1,500}(?<=\S)\$\$?(?!\d)/y, draw: object() },
  { on: '\\', re: /\\\([^\n]{1,500}?\\\)|\\\[[^\n]{1,500}?\\\]/y, draw: object() },
  { on: '\\', re: /\\\\[ \t]*(?=\r?\n|$)/y, draw: nothing },
  {
    on: '\\',
    re: /\\([A-Za-z]{1,12})(?:\{\}|(?![A-Za-z]))/y,
    draw: (m, at, { pen }) => {
      const s = ENTITIES[m[1] as string];
      if (s === undefined) return false;
      pen.replace(s, at, at + m[0].length);
      return undefined;
    },
  },
  { on: '@', re: /@@[\w-]{1,20}:[^@\n]{0,500}@@/y, draw: nothing },
  { on: '<[', re: /[<[]\d{4}-\d\d-\d\d[^>\]\n]{0,40}[>\]](?:--[<[]\d{4}-\d\d-\d\d[^>\]\n]{0,40}[>\]])?/y, draw: object() },
  { on: '<', re: /<<<?[^<>\n]{1,200}>>>?/y, draw: nothing },
  { on: '{', re: /\{\{\{[^{}\n]{1,200}\}\}\}/y, draw: object() },
  emphasis('*'),
  emphasis('/'),
  emphasis('_'),
  emphasis('+'),
  { on: '^_', re: /(?<=\w)[\^_]\{([^{}\n]{1,60})\}/y, draw: (m, at, { within }) => void within({ start: at + 2, end: at + m[0].length - 1 }) },
  DASHES,
  ELLIPSIS,
]);

const ITEM = /^\s*(?:[-+]|(?:\d{1,3}|[A-Za-z])[.)]|\s\*)\s+(?:\[[ xX-]\]\s+)?(?=\S)/;

/** Total. */
export function parseOrg(text: string): Markup {
  const sheet = new Sheet(text);
  const lines = sourceLines(text);
  let from = -1;
  let end = 0;
  const flush = (): void => {
    if (from >= 0) drawByRules(RULES, sheet.pen, text, from, end);
    from = -1;
    sheet.begin(end);
  };
  const start = (line: SourceLine, skip: number, kind: Block['kind'], level?: number): void => {
    flush();
    sheet.begin(line.start + line.text.length - line.text.trimStart().length, kind, level);
    from = line.start + skip;
    end = line.end;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as SourceLine;
    const t = line.text.trimStart();
    if (t === '') {
      flush();
      continue;
    }
    const headline = /^(\*+)\s+(?:(?:TODO|DONE|NEXT|WAITING)\s+)?(?:\[#[A-Z]\]\s+)?(COMMENT\s)?/.exec(line.text);
    if (headline) {
      sheet.note = undefined;
      const tags = /\s+:[\w@#%:]+:$/.exec(line.text);
      const level = (headline[1] as string).length;
      if (headline[2] || /:noexport:$/.test(line.text)) {
        flush();
        // Neither exported nor read, with all below it.
        while (i + 1 < lines.length && !((/^(\*+)\s/.exec((lines[i + 1] as SourceLine).text)?.[1]?.length ?? 99) <= level)) i++;
        sheet.skipTo((lines[i] as SourceLine).end);
        continue;
      }
      start(line, headline[0].length, 'heading', Math.min(6, level));
      end = tags ? line.start + tags.index : line.end;
      flush();
      sheet.skipTo(line.end);
      continue;
    }
    const keyword = /^#\+(begin|end)_(\w+)/i.exec(t);
    if (keyword) {
      flush();
      const name = (keyword[2] as string).toLowerCase();
      const opens = (keyword[1] as string).toLowerCase() === 'begin';
      if (name === 'quote' || name === 'verse') {
        if (opens) sheet.openQuote(line.start);
        else if (sheet.inQuote) sheet.closeQuote(line.end);
        sheet.skipTo(line.end);
        end = line.end;
      } else if (opens && !/^(?:center|abstract|note|warning|tip|info|details)$/.test(name)) {
        let j = i;
        while (j + 1 < lines.length && !new RegExp(`^\\s*#\\+end_${name}\\b`, 'i').test((lines[j + 1] as SourceLine).text)) j++;
        i = Math.min(j + 1, lines.length - 1);
        const last = lines[i] as SourceLine;
        if (name === 'comment') sheet.comment(line.start, last.end, text.slice(line.end, Math.max(line.end, last.start)));
        sheet.skipTo(last.end);
        end = last.end;
      } else {
        sheet.skipTo(line.end);
        end = line.end;
      }
      continue;
    }
    const option = /^#\+([\w-]+):\s*(.*)$/.exec(t);
    if (option) {
      const name = (option[1] as string).toLowerCase();
      flush();
      if (name === 'bibliography') sheet.bibliographies.push((option[2] as string).replace(/^"|"$/g, ''));
      if (name === 'caption' || name === 'title' || name === 'subtitle') {
        start(line, line.text.length - (option[2] as string).length, name === 'caption' ? 'caption' : 'heading', name === 'caption' ? undefined : 1);
        flush();
      }
      sheet.skipTo(line.end);
      end = line.end;
      continue;
    }
    if (/^#(?:\s|$)/.test(t)) {
      flush();
      sheet.comment(line.end - t.length, line.end, t.slice(1));
      sheet.skipTo(line.end);
      end = line.end;
      continue;
    }
    const drawer = /^:([\w-]+):\s*$/.exec(t);
    if (drawer) {
      flush();
      let j = i;
      while (j + 1 < lines.length && j - i < 200 && !/^\s*:END:$/i.test((lines[j + 1] as SourceLine).text)) j++;
      if (/^\s*:END:$/i.test((lines[j + 1] as SourceLine | undefined)?.text ?? '')) i = j + 1;
      end = (lines[i] as SourceLine).end;
      sheet.skipTo(end);
      continue;
    }
    if (/^(?::\s|-{5,}$|(?:SCHEDULED|DEADLINE|CLOSED):)/.test(t)) {
      flush();
      end = line.end;
      sheet.skipTo(end);
      continue;
    }
    const note = /^\[fn:([\w-]{1,60})\]\s*/.exec(line.text);
    if (note) {
      flush();
      sheet.note = note[1];
      start(line, note[0].length, 'paragraph');
      continue;
    }
    if (t.startsWith('|')) {
      flush();
      if (!/^\|[-+|]+$/.test(t)) {
        for (const m of line.text.matchAll(/\|([^|]*)(?=\|)/g)) {
          const at = line.start + m.index + 1;
          sheet.begin(at, 'cell');
          drawByRules(RULES, sheet.pen, text, at, at + (m[1] as string).length);
        }
      }
      end = line.end;
      sheet.begin(end);
      continue;
    }
    const item = ITEM.exec(line.text);
    if (item) {
      start(line, item[0].length, 'item');
      continue;
    }
    if (from >= 0 && !(sheet.kind === 'item' && line.indent === 0)) end = line.end;
    else start(line, line.text.length - t.length, sheet.kind === 'item' && line.indent > 0 ? 'item' : 'paragraph');
  }
  flush();
  return sheet.done('org');
}
