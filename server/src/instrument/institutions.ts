/** Bodies that a text binds by name: "the Council", "the review conference", "the working parties". */

const CAPITAL =
  /^(?:[Tt]he |[Aa]n? |[Ss]uch |[Tt]his )?((?:(?!The |Such |This )[\p{Lu}][\p{L}-]+ (?:(?:of|for|and|on) (?:the )?)?){0,5}(?:Conference|Council|Commission|Committee|Secretariat|Secretary-General|Director-General|Agency|Court|Assembly|Executive|Board|Organization|Organisation|Government|Depositary|Tribunal|Registrar|Bureau|Panel|Working Group|Authority|High Commissioner|United Nations|League|Union|Fund|Bank)(?: of (?:the Parties|Experts|Justice))?)(?![\p{L}-])/u;
const SMALL =
  /^(?:the|an?|such|this|these|each) ((?:[a-z-]+ ){0,3}?(?:conference|council|commission|committee|secretariat|agency|court|assembly|board|tribunal|panel|bureau|working[- ]part(?:y|ies)|working groups?|subcommittees?|committees|(?:administering|supervisory|executive|designated) authority|(?:coastal|flag|host|sending|receiving|port|transit|requested|requesting|territorial|launching|detaining|occupying|administering) (?:state|power|country)))(?:(?: (?:established|constituted|provided|referred to|set up)\b[^,;]{0,60})?)(?= (?:shall|will|must|[a-z]+ly|also|may|thereafter)\b|$)/i;

/** The body that a clause begins with, without its article; `undefined` when it begins with something else. Typography folded. */
export function institutionIn(clause: string): string | undefined {
  return (CAPITAL.exec(clause)?.[1] ?? SMALL.exec(clause.trimEnd())?.[1])?.trim();
}

const NOUN =
  '(?:Conference|Council|Commission|Committee|Secretariat|Secretary-General|Director-General|Agency|Court|Assembly|Board|Organization|Organisation|Depositary|Tribunal|Registrar|Bureau|Panel|Authority|High Commissioner|United Nations|League|Union|Fund|Bank|President|Chairman|Chairperson|Chair|Executive Secretary)';
const BEFORE = new RegExp(
  `(?:^|[^,;] |, )(?:[Tt]he|[Ee]ach) ((?:(?!The |Such |This )\\p{Lu}[\\p{L}-]+ (?:(?:of|for|and|on) (?:the )?)?){0,5}${NOUN}(?: of (?:the Parties|Experts|Justice))?)(?: and (?:the|its) (\\p{L}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?))?\\s*$`,
  'u',
);
/**
 * The bodies that stand right before a verb, behind an opening adverbial without a comma: "In discharging its duties the Council", "the
 * Organization and its Members". `undefined` when the body is another noun's ("the report of the Council").
 */
export function bodyBefore(subject: string): readonly string[] | undefined {
  const bare = subject.replace(/,[^,]*,\s*$/, ' ');
  const m = BEFORE.exec(bare);
  if (
    !m ||
    /\b(?:of|by|to|for|with|from|in|on|at|under|through|between|among|that|which|upon|before|after|and|or|within|against|as|than)(?: the| each)?\s*$/i.test(
      bare.slice(0, m.index + m[0].indexOf(m[1] as string)).replace(/(?:the|each)\s*$/i, ''),
    )
  )
    return undefined;
  return [m[1] as string, ...(m[2] ? [m[2]] : [])];
}

const ANY =
  /^the ((?:[a-z-]+ ){0,3}?(?:conference|council|commission|committee|secretariat|agency|court|assembly|board|tribunal|panel|bureau|depositary))(?![\p{L}-])/iu;
/** The body that words begin with, whatever follows: "the secretariat at least six months before …". */
export const bodyAt = (words: string): string | undefined => CAPITAL.exec(words)?.[1]?.trim() ?? ANY.exec(words)?.[1];
