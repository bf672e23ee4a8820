/** How a document says itself which declarations it cites: a line of its front matter, or a comment at its top. */

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const FRONT_MATTER = new Set(['markdown', 'quarto', 'rmd', 'mdx']);
const COMMENTS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  latex: ['% ', ''],
  tex: ['% ', ''],
  typst: ['// ', ''],
  asciidoc: ['// ', ''],
  restructuredtext: ['.. ', ''],
  org: ['# ', ''],
};
const MARKUP_COMMENT = ['<!-- ', ' -->'] as const;
/** A list in brackets, or its items on lines of their own below. */
const LINE = /^declarations[ \t]*[:=][^\r\n]*(?:\r?\n[ \t]*-[ \t][^\r\n]*)*(?:\r?\n)?/m;
const COMMENT_LINE = /^[^\S\r\n]*(?:<!--|%|\/\/|\.\.|#)[ \t]*declaration-lens[ \t]*:[^\r\n]*(?:\r?\n)?/m;

/**
 * The edit that makes a document say `ids` (an empty list: that it cites none), or say nothing any more (`undefined`).
 * `undefined` when nothing is to be done. Offsets are UTF-16 code units.
 */
export function declaring(text: string, languageId: string, ids: readonly string[] | undefined): Edit | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  if (!FRONT_MATTER.has(languageId)) {
    const [open, close] = COMMENTS[languageId] ?? MARKUP_COMMENT;
    return replace(top, COMMENT_LINE.exec(text), ids && `${open}declaration-lens: ${ids.join(', ') || 'none'}${close}${newline}`);
  }
  const front = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)^(?:\1|\.\.\.)[ \t]*$/m.exec(text);
  if (front === null || front.index !== 0) return ids && { start: top, end: top, text: `---${newline}${yaml(ids)}${newline}---${newline}${newline}` };
  const body = front[2] ?? '';
  const from = front[0].indexOf(body, front[0].indexOf('\n') + 1);
  const found = LINE.exec(body);
  const line = ids && `${front[1] === '+++' ? toml(ids) : yaml(ids)}${newline}`;
  return replace(from + body.length, found && { 0: found[0], index: from + found.index }, line);
}

function replace(otherwise: number, found: { readonly 0: string; readonly index: number } | null, line: string | undefined): Edit | undefined {
  if (found) return { start: found.index, end: found.index + found[0].length, text: line ?? '' };
  return line === undefined ? undefined : { start: otherwise, end: otherwise, text: line };
}

const yaml = (ids: readonly string[]): string => `declarations: [${ids.join(', ')}]`;
const toml = (ids: readonly string[]): string => `declarations = [${ids.map((id) => JSON.stringify(id)).join(', ')}]`;
