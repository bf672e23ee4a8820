/** Names what differs between a quotation's words and the words that stand in the text: the kinds that messages speak of. */
import type { ChangeKind } from './analysis.ts';

const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'nor', 'neither', 'without', 'cannot', 'nothing', 'nobody', 'non']);
const negated = (forms: readonly string[]): boolean => forms.some((f) => NEGATIONS.has(f) || f.endsWith("n't"));

/** Words that weaken a promise or make it depend on something. */
const HEDGES = new Set(
  (
    'may might could should seek seeks seeking intend intends intending intention strive strives aim aims effort efforts endeavour endeavor endeavours endeavors ' +
    'attempt attempts try tries explore consider considers considering appropriate possible possibly feasible practicable necessary needed voluntary voluntarily ' +
    'potentially subject consistent work works working where generally largely normally principle'
  ).split(' '),
);
const hedges = (forms: readonly string[]): readonly string[] => forms.filter((f) => HEDGES.has(f));

const NUMBER_WORDS = new Set(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty ' +
    'seventy eighty ninety hundred thousand million billion first second third fourth fifth sixth seventh eighth ninth tenth half double ' +
    'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
const isNumber = (form: string): boolean => /\p{N}/u.test(form) || NUMBER_WORDS.has(form);

/** Endings by which one word is inflected: a plural or a past tense is another word, not another spelling. */
const INFLECTED = /^(?:'?s|es|ed|d|ing|er|est|ly|'s)?$/;

/** True when both are one word spelled in two ways or misspelled, never when a letter makes another grammatical form. */
function respelled(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // "these" for "those" is another word, though one letter differs.
  if (FUNCTION_WORDS.has(a) && FUNCTION_WORDS.has(b)) return false;
  if (short.length < 5 || long.length - short.length > 2 || isNumber(a) || isNumber(b)) return false;
  if (long.startsWith(short) && INFLECTED.test(long.slice(short.length))) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++;
  const [x, y] = [short.slice(head, short.length - tail), long.slice(head, long.length - tail)];
  // One letter more, less or other, two swapped; and the British and American pairs that differ by two.
  if (x.length <= 1 && y.length <= 1) return tail > 0 && head > 0 && !(tail <= 2 && INFLECTED.test(short.slice(head)) && INFLECTED.test(long.slice(head)));
  return (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]) || (head >= 3 && x === '' && /^(?:me|ue|gh)$/.test(y));
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');

/** The kind of a difference between the forms written and the forms that stand there; either may be empty, not both. */
export function kindOf(written: readonly string[], stands: readonly string[]): ChangeKind {
  if (written.length > 1 && sameWords(written, stands)) return 'order';
  // "table top", "table-top", "tabletop"; "US", "U.S.": hyphens, spaces and dots are punctuation.
  if (written.join('').replace(/[.']/g, '') === stands.join('').replace(/[.']/g, '')) return 'punctuation';
  if (negated(written) !== negated(stands)) return 'negation';
  const [here, there] = [hedges(written), hedges(stands)];
  if (here.some((h) => !there.includes(h)) || there.some((h) => !here.includes(h))) return 'hedge';
  if (written.length === stands.length && written.every((w, i) => respelled(w, stands[i] as string))) return 'spelling';
  const [some, other] = [written.filter(isNumber), stands.filter(isNumber)];
  if (some.join(' ') !== other.join(' ')) return 'number';
  return written.length === 0 ? 'omitted' : stands.length === 0 ? 'added' : 'word';
}

/** Words that carry no subject matter: they count little when two wordings are compared. */
const FUNCTION_WORDS = new Set(
  (
    'a an the and or but of to in on at by for with from as into upon under over between among through during against about ' +
    'is are was were be been being has have had having do does did will would shall should may might can could must ' +
    'it its they their them we our us he his she her i you your this that these those which who whom whose what there here ' +
    'not no nor so than then such any all each both more most other also only if when where while'
  ).split(' '),
);

/** How much a word says: 1, or a quarter for a function word. */
export const weight = (form: string): number => (FUNCTION_WORDS.has(form) ? 0.25 : 1);
