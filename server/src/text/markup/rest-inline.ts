/** reStructuredText within a paragraph: roles, citations, references to notes and targets, marks. */
import { type CitedKey, drawCitation } from './citation.ts';
import { ADDRESS, DASHES, ELLIPSIS, emphasis, type Ink, nothing, object, type Rule, type Rules, rulesOf } from './inline-rules.ts';

/** `:cite:p:`{see}wd2023{para. 4},other``: keys with commas between, each with words in braces before and behind. */
function citation(m: RegExpExecArray, at: number, ink: Ink): boolean | undefined {
  const role = m[1] as string;
  const body = m[2] as string;
  const from = at + m[0].length - 1 - body.length;
  const keys: CitedKey[] = [];
  for (const k of body.matchAll(/(?:\{([^{}]{0,200})\})?([^\s,{}]{1,200})(?:\{([^{}]{0,200})\})?/g)) {
    const [whole, prefix, key, suffix] = k as unknown as [string, string | undefined, string, string | undefined];
    const start = from + k.index + (prefix === undefined ? 0 : prefix.length + 2);
    const end = start + key.length;
    keys.push({
      key,
      span: { start, end },
      ...(prefix?.trim() ? { prefix: { start: from + k.index + 1, end: start - 1 } } : {}),
      ...(suffix?.trim() ? { suffix: { start: end + 1, end: from + k.index + whole.length - 1 } } : {}),
    });
  }
  if (keys.length === 0) return false;
  drawCitation(ink.pen, { start: at, end: at + m[0].length }, keys, /:c?ts?$/.test(role), /foot/.test(role), ink.within);
  return undefined;
}

/** Roles whose text is what is read. */
const TEXT_ROLES = /^(?:emphasis|strong|title|title-reference|t|sup|superscript|sub|subscript|abbr|dfn|term|guilabel|q)$/;

const REFERENCES = /^(?:std:)?(?:ref|numref|doc|eq|any|keyword|option|envvar|download)$/;

function role(m: RegExpExecArray, at: number, { pen, within }: Ink): undefined {
  const name = m[1] as string;
  const body = m[2] as string;
  const start = at + m[0].length - 1 - body.length;
  // A reference within the documentation: its words name a place there, not one in a text that is cited.
  if (REFERENCES.test(name)) {
    pen.object(at, at + m[0].length);
    return undefined;
  }
  const label = /^([\s\S]*?)\s*<[^<>]*>$/.exec(body)?.[1];
  if (label) within({ start, end: start + label.length });
  else if (TEXT_ROLES.test(name)) {
    const end = name === 'abbr' ? (/^[^(]*/.exec(body)?.[0].trimEnd().length ?? body.length) : body.length;
    within({ start, end: name === 'abbr' ? start + body.length : start + end });
  } else pen.object(at, at + m[0].length);
  return undefined;
}

/** `targets`: addresses by name; `citations`: the labels that are cited, in lower case. */
export function restRules(targets: ReadonlyMap<string, string>, citations: ReadonlySet<string>): Rules {
  const named: Rule = {
    on: '`',
    re: /`((?:[^`\n]|\n(?!\s*\n)){1,500})`(_{1,2})?(?!\w)/y,
    draw(m, at, { pen, within }) {
      const body = m[1] as string;
      const target = /\s*<([^<>]*)>$/.exec(body);
      const label = target ? body.slice(0, target.index) : body;
      const url = target ? (target[1] as string) : targets.get(label.toLowerCase().replace(/\s+/g, ' '));
      if (!m[2]) {
        pen.open('emphasis');
        within({ start: at + 1, end: at + 1 + body.length });
        pen.close('emphasis');
        return undefined;
      }
      if (label === '') {
        pen.object(at, at + m[0].length, url);
        return undefined;
      }
      if (url !== undefined) pen.open('link', url);
      within({ start: at + 1, end: at + 1 + label.length });
      if (url !== undefined) pen.close('link');
      return undefined;
    },
  };
  return rulesOf([
    { on: ':', re: /(?<!\w):((?:foot)?cite(?:[:.]\w+)*):`([^`]{1,500})`/y, draw: citation },
    { on: ':', re: /(?<!\w):([\w:.+-]{1,60}):`((?:[^`\n]|\n(?!\s*\n)){1,500})`/y, draw: role },
    { on: '`', re: /``(?:[^`\n]|`(?!`)|\n(?!\s*\n)){1,1000}``/y, draw: object() },
    named,
    ADDRESS,
    {
      on: '[',
      re: /\[(#?[\w.-]{0,60}|\*)\]_(?!\w)/y,
      draw(m, at, { pen, within }) {
        const id = m[1] as string;
        const span = { start: at, end: at + m[0].length };
        if (citations.has(id.toLowerCase())) drawCitation(pen, span, [{ key: id, span: { start: at + 1, end: at + 1 + id.length } }], false, false, within);
        else if (/^(?:\d+|#[\w.-]*|\*)$/.test(id)) pen.noteReference(span, id);
        else return false;
        return undefined;
      },
    },
    { on: '|', re: /\|[^\s|](?:[^|\n]{0,60}[^\s|])?\|_{0,2}/y, draw: object() },
    { on: '\\', re: /\\\s/y, draw: nothing },
    { on: '\\', re: /\\([*`|_:\\[])/y, draw: (m, at, { pen }) => void pen.replace(m[1] as string, at, at + 2) },
    emphasis('*', true),
    emphasis('*'),
    {
      on: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
      re: /(?<![\w`])([A-Za-z][\w-]{0,60}[A-Za-z0-9])_{1,2}(?![\w])/y,
      draw(m, at, { pen }) {
        const url = targets.get((m[1] as string).toLowerCase());
        if (url === undefined) return false;
        pen
          .open('link', url)
          .text(m[1] as string, at)
          .close('link');
        return undefined;
      },
    },
    DASHES,
    ELLIPSIS,
  ]);
}
