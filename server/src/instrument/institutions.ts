/** Bodies and offices that a text binds by name: "the Council", "the review conference", "the flag State", "the master". */

/** Bodies as proper names end. */
const BODY =
  'Conference|Council|Commission|Committee|Secretariat|Secretary-General|Director-General|Agency|Court|Assembly|Executive Secretary|Executive Director|Board|Organization|Organisation|Depositary|Tribunal|Registrar|Bureau|Panel|Authority|High Commissioner|United Nations|League|Union|Fund|Bank';
const PART_OF_NAME = '(?:(?!The |Such |This )[\\p{Lu}][\\p{L}-]+ (?:(?:of|for|and|on) (?:the )?)?){0,5}';
const WHOLE = '(?: of (?:(?:the |States )?Parties|Experts|Justice))?';
const CAPITAL = new RegExp(`^(?:[Tt]he |[Aa]n? |[Ss]uch |[Tt]his )?(${PART_OF_NAME}(?:${BODY}|Executive|Government|Working Group)${WHOLE})(?![\\p{L}-])`, 'u');

/** Bodies in small letters, states by the part they play, and those at whom conventions on ships and disputes aim. */
const SMALL_BODY = 'conference|council|commission|committee|secretariat|agency|court|assembly|board|tribunal|panel|bureau';
const PLAYER =
  '(?:administering|supervisory|executive|designated) authority|(?:coastal|flag|host|sending|receiving|port|transit|requested|requesting|territorial|launching|detaining|occupying|administering) (?:state|power|country)|master|captain|arbitrators?|conciliators?';
const SMALL = new RegExp(
  `^(?:the|an?|such|this|these|each) ((?:(?!(?:of|in|on|for|to|by|an?|the)\\b)[a-z-]+ ){0,3}?(?:${SMALL_BODY}|working[- ]part(?:y|ies)|working groups?|subcommittees?|committees|${PLAYER}))(?:(?: (?:established|constituted|provided|referred to|set up)\\b[^,;]{0,60})?)(?=,| (?:shall|will|must|[a-z]+ly|also|may|thereafter)\\b|$)`,
  'i',
);
/** "The master of a ship that …": who plays a part may be described at length. */
const DESCRIBED = new RegExp(`^(?:the|an?|each|every|any) (${PLAYER})(?= (?:of|in|for|that|which|who|whose)\\b)`, 'i');

/** The body that a clause begins with, without its article; `undefined` when it begins with something else. Typography folded. */
export function institutionIn(clause: string): string | undefined {
  return (CAPITAL.exec(clause)?.[1] ?? SMALL.exec(clause.trimEnd())?.[1] ?? DESCRIBED.exec(clause)?.[1])?.trim();
}

const BEFORE = new RegExp(
  `(?:^|[^,;] |, )((?:[Tt]he|[Ee]ach) )(${PART_OF_NAME}(?:${BODY}|President|Chairman|Chairperson|Chair)${WHOLE}|(?:${PLAYER.replace(/state\|power\|country/, '[Ss]tate|[Pp]ower|country')}))(?: and (?:the|its) (\\p{L}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?))?\\s*$`,
  'u',
);
const GOVERNS = /\b(?:of|by|to|for|with|from|in|on|at|under|through|between|among|that|which|upon|before|after|and|or|within|against|as|than)\s*$/i;

/**
 * The bodies that stand right before a verb, behind an opening adverbial without a comma: "In discharging its duties the Council", "the
 * Organization and its Members". `undefined` when the body is another noun's ("the report of the Council").
 */
export function bodyBefore(subject: string): readonly string[] | undefined {
  const bare = subject.replace(/,[^,]*,\s*$/, ' ');
  const m = BEFORE.exec(bare);
  const body = m?.[2];
  if (!m || body === undefined || GOVERNS.test(bare.slice(0, m.index + m[0].indexOf(body) - (m[1] as string).length))) return undefined;
  return [body, ...(m[3] ? [m[3]] : [])];
}

const ANY = new RegExp(`^the ((?:[a-z-]+ ){0,3}?(?:${SMALL_BODY}|depositary))(?![\\p{L}-])`, 'iu');
/** The body that words begin with, whatever follows: "the secretariat at least six months before …". */
export const bodyAt = (words: string): string | undefined => CAPITAL.exec(words)?.[1]?.trim() ?? ANY.exec(words)?.[1];
