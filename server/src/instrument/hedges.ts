/** Hedges: words that leave the actor room — effort instead of result, intention, first steps, conditions, discretion, limits. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { RuleName } from './force.ts';

/**
 * Effort and first steps count where they are what is promised, directly behind the operative word ("will work together to …",
 * "agree to explore …"); the same verb deeper in the clause only says how. Sticky; text in lower case.
 */
const HEAD = new RegExp(
  [
    'work(?:ing)?(?: (?:[a-z]+ly|together|hard|jointly|hand in hand))* (?:towards?|to)',
    'work(?:ing)?(?: (?:tirelessly|hard|actively|diligently|relentlessly)) for',
    'seek(?:ing)? (?:to|(?:further |new )?(?:opportunities|ways) (?:to|for))',
    'seek(?:ing)?',
    'giv(?:e|ing) (?:due |full |careful |serious |favou?rable |positive |sympathetic )*consideration',
    '(?:striv(?:e|ing)|endeavou?r(?:ing)?|aim(?:ing)?|attempt(?:ing)?|try(?:ing)?) (?:towards?|to|for)',
    '(?:do|doing) (?:our|their|its) (?:utmost|best|part) to',
    '(?:further )?(?:explor(?:e|ing)|consider(?:ing)?|examin(?:e|ing)|study(?:ing)?)',
    'discuss(?:ing)? (?:further |possible )?(?:ways|options|measures|how|opportunities)(?: (?:to|for))?',
    '(?:initiat(?:e|ing)|begin(?:ning)?|start(?:ing)?|commenc(?:e|ing)|open(?:ing)?|enter(?:ing)? into) (?:[a-z]+ ){0,2}(?:discussions|consultations|talks|negotiations|exploratory [a-z]+)(?: (?:to|on|about))?',
    'look(?:ing)? (?:into|for (?:further |new )?(?:ways|opportunities)(?: to| for)?)',
  ].join('|'),
  'y',
);

/**
 * Where the effort phrase ends that begins at `at` (lower-case text), or `undefined`. What a treaty's organ "shall consider" or "shall
 * examine" is its duty and no first step.
 */
export function effortAt(low: string, at: number, rule: RuleName): number | undefined {
  HEAD.lastIndex = at;
  const m = HEAD.exec(low);
  if (!m || /[a-z]/.test(low[HEAD.lastIndex] ?? ' ') || (rule === 'shall' && /^(?:(?:consider|examine|study)$|enter )/.test(m[0]))) return undefined;
  return HEAD.lastIndex;
}

const STOP = '(?=[,;.:)]|$| and (?:will|shall|to|we|the)\\b)';
const ANYWHERE: readonly RegExp[] = [
  /\b(?:mak(?:e|es|ing)|exert(?:s|ing)?|undertak(?:e|es|ing)) (?:every|all|their best|our best|best|appropriate|the utmost)(?: possible| appropriate)? efforts?(?: to)?\b/g,
  /\b(?:appropriate|best|reasonable) efforts\b|\bevery (?:possible )?(?:effort|encouragement)\b|(?<!\b(?:the|all|such|other|every|their|its|our) )\b(?:appropriate|feasible) (?:measures|steps|action)\b(?= to|,[^;.]{1,140}? to\b)/g,
  /\b(?:if|as|where|when|where and when|as and when|wherever|whenever)(?: and (?:when|where|as))?,? (?:deemed |considered |mutually )?(?:needed|necessary|required|requested|appropriate|possible|feasible|practicable|applicable|relevant|agreed(?! (?:by|in|at|upon|on)\b)|warranted|permitted)\b/g,
  /\bas (?:soon|far|quickly|early|rapidly|fully|much) as (?:possible|practicable|feasible)\b|\b(?:insofar|in so far) as (?!(?:it|this) (?:concerns|relates)\b)[^,;.]+|\b(?:reasonably|minimum) (?:practicable|achievable)\b|\bat (?:the|its|their|our) earliest (?:possible|convenien\w+|practicable|opportunity)(?: (?:date|time|opportunity|moment))?\b|\bas (?:it|they|we) (?:deems?|considers?|sees?) (?:necessary|fit|appropriate)\b|\b(?:so|in so|insofar) far as (?:(?:is|it is|may be) )?(?:reasonabl[ey]|practicable|possible|feasible|necessary|appropriate)(?: and (?:reasonable|practicable|possible|feasible|appropriate))?\b|\bas may be (?:necessary|needed|agreed|appropriate)\b(?<!\bsuch [a-z ]{1,60} as may be \w+)/g,
  /\b(?:unless|except (?:where|as|in|when|with|by)|save (?:in|where|as|when|with|by)|provided that|on condition that|on the condition that|contingent (?:up)?on|conditional (?:up)?on|depending on|without prejudice to) [^,;.]+|(?<=^|[,;:-] |(?:approv|provid|availab)\w+ |(?:basis|manner|and) )subject (?:always )?to [^,;.]+/g,
  /\bpending (?:[\p{L}'.]+ ){0,4}?(?:approval|authori[sz]ation|ratification|funding|appropriations?|legislation|completion|availability|consent|review|agreement|consultations?|notification|procedures)\b(?: (?:by|of|from) [^,;.]+)?/gu,
  /\bconditions?-based\b|\bat (?:suitable|appropriate) (?:intervals|times)(?: and places)?\b|\bat (?:its|their|our) (?:own )?discretion\b|\bof (?:its|their|our) (?:own )?choice\b|\bin principle\b/g,
  /\bto the (?:greatest|maximum|fullest|full|best)?\s?(?:extent|degree)(?: (?:feasible|possible|practicable|permitted|allowed|appropriate))?(?: and (?:feasible|possible|practicable))?(?: by (?:law|national law|domestic law))?|\bto the (?:maximum|limit|full|best|extent) of (?:their|its|our|his)(?: [a-z]+)? (?:resources|means|capacit(?:y|ies)|capabilities|abilit(?:y|ies)|competence|power)\b/g,
  /\b(?:on|in) (?:a|an) (?:purely |strictly )?(?:voluntary|non-binding|case-by-case|as-needed) (?:basis|manner)\b|\bvoluntarily\b|\bon mutually agreed terms\b|\bin exceptional circumstances\b|\bin (?:the )?appropriate (?:cases|circumstances)\b/g,
  /\bwithout the (?:(?:prior|written|express|explicit|and) ){0,3}(?:consent|approval|agreement|permission|authori[sz]ation) (?:of|from) [^,;.]+|\bwithout (?:its|their|our|[\p{L}.]+(?: [\p{L}.]+)?'s?) (?:(?:prior|written|express|explicit|and) ){0,3}(?:consent|approval|agreement|permission|authori[sz]ation)\b|\bas (?:determined|decided) by [^,;.]+/gu,
  /\b(?:use|using|do|doing) (?:our|their|its|his|her) (?:best|utmost)(?: endeavou?rs| efforts)?(?: to)?\b/g,
  /\b(?:with|upon|only with) the (?:prior )?(?:consent|approval|agreement|permission)\b(?:,[^,;.]{1,30},)? (?:of|from) [^,;.]+/g,
  new RegExp(
    `\\b(?:consistent with|in (?:accordance|line|conformity|keeping) with|according to|pursuant to(?= (?:its|their|our|each|applicable|relevant|respective|national|domestic|own|internal) )|as permitted by|as allowed by|(?:while )?respecting|within the (?:limits|framework) of|taking into (?:account|consideration)|in light of) (?:(?:our|their|its|each|the|all|any|applicable|relevant|respective|national|domestic|different|own|internal) )*(?:[\\p{L}.']+ ){0,6}?(?:laws?|legislation|regulations|constitutions?|constitutional|legal frameworks?|procedures|polic(?:y|ies)|(?:national|domestic|respective|different) (?:circumstances|priorities|conditions|capabilities|capacities)|obligations|(?:legal|statutory|constitutional) requirements|budgetary|resources)\\b(?:(?: [^\\s,;.]+){0,7}?${STOP})?`,
    'gu',
  ),
  /\b(?:within|subject to) (?:the )?(?:available|existing|our|their|its) (?:means|resources|capabilities|capacities|competences?|mandates?)\b/g,
  /\bcorresponding to the circumstances of [^,;.]+/g,
];
/** A standard to be met, not a way out. */
const STANDARD = /\b(?:resolutions?|international (?:humanitarian |human rights )?law|law of the sea|principles|values|standards|goals?|paris agreement)\b/;
/** In a treaty a purpose stated as a view, and a request that must first be made, leave the party room. */
const TREATY: readonly RegExp[] = [
  /\b(?:consistent|in accordance|in conformity) with (?:the )?(?:principles of the )?charter\b[^,;.]*/g,
  /\bwith a view to\b/g,
  /\bif\b[^;.]*? so requests?\b/g,
  /\bif (?:so )?requested\b[^,;.]*|\b(?:up)?on (?:its |their )?request\b(?! of)/g,
  /\bin (?:its|their) opinion\b|\bin the opinion of [^,;.]+/g,
];

/**
 * Hedges between `from` and `to` of a sentence in lower case, typography folded, in order, never overlapping. `treaty`: the text binds
 * in law. Accord with a Security Council resolution or international law names the standard and is no hedge; accord with one's own policy, law or
 * circumstances is.
 */
export function findHedges(low: string, from: number, to: number, treaty: boolean): readonly Span[] {
  const text = low.slice(from, to);
  const out: Span[] = [];
  for (const pattern of treaty ? [...ANYWHERE, ...TREATY] : ANYWHERE) {
    for (const m of matches(pattern, text)) {
      const start = from + m.index;
      if (
        /^(?:consistent|in (?:acc|line|conf|keep|light)|according|respecting|while|taking)/.test(m[0]) &&
        STANDARD.test(m[0]) &&
        !/\b(?:national|domestic|respective|own) /.test(m[0])
      )
        continue;
      if (/^subject to (?:the )?(?:safeguards|international)/.test(m[0])) continue;
      out.push({ start, end: start + m[0].trimEnd().length });
    }
  }
  out.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return out.filter((h) => {
    if (h.start < end) return false;
    end = h.end;
    return true;
  });
}

/** Hedges that make what follows depend on something: given as the commitment's condition. */
export const isCondition = (hedge: string): boolean =>
  /^(?:if|pending|unless|except|provided|on (?:the )?condition|contingent|conditional|conditions?-based|subject|consistent|in (?:accordance|line|conformity|keeping)|with the|upon the|depending|where|when)/i.test(
    hedge,
  );
