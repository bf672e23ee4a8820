/** Names in capitals whose letters are not all where an initialism has them: the head noun last, or another language's letters. */
import type { Span } from '../text/span.ts';
import { lettersOf, type Word } from './alignment-words.ts';

const CAPITAL = /^\p{Lu}/u;

export interface Name {
  readonly span: Span;
  /** The share of the letters that begin words, in order: 0 to 1. */
  readonly quality: number;
}

/** What a name is, said first and spelt last: "Treaty on the Non-Proliferation of Nuclear Weapons (NPT)". */
export const HEAD =
  /^(?:treaty|convention|agreement|protocol|charter|code|conference|initiative|organi[sz]ation|programme|university|ministry|department|traite|accord|protocole|tratado|convenio|convencion|acuerdo|protocolo)$/;

/** The name that begins with its head noun, which gives the last letter or the first; the other letters begin words behind it. */
export function headedBefore(words: readonly Word[], letters: string): Span | undefined {
  const last = words.at(-1);
  if (letters.length < 3 || !last || last.stop) return undefined;
  for (let i = words.length - 2; i >= 0 && words.length - i <= 24; i--) {
    const head = words[i] as Word;
    if (!CAPITAL.test(head.text) || !HEAD.test(head.plain) || words[i + 1]?.stop !== true) continue;
    const begins = words.slice(i + 1).flatMap((w) => (w.stop ? [] : w.starts.map((s) => w.plain[s] as string)));
    const spelt = (wanted: string): boolean => {
      let at = 0;
      for (const letter of begins) if (letter === wanted[at]) at++;
      return at === wanted.length;
    };
    if ((head.plain[0] === letters.at(-1) && spelt(letters.slice(0, -1))) || (head.plain[0] === letters[0] && spelt(letters.slice(1))))
      return { start: head.span.start, end: last.span.end };
  }
  return undefined;
}

/**
 * The name in capitals that ends with the last of the words, for a short form that spells another language's name or only part of this
 * one ("United Nations Population Fund (UNFPA)"): at least two words, the first letters agreeing and some of the others.
 */
export function nameBefore(words: readonly Word[], short: string): Name | undefined {
  const letters = lettersOf(short);
  const last = words.at(-1);
  if (letters.length < 3 || !last || !CAPITAL.test(last.text)) return undefined;
  let from = words.length;
  while (from > 0 && words.length - from < 14) {
    const w = words[from - 1] as Word;
    if (!CAPITAL.test(w.text) && !(w.stop && /^(?:of|for|on|the|and|to|in|de|des|du|la|del|y|et)$/i.test(w.text))) break;
    from--;
  }
  while (from < words.length && (!CAPITAL.test((words[from] as Word).text) || (words[from] as Word).stop)) from++;
  let best: Name | undefined;
  for (let start = from; start < words.length - 1; start++) {
    const first = words[start] as Word;
    if (first.stop || !CAPITAL.test(first.text) || first.plain[0] !== letters[0]) continue;
    const begins = words.slice(start).flatMap((w) => (w.stop ? [] : w.starts.map((s) => w.plain[s] as string)));
    const quality = commonTo(begins, letters) / letters.length;
    // The nearest of names that are spelt equally well.
    if (quality >= 0.5 && (!best || quality >= best.quality)) best = { span: { start: first.span.start, end: last.span.end }, quality };
  }
  return best;
}

/** How many letters two sequences have in common, in order. */
function commonTo(a: readonly string[], b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let i = 0; i < b.length; i++) next.push(letter === b[i] ? (row[i] as number) + 1 : Math.max(row[i + 1] as number, next[i] as number));
    row = next;
  }
  return row[b.length] as number;
}

/** What bodies call themselves, whatever the language of their letters. */
const BODY =
  /^(?:organi[sz]ation|institute|committee|commission|council|fund|bank|mission|operation|force|agency|agreement|treaty|convention|programme|program|federation|association|confederation|union|network|cent(?:er|re)|forum|system|secretariat|assembly|conference|parliament|front|movement|party|company|corporation|foundation|academy|university|ministry|office|authority|board|community|group|partnership|initiative|framework|compact|league|alliance|coalition|observatory|tribunal|court|service|society)$/;
const LINK = /^(?:of|for|on|the|and|to|in|against|de|des|du|la|del|los|las|y|et)$/i;

/** The whole name of a body in capitals that ends with the last of the words, for letters that come from another language: at least three words. */
export function bodyBefore(words: readonly Word[], short: string): Span | undefined {
  const last = words.at(-1);
  if (lettersOf(short).length < 4 || !last || !CAPITAL.test(last.text) || last.plain.length < 3) return undefined;
  let from = words.length - 1;
  while (from > 0 && words.length - from < 14) {
    const w = words[from - 1] as Word;
    const next = words[from] as Word;
    // A comma, or a new article, begins another name: "Uruguay and the Church Committee".
    if (next.span.start - w.span.end !== 1 || (!CAPITAL.test(w.text) && !LINK.test(w.text))) break;
    if (/^(?:the|la|los|las)$/.test(next.text) && (CAPITAL.test(w.text) || /^(?:and|y|et)$/.test(w.text))) break;
    from--;
  }
  while (from < words.length && (!CAPITAL.test((words[from] as Word).text) || (words[from] as Word).stop)) from++;
  // The organization's own bodies begin with its name: "the Director of the United Nations … Programme".
  if (/^UN/.test(short))
    from = Math.max(
      from,
      words.findLastIndex((w) => w.text === 'United'),
    );
  const name = words.slice(from);
  const capitals = name.filter((w) => CAPITAL.test(w.text) && !w.stop);
  if (capitals.length < 3 || !capitals.some((w) => BODY.test(w.plain))) return undefined;
  // Other letters than the name's are somebody else's: "the Permanent Mission to the United Nations (DPRK)".
  const letters = lettersOf(short);
  if (!/\d$/.test(letters) && commonTo([...capitals.map((w) => w.joined).join('')], letters) < 0.6 * letters.length) return undefined;
  return { start: (name[0] as Word).span.start, end: last.span.end };
}
