/** From a parsed HTML tree to clean Markdown: headings, paragraphs, lists, quotations, tables; menus and buttons left out. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { escapeLine, LIMITS } from './page.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const attribute = (e: Element, name: string): string | undefined => e.attrs.find((a) => a.name === name)?.value;
export const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'button',
  'iframe',
  'svg',
  'figure',
  'img',
  'input',
  'select',
  'dialog',
  'video',
  'audio',
  'object',
  'head',
  'title',
]);
/** Class names and roles of what surrounds a text on a government site, matched as whole words. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|cookies?|banner|sidebar|related|footer|newsletter|skip|pagination|toolbar|print|comments?|sr-only|screen-reader-text|visually-hidden)(?:$|[\s_-])/i;
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

export const dropped = (e: Element): boolean =>
  DROPPED.has(e.tagName) ||
  attribute(e, 'hidden') !== undefined ||
  attribute(e, 'aria-hidden') === 'true' ||
  /^(?:navigation|banner|contentinfo|complementary|search)$/.test(attribute(e, 'role') ?? '') ||
  (!['body', 'main', 'article', 'html'].includes(e.tagName) && FURNITURE.test(`${attribute(e, 'class') ?? ''} ${attribute(e, 'id') ?? ''}`));

/** Collects blocks; an explicit stack, so that depth costs memory only and is cut at the limit. */
export function markdownOf(root: Node): string {
  const blocks: string[] = [];
  let line = '';
  let prefix = '';
  const lists: { readonly ordered: boolean; n: number }[] = [];
  let quotes = 0;
  let marker = '';

  const flush = (): void => {
    const text = line
      .replace(/[ \t\u00A0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    line = '';
    if (text.length === 0) return;
    const indent = '    '.repeat(Math.max(0, lists.length - 1));
    const quote = '> '.repeat(quotes);
    const hang = lists.length > 0 && !marker ? '    ' : '';
    const body = text
      .split('\n')
      .map((l) => l.trim())
      .filter(Boolean)
      .join(`\n${quote}${indent}    `.trimEnd() + (lists.length > 0 ? ' ' : ''));
    blocks.push(`${quote}${indent}${hang}${marker}${prefix}${prefix || marker ? body : escapeLine(body)}`);
    marker = '';
    prefix = '';
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
      line += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
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
      lists.push({ ordered: tag === 'ol', n: Number(attribute(node, 'start') ?? 1) || 1 });
      push(() => {
        flush();
        lists.pop();
      });
    } else if (tag === 'li') {
      flush();
      const list = lists.at(-1);
      marker = list?.ordered ? `${list.n++}. ` : '- ';
      if (marker.length < 4) marker = marker.padEnd(4);
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
    } else push();
  }
  flush();
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}
