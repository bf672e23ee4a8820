/** "Article 2, paragraph 1(a)" and "paragraph 1(a) of Article 2": two pinpoints of the grammar that are one. */
import type { Member, Unit } from './pinpoints.ts';

/** Behind a list of paragraphs, or before one, they are not told apart. */
const PARAGRAPH = /^,?\s{1,2}(?:paragraph|para\.?|par\.|§)\s?(\d{1,3})(?![\d–-]|\.\d)((?:\s?\([a-z]{1,4}\))*)(?!\s?(?:,|and|or|to|–|-)\s?\d)/i;
const OF_ARTICLE = /^\s+of\s+(?:Article|Art\.)\s+(\d{1,3}|[IVXLC]{1,7})(?![\p{L}\d(]|\s?(?:,|and|or|to|–|-)\s?\d)/u;

/** The one member that an article or a paragraph is together with what stands right behind it; `length` of that. `undefined` when they are two. */
export function joinArticle(unit: Unit, only: Member, behind: string): { readonly member: Member; readonly length: number } | undefined {
  if (unit === 'article' && only.subs.length === 0) {
    const m = PARAGRAPH.exec(behind);
    const letters = [...(m?.[2] ?? '').matchAll(/\(([^)]+)\)/g)].map((x) => x[1] as string);
    return m ? { member: { main: only.main, subs: [m[1] as string, ...letters], loose: true }, length: m[0].length } : undefined;
  }
  if (unit !== 'paragraph' || only.decimal !== undefined || !/^\d+$/.test(only.main)) return undefined;
  const m = OF_ARTICLE.exec(behind);
  return m ? { member: { main: m[1] as string, subs: [only.main, ...only.subs], loose: true }, length: m[0].length } : undefined;
}
