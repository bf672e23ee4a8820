/** Short forms that an author defines for an instrument: “(the ‘Declaration’)”, “(WD)”, “[hereinafter WD]”. */
import type { Span } from '../text/span.ts';

/** Letters that begin the title's words, and the words themselves: what may stand in parentheses without quotation marks. */
export const initials = (title: string): string => (title.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');

const PAREN =
  /^(?:[^.;()[\]]|\.(?=[\p{L}-])){0,70}?(?:\([^()]{0,40}\d{4}\)\s*)?[([](?:[^()[\]]{0,60}?[,;]\s*)?((?:(?:the|hereinafter|hereafter|henceforth|herein|“the|"the)(?:\s+(?:called|referred\s+to\s+as|cited\s+as|as))?[\s,:]*)*)(["“'‘«]?)((?:the\s+)?[\p{Lu}][\p{L}\p{N}.&’'-]*(?:\s[\p{Lu}][\p{L}\p{N}.&’'-]*){0,3})[,.]?(["”'’»]?)[,.]?[)\]]/u;
const HEREIN =
  /(?:hereinafter|hereafter|henceforth)(?:\s+(?:called|referred\s+to\s+as|cited\s+as|as))?[\s,:]*(?:the\s+)?["“'‘«]?(?:the\s+)?([\p{Lu}][\p{L}\p{N}.&-]*(?:\s[\p{Lu}][\p{L}\p{N}.&-]*){0,3})["”'’»]?/u;

/** Several at once: “(the ‘Declaration,’ or ‘WD’)”. */
const EITHER =
  /^[^.;()[\]]{0,70}?(?:\([^()]{0,40}\d{4}\)\s*)?[([](?:hereinafter\s+|hereafter\s+)?(?:the\s+)?[“"‘«]([^“”"‘’«»()]{1,40})[”"’»],?\s+(?:or|and)\s+(?:the\s+|simply\s+|just\s+)?[“"‘«]([^“”"‘’«»()]{1,40})[”"’»]\s*[)\]]/u;
const bare = (form: string): string =>
  form
    .replace(/^the\s+/i, '')
    .replace(/[,.]$/, '')
    .trim();

/** The other way about: “WD (the Washington Declaration of 2023)”; other than initials only where they are said to be how it is cited. */
const AHEAD = /(?<![\w-])["“'‘«]?([A-Z][A-Z\d-]{1,7})["”'’»]?\s*[(=:]\s*(?:the\s+)?$/;
const CITED_AS = /\b(?:cited|abbreviated|quoted|referred to|known|called|hereinafter|hereafter)\b[^.;]{0,120}$/i;

function definedAhead(text: string, mention: Span, title: string): string | undefined {
  const from = Math.max(0, mention.start - 30);
  const ahead = AHEAD.exec(text.slice(from, mention.start));
  if (!ahead) return undefined;
  const form = ahead[1] as string;
  return form === initials(title) || CITED_AS.test(text.slice(Math.max(0, from - 150), from + ahead.index)) ? form : undefined;
}

/** The short forms defined beside a mention of the title, if any; without article and quotation marks. */
export function definedShorts(text: string, mention: Span, title: string): readonly string[] {
  const ahead = definedAhead(text, mention, title);
  if (ahead !== undefined) return [ahead];
  const behind = text.slice(mention.end, mention.end + 220);
  const either = EITHER.exec(behind);
  if (either) return [bare(either[1] as string), bare(either[2] as string)].filter((f) => /^\p{Lu}/u.test(f) && f !== title);
  const paren = PAREN.exec(behind);
  if (paren) {
    const form = (paren[3] as string).replace(/^the\s+/, '');
    const said = /herein|hereaf|hence|the/.test(paren[1] ?? '') || paren[2] !== '' || /^the\s/.test(paren[3] as string);
    const plausible = form === initials(title) || title.split(/\s+/).includes(form);
    if ((said || plausible) && !/\d{4}/.test(form) && form !== title) return [form];
  }
  const herein = HEREIN.exec(behind.slice(0, 160))?.[1];
  return herein && herein !== title ? [herein] : [];
}

/** In parentheses behind the name: capitals and figures, and nothing else. */
const CAPITALS = /^(?:[^.;()[\]]|\.(?=[\w-])){0,40}?[([](?:hereinafter |hereafter |the |cited as |or )*(["“'‘«]?)([A-Z][A-Z\d]{1,7})["”'’»]?[)\]]/;

/** The acronym that an author defines for a text that is in no library, beside its name: made of its capitals, in marks, or said to be how it is cited. */
export function definedAcronym(text: string, mention: Span, name: string): string | undefined {
  const ahead = definedAhead(text, mention, name);
  if (ahead !== undefined) return ahead;
  const [, marks, form] = CAPITALS.exec(text.slice(mention.end, mention.end + 80)) ?? [];
  const letters = [...initials(name)];
  return form && (marks || [...form.replace(/[^A-Z]/g, '')].every((c) => letters.includes(c))) ? form : undefined;
}
