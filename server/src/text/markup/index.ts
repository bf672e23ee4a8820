/** From a file's text to its markup: the one door to all formats. */
import { parse } from 'yaml';
import { ProseBuilder } from '../prose.ts';
import type { Block, Format, Markup } from './markup.ts';

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
};

/** The format of an editor's language id; `undefined` for one that is not read. */
export const formatOfLanguage = (id: string): Format | undefined => LANGUAGES[id.toLowerCase()];

/** Total: any text is some markup. */
export function parseMarkup(text: string, format: Format): Markup {
  const blocks: Block[] = [];
  const front = /^\uFEFF?---\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  let frontMatter: Markup['frontMatter'];
  if (front) {
    const span = { start: 0, end: front[0].length };
    try {
      frontMatter = { span, data: (parse(front[1] as string) ?? {}) as Record<string, unknown> };
    } catch (e) {
      frontMatter = { span, data: {}, error: String((e as Error).message).split('\n')[0] as string };
    }
  }
  const paragraph = /\S[^]*?(?=\r?\n[ \t>]*\r?\n|$(?![^]))/g;
  paragraph.lastIndex = front ? front[0].length : 0;
  for (let m = paragraph.exec(text); m; m = paragraph.exec(text)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const prose = new ProseBuilder();
    for (const piece of m[0].matchAll(/<\/?[a-z]+>|^> ?|\\###|[^<\\>]+|[^]/gm))
      if (!/^(?:<\/?[a-z]+>|> ?|\\###)$/.test(piece[0])) prose.push(piece[0], m.index + piece.index);
    blocks.push({ kind: /^#/.test(m[0]) ? 'heading' : 'paragraph', span, prose: prose.build(), inlines: [], stream: 'body' });
  }
  return { format, blocks, ...(frontMatter ? { frontMatter } : {}), comments: [], bibliographies: [] };
}
