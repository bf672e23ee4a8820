/** What a commitment says besides its force: hedges, condition, deadline, figures, and whom it is owed. */
import { foldTypography } from '../text/fold.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { findSpeakers } from './actors.ts';
import type { Cast } from './cast.ts';
import type { Lead, Reading } from './commitment-clauses.ts';
import { kindOf } from './commitment-kind.ts';
import { forceOf } from './force.ts';
import { isCondition } from './hedges.ts';
import type { Commitment, Paragraph } from './instrument.ts';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const PERIOD =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|\\d+|[a-z]+teen) (?:calendar |working )?(?:years?|months?|days?|weeks?|hours?)';
/** "by 2030", "not later than 31 March of each year", "within ninety days", "before the end of the decade". */
const DEADLINE = new RegExp(
  `(?:\\b(?:by|no later than|not later than|before|until|within|from|as of|starting)|(?<!(?:[a-z]ed|made|held|set|given|taken|began|born) )\\bin) (?:the )?(?:next |coming |first |following |period of )?(?:(?:end|middle|beginning|start|spring|summer|autumn|fall|(?:first|second) half|(?:first|second|third|fourth) quarter) of )?(?:(?:\\d{1,2} )?${MONTH}(?: \\d{1,2}\\b,?)? )?(?:(?:19|20)\\d\\d\\b|of each year\\b|(?:this|next|the) (?:decade|year|month|century)\\b|the end of the (?:decade|year|month)\\b|${PERIOD})`,
);
/** A condition that opens the sentence, before the one who undertakes is named; or that closes it. */
const OPENING_CONDITION =
  /^\W*((?:if|should|in the event (?:of|that)|in case(?: of)?|whenever|once|unless|provided that|upon(?: the)?(?: (?:request|entry|completion|ratification))|subject to|si|s'ils?|en cas d[e']|au cas où|en caso de)\b[^;]{3,400}?),\s*(?:and |then |either )?$/i;
const CLOSING_CONDITION = /\b(?:if|in the event (?:of|that)|in case of) [^,;.]{3,300}$/i;

const FIGURE =
  /(?:US|CA|AU|NZ|A|C|HK|S)?[$€£¥]\s?\d[\d.,]*\d?(?:\s?(?:million|billion|trillion|bn|m|M|B))?|\b\d[\d.,]*\d?\s?(?:per ?cent|percent|%|GW|megawatts|gigawatts|MW|degrees|tons|tonnes|doses)|\b\d[\d.,]*\s(?:millions?|billions?|trillions?|milliards?|millones)\b/g;

/**
 * The commitment that a reading is, with what its words say of deadline, figures, condition and beneficiary. `at` is where the sentence
 * begins in the paragraph, `lead` the introduction whose hedges hold for it, `deadlines` the expression for the text's language.
 */
export function shape(paragraph: Paragraph, at: number, r: Reading, cast: Cast, lead?: Pick<Lead, 'hedgeTexts'>, deadlines = DEADLINE): Commitment {
  const prose = paragraph.prose;
  const file = (s: Span) => toSource(prose, { start: at + s.start, end: at + s.end });
  const text = prose.text.slice(at + r.span.start, at + r.span.end);
  const hedges = r.hedges.map((h) => ({ text: prose.text.slice(at + h.start, at + h.end), span: file(h) }));
  const led = (lead?.hedgeTexts ?? []).length > 0 ? leadHedges(paragraph, at, lead as Pick<Lead, 'hedgeTexts'>) : [];
  const all = [...led, ...hedges].filter((h, i, list) => list.findIndex((x) => x.span.start === h.span.start) === i);
  const hedged = all.filter((h) => isCondition(h.text)).map((h) => h.text);
  const said = (
    OPENING_CONDITION.exec(prose.text.slice(Math.max(at, at + r.span.start - 500), at + r.span.start))?.[1] ?? CLOSING_CONDITION.exec(text)?.[0]
  )?.trim();
  const condition = [...(said && !hedged.some((h) => h.includes(said) || said.includes(h)) ? [said] : []), ...hedged].join('; ');
  const deadline = deadlines.exec(text)?.[0];
  const figures = text.match(FIGURE);
  const kind = kindOf(prose.text.slice(at + r.operative.start, at + r.span.end), r.negative ?? false);
  const beneficiary = beneficiaryOf(prose.text.slice(at + r.operative.end, at + r.span.end), r.actors, cast);
  return {
    paragraph: paragraph.label,
    span: file(r.span),
    text,
    actors: r.actors,
    ...(beneficiary ? { beneficiary } : {}),
    verb: r.verb,
    operative: file(r.operative),
    force: forceOf(r.rule),
    ...(kind ? { kind } : {}),
    hedges: all,
    ...(condition ? { condition } : {}),
    ...(r.negative ? { negative: true } : {}),
    ...(deadline ? { deadline } : {}),
    ...(figures ? { figures } : {}),
    ...(r.conjunctOf === undefined ? {} : { conjunctOf: r.conjunctOf }),
    rule: r.rule,
  };
}

/** The introduction's hedges hold for each item; they are found again in the paragraph before the item. */
function leadHedges(paragraph: Paragraph, at: number, lead: Pick<Lead, 'hedgeTexts'>): readonly { readonly text: string; readonly span: Span }[] {
  const introduction = paragraph.prose.text.slice(0, at);
  return lead.hedgeTexts.flatMap((text) => {
    const start = introduction.lastIndexOf(text);
    return start < 0 ? [] : [{ text, span: toSource(paragraph.prose, { start, end: start + text.length }) }];
  });
}

/** Whom it is owed: the state or party named behind "to", "with" or "for" in the object. */
function beneficiaryOf(object: string, actors: readonly string[], cast: Cast): string | undefined {
  const text = foldTypography(object);
  for (const s of findSpeakers(text, cast)) {
    if (s.kind !== 'state' || s.actors.some((a) => actors.includes(a)) || s.actors.length === 0) continue;
    if (
      /\b(?:to|with|for|assist|defend|support|inform|consult|against|of)(?: (?:both|the security of|the defen[sc]e of))?\s*$/.test(
        text.slice(Math.max(0, s.span.start - 30), s.span.start),
      ) &&
      !/\b(?:against|of)\s*$/.test(text.slice(0, s.span.start))
    )
      return s.actors.join(', ');
  }
  return undefined;
}
