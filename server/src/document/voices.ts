/** Reads from the words around a quotation who is speaking: the instrument, somebody else, or nobody whom the author names. */
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

/** What a text does when it is quoted. */
const SAYS =
  /\b(?:says?|said|stat(?:es?|ed|ing)|reads?|reading|speaks? (?:only )?(?:of|about)|spoke of|talks? of|refers? to|referring to|calls?|called|calling|describes?|described|promis(?:es?|ed|ing)|commits?|committed|provid(?:es?|ed|ing)|declar(?:es?|ed|ing)|affirms?|affirmed|affirming|reaffirms?|reaffirmed|announc(?:es?|ed|ing)|pledg(?:es?|ed|ing)|mentions?|mentioned|contains?|contained|recites?|recited|notes?|noted|recogni[sz](?:es?|ed)|express(?:es|ed)?|adds?|added|begins?|opens?|closes?|ends?|concludes?|defines?|sets? out|requires?|undertakes?|envisages?|concerns?|restates?|reiterates?|warns?|stress(?:es|ed)?|emphasi[sz](?:es?|ed)|highlights?|highlighted|underlin(?:es?|ed)|underscor(?:es?|ed)|acknowledg(?:es?|ed)|records?|recorded|guarantees?|guaranteed|invok(?:es?|ed)|repeats?|vows?|vowed|welcomes?|lists?|names?|phras(?:es?|ed)|words? it|puts? it|goes|runs?|is to|are to|obliges?|binds?|speaks?|offers?|offered|uses?|used|quotes?|echoes|(?:has|have|had)(?=\W*$)|insists?|posits?|specif(?:y|ies|ied)|cites?|establish(?:es|ed)?|creat(?:es?|ed))\b/gi;

/** What people do: a text "says", but it does not remark, joke or tell reporters. */
const VOICES =
  /\b(?:said|says|say|told|tells?|wrote|writes?|remark(?:s|ed|ing)?|jok(?:es?|ed|ing)|quip(?:s|ped)|tweet(?:s|ed)|recall(?:s|ed)|argu(?:es?|ed|ing)|claim(?:s|ed|ing)?|complain(?:s|ed)|observ(?:es?|ed)|comment(?:s|ed)|repl(?:y|ies|ied)|answer(?:s|ed)|ask(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|explain(?:s|ed)|opin(?:es?|ed)|testif(?:y|ies|ied)|call(?:s|ed|ing)?|dub(?:s|bed)|boast(?:s|ed)|sneer(?:s|ed)|put it|puts it|dismiss(?:es|ed)|mock(?:s|ed)|denounc(?:es?|ed)|hail(?:s|ed)|prais(?:es?|ed)|critici[sz](?:es?|ed)|describ(?:es?|ed)|term(?:s|ed)|label(?:s|led|ed)|declar(?:es?|ed)|stat(?:es?|ed)|add(?:s|ed)|not(?:es|ed)|conced(?:es?|ed)|admit(?:s|ted)|suggest(?:s|ed)|promis(?:es?|ed)|think|thinks|thought|believes?|believed|characteri[sz](?:es?|ed)|vow(?:s|ed)|stress(?:es|ed)|urg(?:es?|ed)|conclud(?:es?|ed)|reported?|reports|quoted?|quotes|paraphras(?:es?|ed)|summari[sz](?:es?|ed))\b/gi;

/** Places where people speak or write, and people whose trade it is. */
const VENUE =
  /\b(?:interview(?:s|ed|ee|ees)?|(?:press|news) (?:conference|briefing|release|gaggle)|rose garden|speech(?:es)?|toast|remarks|address to|podium|lectern|microphones?|cameras?|broadcasts?|televised|dinner|lecture|op-?eds?|editorials?|columns?|columnists?|headlines?|newspapers?|newswires?|tabloids?|outlets?|dailies|tweets?|podcasts?|testimony|hearings?|briefings?|reporters?|journalists?|scholars?|professors?|analysts?|commentators?|critics?|skeptics?|sceptics?|pundits?|experts?|spokes(?:man|woman|person|people)|diplomats?|negotiators?|officials?|advis[eo]rs?|ambassadors?|senators?|congress(?:man|woman)|minist(?:er|ers|ry)|articles?|essays?|books?|memoirs?|textbooks?|handouts?|blogs?|bloggers?|social media|slogans?|banners?|proverbs?|adages?|students?|lawyers?|authors?|historians?|veterans?|generals?|colonels?|aides?|insiders?|sources?|state media|KCNA|editors?|readers?|op\. ?cit|fact sheets?|readouts?|white papers?|poll(?:s|sters?)?|respondents?)\b/i;

const PEOPLE =
  /\b(?:I|we|he|she|they|who|one|some|many|several|others|another|everyone|nobody|presidents?|chancellors?|premiers?|kings?|queens?|emperors?|envoys?|delegations?|witness(?:es)?|counsel|judges?|secretar(?:y|ies)|leaders?|mr|mrs|ms|dr|sir|lord|governments?|officers?|delegates?|opponents?|supporters?|proponents?|coders?)\b/i;
/** A capitalised word within a sentence: a name, unless it is the instrument's. */
const NAME =
  /(?<=\S\s)(?!(?:The|An?|In|Its?|Th(?:is|at|ese|ose|en|ere)|What|Whe(?:re|n)|As|And|But|Nor|So|For|On|At|By|Under|Here|Also|Only|If|While)\b)\p{Lu}[\p{L}’'-]+/u;
/** Other kinds of texts: "the Principles say", "the Charter provides". */
const OTHER_TEXT =
  /\b(?:principles|charter|treaty|treaties|convention|agreement|accord|communiqu[ée]|joint statement|statement|act|protocol|pact|resolution|constitution|doctrine|strategy|review|memorandum|covenant|guidelines|vision|manifesto|report|study|survey|paper|brief|bill|law|statute|judgment|opinion|sheet|readout)\b/gi;

/** How a text that is being discussed is called without its name. */
const SELF =
  /\b(?:declaration|text|document|instrument|paragraphs?|para|sentences?|clauses?|passages?|wording|words|phrase|language|formula(?:tion)?|article|preamble|provision|line|it|its|opening|ending|here|there)\b|[¶§]/i;

/** Set phrases that present what follows as the words of the text. */
const LEAD =
  /(?:\bin (?:its|the text['’]s|the declaration['’]s|the document['’]s) (?:own )?(?:words?|language|terms)|\bin the (?:words|language|terms) of the (?:text|declaration|document|instrument|paragraph)|\baccording to (?:the|this) (?:text|declaration|document|instrument|same paragraph|paragraph)|\bthe (?:operative|exact|actual|correct|relevant|key|precise|full|crucial|very) (?:words?|phrase|wording|language|sentence|clause|passage|text)(?: there| here)?(?: is| are| reads?| runs?| being)?(?: that)?|\bthe (?:wording|phrase|formula|language) (?:there |here |used |chosen )?(?:is|reads?)|\b(?:reads?|runs?) (?:as follows|in full)|\bas follows)\W*(?:\w+\W+){0,6}$/i;

export interface Surroundings {
  /** The sentence before the quotation, other quotations blanked. */
  readonly left: string;
  /** Behind it, up to the next quotation or the sentence's end. */
  readonly right: string;
  /** Where citations of the instrument stand in `left`. */
  readonly own: readonly Span[];
  /** The words end in a comma, within the marks: speech that goes on with its speaker. */
  readonly comma: boolean;
}

export interface Voice {
  /** The text itself is presented as saying the words. */
  readonly text: boolean;
  /** Somebody, or another text, is. */
  readonly other: boolean;
  /** The author says that the words are not there, or not what is said. */
  readonly denied: boolean;
  /** `other` only in that those who made the text together are said to promise: what they promised stands in it. */
  readonly signatories: boolean;
  /** Somebody is said to say what the text says: the words may be his. */
  readonly reported: boolean;
  /** So near to the quotation that nothing can be meant but the quotation. */
  readonly deniedOutright: boolean;
  /** Denied, wished or imagined by what leads up to the words, whatever stands behind them. */
  readonly unsaid: boolean;
}

const last = (pattern: RegExp, text: string): RegExpExecArray | undefined => {
  pattern.lastIndex = 0;
  let found: RegExpExecArray | undefined;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) found = m;
  return found;
};

const DENIAL =
  /\b(?:not|never|nor|no|nothing|nowhere|neither|cannot|\p{L}+n['’]t|without|absent|lacks?|omits?|omitted|avoids?|instead of|rather than|unlike|far from|misquot\p{L}+|wrongly|mistakenly|falsely)\b[^;:]{0,90}$/iu;
const OUTRIGHT =
  /\b(?:(?:do|does|did|is|are|was|were)(?: not|n['’]t)|never|nowhere|nor (?:do|does|did)|nothing)\b[^;:,]{0,30}\b(?:say|says|contain|contains|use|uses|speak|speaks|read|reads|promise|promises|mention|mentions|include|includes|appear|recite|recites|phrase|words?|called|written)\b[^;:,]{0,25}$/i;
const DENIED_BEHIND =
  /^[\s,;:—–-]*\(?(?:no|wrong|incorrect|false|not so|not quite)\b(?=\s*[:,.;)!—–]|\s*$)|^[^.;]{0,90}\b(?:(?:do|does|did|is|are|was|were)(?: not|n['’]t)(?: [\p{L}]+)? (?:appear|occur|in|a phrase|there|found|used|part|what|to be found|its|the)|never (?:appears?|occurs?|used)|(?:appears?|occurs?|stands?|is) nowhere|nowhere|(?:should|must|can) be (?:discarded|ignored)|(?:is|are) (?:absent|missing)|cannot be found|has no place)\b/iu;
/** "officials claim that paragraph 6 promises": the text speaks, but through somebody. */
const REPORTED =
  /\bas (?:[\p{L}.’'-]+ ){1,6}(?:testified|said|says|told|wrote|writes|noted|argued|argues|observed|explained|remarked|claimed|claims|recalled|insisted)\b[^,;:]{0,40},|\b(?:claim|say|said|argu|alleg|believ|think|thought|assert|insist|suggest|report|maintain|writ|wrote|told|assum|fear|hop|imagin|pretend|suppos)\w{0,3}(?: \w+)? that\b|\b(?:allegedly|reportedly|supposedly|purportedly|according to)\b/iu;
/** "is described there as": by the text. */
const HERE =
  /\b(?:there|here|therein|herein|in (?:it|the (?:text|declaration|document|paragraph|same paragraph))|in (?:para|¶)\S*\s?\d+)\s+(?:as\s+)?(?:the\s+|a\s+|an\s+)?$/i;
/** "has been called": by others, whoever they are. */
const PASSIVE =
  /\b(?:been|be|was|were|is|are|being|often|sometimes|widely)\s+(?:\w+ly\s+|since\s+|often\s+)?(?:called|described|dubbed|termed|label+ed|hailed|derided|criti[cz]i[sz]ed|praised|characteri[sz]ed|dismissed|condemned|celebrated|known|billed|branded|sold|portrayed|reported|seen|read|summari[sz]ed|paraphrased)\b[^;:]{0,60}$/i;
/** "another, citing paragraph 5, said": the text is what is spoken of, not who speaks. */
const OBJECT_OF =
  /\b(?:citing|quoting|invoking|echoing|paraphrasing|discussing|reading|commenting on|referring to|asked about|asked whether|turning to|about|despite|unlike|whatever|whereas|while|when|if|after|before|since|because)\s+(?:the\s+|its\s+|this\s+|that\s+)?$/i;
/** "quotes the Declaration as saying that", "transcribed its opening as": what follows is presented as the text's words, whoever says so. */
const QUOTED_AS =
  /\b(?:mis)?(?:quot(?:es?|ed|ing)|transcrib(?:es?|ed|ing)|reproduc(?:es?|ed|ing)|cit(?:es?|ed|ing)|print(?:s|ed)|render(?:s|ed))\s+([^,;:.]{2,60}?)\s+as(?:\s+(?:saying|promising|reading|having|stating|providing|declaring|committing)\b[^,;:]{0,40})?\s*$/i;
/** Right before a text that is a verb's object: "recalled the", "read out". */
const ACTED_ON =
  /\b(?:\p{L}{2,}(?:ed|ds|ls|es|ts)|read|made|took|held|gave|saw|praises?|calls?)\s+(?:out\s+|up\s+|on\s+|to\s+)?(?:the\s+|this\s+|that\s+)?(?:[\p{L}\d.-]+\s+){0,2}$/iu;
/** "what Kim calls", "what one aide described as": said by whoever stands between. */
const CALLED_BEFORE =
  /\bwhat\s+(?!it\b|(?:the|this)\s+(?:text|declaration|document|paragraph|instrument))[^,;:]{1,60}\b(?:calls?|called|describes?|described|terms?|termed|dubs?|dubbed|labels?|label+ed|refers? to as|referred to as|considers?|considered|sees?|saw|likes? to call)\b[^,;:]{0,20}$/i;
/** A clause set between commas: "to which paragraph 2 refers,". Its words are no subject. */
const RELATIVE = /,\s*(?:(?:to|of|in|on|under|from|by|with|for|at)\s+)?(?:which|whom|whose|who)\b[^,;]{0,160},/gi;
/** What the text would say, or is asked whether it says, it need not say. */
const SUPPOSED = /^\W*(?:suppose|supposing|imagine|assume|pretend|had)\b/i;
/** A draft, a translation, a parody: not the text as it stands; and what somebody would rather read in it. */
const UNREAL =
  /\b(?:drafts?|(?<!\b(?:final|official|english|published|signed|adopted|agreed)\s)versions?|translat(?:ed|es|ions?)|renderings?|parod(?:y|ies)|paraphrases?)\b(?![^;]*\b(?:but|now)\b)[^;]{0,70}$|\b(?:had|should|would|could|might)\s+(?:\w+\s+)?(?:read|said|say)\b[^;]{0,20}$|\b(?:want|wish|prefer|propos|suggest|urg|demand|amend|better)\w*\b[^.;]{0,50}\bto\s+(?:say|read)\s*$/i;
/** "The successor text of 2025": told apart from the one that is spoken of. */
const APART = /\b(?:successor|predecessor|earlier|later|other|another|previous|rival|sister)\s+(?:text|declaration|document|instrument)\b/i;
const COUNTERFACTUAL = /^\W*(?:had|if|were|suppose|supposing|imagine|even if|only if)\b|\b(?:would|could|might|should|ought to) have\b/i;
/** Right before the quotation: what follows is set against what the text says. */
const CONTRAST =
  /\b(?:not|no|never|nor|rather than|instead of|unlike|less|than|without)(?:\s+(?:the|a|an|any|just|merely|simply|even|some|of|as|by|to|with|in))*\s*$/i;
/** "wider than “…” (para. 3)": compared, not denied. */
const COMPARATIVE = /\b(?:[a-z]+er|more|less)\s+than\s*$/i;
/** "the two men promised to", "both leaders pledge that". */
const JOINTLY =
  /\b(?:the two|both|the|two) (?:men|presidents|leaders|allies|governments|sides|parties|signatories|countries)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:promise|pledge|vow|declare|state|undert[ao]ke?)\w{0,2}\s+(?:to|that)?\W*$/i;
const VOICE_BEHIND =
  /^[\s,.!?;:—–-]*(?!(?:and\s+)?(?:it|the (?:text|declaration|document|instrument)|paragraph)\s)(?:[\p{L}’'.-]+\s+){0,5}?(?:said|says|told|wrote|writes|remarked|quipped|joked|tweeted|recalled|argued|argues|observed|added|explained|replied|insisted|warned|put it|puts it|complained|claimed|asked|testified|commented|noted)\b/iu;
/** "…,” sniffed a French official": whatever the verb is. */
const SPEAKER_BEHIND = /^\s+[a-z]+(?:ed|s)\s+(?:(?:an?|one|another|some|many|several)\s|[A-Z][^\s,.]+(?:\s[A-Z]|[,.]))/;
/** "“…,” it says": the text, whatever stands before. */
const TEXT_BEHIND =
  /^[\s,]*(?:it|the (?:text|declaration|document|instrument))\s+(?:then\s+|also\s+)?(?:says|adds|reads|states|declares|promises|continues|concludes|insists)\b/i;
/** "According to the", before the text's name and its words. */
const QUOTED_FROM = /(?:^|[\s,;(])(?:according to|in the (?:words|language|terms) of|to quote|quoting|quoting from)\s+(?:from\s+)?(?:the\s+)?["“*]?$/i;
/** "“…,” says paragraph 3, “": before and behind the citation that speaks, the words of the first part blanked. */
const SAYS_FIRST = /[qQ.!?…,][”"’'»],?\s+(?:says|reads|runs|adds|states|declares|promises|begins|provides|goes)\s+(?:the\s+)?$/;
/** True for a citation that speaks between two parts of a quotation: "“…,” says paragraph 3, “…”". */
export const isInterposed = (before: string, behind: string): boolean => /^[\s,:—–-]*$/.test(behind) && SAYS_FIRST.test(before.slice(-40));
const CALLED_BEHIND =
  /^[\s,.!?;:—–-]*(?:as|in the words of|according to|so|thus)\s+(?!(?:the|its?|this|that)\s+(?:text|declaration|document|paragraph|instrument))/i;

/** Judges the words before and behind a quotation. Total; empty surroundings give no voice at all. */
export function hear(around: Surroundings, title: string): Voice {
  return heard(JSON.stringify([around.left, around.right, around.own, around.comma, title]));
}

const heard = remember((key: string): Voice => {
  const [left, right, own, comma, title] = JSON.parse(key) as [string, string, readonly Span[], boolean, string];
  return listen({ left, right, own, comma }, title);
}, 4000);

/** True when a sentence, read from its last citation on, has turned to another kind of text or to a speaker. */
export function turnsAway(text: string, title: string): boolean {
  const nameless = text.replace(namesOf(title), ' ');
  return last(OTHER_TEXT, nameless) !== undefined || VENUE.test(nameless);
}

const namesOf = remember(
  (title: string) =>
    new RegExp(
      title
        .split(/\s+/)
        .map((w) => w.replace(/[^\p{L}\p{N}]/gu, '.'))
        .join('|') || '$^',
      'giu',
    ),
  100,
);
const EVERY_SELF = new RegExp(SELF.source, 'gi');

function listen(around: Surroundings, title: string): Voice {
  const cut = Math.max(around.left.lastIndexOf(';'), around.left.search(/[^;]*$/));
  const left = around.left.slice(cut);
  const own = around.own.filter((s) => s.end > cut).map((s) => ({ start: Math.max(0, s.start - cut), end: s.end - cut }));
  const behind = around.right;
  const verb = last(SAYS, left);
  const voice = last(VOICES, left);
  const until = Math.max(verb?.index ?? 0, voice?.index ?? 0);
  // The subject: what stands before the verb, relative clauses left out.
  const subject = left.slice(0, until).replace(RELATIVE, (m) => ' '.repeat(m.length));
  const near = subject.slice(-90);
  const nearAt = subject.length - near.length;
  const ownBefore = own.filter((s) => s.start < until && subject.slice(s.start, Math.min(s.end, until)).trim() !== '');
  const ownNear = ownBefore.length > 0;
  const nameless = near.replace(namesOf(title), ' ');
  const others = last(OTHER_TEXT, nameless);
  const selfNoun = last(EVERY_SELF, near);
  const selfAt = Math.max(selfNoun ? nearAt + selfNoun.index : -1, ...ownBefore.map((s) => s.start));
  const otherAt = others ? nearAt + others.index : -1;
  const tail = subject.slice(Math.max(selfAt, 0));
  const someone = selfAt >= 0 ? PEOPLE.test(tail.slice(4)) || VENUE.test(tail.slice(4)) : PEOPLE.test(near) || VENUE.test(near) || NAME.test(` x ${nameless}`);
  const lead = LEAD.test(left);
  const owned = /\b(?:declaration|text|document|paragraph)['’]s\s((?:[\p{L}-]+\s){0,5})$/iu.exec(left);
  const possessive = owned !== null && !VENUE.test(owned[1] as string) && !PEOPLE.test(owned[1] as string);
  const isVoice = voice !== undefined && voice.index >= (verb?.index ?? -1);
  // "The chair recalled the Declaration and said": what somebody does something to does not speak behind "and".
  const conjoined =
    selfAt >= 0 &&
    voice !== undefined &&
    /^[^,;:]{0,60}\band\s+(?:then |also |later )?$/.test(left.slice(selfAt, voice.index)) &&
    ACTED_ON.test(left.slice(0, selfAt));
  const spokenOf = (isVoice && selfAt >= 0 && OBJECT_OF.test(left.slice(0, selfAt))) || conjoined;
  const inverted = own.some((s) => isInterposed(left.slice(0, s.start), left.slice(s.end)));
  const quotedFrom = own.some((s) => /^[\s,:]*$/.test(left.slice(s.end)) && QUOTED_FROM.test(left.slice(0, s.start)));
  const said = TEXT_BEHIND.test(behind) || inverted || quotedFrom;
  const speaks = (verb !== undefined && (ownNear || selfAt >= 0) && !someone && !spokenOf && selfAt >= otherAt) || lead || possessive || said;
  const parenthesis = /^\s*\((?<in>[^()]{2,90})\)/.exec(behind)?.groups?.in;
  const foreign = parenthesis !== undefined && /^\p{Lu}\p{Ll}/u.test(parenthesis) && /[\s,]/.test(parenthesis);
  const passive = PASSIVE.test(left) && !HERE.test(left);
  const other =
    foreign ||
    passive ||
    CALLED_BEFORE.test(left) ||
    VOICE_BEHIND.test(behind) ||
    (around.comma && SPEAKER_BEHIND.test(behind)) ||
    CALLED_BEHIND.test(behind) ||
    (isVoice && !speaks && (someone || spokenOf || otherAt >= 0)) ||
    (otherAt > selfAt && verb !== undefined && !lead && !possessive && !said) ||
    (!lead && !possessive && APART.test(near)) ||
    (!speaks && (VENUE.test(left) || VENUE.test(behind)));
  const jointly =
    isVoice && JOINTLY.test(left) && !foreign && !VENUE.test(left) && !VENUE.test(behind) && (/^\W*and\b/.test(behind) || !VOICE_BEHIND.test(behind));
  // Its object must be the text.
  const quotedAs = QUOTED_AS.exec(left);
  const asQuoted =
    quotedAs !== null && !foreign && (own.some((s) => s.start >= quotedAs.index) || SELF.test(quotedAs[1] as string)) && !VENUE.test(quotedAs[1] as string);
  const unsaid = OUTRIGHT.test(left) || SUPPOSED.test(left) || UNREAL.test(left);
  const deniedOutright = unsaid || (CONTRAST.test(left) && !(COMPARATIVE.test(left) && /^\s*\(/.test(behind))) || DENIED_BEHIND.test(behind);
  const reported = REPORTED.test(left.slice(0, selfAt < 0 ? left.length : selfAt)) && !lead && !quotedFrom;
  return {
    text: asQuoted || (speaks && !other),
    other: other && !asQuoted,
    signatories: jointly,
    reported,
    denied: deniedOutright || DENIAL.test(left) || COUNTERFACTUAL.test(left) || /^[^.!;]{0,200}\?/.test(behind),
    deniedOutright,
    unsaid,
  };
}
