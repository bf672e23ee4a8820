/** Writes a pinpoint to other paragraphs in the style of one that an author wrote: "¶¶ 3–5" for "¶ 7", "the fifth paragraph" for "the second". */

import { remember } from '../text/remember.ts';

const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const POSITIONS = `${ORDINALS.slice(1).join('|')}|last|final|closing|concluding|opening|penultimate|\\d{1,3}(?:st|nd|rd|th)`;

/** "fourth paragraph": the ordinal, and the noun behind it. */
const ORDINAL = new RegExp(`\\b(${POSITIONS})(\\s+)(paragraph|recital|article|section|principle|sentence)\\b`, 'i');
const NUMBER = String.raw`\(?(?:\d{1,4}|[IVXLC]{1,7}\b|(?:${CARDINALS.slice(1).join('|')})\b)(?:\(\w{1,4}\)|\.\d{1,3})*\)?`;
const JOINT = String.raw`\s*(?:[-–—,]|--|\band\b|&|\bto\b|\bthrough\b|,\s*and\b)\s*`;
const CARDINAL = new RegExp(`^(?:${CARDINALS.slice(1).join('|')})$`, 'i');
/** A unit and its numbers: "paras. 3, 5 and 7", "Art. VI(1)", "¶¶ 3–5", "OP4". */
const COUNTED = new RegExp(
  String.raw`(paragraphs?|paras?|pars?|subparas?|¶{1,2}|§{1,2}|points?|pts?|articles?|arts?|principles?|recitals?|sections?|secs?|annex(?:es)?|OP|PP)(\.?)([\s~]*)(${NUMBER}(?:${JOINT}${NUMBER})*)`,
  'i',
);
const KOREAN = /제?\d+(?:\s?[~,·–-]\s?\d+)*(?=\s?(?:항|조|문단))/;

/** The unit for one or for several: "para" and "paras", "¶" and "¶¶". */
function unitFor(unit: string, several: boolean): string {
  const sign = unit[0] as string;
  if (/[¶§]/.test(sign)) return several ? sign + sign : sign;
  if (/^(?:OP|PP)$/i.test(unit)) return unit;
  if (/^annex/i.test(unit)) return unit.slice(0, 5) + (several ? 'es' : '');
  const one = unit.replace(/s$/i, '');
  return several ? one + (unit === unit.toUpperCase() && unit.length > 1 ? 'S' : 's') : one;
}

/** Labels without their unit: "Article VI(1)" is "VI(1)" behind "Art.". */
const bare = (label: string): string => label.replace(/^(?:Article|Principle|Section|Annex|Recital|Paragraph|OP|PP)\s*(?=[\dIVXLC])/i, '');

/** "3", "3 and 5", "3, 5 and 7", "3–5": runs of three or more as a range. */
function join(labels: readonly string[], and: string, dash: string): string {
  const parts: string[] = [];
  for (let i = 0; i < labels.length; i++) {
    let k = i;
    while (k + 1 < labels.length && /^\d+$/.test(labels[k] as string) && Number(labels[k + 1]) === Number(labels[k]) + 1) k++;
    if (k - i >= 2) {
      parts.push(`${labels[i]}${dash}${labels[k]}`);
      i = k;
    } else parts.push(labels[i] as string);
  }
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}${and}${parts[parts.length - 1]}`;
}

const cased = (word: string, like: string): string => (/^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word);

/**
 * The pinpoint to the labels, in the style of `like`; the labels are the instrument's, in order. A style that cannot say them
 * gives "para. 3" or the labels themselves. No labels give `like` unchanged.
 */
export const renderPinpoint = (like: string, labels: readonly string[]): string => (labels.length === 0 ? like : rendered(`${like}\n${labels.join('\n')}`));

/** A pinpoint's words stand on one line; the labels follow, one a line. */
const rendered = remember((key: string): string => {
  const [like = '', ...labels] = key.split('\n');
  return render(like, labels);
}, 1000);

function render(like: string, labels: readonly string[]): string {
  const and = /&/.test(like) ? ' & ' : ' and ';
  const dash = /--/.test(like) ? '--' : /\d-\d/.test(like) ? '-' : '–';
  const several = labels.length > 1;
  const numbers = labels.map(bare);
  const plain = /^(?:\d|[IVXLC]+\b)/.test(numbers[0] as string) && numbers.every((n) => /^[\dIVXLC]/.test(n));
  if (!plain) return join(labels, and, dash);
  const counted = COUNTED.exec(like);
  const ordinal = ORDINAL.exec(like);
  if (ordinal && (!counted || ordinal.index < counted.index)) {
    const n = Number(numbers[0]);
    const [whole, position, space, noun] = ordinal as unknown as readonly [string, string, string, string];
    const word = /^\d/.test(position) ? `${n}${['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'}` : ORDINALS[n];
    if (several || !Number.isInteger(n) || word === undefined) return `${cased(noun, position)}${several ? 's' : ''} ${join(numbers, and, dash)}`;
    return like.slice(0, ordinal.index) + cased(word, position) + space + noun + like.slice(ordinal.index + whole.length);
  }
  if (counted) {
    const [whole, unit, stop, space, old] = counted as unknown as readonly [string, string, string, string, string];
    const spelled = CARDINAL.test(old);
    const inside = /^\(\d+\)$/.test(old);
    const shown = spelled ? numbers.map((n) => cased(CARDINALS[Number(n)] ?? n, old)) : inside ? numbers.map((n) => `(${n})`) : numbers;
    return like.slice(0, counted.index) + unitFor(unit, several) + stop + space + join(shown, and, dash) + like.slice(counted.index + whole.length);
  }
  if (/^\d+$/.test(like)) return join(numbers, and, dash);
  if (KOREAN.test(like)) return like.replace(KOREAN, (m) => (m.startsWith('제') ? '제' : '') + join(numbers, ', ', '–'));
  return /^\d/.test(numbers[0] as string) && !/^(?:Article|Principle|Section|Annex)/.test(labels[0] as string)
    ? `${unitFor('para', several)}. ${join(numbers, and, dash)}`
    : join(labels, and, dash);
}
