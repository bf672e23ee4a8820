/** From a parsed HTML tree to clean Markdown: headings, paragraphs, lists, quotations, tables; menus and buttons left out. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, children, droppedIn, type Element, isElement, type Node } from './around.ts';
import { escapeLine, LIMITS, sign } from './page.ts';

const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'body',
  'html',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'pre',
  'hr',
  'dl',
  'dt',
  'dd',
  'center',
  'address',
]);

const LETTERS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};
/** What stands before the nth item of a list of the style: "3.", "(c)", "(iii)". */
const numbered = (n: number, style: string | undefined): string => (style === undefined ? `${n}. ` : `(${sign(n, style)}) `);
const listStyle = (e: Element): string | undefined =>
  LETTERS[attribute(e, 'type') ?? ''] ?? LETTERS[/list-style(?:-type)?:\s*([\w-]+)/i.exec(attribute(e, 'style') ?? '')?.[1] ?? ''];

/** Bold, underlined or italic: the marks that Markdown has for it. Headings of old pages are nothing else. */
function emphasis(e: Element): string {
  if (/^(?:strong|b|u)$/.test(e.tagName)) return '**';
  if (/^(?:em|i)$/.test(e.tagName)) return '*';
  return e.tagName === 'span' && /font-weight:\s*(?:bold|[6-9]00)|text-decoration(?:-line)?:\s*underline/i.test(attribute(e, 'style') ?? '') ? '**' : '';
}
/** Signs that Markdown would take for marks. */
const escaped = (text: string): string => text.replace(/[*\\]|<(?=[\p{L}/!?])|_(?=\p{L})(?<![\p{L}\p{N}]_)/gu, '\\$&');

/** Collects blocks; an explicit stack, so that depth costs memory only and is cut at the limit. */
export function markdownOf(root: Node, dropped: (e: Element) => boolean = droppedIn(root)): string {
  const blocks: string[] = [];
  let line = '';
  let prefix = '';
  const lists: { readonly ordered: boolean; readonly style: string | undefined; n: number }[] = [];
  let quotes = 0;
  let marker = '';

  let open = '';

  const put = (text: string): void => {
    const indent = '    '.repeat(Math.max(0, lists.length - 1));
    const quote = '> '.repeat(quotes);
    const hang = lists.length > 0 && !marker ? '    ' : '';
    const from = `${quote}${indent}${hang}`;
    const body = text
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean)
      .join(`  \n${quote}${indent}${lists.length > 0 ? '    ' : ''}`);
    blocks.push(`${from}${marker}${prefix}${prefix || marker ? body : escapeLine(body)}`);
    marker = '';
    prefix = '';
  };
  const flush = (): void => {
    const text = line
      .replace(/[ \t\u00A0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    line = '';
    if (text.length === 0) return;
    // Two breaks part paragraphs, as pages did that had no other way.
    if (prefix) put(text.replace(/\n+/g, ' '));
    else for (const part of text.split(/\n{2,}/)) put(part);
  };
  /** Sets the marks around what was collected since `from`, line by line, white space outside. */
  const close = (mark: string, from: number): void => {
    const inside = line.slice(from);
    line =
      line.slice(0, from) +
      inside
        .split('\n')
        .map((l) =>
          l.replace(/^(\s*)(.*\S)(\s*)$/, (_, a: string, text: string, z: string) =>
            /[\p{L}\p{N}]/u.test(text) ? `${a}${mark}${text}${mark}${z}` : `${a}${text}${z}`,
          ),
        )
        .join('\n');
  };

  const stack: ({ readonly node: Node; readonly depth: number } | { readonly leave: () => void })[] = [{ node: root, depth: 0 }];
  while (stack.length > 0) {
    const top = stack.pop() as (typeof stack)[number];
    if ('leave' in top) {
      top.leave();
      continue;
    }
    const { node, depth } = top;
    if (depth > LIMITS.depth) continue;
    if (node.nodeName === '#text') {
      line += escaped((node as DefaultTreeAdapterTypes.TextNode).value.replace(/[^\S\u00A0]+/g, ' '));
      continue;
    }
    const push = (leave?: () => void): void => {
      if (leave) stack.push({ leave });
      const kids = children(node);
      for (let i = kids.length - 1; i >= 0; i--) stack.push({ node: kids[i] as Node, depth: depth + 1 });
    };
    if (!isElement(node)) {
      push();
      continue;
    }
    if (dropped(node)) continue;
    const tag = node.tagName;
    if (tag === 'br') line += '\n';
    else if (tag === 'hr') flush();
    else if (tag === 'sup' || tag === 'sub') {
      line += `<${tag}>`;
      push(() => {
        line += `</${tag}>`;
      });
    } else if (tag === 'ul' || tag === 'ol') {
      flush();
      lists.push({ ordered: tag === 'ol', style: tag === 'ol' ? listStyle(node) : undefined, n: Number(attribute(node, 'start') ?? 1) || 1 });
      push(() => {
        flush();
        lists.pop();
      });
    } else if (tag === 'li') {
      flush();
      const list = lists.at(-1);
      if (list?.ordered) list.n = Number(attribute(node, 'value') ?? list.n) || list.n;
      marker = list?.ordered ? numbered(list.n++, list.style) : '- ';
      // A lettered item is a paragraph to Markdown, which has no such lists, inside the item it belongs to.
      if (marker.startsWith('(')) marker = lists.length > 1 ? marker : marker.trimStart();
      else if (marker.length < 4) marker = marker.padEnd(4);
      push(flush);
    } else if (tag === 'blockquote') {
      flush();
      quotes++;
      push(() => {
        flush();
        quotes--;
      });
    } else if (/^h[1-6]$/.test(tag)) {
      flush();
      prefix = `${'#'.repeat(Number(tag[1]))} `;
      push(() => {
        line = line.replace(/\n/g, ' ');
        flush();
        prefix = '';
      });
    } else if (tag === 'td' || tag === 'th') {
      push(() => {
        line += ' | ';
      });
    } else if (tag === 'tr') {
      flush();
      push(() => {
        line = line.replace(/ \| *$/, '').replace(/\n/g, ' ');
        flush();
      });
    } else if (BLOCKS.has(tag)) {
      flush();
      push(flush);
    } else {
      const mark = emphasis(node);
      if (!mark || open.includes(mark)) push();
      else {
        const from = line.length;
        const number = blocks.length;
        open += mark;
        push(() => {
          open = open.slice(0, open.lastIndexOf(mark));
          // Blocks inside have taken the line away; only what stands on it now is marked.
          close(mark, blocks.length === number ? from : 0);
        });
      }
    }
  }
  flush();
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}
