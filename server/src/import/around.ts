/** What surrounds the text of a web page: menus, banners, buttons, footers, and what never is text. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const attribute = (e: Element, name: string): string | undefined => e.attrs.find((a) => a.name === name)?.value;
export const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** Never text. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'img',
  'input',
  'select',
  'button',
  'video',
  'audio',
  'object',
  'head',
  'title',
]);
/** What surrounds a text, always; and unless a good part of the page stands in it, for some systems wrap whole pages in a form. */
const OUTSIDE = new Set(['nav', 'footer', 'dialog']);
const AROUND = new Set(['header', 'aside', 'form', 'figure']);
/** Class names and roles of what surrounds a text on a government site, matched as whole words. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|cookies?|banner|sidebar|related|footer|newsletter|skip|pagination|pager|toolbar|print|comments?|sr-only|screen-reader-text|visually-hidden|tags|tag-list|tag-links|next-prev|prev-next|post-navigation|subscribe|advert|modal|popup|toc)(?:$|[\s_-])/i;
const isOutside = (e: Element): boolean =>
  SILENT.has(e.tagName) || OUTSIDE.has(e.tagName) || /^(?:navigation|banner|contentinfo|complementary|search)$/.test(attribute(e, 'role') ?? '');
const isAround = (e: Element): boolean =>
  AROUND.has(e.tagName) ||
  attribute(e, 'hidden') !== undefined ||
  attribute(e, 'aria-hidden') === 'true' ||
  (!['body', 'main', 'article', 'html'].includes(e.tagName) && FURNITURE.test(`${attribute(e, 'class') ?? ''} ${attribute(e, 'id') ?? ''}`));

/** Lengths of the texts of all nodes, from the leaves up. */
export function lengthsOf(root: Node): ReadonlyMap<Node, number> {
  const lengths = new Map<Node, number>();
  const stack: { readonly node: Node; readonly open: boolean }[] = [{ node: root, open: true }];
  while (stack.length > 0) {
    const { node, open } = stack.pop() as (typeof stack)[number];
    if (isElement(node) && SILENT.has(node.tagName)) continue;
    if (node.nodeName === '#text') lengths.set(node, (node as DefaultTreeAdapterTypes.TextNode).value.trim().length);
    else if (open) {
      stack.push({ node, open: false });
      for (const kid of children(node)) stack.push({ node: kid, open: true });
    } else {
      let n = 0;
      for (const kid of children(node)) n += lengths.get(kid) ?? 0;
      lengths.set(node, n);
    }
  }
  return lengths;
}

/** Says of an element whether it is left out: what is never text, and what surrounds the text and does not hold a good part of it. */
export function droppedIn(root: Node): (e: Element) => boolean {
  const lengths = lengthsOf(root);
  const whole = lengths.get(root) ?? 0;
  return (e) => isOutside(e) || (isAround(e) && (lengths.get(e) ?? 0) <= Math.max(200, 0.4 * whole));
}
