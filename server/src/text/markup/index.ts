/** From a file's text to its markup: the one door to all formats. */
import { type KnownWords, keepWords } from '../remember.ts';
import { parseAsciidoc } from './asciidoc.ts';
import { parseHtml } from './html.ts';
import { parseLatex } from './latex.ts';
import { parseMarkdown } from './markdown.ts';
import type { Format, Markup, MarkupMemo } from './markup.ts';
import { parseNotebook } from './notebook.ts';
import { parseOrg } from './org.ts';
import { parsePlainText } from './plain-text.ts';
import { parseRest } from './rest.ts';
import { parseTypst } from './typst.ts';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  mdx: 'markdown',
  mkd: 'markdown',
  txt: 'plaintext',
  text: 'plaintext',
  tex: 'latex',
  latex: 'latex',
  ltx: 'latex',
  typ: 'typst',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'restructuredtext',
  org: 'org',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  ipynb: 'notebook',
};

/** The format that a path's ending names; `undefined` for one that is not read. */
export const formatOfPath = (path: string): Format | undefined => EXTENSIONS[/\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];

const LANGUAGES: Readonly<Record<string, Format>> = {
  markdown: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  rmarkdown: 'markdown',
  mdx: 'markdown',
  plaintext: 'plaintext',
  latex: 'latex',
  tex: 'latex',
  typst: 'typst',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  rst: 'restructuredtext',
  org: 'org',
  html: 'html',
  xhtml: 'html',
  jupyter: 'notebook',
};

/** The format of an editor's language id; `undefined` for one that is not read. */
export const formatOfLanguage = (id: string): Format | undefined => LANGUAGES[id.toLowerCase()];

const READERS: Readonly<Record<Format, (text: string, memo?: MarkupMemo) => Markup>> = {
  markdown: parseMarkdown,
  html: parseHtml,
  notebook: parseNotebook,
  restructuredtext: parseRest,
  org: parseOrg,
  asciidoc: parseAsciidoc,
  typst: parseTypst,
  latex: parseLatex,
  plaintext: parsePlainText,
};

const kept = new WeakMap<MarkupMemo, KnownWords>();

/** Total: any text is some markup. `memo` is the markup that an earlier version of the text gave; it makes the answer faster, never another. */
export function parseMarkup(text: string, format: Format, memo?: MarkupMemo): Markup {
  const before = memo?.format === format ? memo : undefined;
  const markup = READERS[format](text, before);
  kept.set(
    markup,
    keepWords(
      markup.blocks.map((b) => b.prose),
      before && kept.get(before),
    ),
  );
  return markup;
}
