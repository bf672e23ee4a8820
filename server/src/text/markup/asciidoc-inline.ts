/** AsciiDoc within a paragraph: macros, citations, notes, links, marks. */
import { type CitedKey, drawCitation } from './citation.ts';
import { decodeEntity } from './entities.ts';
import { ADDRESS, DASHES, ELLIPSIS, emphasis, nothing, object, type Rule, type Rules, rulesOf } from './inline-rules.ts';
import { Pen } from './reading.ts';

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

export const INLINE: Rules = rulesOf([
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
  ELLIPSIS,
  { on: ' ', re: / \+(?=\r?\n)/y, draw: nothing },
]);

const named = (name: string): string => ({ nbsp: ' ', sp: ' ', plus: '+', deg: '°', empty: '', wj: '', zwsp: '' })[name] ?? decodeEntity(`&${name};`) ?? '';
