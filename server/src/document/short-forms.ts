/** Short forms that an author defines for an instrument: “(the ‘Declaration’)”, “(WD)”, “[hereinafter WD]”. */
import type { Span } from '../text/span.ts';

/** Letters that begin the title's words, and the words themselves: what may stand in parentheses without quotation marks. */
const initials = (title: string): string => (title.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');

const PAREN =
  /^[^.;()[\]]{0,70}?(?:\([^()]{0,40}\d{4}\)\s*)?[([](?:[^()[\]]{0,60}?[,;]\s*)?((?:(?:the|hereinafter|hereafter|henceforth|herein|“the|"the)(?:\s+(?:called|referred\s+to\s+as|cited\s+as|as))?[\s,:]*)*)(["“'‘«]?)((?:the\s+)?[\p{Lu}][\p{L}\p{N}.&’'-]*(?:\s[\p{Lu}][\p{L}\p{N}.&’'-]*){0,3})[,.]?(["”'’»]?)[,.]?[)\]]/u;
const HEREIN =
  /(?:hereinafter|hereafter|henceforth)(?:\s+(?:called|referred\s+to\s+as|cited\s+as|as))?[\s,:]*(?:the\s+)?["“'‘«]?(?:the\s+)?([\p{Lu}][\p{L}\p{N}.&-]*(?:\s[\p{Lu}][\p{L}\p{N}.&-]*){0,3})["”'’»]?/u;

/** The short form defined right behind a mention of the title, if one is; without article and quotation marks. */
export function definedShort(text: string, mention: Span, title: string): string | undefined {
  const behind = text.slice(mention.end, mention.end + 220);
  const paren = PAREN.exec(behind);
  if (paren) {
    const form = (paren[3] as string).replace(/^the\s+/, '');
    const said = /herein|hereaf|hence|the/.test(paren[1] ?? '') || paren[2] !== '' || /^the\s/.test(paren[3] as string);
    const plausible = form === initials(title) || title.split(/\s+/).includes(form);
    if ((said || plausible) && !/\d{4}/.test(form) && form !== title) return form;
  }
  const herein = HEREIN.exec(behind.slice(0, 160));
  return herein && herein[1] !== title ? herein[1] : undefined;
}
