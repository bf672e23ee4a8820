/** Commitments that are nouns: "reaffirm our commitment to …", "the commitment of A to B is firm", "announced its intention to …". */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { RuleName } from './force.ts';
import { complement, negation, type Operative, POSSESSIVE } from './operative.ts';
import { isVerb } from './verbs.ts';

const NOUN = 'commitments?|obligations?|resolve|determination|pledges?|dedication|intent|intentions?|readiness|willingness|preparedness|plans?|decisions?|will';
const COMMITMENT = new RegExp(
  `\\b(${NOUN})((?: of (?:the )?[a-z. ]{2,40}?)?(?:,[^,;:.]{1,60},)?)(?= (?:to|towards?|that|never to|not to|for|of|in|and support for|and dedication to|and determination to)\\b|:|[.,;]|$| (?:under|made|regarding|concerning|on)\\b)`,
  'g',
);
const ANY_NOUN = new RegExp(`\\b(?:${NOUN})\\b`);
const IS_POSSESSIVE = new RegExp(`^${POSSESSIVE}$`);
const INTENTION = /^(?:intent|readiness|willingness|preparedness|plan)/;

/** Verbs that report a commitment as the speaker's own. */
const REPORTS =
  /^(?:(?:re)?affirm|reiterate|(?:re)?confirm|underscore|underline|stress|emphasi[sz]e|express|state|restate|reassert|assert|renew|share|highlight|declare|announce|voice|convey|signal|proclaim|outline|repeat|pronounce)(?:s|d|ed|es)?$/;
/** Verbs that govern a commitment without making it. */
const ELSEWHERE =
  /^(?:welcom|recogni[sz]|appreciat|commend|applaud|honou?r|fulfil|meet|met|implement|uphold|note|noting|noted|recall|reflect|represent|thank|support|urg|call|acknowledg|prais|seek|keep|kept|build|advance|congratulat|value|encourag|remain|deliver|undermin|question|stem|underpin|violat|breach|review|discuss|consider|welcom|attest|includes?$|included$|testif|prov|exemplif|is$|are$|was$|were$|be$|been$|has$|have$|will$|shall$)/;

const STANDING = new RegExp(
  `\\b(?:${NOUN})\\b (?:to|of|for|towards?)\\b[^.;:]{1,220}? (is|are|remains?|will remain|has been and remains)(?: (?:\\p{L}+ly|as|both|now|also|more)){0,3} (enduring|iron-?clad|unwavering|unshakea?ble|steadfast|absolute|firm|strong|rock-solid|sacrosanct|backed|unequivocal|undiminished|unconditional|resolute|inviolable|longstanding|long-standing|undimmed|clear)\\b|\\b(?:${NOUN})\\b (?:to|of|for|towards?)\\b[^.;:]{1,220}? will (?:never|not) (?:waver|falter|weaken|diminish|change)\\b`,
  'gu',
);
const IS_COMMITMENT =
  /\b(?:(?:is|are) (?:(?:the|our|their|its|an?) )?(?:[a-z-]+ ){0,3}?(?:commitment|pledge|resolve|determination)|our (?:shared |joint |common )?(?:commitment|pledge) (?:is|remains)) (?:never |not )?to\b(?= ([a-z]+))/g;

/** "It is our intention to …", "our aim is to …". */
const IS_INTENTION =
  /\b(?:it is our (?:firm |shared |clear )?(?:intention|intent|aim)|our (?:firm |shared |common )?(?:intention|intent|aim) is) (?:not )?to\b(?= ([a-z]+))/g;

const IS: readonly (readonly [RegExp, RuleName])[] = [
  [IS_COMMITMENT, 'restated'],
  [IS_INTENTION, 'intention'],
];

/** Commitments that stand as nouns: "reaffirm our commitment to …", "our commitment to … is firm". */
export function nounOperatives(text: string, low: string): readonly Operative[] {
  const out: Operative[] = [];
  if (!ANY_NOUN.test(low) && !/\bour \w* ?aim\b/.test(low)) return out;
  for (const m of matches(STANDING, low)) {
    const phrase = nounPhrase(text, low, m.index);
    const head = low.slice(0, phrase.start).trimEnd();
    if (head !== '' && !/(?:\bthat|[,;]|\b(?:and|while|as|highlighted|underscored|reaffirmed|affirmed))$/.test(head)) continue;
    const is = m.index + m[0].length;
    out.push({
      span: { start: m.index, end: is },
      rule: 'standing',
      form: 'np',
      subject: 'none',
      phrase: phrase.start,
      ...(phrase.bound ? { bound: phrase.bound } : {}),
    });
  }
  for (const [pattern, rule] of IS)
    for (const m of matches(pattern, low))
      if (isVerb(m[1] as string))
        out.push({
          span: { start: m.index, end: m.index + m[0].length },
          rule,
          form: 'base',
          subject: 'none',
          // "It is our intention" names those who have it; whose "is a commitment" is, the subject before it says.
          ...(rule === 'intention' ? { phrase: m.index } : {}),
          verb: rule === 'intention' ? 'intention' : 'commitment',
          negative: negation(m[0]),
        });
  for (const m of matches(COMMITMENT, low)) {
    const noun = m[1] as string;
    const end = m.index + m[0].length;
    const next =
      /^ (?:to|towards?|that|never to|not to|for|of|in|and support for|and dedication to|and determination to)\b|^:/.exec(low.slice(end, end + 30))?.[0] ?? '';
    if (next === '' && !/^commitment/.test(noun)) continue;
    // Obligations are the speaker's own only where they are said to be: "reaffirm their obligation to …".
    if (noun.startsWith('obligation') && !(/ to$/.test(next) && /\b(?:our|their|its|his|her) (?:[a-z-]+ ){0,2}$/.test(low.slice(0, m.index)))) continue;
    if (/^(?:plan|decision|will)/.test(noun) && !/ to$/.test(next) && !(noun === 'decision' && / that$/.test(next))) continue;
    if (/^ (?:for|of|in)/.test(next) && !/^commitment/.test(noun)) continue;
    const phrase = nounPhrase(text, low, m.index, m[2]);
    // "resolve", "pledge" and "plan" are verbs unless something before them says that they are nouns.
    if (
      /^(?:resolve|pledge|plan)/.test(noun) &&
      !new RegExp(`^(?:${POSSESSIVE}|new|strong|firm|shared|\\S+(?:'s|s')|u\\.s\\.)\\b`).test(low.slice(phrase.start, m.index))
    )
      continue;
    const governor = governorOf(low, phrase.start) ?? sharedGovernor(low, phrase.start, out);
    if (!governor || (next === '' && (!/^(?:re)?(?:affirm|iterat|new|confirm)/.test(governor.word) || !/^(?:our|their|its) /.test(low.slice(phrase.start)))))
      continue;
    if (/^(?:plan|decision)/.test(noun) && !/^(?:announc|shar|outlin|declar|express|confirm|reaffirm|reiterat|set)/.test(governor.word)) continue;
    const declared =
      /^(?:announc|declar|stat|express)/.test(governor.word) &&
      (/^(?:resolve|determination|decision)/.test(noun) || (/^commitment/.test(noun) && governor.word.startsWith('announc')));
    const rule: RuleName = INTENTION.test(noun) ? 'intention' : declared || (/^decision/.test(noun) && !/^re/.test(governor.word)) ? 'decision' : 'restated';
    const [form, stop] = complement(low, end + next.length, / to$/.test(next));
    const apart = phrase.start - governor.start > 60 || out.some((o) => o.span.start === governor.start);
    out.push({
      span: { start: apart ? phrase.start : governor.start, end: stop },
      governor: governor.start,
      rule,
      form: / to$/.test(next) ? form : 'np',
      subject: 'party',
      phrase: phrase.start,
      verb: noun,
      ...(phrase.bound ? { bound: phrase.bound } : {}),
      negative: negation(next),
    });
  }
  return out;
}

/** "expresses its intention to …, and its readiness to …": a further commitment of the subject takes the verb of the one before it. */
function sharedGovernor(low: string, at: number, before: readonly Operative[]): { readonly start: number; readonly word: string } | undefined {
  if (!/(?:\band|\bas well as)(?: also)? $/.test(low.slice(Math.max(0, at - 16), at)) || !/^(?:our|their|its|his|her) /.test(low.slice(at, at + 6)))
    return undefined;
  const earlier = before.findLast((o) => o.governor !== undefined && o.span.end <= at);
  const start = earlier?.governor;
  if (!earlier || start === undefined || /[;:]/.test(low.slice(earlier.span.end, at))) return undefined;
  return { start, word: /^[a-z]*/.exec(low.slice(start, start + 30))?.[0] ?? '' };
}

/** The noun phrase whose head stands at `at`: where it begins, and whose commitment it is said to be when a name says so. */
function nounPhrase(text: string, low: string, at: number, of = ''): { readonly start: number; readonly bound?: Span } {
  const words = [...low.slice(Math.max(0, at - 90), at).matchAll(/\S+/g)];
  const base = Math.max(0, at - 90);
  let start = at;
  let bound: Span | undefined;
  for (let i = words.length - 1, n = 0; i >= 0 && n < 7; i--, n++) {
    const w = words[i] as RegExpMatchArray & { index: number };
    const word = w[0];
    if (IS_POSSESSIVE.test(word)) {
      start = base + w.index;
      break;
    }
    if (/(?:'s|s')$/.test(word) || /^(?:u\.s\.|u\.k\.|eu|us|uk|rok)$/.test(word)) {
      start = base + w.index;
      bound = { start, end: start + word.length };
      const name = /(?:\b[Tt]he )?(?:\p{Lu}[\p{L}.]* (?:of |and )?)*$/u.exec(text.slice(Math.max(0, start - 60), start));
      if (name?.[0]) bound = { start: start - name[0].length, end: bound.end };
      start = bound.start;
      break;
    }
    if (/[,;:]$/.test(word) && n > 0 && !/^[a-z-]+(?:al|ed|ing|ive|ful|ous|ar|nt|ct|ng|ad|le|st|id),$/.test(word)) break;
    if (/^(?:of|with|to|by|on|in|from|under|for|as|into|through|than|and|or|but|that|is|are)$/.test(word) && word !== 'and') break;
    if ((word !== 'shared' && REPORTS.test(word.replace(/,$/, ''))) || ELSEWHERE.test(word)) break;
    if (word !== 'and') start = base + w.index;
  }
  const owner = / of (?:the )?/.exec(of);
  if (owner && !bound) bound = { start: at, end: at + 60 };
  return bound ? { start, bound } : { start };
}

/** The finite verb that makes the phrase at `at` the speaker's own commitment; `undefined` when another verb or a preposition governs it. */
function governorOf(low: string, at: number): { readonly start: number; readonly word: string } | undefined {
  const from = Math.max(0, at - 420);
  const before = low.slice(from, at);
  const clause = Math.max(before.lastIndexOf(';'), before.lastIndexOf(': '));
  const words = [...before.slice(clause + 1).matchAll(/[^\s]+/g)];
  const last = words.at(-1)?.[0];
  const by = /\b(?:stands?|stood) (?:firmly )?by $/.exec(before);
  if (by) return { start: from + by.index, word: 'stand' };
  if (
    !last ||
    /^(?:of|with|to|by|on|in|from|under|for|as|into|through|than|upon|despite|given|per|towards?|between|among|about|without|like|via|including|over|around|behind|after|before|since|at)$/.test(
      last,
    )
  )
    return undefined;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = (words[i] as RegExpMatchArray)[0].replace(/[,'"]+$/, '');
    const previous = words[i - 1]?.[0] ?? '';
    if (
      REPORTS.test(word) &&
      !/^(?:the|a|an|our|their|its|of|strong|'s|more|member|each|every|united|non-nuclear-weapon|nuclear-weapon|will|shall|should|would|of|with|market)$/.test(
        previous,
      ) &&
      !(/^(?:state|share|support|pledge|stress)s?$/.test(word) && /^(?:the|of|a|in|and|with|to)$/.test(previous) && word === 'state')
    ) {
      const start = from + clause + 1 + ((words[i] as RegExpMatchArray & { index: number }).index ?? 0);
      return { start, word };
    }
    if (ELSEWHERE.test(word) && !/^(?:support|build|value|note|advance|meet|call)/.test(word)) return undefined;
    if (/^(?:support|supports|welcome|build|note|notes|call|urge)$/.test(word) && /^(?:we|they|leaders|and|also|strongly|presidents|,)$/.test(previous))
      return undefined;
  }
  return undefined;
}
