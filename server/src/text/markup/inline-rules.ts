/** Inline rules: how formats made of lines and marks (AsciiDoc, reStructuredText, Org) draw a stretch of text. */
import type { Span } from '../span.ts';
import type { Pen } from './reading.ts';

/** What a rule is given to draw with. */
export interface Ink {
  readonly pen: Pen;
  readonly text: string;
  /** Draws a stretch by all the rules again: the inside of emphasis, a note's text. */
  readonly within: (s: Span, pen?: Pen) => void;
}

export interface Rule {
  /** Characters that the pattern can begin with: the rule is tried only there. */
  readonly on: string;
  /** Sticky, with bounded repetition, so that trying it everywhere stays linear. */
  readonly re: RegExp;
  /** Draws the match that stands at `at`; `false` when it is none after all. */
  readonly draw: (m: RegExpExecArray, at: number, ink: Ink) => boolean | undefined;
}

export type Rules = ReadonlyMap<string, readonly Rule[]>;

export function rulesOf(list: readonly Rule[]): Rules {
  const map = new Map<string, Rule[]>();
  for (const rule of list) for (const c of rule.on) map.set(c, [...(map.get(c) ?? []), rule]);
  return map;
}

const MAX_DEPTH = 8;

/** Draws `text` from `from` to `to`; what no rule knows is drawn as it stands. */
export function drawByRules(rules: Rules, pen: Pen, text: string, from: number, to: number, depth = 0): void {
  const ink: Ink = { pen, text, within: (s, other) => drawByRules(rules, other ?? pen, text, s.start, s.end, depth + 1) };
  let pos = from;
  let at = from;
  while (at < to) {
    const candidates = depth > MAX_DEPTH ? undefined : rules.get(text[at] as string);
    let end = -1;
    for (const rule of candidates ?? []) {
      rule.re.lastIndex = at;
      const m = rule.re.exec(text);
      if (!m || at + m[0].length > to || m[0] === '') continue;
      if (pos < at) pen.text(text.slice(pos, at), pos);
      pos = at;
      if (rule.draw(m, at, ink) === false) continue;
      end = at + m[0].length;
      break;
    }
    if (end < 0) at++;
    else pos = at = end;
  }
  if (pos < to) pen.text(text.slice(pos, to), pos);
}

export const object =
  (url?: (m: RegExpExecArray) => string) =>
  (m: RegExpExecArray, at: number, ink: Ink): undefined => {
    ink.pen.object(at, at + m[0].length, url?.(m));
    return undefined;
  };

export const nothing = (): undefined => undefined;

/** A bare address: an object that is its own link. */
export const ADDRESS: Rule = {
  on: 'hw',
  re: /(?<![\w/])(?:https?:\/\/|www\.)[^\s<>"“”[\]]{1,1000}[^\s<>"“”[\].,;:!?)'’*_]/y,
  draw: object((m) => (m[0].startsWith('www') ? `https://${m[0]}` : m[0])),
};

/** Two hyphens and three as the dashes they stand for. */
export const DASHES: Rule = {
  on: '-',
  re: /-{2,3}(?!-)/y,
  draw(m, at, { pen, text }) {
    if (text[at - 1] === '-') return false;
    pen.replace(m[0].length === 2 ? '–' : '—', at, at + m[0].length);
    return undefined;
  },
};

/** Three full stops and no more. */
export const ELLIPSIS: Rule = {
  on: '.',
  re: /\.{3}(?!\.)/y,
  draw: (_m, at, { pen, text }) => (text[at - 1] === '.' ? false : void pen.replace('…', at, at + 3)),
};

/** Marks around words that emphasise them: `*so*`, with no space inside the marks and no letter outside. */
export const emphasis = (mark: string, twice = false): Rule => {
  const m = `\\${mark}`;
  const body = `(?=[^\\s${m}])((?:[^${m}\\n]|\\n(?!\\s*\\n)){1,500}?)(?<=\\S)`;
  return {
    on: mark,
    re: twice
      ? new RegExp(`${m}${m}(?=\\S)((?:[^${m}\\n]|${m}(?!${m})|\\n(?!\\s*\\n)){1,500}?)${m}${m}`, 'y')
      : new RegExp(`(?<![\\w${m}])${m}${body}${m}(?![\\w${m}])`, 'y'),
    draw(match, at, { pen, within }) {
      const edge = twice ? 2 : 1;
      pen.open('emphasis');
      within({ start: at + edge, end: at + match[0].length - edge });
      pen.close('emphasis');
      return undefined;
    },
  };
};

/** One line of a file. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
}

/** Lines without their ends; trailing white space is cut, `indent` counts a tab as eight columns. A BOM belongs to no line. */
export function sourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from <= text.length; ) {
    let next = text.indexOf('\n', from);
    if (next < 0) next = text.length;
    let end = next;
    while (end > from && /\s/.test(text[end - 1] as string)) end--;
    let indent = 0;
    let i = from;
    for (; i < end && (text[i] === ' ' || text[i] === '\t'); i++) indent += text[i] === '\t' ? 8 - (indent % 8) : 1;
    lines.push({ start: from, end, indent, text: text.slice(from, end) });
    from = next + 1;
  }
  return lines;
}
