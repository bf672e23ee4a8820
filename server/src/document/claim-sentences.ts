/** Which sentences state, in the author's own voice, what an instrument promises. */

import type { Instrument } from '../instrument/instrument.ts';
import type { Block } from '../text/markup/markup.ts';
import { ofWords, remember } from '../text/remember.ts';
import { findParties, partiesOf } from './parties.ts';

/** Verbs and auxiliaries that make a sentence one about an undertaking or a founding act. */
export const UNDERTAKING =
  /\b(?:will|includ(?:es|ed)|gets?\s+(?:an?|the)\s+(?:\w+\s+)?(?:say|vote|veto|voice|right)|bears?|borne|retains?|(?:is|are)\s+going\s+to|makes?\s+(?:\S+\s+){1,4}?(?:automatic|compulsory|mandatory|binding|obligatory)|resolv\w+|repeat\w*|recall\w*|renew\w*|recommit\w*|forsw\w+|(?:give|gave|given)s?\s+up|rul(?:es|ed)\s+out|shall|requir(?:e|es|ed)|forbid(?:s|den)?|forbade|prohibit\w*|bans?|banned|unveil\w*|merely\s+hopes?|refrain\w*|seeks?|sought|would|must|(?:is|are|was|were)\s+(?:now\s+|also\s+|both\s+|all\s+|still\s+|\w+ly\s+)?(?:to|resolved|committed|determined|bound|obliged|required|set|dedicated|steadfast)\b|commit(?:s|ted|ting)?|promis\w+|pledg\w+|vow(?:s|ed)?|undert\w+|agree[sd]?|guarantee\w*|assur\w+|ensur\w+|b(?:i|ou)nd(?:s|ing)?|oblig\w+|reaffirm\w*|affirm\w*|restat\w+|reiterat\w+|remain\w*|stay(?:s|ed)?|establish\w*|creat(?:e|es|ed)|found(?:s|ed)|set(?:s)?\s+up|launch\w*|announc\w+|offer(?:s|ed)|renounc\w+|sw(?:ears?|ore|orn)|stress\w+|highlight\w*|underlin\w*|underscor\w*|declar\w+|rest(?:s|ed)?\s+on|backed|foresee\w*|foreseen|envisag\w+|hold(?:s)?\s+(?:fast|firm)|held\s+(?:fast|firm)|invit(?:e|es|ed)|extend(?:s|ed)|re-?writ\w+|obtain\w*|receiv\w+|intend\w*|plan(?:s|ned)?\s+to|aim(?:s|ed)?\s+to|ha(?:s|ve)\s+(?:now\s+|already\s+|since\s+)?(?:been\s+)?(?:set|\w{3,}ed|undertaken|begun|built|given)\b|ha(?:s|ve)\s+(?:now\s+)?(?:an?|the)\s+(?:\w+\s+)?(?:say|vote|veto|voice|right|duty)|call(?:s|ed)|(?:may|might|could),?\s+\w+|ha(?:s|ve)\s+to\b(?!\s+do\b)|won[’']t|(?:can|cannot|can[’']t)\b[^.;]{0,80}\bwithout\b|(?:is|are)\s+(?:supposed|meant|due)\s+to|(?:is|are|was|were)\s+(?:united|described\s+as)|shares?\s+(?:the\s+)?(?:command|control|authority|custody)|needs?\s+(?:the\s+)?(?:consent|approval|agreement|permission)|shar(?:es?|ed)\s+(?:an?|the|their)\s+(?:\w+\s+)?commitment|can\s+count|gives?|gave|sa(?:id|ys?)\s+(?:once\s+more\s+|again\s+|only\s+)?(?:that|it|they)|decid\w+|conced\w+|accept(?:s|ed)|amend\w*|confin\w+|limit\w*|put(?:s)?|try|tries|continu\w+|strengthen\w*|keeps?|works?\s+(?:in|to|with|closely|towards?)|stand(?:s)?|(?:is|are)\s+(?:said|held)\s+to)\b/i;

const QUESTION = /\?\s*["”’')\]]*$/;
/** The author speaks of the work at hand. */
const OWN =
  /^(?:(?:our|my|this|the\s+present)\s+(?:own\s+|next\s+|\w+\s+)?(?:institute|cent(?:re|er)|paper|brief|memo\w*|report|article|study|note|section|chapter|series|team|programme|program)\b|the\s+(?:next|following|previous|preceding|first|second|third|last)\s+(?:section|chapter|part|slide|post|lecture|seminar)\b|(?:and\s+|but\s+|so\s+|then\s+|now\s+|today\s+|in\s+addition,?\s+)?(?:we|i|you)(?:[’']\w+)?\s)/i;
/** The author's word to the reader: "…, we are told, …". */
const ASIDE = /,\s+(?:as\s+)?(?:we|you|one)\s+(?:are|is|were|have|has)?\s?(?:told|reads?|seen?|learns?|shown|reminded|saw)\b[^,;.]{0,40},/gi;
/** A speaker who says "we" or "I" speaks for himself. */
const FIRST_PERSON = /(?:^|[,:;]\s+|\band\s+|\bbut\s+)(?:we|I)(?:[’']\p{L}+)?\s/u;
const CONDITIONAL = /^(?:if|whether|unless|were\s+(?:it|the|they)|had\s+(?:it|the|they)|suppose|should\s)/i;
/** "If doubts remain, the party shall …": a duty that has a condition, told with it. What is merely imagined is none. */
const CONDITIONED =
  /^(?:if|whenever|should)\b[^,;]{5,160},\s+(?:then\s+)?[^,;]{3,100}?\b(?:shall|must|will|is\s+to|are\s+to|has\s+to|have\s+to|is\s+(?:obliged|bound|required)|are\s+(?:obliged|bound|required)|undertakes?)\b/i;
const IMAGINED = /\b(?:were|had|would|could|might|did|ever|only)\b/i;
/** What the author wants, expects, or weighs is not what the text says. */
const WISH =
  /\b(?:should(?!er)|ought\s+to|needs?\s+to|recommend(?:s|ed)?\b|(?:is|are)\s+(?:advisable|desirable|imperative|essential)\b|had\s+better|we\s+(?:recommend|urge|propose|suggest|argue|believe|think|expect)|i\s+(?:argue|believe|think|expect|suspect)|it\s+(?:would|might)\s+be\s+(?:wise|better|useful)|would\s+(?:have|do\s+well|be\s+wise|need|require|cost|violate|entail|imply|amount)\b|could\s+(?:have|yet|still|in\s+(?:the\s+)?future|eventually|conceivably|in\s+theory|in\s+principle)|might\s+(?:have|yet|still)\s+(?:been|become))/i;
/** An imperative tells the reader what to do. */
const IMPERATIVE =
  /^(?:publish|give|do\s+not|don[’']t|let|consider|compare|discuss|note|see|read(?!\s+(?:closely|carefully|together|literally|narrowly|as|in|with|against)\b)|ask|look|take|remember|recall|imagine)\b/i;
const DENIAL =
  /\b(?:say(?:s)?\s+nothing|do(?:es)?\s+not|did\s+not|don[’']t|doesn[’']t|didn[’']t|is\s+not|are\s+not|was\s+not|were\s+not|isn[’']t|aren[’']t|never|nowhere|cannot|can[’']t|will\s+not\s+be\s+found|no\s+(?:text|sentence|paragraph|clause|article|provision|passage|line|word|part|section|such|promise|commitment|guarantee|duty|obligation|deadline)|nothing|neither|nor\b|falls?\s+(?:\w+\s+)?short|stops?\s+(?:\w+\s+)?short|silent|without\s+promising|rather\s+than\s+(?:a\s+)?promis)\b/i;
/** Negations that are themselves part of an undertaking, or set against what is said: "without preconditions", "not only". */
const HARMLESS =
  /\bnot\s+(?:only|just|merely|least)\b|\bset\s+no\s+conditions\b|\bno\s+(?:pre)?conditions\b|\bso\s+that\b[^.;]*|(?<=\b(?:ensur|guarante|assur|promis|pledg|vow|swore)[a-z]{0,5}\s+(?:[^.,;]{0,40}\s)?that\b)[^.;]*|\b(?:never|cannot|can[’']t|may\s+not|must\s+not|will\s+not|won[’']t)\b[^.;]{0,80}\bwithout\b|\bno\s+(?:other|one|more|less|fewer|longer)\b|\bcannot\s+be\s+(?:broken|shaken)\b|\bnever\s+(?:again|to)\b|\bnever\s+(?:\w+\s+){1,3}again\b/gi;

const VOICES =
  '(?:critics?|commentators?|analysts?|scholars?|experts?|observers?|officials?|newspapers?|press|outlets?|media|reporters?|journalists?|textbooks?|articles?(?!\\s+(?:[IVXLC]+|\\d+)\\b)|columnists?|negotiators?|diplomats?|coders?|students?|brief(?:s|ing)?|headline[s]?|blog\\w*|sceptics?|skeptics?|supporters?|opponents?|opposition|historians?|editorials?|papers?|speakers?|witness(?:es)?|ministers?|spokes\\w+|many|some(?!\\s+(?:day|point|time|stage|form|kind|way))|others|several|one\\s+(?!day)\\w+|interviewees?|lawmakers?|politicians?|bloggers?|pundits?|summar(?:y|ies)|accounts?|versions?|readings?|reports?|claims?|pieces?|stories|talking\\s+points|drafts?)';
const REPORTED = new RegExp(
  `\\b${VOICES}\\b[^.;]{0,60}?\\b(?:say|says|said|claim\\w*|argu\\w+|believ\\w+|wrote|writes|write|report\\w*|suggest\\w*|coded|recorded|read\\b|insist\\w*|hold|holds|held|maintain(?:s|ed)?\\s+that|think|thinks|thought|put\\s+it|told|contend\\w*|assert\\w*\\s+that|allege\\w*|complain\\w*|hail\\w*|call\\w*|describ\\w+|see\\b|sees\\b|saw\\b|heard|took|take)\\b|\\b(?:as|so)\\s+(?:at\\s+least\\s+)?(?:one|a|some|many|several)\\s+[\\w\\s-]{0,30}\\b(?:put|claim|argu|report|had|has|wrote|sa(?:y|id))\\w*|\\baccording\\s+to\\s+(?:one|a|an|some|many|several|critics|officials|the\\s+(?:press|newspaper|article|minister|ministry|white\\s+house|blue\\s+house|office|readout|fact\\s+sheet))|\\b(?:argu(?:es?|ed|ing)|claim(?:s|ed|ing)|insist(?:s|ed)?|contend(?:s|ed)?|complain(?:s|ed)?|alleg(?:es?|ed)|warn(?:s|ed)?)\\s+that\\b|\\bin\\s+the\\s+words\\s+of\\s+(?:an?|one|some|several|his|her)\\b|,\\s+(?:an?|one|some|several|many|most|two)\\s+(?:[\\w-]+\\s+){0,4}?(?:says?|said|argue[sd]?|writes?|wrote|told|warn(?:s|ed)?|believe[sd]?|insist(?:s|ed)?|notes?|noted|explain(?:s|ed)?)\\b[^,;]{0,40}$|\\b(?:officials?|diplomats?|generals?|admirals?|officers?|scientists?|experts?|lawmakers?|aides?|advisers?)\\s+(?:\\w+ly\\s+|have\\s+|had\\s+)?(?:guarante\\w+|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|assure[sd]?|undertook|commit(?:s|ted)|agree[sd]?|offer(?:s|ed)?)\\b|\\baccording\\s+to\\s+(?:the\\s+|an?\\s+|its\\s+|some\\s+|many\\s+|most\\s+|several\\s+)?(?:[a-z-]+\\s+){0,2}?(?:opposition|government|ministr\\w+|officials?|sources?|media|press|newspapers?|polls?|surveys?|analysts?|experts?|scholars?|observers?|critics|commentators?|lawmakers?|politicians?|diplomats?|aides?|advisers?|historians?)\\b|\\bit\\s+(?:has\\s+been|is|was)\\s+(?:\\w+\\s+)?(?:suggested|argued|claimed|reported|alleged|rumou?red|assumed|believed|said|thought)\\b|\\bpress\\s+version\\b|\\bpopular\\s+(?:version|reading)\\b|\\b(?:myth|misconception|rumou?r)\\b`,
  'i',
);

/** Speaks of the text's wording, not of what it promises. */
const WORDING =
  /\b(?:is|are|was|were|seems?)\s+(?:far\s+|much\s+)?(?:more|less|better|worse|stronger|weaker)\b[^.;]*\bthan\b|\b(?:hedges?|hedged|verbs?|adverbs?|adjectives?|wording|qualifiers?|modal)\b/i;

/** What somebody fears, hopes or thinks is an attitude, not an undertaking. */
const ATTITUDE =
  /\b(?:worr(?:y|ies|ied)|fear(?:s|ed)?|believ\w+|think(?:s)?(?!\s+(?:about|of|over))|thought(?!\s+(?:about|of))|expect(?:s|ed)?|suspect(?:s|ed)?|doubt(?:s|ed)?|prefer\w*|wonder(?:s|ed)?|disagree[sd]?|long\s+(?:sought|wanted)|want(?:s|ed)?|demand(?:s|ed)?|urg(?:es?|ed)|request(?:s|ed)\s+(?:that|the|an?)|call(?:s|ed)\s+(?:(?:up)?on|for)|plead\w*|lobb(?:y|ies|ied)|ask(?:s|ed)\s+(?:for|that|the))\b/i;

/** What somebody thinks in a condition is no attitude of the sentence: "whenever one of them thinks that …". */
const SUBORDINATE = /\b(?:when(?:ever)?|wherever|if|where|as\s+soon\s+as)\b[^;.]*/gi;
/** To make a text is an event, not what it promises. */
const EVENT =
  /\b(?:issued|opened\s+for\s+signature|(?:entered|came|comes)\s+into\s+force|adopted\s+(?:at|in|on|by)|released|initialled|signed|put\s+(?:their|his|her|its)\s+names?\s+to)\b(?![^.;]*\b(?:commit|pledg|promis|will\b|undertak|agree))/i;
/** To recognise is to undertake nothing. */
const RECOGNITION = /^(?:\S+\s+){0,5}?(?:recogni[sz](?:e|es|ed)|acknowledg(?:e|es|ed))\s+(?:that|the)\b/i;

/** A remark on promises as such, or on how a text may be read. */
const GENERAL =
  /^(?:(?:since\s+then|ever\s+since|so\s+far|to\s+date|in\s+the\s+meantime|meanwhile|recently|lately|in\s+practice)\b|(?:to\s+)?\p{L}+ing\s[^,;.]*\bwould\b|to\s+\p{L}+\s[^,;.]*\bwould\b|an?\s+(?:future|next|later|different)\s|(?:many\s+|most\s+|some\s+|the\s+)?(?:readers|students|lawyers|scholars|analysts|observers|planners|commentators|voters|citizens|experts|officials|economists|historians|strategists|theorists|journalists)\b|(?:(?:extended|nuclear|conventional|credible)\s+)?(?:deterrence|assurance|reassurance|credibility|diplomacy|nonproliferation|proliferation)\s+(?:by\s+\w+\s+|theory\s+)?(?:requires?|demands?|depends?|needs?|works?|fails?|rests?\s+on\s+(?:capability|credibility|trust|belief|resolve))\b|(?:the|any|this|that|no)\s+(?:\p{L}+\s+)?(?:idea|claim|notion|view|belief|suggestion|assumption|assertion|argument|allegation|impression|charge|fear|hope|worry|theory|thesis|proposition)s?\s+that\b|no[\s-]?one\b|nobody\b|none\b|(?:an?|any|every|no|such\s+an?)\s+(?:\p{L}+\s+)?(?:promise|commitment|pledge|undertaking|guarantee|declaration|assurance|treaty|text|hotline|deterrent|threat|word|sentence|hedge)s?\b(?!\s+(?:\S+\s+){0,5}ha(?:s|ve)\s+(?:already\s+|now\s+)?been\b)|it\s+(?:would|may|might|is|was)\s+(?:be\s+)?(?:too\s+)?(?:rash|na[iï]ve|wrong|tempting|easy|hard|difficult|unlikely|doubtful|unclear|possible|mistaken|premature|misleading|an\s+(?:error|overstatement)|a\s+(?:mistake|stretch))\b|(?:the\s+)?(?:critics|question|puzzle|problem|issue|lesson|point|difficulty)\b|(?:promises|commitments|assurances|pledges|words)\b)/iu;

export type Voice = 'author' | 'conditional' | 'bare' | 'reported' | 'none';

/** "Further enhancement by …", "Maintenance of …": an undertaking in a list, told by a noun. */
const NOMINAL = /^(?:[^:]{0,40}:\s*)?(?:[a-z-]+\s+){0,3}?[a-z-]{3,}(?:ment|tion|sion|ance|ence|ing|al)\s+(?:by|of|on\s+the\s+part\s+of|between)\s/i;
export const isNominal = (sentence: string): boolean => NOMINAL.test(sentence);
/** "Paragraph 5 answers an attack with …": the text itself does what it promises. To speak of a thing is to promise nothing. */
const PLACE_DOES =
  /^(?:paragraph|para\.|article|art\.|section|clause)\s+\S+\s+(?!(?:speaks|mentions|contains|refers|deals|concerns|names|uses|is|was|has|goes|comes|reads|lists|adds|leaves|opens|begins|ends|says|raises|reflects|echoes|draws|sits|stands|looks|differs|repays|matters)\b)\p{Ll}+s\s/iu;
export const isDoneByPlace = (sentence: string): boolean => PLACE_DOES.test(sentence);

/** In whose voice the sentence speaks of an undertaking; `bare` when no verb shows that it speaks of one; `none` for questions, denials, wishes, what is only imagined, and sentences of another matter. */
export const voiceOf: (sentence: string) => Voice = remember(readVoice, 8000);

function readVoice(sentence: string): Voice {
  const text = sentence.replace(/^[\s\d.)•\-–—*"“(]+/, '').replace(ASIDE, ' ');
  const conditioned = CONDITIONED.test(text) && !IMAGINED.test(text);
  if (
    text.length < 20 ||
    QUESTION.test(text) ||
    (CONDITIONAL.test(text) && !conditioned) ||
    IMPERATIVE.test(text) ||
    OWN.test(text) ||
    FIRST_PERSON.test(text) ||
    GENERAL.test(text)
  )
    return 'none';
  const plain = text.replace(HARMLESS, ' ');
  if (
    WISH.test(plain.replace(/\bshould\s+(?:there|any)\b|\bwhether\b[^,;.]{0,80}?\bshould\b/gi, ' ')) ||
    DENIAL.test(plain) ||
    ATTITUDE.test(plain.replace(SUBORDINATE, ' ')) ||
    RECOGNITION.test(plain) ||
    EVENT.test(plain) ||
    WORDING.test(plain)
  )
    return 'none';
  if (REPORTED.test(text.replace(SUBORDINATE, ' '))) return UNDERTAKING.test(plain) ? 'reported' : 'none';
  if (!UNDERTAKING.test(plain)) return CONDITIONAL.test(text) ? 'none' : 'bare';
  return CONDITIONAL.test(text) ? 'conditional' : 'author';
}

/** Sentences of an agreed text: its parties speak in the first person, or lay down what shall be. */
const AGREED = /^(?:\W|\d|[a-z]\))*(?:we\b|the\s+(?:high\s+)?(?:contracting\s+)?parties\b|the\s+(?:two|three)\s+(?:sides|leaders|presidents)\b)|\bshall\b/i;

/** What is told of a text by pointing into it is not laid down there: "… shall be kept (Article 12)", "Under Article 3 each party shall …". */
const TOLD =
  /\((?:see\s+|cf\.?\s+)?(?:art(?:icles?\b|s?\.)|para(?:graphs?\b|s?\.|\b)|¶|§)\s*[\dIVXL]|^(?:\W|[a-z]\))*(?:under|in|by|with)\s+(?:art(?:icle\b|\.)|para(?:graph\b|\.))/i;

/** So many sentences with "shall" has a treaty, however long, and no analysis of one. */
const MANY = 40;

const countAgreed = ofWords((text) => {
  const sentences = text
    .slice(0, 20_000)
    .split(/(?<=[.;:])\s+/)
    .filter((s) => s.length >= 30);
  return {
    all: sentences.length,
    shall: sentences.filter((s) => /\bshall\b/i.test(s)).length,
    agreed: sentences.filter((s) => AGREED.test(s.slice(0, 400)) && !TOLD.test(s)).length,
  };
});

/** Whether a document is itself agreed between states: what it says of other texts is its own undertaking, no restatement of theirs. */
export function isAgreedText(blocks: readonly Block[]): boolean {
  let all = 0;
  let agreed = 0;
  let shall = 0;
  for (const b of blocks) {
    if (b.kind === 'heading' || b.kind === 'cell' || b.quote) continue;
    const count = countAgreed(b.prose);
    all += count.all;
    agreed += count.agreed;
    shall += count.shall;
  }
  return all >= 8 && (agreed / all > 0.25 || shall >= MANY);
}

/** Bodies, parliaments and places of well-known texts, which speak for themselves. */
const OTHERS =
  /^(?:(?:[Uu]nder|[Ii]n|[Bb]y|[Ff]or|[Aa]t)\s+)?(?:[Tt]he\s+)?(NATO|North\s+Atlantic|Atlantic\s+Alliance|European\s+Union|EU|ASEAN|AUKUS|Quad|G7|G20|United\s+Nations(?!\s+Command)|UN\b(?!\s+Command)|Security\s+Council|General\s+Assembly|IAEA|Congress|Senate|House\s+of|National\s+Assembly|Parliament|Supreme\s+Court|Camp\s+David|Budapest|Helsinki)\b/;
const AMENDS = /\b(?:amend|re-?writ|re-?wrote|extend|broaden|widen|replac|revis|supersed|cover)/i;
/** Words for the text itself, by which a sentence without a party still speaks of what it promises. */
const TEXT =
  /\b(?:declaration|text|statement|communiqu[eé]|document|accord|agreement|treaty|charter|paragraph|para\.?|clause|sentence|passage|article|section)\b/i;

/** "The agreement on air traffic", "Those guidelines": another text at the head of the sentence, by its kind. */
const OTHER_TEXT =
  /^(?:(?:[Uu]nder|[Bb]y|[Ii]n)\s+)?(?:the|that|this|those|these|its|their)\s+(?:(?:new|later|old|separate|same|\d{4})\s+)?(?:(agreement|treaty|accord|pact|convention|protocol|memorandum|resolution)\s+(?:on|of|between|with|for|from)\s|(strategy|guidelines|doctrine|law|act|plan|budget)\b)/i;

/** Whether the body is the instrument's own: it speaks in the text, or the text is named after it. */
function isOwn(body: string, instrument: Instrument): boolean {
  const own = [instrument.title, ...instrument.aliases, ...partiesOf(instrument), ...instrument.commitments.flatMap((c) => c.actors)];
  // By its short form too: "IAEA" for an agency that the text gives a task.
  return own.some((name) => name.includes(body) || name.replace(/[^\p{Lu}]/gu, '') === body);
}

/** Whether the sentence opens with another text, body or state as the one that speaks or acts: its promises are not the instrument's. */
export function speaksOfOthers(sentence: string, instrument: Instrument): boolean {
  const text = sentence.replace(/^[\s\d.)•\-–—*"“(]+/, '');
  const body = OTHERS.exec(text)?.[1];
  if (body && !isOwn(body, instrument)) return !TEXT.test(text.slice(0, 40)) || !instrument.terms.some((t) => text.slice(0, 60).includes(t.long));
  const opening = /^(?:(?:under|in|by)\s+)?(?:article\s+\w+(?:\(\w+\))?\s+(?:of|in)\s+)?(?:the\s+)?/i.exec(text)?.[0].length ?? 0;
  const rest = text.slice(opening);
  const treaty = instrument.terms.some(
    (t) =>
      t.kind === 'treaty' &&
      [t.long, ...t.shortForms, ...t.aliases].some((n) => n.length > 2 && rest.startsWith(n) && !/^[\p{L}\p{N}’']/u.test(rest.slice(n.length))),
  );
  if (treaty && !AMENDS.test(rest)) return true;
  const kind = OTHER_TEXT.exec(text)
    ?.slice(1)
    .find((k) => k !== undefined)
    ?.toLowerCase();
  if (kind !== undefined && !instrument.title.toLowerCase().includes(kind)) return true;
  // A state that is no party, as the one that acts: "Pyongyang will …".
  const [first] = findParties(text, instrument);
  return (
    first !== undefined &&
    first.span.start <= 4 &&
    first.name !== '*' &&
    !partiesOf(instrument).includes(first.name) &&
    /^\s+(?:will|would|has|had|is|was|may|might|could|vow|promis|pledg|agree|said|says|see|remain|want|fear|call|\w+ed\b)/i.test(
      text.slice(first.span.end, first.span.end + 24),
    )
  );
}

const PRONOUN =
  /^(?:(?:then|so|also|thereby|again|here|there|instead|moreover|likewise|in\s+it|in\s+return|for\s+(?:its|his|her|their)\s+part),?\s+)*(?:it|they|he|she|both|each|neither|(?:this|that)(?=\s+(?:includes?|makes?|means?|obliges?|binds?|commits?|requires?|guarantees?))|the\s+(?:former|latter))\b/i;
/** "By paragraph 5", "the clause gives": the text is what speaks. */
const SPEAKING = new RegExp(
  `^(?:\\w+,?\\s+){0,3}?(?:(?:in|under|by|with|through)\\s+)?(?:the\\s+|its\\s+|this\\s+|that\\s+|one\\s+|\\p{L}+\\s+)?${TEXT.source}`,
  'iu',
);

/** Whether a sentence has somebody who undertakes: a pronoun at its head, or the text itself. Parties are looked for elsewhere. */
export function isAnchored(sentence: string): boolean {
  const text = sentence.replace(/^[\s\d.)•\-–—*"“(]+/, '');
  return PRONOUN.test(text) || SPEAKING.test(text);
}
