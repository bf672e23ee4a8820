/** Reads a web page as saved from a government site: the text, without menus, banners and buttons (parse5, MIT). */
import { parse } from 'parse5';
import { attribute, children, droppedIn, type Element, isElement, lengthsOf, type Node } from './around.ts';
import { markdownOf } from './markdown-of-dom.ts';
import { LIMITS, type Page, Unreadable } from './page.ts';

function* elements(root: Node): Generator<Element> {
  const stack: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  while (stack.length > 0) {
    const { node, depth } = stack.pop() as (typeof stack)[number];
    if (isElement(node)) yield node;
    const kids = depth > LIMITS.depth ? [] : children(node);
    for (let i = kids.length - 1; i >= 0; i--) stack.push({ node: kids[i] as Node, depth: depth + 1 });
  }
}

function textOf(root: Node): string {
  let out = '';
  const stack: Node[] = [root];
  while (stack.length > 0) {
    const node = stack.pop() as Node;
    if (node.nodeName === '#text') out += (node as unknown as { value: string }).value;
    const kids = children(node);
    for (let i = kids.length - 1; i >= 0; i--) stack.push(kids[i] as Node);
  }
  return out.replace(/\s+/g, ' ').trim();
}

const ISO = /\d{4}-\d{2}-\d{2}/;

/** The element whose own paragraphs hold the most text: article, main, or what readability scores find (after Arc90's Readability). */
function mainOf(root: Node, dropped: (e: Element) => boolean): Node {
  const scores = new Map<Node, number>();
  const lengths = lengthsOf(root);
  const stack: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 0 }];
  while (stack.length > 0) {
    const { node, depth } = stack.pop() as (typeof stack)[number];
    // What is hidden hides all that is in it.
    if (depth > LIMITS.depth || (isElement(node) && dropped(node))) continue;
    const kids = children(node);
    for (let i = kids.length - 1; i >= 0; i--) stack.push({ node: kids[i] as Node, depth: depth + 1 });
    if (!isElement(node) || !/^(?:p|li|h[1-6]|blockquote)$/.test(node.tagName)) continue;
    let share = lengths.get(node) ?? 0;
    let a = node.parentNode as Node | null;
    for (let i = 0; a && i < 4; i++) {
      scores.set(a, (scores.get(a) ?? 0) + share);
      share /= 2;
      a = 'parentNode' in a ? (a.parentNode as Node | null) : null;
    }
  }
  let best: Node = root;
  let most = 0;
  for (const [node, score] of scores)
    if (score > most) {
      best = node;
      most = score;
    }
  // The title often stands above the densest container: an article or main around it is taken whole.
  for (let a: Node | null = best; a; a = 'parentNode' in a ? (a.parentNode as Node | null) : null)
    if (isElement(a) && (a.tagName === 'article' || a.tagName === 'main')) return a;
  return best;
}

/** Elements that end by themselves do not nest, so they do not count as depth. */
const FLAT = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'option',
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'source',
  'wbr',
  'area',
  'base',
  'col',
  'embed',
  'param',
  'track',
]);
const DEEPEST = 500;

/** Tags nested deeper than any page nests them are dropped: a parser walks its open elements at every tag, so depth costs time squared. */
function flatten(html: string): string {
  let depth = 0;
  return html.replace(/<(\/?)([a-z][a-z0-9-]*)[^<>]*>/gi, (tag, close: string, name: string) => {
    if (FLAT.has(name.toLowerCase()) || tag.endsWith('/>')) return tag;
    if (close) {
      depth = Math.max(0, depth - 1);
      return depth >= DEEPEST ? '' : tag;
    }
    return ++depth > DEEPEST ? '' : tag;
  });
}

export function readHtmlText(html: string): Page {
  const document = parse(flatten(html));
  const meta = new Map<string, string>();
  let title: string | undefined;
  let heading: string | undefined;
  let sourceUrl: string | undefined;
  let language: string | undefined;
  let date: string | undefined;
  for (const e of elements(document)) {
    const content = attribute(e, 'content');
    const name = attribute(e, 'property') ?? attribute(e, 'name');
    if (e.tagName === 'meta' && name && content) meta.set(name.toLowerCase(), content.trim());
    else if (e.tagName === 'title') title ??= textOf(e);
    else if (e.tagName === 'h1') heading ??= textOf(e);
    else if (e.tagName === 'html') language = attribute(e, 'lang');
    else if (e.tagName === 'link' && attribute(e, 'rel') === 'canonical') sourceUrl = attribute(e, 'href');
    else if (e.tagName === 'time') date ??= ISO.exec(attribute(e, 'datetime') ?? '')?.[0];
  }
  const dropped = droppedIn(document);
  const markdown = markdownOf(mainOf(document, dropped), dropped);
  if (markdown.trim().length === 0) throw new Unreadable('the page has no text');
  // What a site adds to the title of each page is no part of the title.
  const own = heading && meta.get('og:title')?.startsWith(heading) ? heading : undefined;
  const named = own ?? meta.get('og:title') ?? heading ?? title?.replace(/\s+[|–—-]\s+[^|–—-]+$/, '');
  const published = ISO.exec(meta.get('article:published_time') ?? meta.get('dc.date') ?? meta.get('date') ?? '')?.[0] ?? date;
  const url = sourceUrl ?? meta.get('og:url');
  return {
    ...(named ? { title: named.replace(/\s+[|–—]\s+[^|–—]+$/, '') } : {}),
    ...(published ? { date: published } : {}),
    ...(url && /^https?:/.test(url) ? { sourceUrl: url } : {}),
    ...(language ? { language } : {}),
    markdown,
  };
}

/** What a page with a declaration never reaches, in letters and in tags: each becomes many bytes of memory. */
const LARGEST = 8 << 20;
const MOST_TAGS = 200_000;

/** Pictures that stand in the page itself are most of its weight, and no text. */
function withoutPictures(html: string): string {
  let out = '';
  let from = 0;
  // In steps: what is repeated millions of times in one match would not fit on the stack.
  const letters = /[\w+/=%-]{1,4000}/y;
  for (let at = html.indexOf(';base64,'); at >= 0; at = html.indexOf(';base64,', letters.lastIndex || at + 1)) {
    const start = at + ';base64,'.length;
    let end = start;
    for (letters.lastIndex = start; letters.test(html); ) end = letters.lastIndex;
    letters.lastIndex = end;
    out += html.slice(from, start);
    from = end;
  }
  return from === 0 ? html : out + html.slice(from);
}

const DECLARED = /<meta[^>]+charset=["']?([\w-]+)/i;

export const read = async (bytes: Uint8Array): Promise<Page> => {
  // A byte order mark counts before what the page says of itself.
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  let decoder = new TextDecoder('utf-8');
  try {
    decoder = new TextDecoder(marked ?? DECLARED.exec(head)?.[1] ?? 'utf-8');
  } catch {
    // An unknown label is read as UTF-8, which is what browsers' users see too.
  }
  const html = withoutPictures(decoder.decode(bytes));
  if (html.length > LARGEST) throw new Unreadable(`the page is larger than ${LARGEST >> 20} MB without its pictures`);
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS) throw new Unreadable(`the page has more than ${MOST_TAGS} tags`);
  return readHtmlText(html);
};
