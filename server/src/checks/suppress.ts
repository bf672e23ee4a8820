/** The edits that write a suppression: for one finding where it stands, or for a check in the whole file. */
import type { Analysis } from '../document/analysis.ts';
import type { Block } from '../text/markup/markup.ts';
import type { Edit, Finding, Fix } from './check.ts';
import { lineEnd, lineStart } from './suppressions.ts';

type Comment = (words: string) => string;

/** The comment of each format. A notebook has none: its file is JSON, and in an editor its cells are documents of their own. */
const COMMENT: Readonly<Record<Analysis['format'], Comment | undefined>> = {
  markdown: (w) => `<!-- ${w} -->`,
  html: (w) => `<!-- ${w} -->`,
  latex: (w) => `% ${w}`,
  typst: (w) => `// ${w}`,
  asciidoc: (w) => `// ${w}`,
  restructuredtext: (w) => `.. ${w}`,
  org: (w) => `# ${w}`,
  plaintext: (w) => `[${w}]`,
  notebook: undefined,
};

const commentOf = (analysis: Analysis, mdx: boolean): Comment | undefined => (mdx ? (w) => `{/* ${w} */}` : COMMENT[analysis.format]);
const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
/** Where a comment is a block it needs a blank line before the paragraph, or the paragraph would be part of it. */
const isBlock = ({ format }: Analysis): boolean => format === 'restructuredtext' || format === 'markdown';

/**
 * The fixes that suppress a finding: a comment above the paragraph it is in, or at the end of the line where a line above would break a
 * list or a table; and one at the top of the file for all of its check. `mdx`: Markdown in which a comment of HTML is a mistake. The first
 * is missing where the format has no comment that can stand there, both in notebooks.
 */
export function suppressFinding(analysis: Analysis, finding: Finding, mdx = false): readonly Fix[] {
  const comment = commentOf(analysis, mdx);
  if (!comment) return [];
  const block = analysis.markup.blocks.find((b) => b.span.start <= finding.span.start && b.span.end >= finding.span.start && b.prose.text.length > 0);
  const here = block && (above(analysis, block, comment, finding) ?? behind(analysis, block, comment, finding));
  return [
    ...(here ? [{ title: `Suppress ${finding.check} here`, edits: [here] }] : []),
    { title: `Suppress ${finding.check} in this file`, edits: [atTop(analysis, comment, finding)] },
  ];
}

/** Marks that may stand before a block's words on its first line, where a comment above does not part the list. */
const MARKER: Partial<Readonly<Record<Analysis['format'], RegExp>>> = {
  asciidoc: /^\s*(?:[*.-]{1,5}|\d{1,3}\.)\s+$/,
  org: /^\s*(?:[-+]|\d{1,3}[.)])\s+$|^\[fn:[^\]\n]{1,80}\]\s*$/,
  plaintext: /^\s*\S{1,5}\s+$/,
  restructuredtext: /^\s*(?:[*+-]|\(?\w{1,3}[.)])\s+$|^\.\. \[[^\]\n]{1,80}\]\s*$/,
};

/** A line of its own above a paragraph that begins a line. */
function above(analysis: Analysis, block: Block, comment: Comment, finding: Finding): Edit | undefined {
  const { text, format, markup } = analysis;
  const marker = MARKER[format];
  if (block.kind === 'cell' || block.kind === 'heading') return undefined;
  if (!marker && (block.kind !== 'paragraph' || (block.quote && format !== 'restructuredtext') || block.note !== undefined)) return undefined;
  const first = block.prose.starts[0] ?? block.span.start;
  const start = lineStart(text, first);
  const before = text.slice(start, first);
  if (before.trim() !== '' && !marker?.test(before)) return undefined;
  // A note inside a paragraph stands on that paragraph's line.
  if (markup.blocks.some((b) => b !== block && b.span.start < block.span.start && b.span.end > block.span.end)) return undefined;
  const line = comment(`declaration-lens-disable-next-line ${finding.check}`);
  const eol = newlineOf(text);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  // In Org a line as little indented as the list would end it.
  const inside = format === 'org' && block.kind === 'item' ? '  ' : '';
  // A list of reStructuredText ends at a blank line only.
  const apart = format === 'restructuredtext' && before.trim() !== '' && text.slice(lineStart(text, start - 1), start).trim() !== '' ? eol : '';
  return { span: { start, end: start }, text: `${apart}${indent}${inside}${line}${isBlock(analysis) ? eol : ''}${eol}` };
}

/** At the end of the line, or of the cell, where the format lets a comment follow text. */
function behind(analysis: Analysis, block: Block, comment: Comment, finding: Finding): Edit | undefined {
  const { text, format } = analysis;
  const words = ` ${comment(`declaration-lens-disable-line ${finding.check}`)}`;
  const end = lineEnd(text, finding.span.start);
  if (format === 'markdown' || format === 'html') {
    const at = Math.min(block.span.end, end);
    const trimmed = text.slice(0, at).trimEnd().length;
    const place = block.kind === 'cell' ? Math.max(finding.span.end, Math.min(trimmed, at)) : trimmed;
    return { span: { start: place, end: place }, text: words };
  }
  if (format === 'latex' || format === 'typst') {
    const place = text.slice(0, end).trimEnd().length;
    return { span: { start: place, end: place }, text: words };
  }
  return undefined;
}

/** On the first line that may hold a comment: behind front matter; of a page in its body, as a browser wants its doctype first. */
function atTop(analysis: Analysis, comment: Comment, finding: Finding): Edit {
  const { text, format, markup } = analysis;
  const eol = newlineOf(text);
  const line = comment(`declaration-lens-disable ${finding.check}`);
  const body = format === 'html' ? /<body\b[^>]*>/i.exec(text.slice(0, 100_000)) : null;
  if (body) {
    const at = body.index + body[0].length;
    return { span: { start: at, end: at }, text: `${eol}${line}` };
  }
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  if (markup.frontMatter) at = Math.min(text.length, lineEnd(text, Math.max(0, markup.frontMatter.span.end - 1)) + 1);
  const gap = isBlock(analysis) || format === 'plaintext' ? eol : '';
  return { span: { start: at, end: at }, text: `${at > 1 && isBlock(analysis) ? eol : ''}${line}${eol}${/^\r?\n/.test(text.slice(at, at + 2)) ? '' : gap}` };
}
