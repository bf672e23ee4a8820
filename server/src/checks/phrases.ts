/** How findings speak of instruments, paragraphs and words: the same in every message. */

import type { Analysis, Passage } from '../document/analysis.ts';
import { remember } from '../text/remember.ts';

/** "the Washington Declaration"; the id of an instrument that the library does not have. */
export function nameOf(analysis: Analysis, id: string): string {
  const title = analysis.library.head(id)?.title ?? id;
  return /^(?:the|les?|la|l['’])\b/i.test(title) || !/\s/.test(title) ? title : `the ${title}`;
}

/** "para. 4", "Article VI(1)", "the Preamble". */
export const paragraphName = (label: string): string => (/^\d/.test(label) ? `para. ${label}` : /^Preamble$/i.test(label) ? 'the Preamble' : label);

/** "the Washington Declaration, para. 4". */
export const passageName = (analysis: Analysis, p: Passage): string => `${nameOf(analysis, p.instrument)}, ${paragraphName(p.paragraph)}`;

/** In curly quotation marks, cut in the middle when it is long. */
export const quote = (text: string, most = 160): string => quoteOf(`${most} ${text}`);

// With each edit of a document most of its findings are said again.
const quoteOf = remember((asked) => {
  const at = asked.indexOf(' ');
  const most = Number(asked.slice(0, at));
  const text = asked.slice(at + 1);
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return `“${plain}”`;
  const half = most >> 1;
  return `“${plain.slice(0, half).replace(/\s\S*$/, '')} … ${plain.slice(-half).replace(/^\S*\s/, '')}”`;
}, 2000);

/** "a", "a and b", "a, b and c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Characters that mean something in the document's format, made to mean themselves. */
export function inFormat(analysis: Analysis, text: string): string {
  if (analysis.format === 'latex') return text.replace(/[&%$#_{}]/g, '\\$&');
  if (analysis.format === 'notebook') return JSON.stringify(text).slice(1, -1);
  if (analysis.format === 'html') return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return text;
}
