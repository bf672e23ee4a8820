/** Tells rules of an organ's composition, competence and voting from duties: they say what is, and bind nobody to act. */

/** "shall be taken by a two-thirds majority": how a body comes to decide. */
const VOTE =
  /^(?:[^,;.]{0,40} )?be (?:[a-z]+ly )?(?:made|taken|adopted|reached|approved|decided|passed|carried|elected|chosen)\b[^;]{0,160}?\b(?:majority|consensus|unanim\w+|affirmative votes?|concurring votes?|votes? of|common accord)\b|^be effected by (?:an? )?(?:decision|vote|resolution)\b|^(?:require|need)\b[^;]{0,100}?\b(?:majority|consensus|unanim\w+|votes?)\b/;
/** Who sits where, how many, and for how long. */
const SEATS =
  /^(?:comprise|number)\b|^have (?:(?:not|no) (?:more|less|fewer) than |at least |at most |up to |only )?(?:an?|one|two|three|four|five|six|seven|\d+)?(?: [a-z-]+)? ?(?:representatives?|deput(?:y|ies)|alternates?|seats?|votes?|members)\b|^be (?:[a-z]+ly )?(?:re-?)?(?:elected|chosen)\b|^be (?:[a-z]+ly )?(?:re-?)?(?:appointed|nominated|selected|designated)\b[^;]{0,120}?\bfor (?:an? )?(?:[a-z]+ )?(?:terms?|periods?) (?:of|not)\b|^(?:hold|take|vacate) office\b|^serve (?:for|a term|until|in (?:his|her|their|an?) (?:[a-z]+ )?(?:personal|individual) capacit)|^be (?:chaired|presided)\b|^retire\b/;
/** "shall be the principal organ of …", "shall be those laid down in …": a thing is given its place or its meaning. */
const IS =
  /^be:?$|^be(?: [a-z]+ly)? (?:the|an?) (?!(?:[a-z]+ )?(?:duty|responsibility|obligation|task)\b)|^be (?:[a-z-]+ ){0,2}(?:members?|organs?) of\b|^be (?:that|those|as follows|the following|as set)\b|^have the following\b|^be (?:answerable|accountable|applicable|vested|equally applicable)\b|^have (?:for [a-z ]{3,20} |all |only |such |full )?(?:the )?(?:[a-z]+ )?powers?\b|^(?:in each case |also |always )include\b/;
/** What has an aim, a place or a purpose has no duty: "The functions of the secretariat shall be: …". */
const OF_A_THING =
  /(?:^|\b(?:the|its|their) )(?:[a-z-]+ ){0,2}?(?:functions?|objectives?|purposes?|aims?|seat|headquarters|(?:official|working|authentic) languages?|quorum|paramount consideration|terms?(?: of office)?|composition|mandate)\b(?! (?:committee|group))(?:,? (?:of|in) [^;]*)?$/;
/** "the powers of the Assembly … shall not limit": what a provision does to another. */
const OF_A_PROVISION = /^(?:the |these |such |this )?(?:[a-z]+ )?(?:powers?|functions|rights|provisions?|articles?|paragraphs?)\b/;

/**
 * True when a treaty's "shall" says how an organ is made up, votes or ranks, or what a power or provision does. `subject` is what stands
 * before the modal in its clause, `predicate` what stands behind it from its verb on; both lower case, typography folded. "There shall be a
 * …" founds something and is no such rule.
 */
export function isProcedure(subject: string, predicate: string): boolean {
  const clause = /^[^;.]*/.exec(predicate)?.[0] ?? '';
  if (VOTE.test(clause) || SEATS.test(clause)) return true;
  if (/\bthere\s*$/.test(subject)) return false;
  if (IS.test(/^be\s*[:;]/.test(predicate) ? 'be' : clause)) return true;
  if (/^be\b(?! (?:[a-z]+ly )?[a-z]+(?:ed|en|wn|ne|ld|pt)\b)/.test(clause) && OF_A_THING.test(subject.trim())) return true;
  if (/^be (?:open|public|held in (?:public|private))\b/.test(clause) && /\b(?:meetings?|sessions?|proceedings|hearings)\b/.test(subject)) return true;
  return /^(?:limit|restrict|alter)\b/.test(clause) && OF_A_PROVISION.test(subject.trim());
}
