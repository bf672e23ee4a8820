/** Bodies that a text binds by name: "the Council", "the review conference", "the working parties". */

const CAPITAL =
  /^(?:[Tt]he |[Aa]n? |[Ss]uch |[Tt]his )?((?:(?!The |Such |This )[\p{Lu}][\p{L}-]+ (?:(?:of|for|and|on) (?:the )?)?){0,5}(?:Conference|Council|Commission|Committee|Secretariat|Secretary-General|Director-General|Agency|Court|Assembly|Executive|Board|Organization|Organisation|Government|Depositary|Tribunal|Registrar|Bureau|Panel|Working Group)(?: of the Parties)?)(?![\p{L}-])/u;
const SMALL =
  /^(?:the|an?|such|this|these|each) ((?:[a-z-]+ ){0,3}?(?:conference|council|commission|committee|secretariat|agency|court|assembly|board|tribunal|panel|bureau|working[- ]part(?:y|ies)|working groups?|subcommittees?|committees))(?:(?: (?:established|constituted|provided|referred to|set up)\b[^,;]{0,60})?)(?= (?:shall|will|must|[a-z]+ly|also|may|thereafter)\b|$)/i;

/** The body that a clause begins with, without its article; `undefined` when it begins with something else. Typography folded. */
export function institutionIn(clause: string): string | undefined {
  return (CAPITAL.exec(clause)?.[1] ?? SMALL.exec(clause.trimEnd())?.[1])?.trim();
}

const ANY =
  /^the ((?:[a-z-]+ ){0,3}?(?:conference|council|commission|committee|secretariat|agency|court|assembly|board|tribunal|panel|bureau|depositary))(?![\p{L}-])/iu;
/** The body that words begin with, whatever follows: "the secretariat at least six months before …". */
export const bodyAt = (words: string): string | undefined => CAPITAL.exec(words)?.[1]?.trim() ?? ANY.exec(words)?.[1];
