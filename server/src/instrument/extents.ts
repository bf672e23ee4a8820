/** How far an undertaking reaches in its sentence, and where a coordination of verbs parts it into several. */
import type { Speaker } from './actors.ts';
import type { Form } from './operative.ts';
import { baseOfIng, isFiniteVerb, isVerb, standsAsVerb } from './verbs.ts';

/** Verbs that turn from undertaking to remark: what they begin is no part of the undertaking. */
const REMARK =
  /(?:,? (?:and|while|but)|,|;) (?:(?:we|they|also|further|the (?:two )?leaders|strongly|warmly|fully) )*(?:welcom(?:e|es|ed)|call(?:s|ed)? (?:on|for|upon)|urg(?:e|es|ed)|recogni[sz](?:e|es|ed)|not(?:e|es|ed)|condemn(?:s|ed)?|thank(?:s|ed)?|appreciate[sd]?|applaud(?:s|ed)?|commend(?:s|ed)?|look(?:s|ed)? forward|acknowledge[sd]?|underscore[sd]?|underline[sd]?|stress(?:es|ed)?|emphasi[sz]e[sd]?|reject(?:s|ed)?|congratulate[sd]?|express(?:es|ed)?|share[sd]? the|(?:re)?affirm(?:s|ed)?|reiterate[sd]?|confirm(?:s|ed)|highlight(?:s|ed)|encourage[sd]|remember(?:ed)?|regret(?:ted)?|opposed?|valued|celebrated)\b/g;

/** ", and this work is of value": a statement of fact, no part of what is undertaken. */
const FACT = /, (?:and|but|while) (?:the|this|these|those|our|such|it|there) [^,;:]{0,70}?(?:is|are|was|were|has|have|must|remains?) /;

/** Where the undertaking that begins at `from` ends at the latest: before the next one, a remark, or a new sentence behind a semicolon. */
export function endOf(text: string, low: string, from: number, next: number, speakers: readonly Speaker[]): number {
  let end = next;
  // Another speaks: ", and the Minister thanked …".
  for (const s of speakers) {
    if (s.span.start <= from || s.span.end >= end || s.oblique) continue;
    const before = /,? (?:and|while|but) $|; $/.exec(low.slice(Math.max(from, s.span.start - 8), s.span.start));
    const verb = /^ (?:[a-z]+ly |also |further |both )*([a-z]+)/.exec(low.slice(s.span.end, s.span.end + 40))?.[1];
    if (before && verb && (/(?:s|ed)$/.test(verb) || !isVerb(verb)) && isFiniteVerb(verb)) {
      end = s.span.start - before[0].length;
      break;
    }
  }
  const fact = FACT.exec(low.slice(from, end));
  if (fact && !/\b(?:that|which|who|whose|if|where)\b/.test(fact[0])) end = from + fact.index;
  REMARK.lastIndex = from;
  const remark = REMARK.exec(low);
  if (remark && remark.index < end && !/^ (?:and|but) /.test(remark[0])) end = remark.index;
  else if (remark && remark.index < end && !/\b(?:to|will)\b[^,;]{0,60}$/.test(low.slice(from, remark.index))) end = remark.index;
  for (const m of low.slice(from, end).matchAll(/; (?:and |or |but )?(?:also |further |not )?([a-z-]+)/g)) {
    const word = m[1] as string;
    if (word === 'to' || word === 'by' || word === 'in' || standsAsVerb(word, low.slice(from + m.index + m[0].length + 1)) || baseOfIng(word)) continue;
    if (/^(?:we|they|it|this|these|such|there|in|however|while|provided|consequently|accordingly|therefore|the)$/.test(word)) {
      end = from + m.index;
      break;
    }
  }
  return trimEnd(text, from, end);
}

/** Drops what hangs at the end: spaces, marks, a conjunction. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    const m =
      /(?:[\s,;:.]|\b(?:and|or|but|while|as well as|that|also|there|save|except|(?:in|on|to|of|for|by|with|under|from) which|which(?: are| is)?|who|to this end|in addition|in this regard))$/i.exec(
        text.slice(Math.max(from, end - 24), end),
      );
    if (!m || end - m[0].length < from) break;
    if (m[0] === '.' && /\b(?:\p{Lu}\.)+$/u.test(text.slice(Math.max(0, end - 8), end))) break;
    end -= m[0].length;
  }
  return end;
}

const TAIL =
  /,? (?:including(?: but not limited to| by| through| in)?|as evidenced by|such as|in particular(?: by)?|particularly|especially|as a means|in order to|so (?:that|as to)|which|recogni[sz]ing|noting|recalling|acknowledging|building on|reaffirming|while (?:recogni|acknowledg|respect|ensur|tak))\b/g;

/** The undertaking without its trailing examples, evidence and aims; kept whole where little would be left. */
export function trimTail(text: string, low: string, from: number, to: number, form: Form): number {
  TAIL.lastIndex = from + 24;
  const m = TAIL.exec(low);
  if (!m || m.index >= to || text[m.index] !== ',') return trimEnd(text, from, to);
  // The sentence goes on behind the examples: with its verb, or with a further member that was not told apart.
  const tail = low.slice(m.index + m[0].length, to);
  if (/, (?:are|is|be|can|will|have|has|to|from|with|and to (?:the|its|their|all|other|each|any|member))\b/.test(tail)) return trimEnd(text, from, to);
  if (form === 'base')
    for (const v of tail.matchAll(/,? (?:and )?([a-z-]+) (?=(.{0,20}))/g))
      if (/^,|and/.test(v[0]) && standsAsVerb(v[1] as string, v[2] as string)) return trimEnd(text, from, to);
  return trimEnd(text, from, m.index);
}

export interface Member {
  /** Where the connector before it begins: the end of the member before. */
  readonly before: number;
  readonly start: number;
  readonly verb: number;
  readonly verbEnd: number;
  readonly negative: boolean;
}

/** What follows "to" and is no verb: determiners, pronouns, nouns in the plural. */
const NO_VERB = /^(?:that|this|the|these|those|our|their|its|an?|all|any|each|both|which|whom|us|it|them|date|others?|[a-z]+[^su]s)$/;

/** "communicate to the Organization and to member states": behind a "to" that gives to somebody, another one does so. */
const TO_SOMEBODY = /^ ?[a-z-]+(?: [a-z-]+){0,6} to (?:the|a|an|our|their|its|each|all|any|every|both|such|one)\b/;

/** Later members of a coordination of verbs with objects of their own, between `from` and `to`; none when it is not certain that they are. */
export function membersOf(low: string, from: number, to: number, form: Form, infinitive: boolean): readonly Member[] {
  if (form === 'np') return [];
  const region = low.slice(from, to);
  const found: (Member & { readonly weak: boolean; readonly marked: boolean; readonly semicolon: boolean })[] = [];
  for (const m of region.matchAll(
    /(; ?(?:and |or )?|, (?:and |or |as well as )|,? and,? | as well as |, )(?:\([a-z0-9]{1,4}\) ?|- ?)?((?:where|when|if|as|wherever) [a-z]+(?: (?:and )?[a-z]+)?, )?((?:also |further |then |not |never |to |in any way |[a-z]+ly (?!to ))*)([a-z-]+)(?=[ ,])/g,
  )) {
    const connector = m[1] as string;
    const verb = m.index + m[0].length - (m[4] as string).length;
    const word = m[4] as string;
    const rest = region.slice(verb + word.length).replace(/^ /, '');
    const marked = /\bto /.test(m[3] ?? '');
    const fits =
      form === 'ing'
        ? (marked && /\bnot /.test(m[3] ?? '') && isVerb(word)) ||
          (baseOfIng(word) !== undefined &&
            !/^(?:including|regarding|concerning|following)$/.test(word) &&
            !/^of\b/.test(rest) &&
            /^(?:the|our|their|its|a|an|any|all|[a-z-]+|\p{Lu})/u.test(rest))
        : marked
          ? standsAsVerb(word, rest) || (/^[a-z]+$/.test(word) && !NO_VERB.test(word) && !TO_SOMEBODY.test(region.slice(0, m.index)))
          : standsAsVerb(word, rest);
    // "assist, encourage, or induce X": the verb before has no object of its own, so they share one.
    const last = /(?:,|\bto|^|\bnot) (?:[a-z]+ly )*([a-z-]+)$/.exec(region.slice(Math.max(0, m.index - 40), m.index))?.[1];
    const shares = last !== undefined && (form === 'ing' ? baseOfIng(last) !== undefined : isVerb(last));
    // Behind "will" a member with "to" of its own belongs to some infinitive within the object.
    if (!fits || (marked && !infinitive) || (shares && !connector.startsWith(';'))) continue;
    found.push({
      before: from + m.index,
      start: from + verb - (m[3] ?? '').length,
      verb: from + verb,
      verbEnd: from + verb + word.length,
      negative: /\b(?:not|never)\b/.test(m[3] ?? ''),
      weak: connector === ', ',
      marked,
      // An aside of its own sets a member off from the object before it as a semicolon does.
      semicolon: connector.startsWith(';') || m[2] !== undefined,
    });
  }
  const out: typeof found = [];
  let start = from;
  // Behind a clause within the object only a verb with a "to" of its own goes back to the operative words.
  let inside = false;
  for (const member of found) {
    const object = low.slice(start, member.before);
    const words = object
      .trim()
      .split(/\s+/)
      .filter((w) => w && !/^(?:[a-z]+ly|and|or|to|,)$/.test(w));
    const needed = start === from ? 2 : 1;
    if (inside && !member.marked && !member.semicolon) continue;
    // "preventing, responding to and ending X": what ends with a preposition has its object yet to come.
    if (words.length < needed || /\b(?:to|from|with|for|on|against|in|of|at)$/.test(object.trim())) {
      // "protect and promote X": verbs that share an object are one undertaking.
      if (out.at(-1)?.verbEnd === start) out.pop();
      start = member.verbEnd;
      continue;
    }
    const inner =
      form === 'ing'
        ? /\b(?:by|through|including|while|of|for|on|in|from|as) (?:[a-z]+ly |further )*[a-z]+ing\b/
        : member.marked
          ? /\bto [a-z]+\b(?! (?:the|our)\b)|\bincluding (?:[a-z-]+ ){0,3}to [a-z]/
          : /\bto (?:[a-z]+ly |further |better )?(?!(?:the|our|a|an|all|any|its|their|each|such|and|this|these)\b)[a-z]+(?: |$)|\bthat\b|\bwhich\b|\bcan\b/;
    const nested = inner.test(start === from ? object.replace(/^ ?[a-z-]+ (?:to )?/, '') : object);
    if (nested && !member.semicolon) {
      if (member.weak) continue;
      if (member.marked) break;
      inside = true;
      continue;
    }
    inside = false;
    out.push(member);
    start = member.verbEnd;
  }
  return cutBack(out);
}

/** A list joined by commas alone has no last member that says it is a list of verbs. */
function cutBack<T extends { readonly weak: boolean }>(members: readonly T[]): readonly T[] {
  let n = members.length;
  while (n > 0 && members[n - 1]?.weak) n--;
  return members.slice(0, n);
}
