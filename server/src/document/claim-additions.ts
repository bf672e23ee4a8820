/** What a restating sentence adds to a promise: wider scope, longer time, figures, means and consequences that the text does not name. */
import { matches } from '../text/matches.ts';
import type { Against } from './addition-rows.ts';
import { MATTER } from './additions-matter.ts';
import { SCOPE } from './additions-scope.ts';

const stem = (word: string): string => word.replace(/(?:ly|ing|ed|es|s|e|ment)$/, '');

/** Whether the text itself says these words, whatever their endings. */
export function stands(phrase: string, source: string): boolean {
  const words = source.toLowerCase();
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .every((w) => words.includes(stem(w)));
}

const NUMBER = '(?:\\d[\\d.,]*\\d|\\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|(?:a|one|several)\\s+hundred)';
/** What is promised not to be done is not added: "not to deploy nuclear weapons". */
const DENIED =
  /\b(?:not|never|nor|no|short\s+of|rather\s+than|instead\s+of|far\s+from|refrain\w*\s+from|prohibit\w*|bans?|banned|forbid\w*|outlaw\w*)\s+(?:(?:to|the|any|all|or)\s+|[a-z]+\s+){0,2}$/i;
/** Figures by which a promise can be measured. */
const FIGURE = new RegExp(
  `(?<![\\p{L}\\d.,])(?:[$€£]\\s?\\d[\\d.,]*|${NUMBER}\\s*(?:per\\s*cent|percent|%|(?:billion|million|trillion)|(?:dollars|euros|tons|tonnes|troops|soldiers|ships|submarines|aircraft|brigades|years|months|weeks|days|hours)(?!\\s+(?:old|ago|earlier|later|after|before))))`,
  'giu',
);

/** A figure that the text does not give. */
function figureIn(claim: string, source: string): string | undefined {
  for (const m of matches(FIGURE, claim)) {
    const digits = /\d[\d.,]*/.exec(m[0])?.[0].replace(/[.,]$/, '');
    if (digits ? !source.includes(digits) : !stands(m[0], source)) return m[0].trim();
  }
  return undefined;
}

/**
 * Phrases of the claim that add to what the text promises, in order of kind, at most one of each kind. `sentence` and `paragraph` are
 * those in which the commitment stands.
 */
export function additionsTo(claim: string, sentence: string, paragraph: string): readonly { readonly phrase: string; readonly against: Against }[] {
  const out: { phrase: string; against: Against }[] = [];
  for (const { against, pattern, unless } of [...SCOPE, ...MATTER]) {
    const source = against === 'scope' ? sentence : paragraph;
    if (unless?.test(source)) continue;
    for (const m of matches(pattern, claim)) {
      const phrase = m[0].trim();
      if (stands(phrase, source) || DENIED.test(claim.slice(Math.max(0, m.index - 40), m.index))) continue;
      out.push({ phrase, against });
      break;
    }
  }
  const figure = figureIn(claim, paragraph);
  if (figure) out.push({ phrase: figure, against: 'scope' });
  return out;
}
