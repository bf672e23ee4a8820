/** Definitions whose expansion stands in the brackets: "NCG (Nuclear Consultative Group)", "(high altitude, HA)". */
import type { Span } from '../text/span.ts';
import type { Pair } from './acronyms-legends.ts';
import { looksShort } from './acronyms-offers.ts';
import { expansionAfter, expansionBefore } from './alignment.ts';
import { wordsOf } from './alignment-words.ts';

/** A word as short forms that are words are held by their names in any case and number; others as they are. */
export function holdsItself(covers: string, short: string): boolean {
  const word = /^\p{Lu}\p{Ll}+$/u.test(short);
  return (covers.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []).some(
    (w) => w === short || (word && w.replace(/s$/, '').toLowerCase() === short.toLowerCase()),
  );
}

/** The span without a possessive at its end. */
export const withoutPossessive = (text: string, { start, end }: Span): Span => ({ start, end: end - (/[’']s$/.exec(text.slice(start, end))?.[0].length ?? 0) });

/** "(high altitude, HA)", "(the “Kyoto Protocol”, “KP”)": name and short form are all that the brackets at `open` hold. */
export function bothInside(text: string, open: number, content: string): Pair | undefined {
  const m = /^([^,;:=]{6,80})[,;]\s["“'‘«]?((?:[\p{Ll}\p{N}]{1,5}-)?\p{Ll}?\p{Lu}[\p{Lu}\p{N}-]{1,7})(["”'’»]?)$/u.exec(content);
  if (!m) return undefined;
  const [, name = '', short = '', mark = ''] = m;
  const words = wordsOf(text, open + 1, open + 1 + name.length);
  const long = expansionBefore(words, short, 0.7)?.span;
  const end = open + 1 + content.length - mark.length;
  return long && long.start <= open + 7 && long.end === words.at(-1)?.span.end && looksShort(short)
    ? { short: { start: end - short.length, end }, long }
    : undefined;
}

/** What may say in the brackets that a name follows; an office has its head's letters (“UNHCR”). */
const SAID =
  /^(?:(?:(?:which\s+)?stands?\s+for|standing\s+for|short\s+for|formerly|i\.e\.,?|that\s+is,?)\s+)?(?:(?:the|la|le|les|el|los)\s+)?(?:Office\s+of\s+(?:the\s+)?)?/;

/** Words that say what a group was, not what its letters mean: "CRS (controls)". */
const GROUP = /^(?:controls?|patients|animals|subjects|samples|placebo|vehicle|females|members|parties|observers?|invited|formerly|currently)$/;

/** "NCG (Nuclear Consultative Group)": the short form ends before the brackets at `open`. */
export function nameInside(text: string, open: number, content: string): Pair | undefined {
  const m = /([\p{Lu}\p{N}][\p{L}\p{N}.&/-]{0,11})(?:[’']s)?["”’]?\s*$/u.exec(text.slice(Math.max(0, open - 16), open));
  const short = m?.[1] ?? '';
  if (!m || !looksShort(short) || !/\s|\p{Ll}-|^\p{Ll}{7,}$/u.test(content) || GROUP.test(content)) return undefined;
  const start = open - m[0].length;
  const said = SAID.exec(content)?.[0].length ?? 0;
  const inside = open + 1 + said;
  const item = /[;:=]|,\s/.exec(content.slice(said))?.index ?? content.length - said;
  const long =
    expansionAfter(wordsOf(text, inside, inside + item), short, /\s/.test(content) ? 0.62 : 0.58, true) ??
    expansionAfter(wordsOf(text, inside, open + 1 + content.length), short, 0.62);
  if (!long || !/^[\s"“'‘]*(?:the\s+)?["“'‘]?$/.test(text.slice(inside, long.span.start)) || holdsItself(text.slice(long.span.start, long.span.end), short))
    return undefined;
  // "AZF1 (asparagine-rich zinc finger protein)": nothing but the name stands there, its last word too.
  const end = /^\s\p{Ll}[\p{L}-]+$/u.test(text.slice(long.span.end, open + 1 + content.length)) ? open + 1 + content.length : long.span.end;
  return { short: { start, end: start + short.length }, long: withoutPossessive(text, { start: long.span.start, end }) };
}
