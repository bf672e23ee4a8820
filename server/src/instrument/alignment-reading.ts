/** Reads the words before a short form in every way that its letters can be meant, the surest first. */
import type { Span } from '../text/span.ts';
import { expansionBefore, spells } from './alignment.ts';
import { turned } from './alignment-laboratory.ts';
import { bodyBefore, HEAD, headedBefore, nameBefore } from './alignment-names.ts';
import { doseBefore, formulaBefore, indexedBefore, letterBefore } from './alignment-symbols.ts';
import { lettersOf, numberAt, type Word } from './alignment-words.ts';

const within = (words: readonly Word[], span: Span): readonly Word[] => words.filter((w) => w.span.start >= span.start && w.span.end <= span.end);

const before = (words: readonly Word[], span: Span): Word | undefined => words.findLast((w) => w.span.end <= span.start);

/** "70-kDa heat shock protein (hsp70)", "Sixth Assessment Report (AR6)": the number of a series, said before the name. */
function withNumber(words: readonly Word[], short: string, found: Span): Span {
  const digits = /\d+$/.exec(short)?.[0];
  if (digits === undefined || /^\p{L}\d+$/u.test(short) || within(words, found).some((w) => w.plain.includes(digits) || numberAt(w, 0, digits) > 0))
    return found;
  const number = words
    .filter((w) => w.span.end <= found.start)
    .slice(-2)
    .find((w) => (w.plain.startsWith(digits) && !/^\d/.test(w.plain.slice(digits.length))) || numberAt(w, 0, digits) > 0);
  return number ? { start: number.span.start, end: found.end } : found;
}

const CAPITAL = /^\p{Lu}/u;

/**
 * The whole name where letters stop short of it: at its end ("… of Amity and Cooperation in Southeast Asia", "… Framework for Prosperity"),
 * and at its head noun where the adjective is set behind ("Conférence sud-américaine …").
 */
function whole(words: readonly Word[], letters: string, found: Span): Span {
  const inside = within(words, found);
  const tail = words.filter((w) => w.span.start >= found.end);
  const first = inside[0];
  const last = inside.at(-1);
  const head = before(words, found);
  const goesOn =
    tail.length > 1 &&
    last !== undefined &&
    CAPITAL.test(last.text) &&
    tail.every((w) => w.stop || CAPITAL.test(w.text)) &&
    (/^(?:for|on|to|against)$/.test(tail[0]?.text ?? '') || (tail[0]?.text === 'in' && HEAD.test(first?.plain ?? '')));
  const behind =
    first !== undefined &&
    head !== undefined &&
    !head.stop &&
    HEAD.test(head.plain) &&
    CAPITAL.test(head.text) &&
    !CAPITAL.test(first.text) &&
    head !== words[0] &&
    !spells(inside, letters);
  // "calcium/calmodulin-dependent kinase (CaMK)": the first of two that both begin with the letter.
  const twin = first?.behindSlash && head && /^\p{Ll}+$/u.test(head.text) && head.plain[0] === first.plain[0];
  return { start: behind || twin ? head.span.start : found.start, end: goesOn ? (words.at(-1) as Word).span.end : found.end };
}

/** "command, control and communications (C3)": the number says how often its letter comes. */
function repeated(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{Lu}{0,2})(\p{Lu})([234])$/u.exec(short);
  if (!m) return undefined;
  const letters = ((m[1] as string) + (m[2] as string).repeat(Number(m[3]))).toLowerCase();
  const content = words.filter((w) => !w.stop).slice(-letters.length);
  return content.length === letters.length && content.every((w, i) => w.plain[0] === letters[i])
    ? { start: (content[0] as Word).span.start, end: (words.at(-1) as Word).span.end }
    : undefined;
}

const KIND = /^(?:syndrome|disease|protein|gene|receptor|factor|antigen|virus|toxin|project|programme|initiative)s?$/;

/** "Quadrilateral Security Dialogue (Quad)": the first word of a name, cut short; of two words also in capitals ("Cohen syndrome (COH1)"). */
function cut(words: readonly Word[], short: string): Span | undefined {
  const begin = /^(\p{Lu}{3,4})\d?$/u.exec(short)?.[1]?.toLowerCase();
  const [first, kind] = words.slice(-2);
  if (begin && first && kind && first.plain.startsWith(begin) && first.plain.length > begin.length && KIND.test(kind.text))
    return { start: first.span.start, end: kind.span.end };
  if (!/^\p{Lu}\p{Ll}{2,5}$/u.test(short)) return undefined;
  for (let i = words.length - 2; i >= 0 && words.length - i <= 6; i--) {
    const w = words[i] as Word;
    if (!w.stop && !CAPITAL.test(w.text)) return undefined;
    if (w.text.startsWith(short) && w.text.length > short.length + 3) return { start: w.span.start, end: (words.at(-1) as Word).span.end };
  }
  return undefined;
}

/** "U.S.-Korea Free Trade Agreement (KORUS FTA)": the last letters are the name's end, the first ones stand for what is before it. */
function byLastToken(words: readonly Word[], short: string): Span | undefined {
  const token = /^\p{Lu}{3,8}\s(\p{Lu}{3,5})$/u.exec(short)?.[1];
  const end = token === undefined ? undefined : expansionBefore(words, token, 0.95)?.span;
  if (!end || end.end !== words.at(-1)?.span.end) return undefined;
  const rest = words.filter((w) => w.span.end <= end.start);
  let from = rest.length;
  while (from > 0 && CAPITAL.test((rest[from - 1] as Word).text)) from--;
  return from < rest.length ? { start: (rest[from] as Word).span.start, end: end.end } : undefined;
}

/** "von Willebrand factor (vWF)", "per os (p.o.)": a little word that gives the first letter, all the others following. */
function fromParticle(words: readonly Word[], letters: string): Span | undefined {
  for (let n = 2; n <= Math.min(words.length, letters.length + 1); n++) {
    const some = words.slice(-n);
    const first = some[0] as Word;
    if (/^(?:von|van|per)$/.test(first.text) && first.plain[0] === letters[0] && spells(some, letters))
      return { start: first.span.start, end: (words.at(-1) as Word).span.end };
  }
  return undefined;
}

/** Groups that chemists shorten: "OH" is the hydroxy group. */
const spoken = (short: string): string => short.replace(/\(OH\)2/, 'dihydroxy').replace(/OH/, 'hydroxy');

/** "methanol (MeOH)". */
const alcohol = (short: string): string | undefined => (/^\p{Lu}\p{Ll}{1,2}OH$/u.test(short) ? short.replace(/OH$/, 'ol') : undefined);

/** "adenosine 3',5'-cyclic monophosphate (cAMP)": the small letter's word stands among the others. */
function withSmall(words: readonly Word[], short: string): Span | undefined {
  const [, small, capitals] = /^(\p{Ll})(\p{Lu}{3,5})$/u.exec(short) ?? [];
  const found = small && capitals ? byLetters(words, capitals, 0.5) : undefined;
  return found && within(words, found).some((w) => w.starts.some((s) => w.plain[s] === small)) ? found : undefined;
}

function byLetters(words: readonly Word[], short: string, threshold: number): Span | undefined {
  const letters = lettersOf(short);
  const found = expansionBefore(words, short, threshold)?.span;
  // Where a letter is not the first of a word, a name that says what it is first may be meant.
  const doubtful = found === undefined || !spells(within(words, found), letters);
  const headed = doubtful ? headedBefore(words, letters) : undefined;
  return headed ?? (found && withNumber(words, short, whole(words, letters, found)));
}

/** Letters that may be another language's: enough of them, or a working party's number, or the organization's own with a name ("UN-Habitat"). */
const BODY_SHORT = /^(?:\p{Lu}{4,10}|UN\p{Lu}{2,6} [IVX]+|\p{Lu}{2,5}-\p{Lu}{3,5}|\p{Lu}{2,4}\.\d{1,3}|UN-\p{Lu}\p{Ll}+)$/u;

/**
 * The expansion that ends with (nearly) the last of the words; `threshold` as for `expansionBefore`; `inRow` where
 * other single letters stand near. Offsets are those of the words.
 */
export function longBefore(words: readonly Word[], short: string, threshold: number, inRow = false): Span | undefined {
  if (/^\p{Lu}$/u.test(short)) return formulaBefore(words, short) ?? letterBefore(words, short, inRow);
  const symbol =
    formulaBefore(words, short) ??
    doseBefore(words, short) ??
    turned(words, short) ??
    repeated(words, short) ??
    (/m(?:ax|in)$|^\p{Lu}\p{Ll}$/u.test(short) ? indexedBefore(words, short) : undefined);
  if (symbol) return symbol;
  const found = byLetters(words, short, threshold);
  if (found) return found;
  const chemical = short.includes('OH') && words.some((w) => w.plain.includes('hydroxy')) ? byLetters(words, spoken(short), threshold) : undefined;
  if (chemical) return chemical;
  const said = alcohol(short);
  const other = (said === undefined ? undefined : byLetters(words, said, threshold)) ?? withSmall(words, short);
  if (other) return other;
  // "tandem mass spectrometry (MS/MS)".
  const once = short.replace(/(\p{Lu}{2})\/\1$/u, '$1');
  const tandem = once === short ? undefined : byLetters(words, once, threshold);
  if (tandem) return { start: (before(words, tandem)?.plain === 'tandem' ? before(words, tandem) : undefined)?.span.start ?? tandem.start, end: tandem.end };
  // "gamma interferon (IFN-gamma)", "polymerase beta (beta-pol)".
  const greek = /^(\p{Lu}{2,5})[-\s]?(alpha|beta|gamma|delta|[αβγδ])$/u.exec(short);
  const ahead = greek ? undefined : /^(alpha|beta|gamma|delta|[αβγδ])-(\p{Ll}{2,5})$/u.exec(short);
  const [, first, second] = greek ?? ahead ?? [];
  const turnedGreek = first && second ? byLetters(words, `${second}-${first}`, 0.55) : undefined;
  if (turnedGreek) return turnedGreek;
  // "NG-monomethyl-L-arginine (L-NMMA)": the configuration may be said elsewhere in the name, or not at all.
  const bare = /^\p{L}-(\p{Lu}{3,})$/u.exec(short)?.[1];
  const configured = bare === undefined ? undefined : byLetters(words, bare, 0.6);
  if (configured) return configured;
  const rest = indexedBefore(words, short) ?? fromParticle(words, lettersOf(short)) ?? cut(words, short) ?? byLastToken(words, short);
  if (rest) return rest;
  const named = /^[\p{Lu}\p{N}/-]{3,}s?$/u.test(short) ? nameBefore(words, short)?.span : undefined;
  return named ?? (BODY_SHORT.test(short) ? bodyBefore(words, short) : undefined);
}
