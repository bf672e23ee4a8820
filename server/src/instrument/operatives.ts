/** Operative words: where in a sentence something is undertaken, by which rule, and in what form its complement stands. */
import type { Span } from '../text/span.ts';
import type { RuleName } from './force.ts';
import { baseOfIng, isVerb } from './verbs.ts';

/** What the complement is: a bare infinitive, an -ing form, or a noun phrase. */
export type Form = 'base' | 'ing' | 'np';

export interface Operative {
  /** The operative words in the sentence. */
  readonly span: Span;
  readonly rule: RuleName;
  readonly form: Form;
  /** How the subject is to be read: bound as a party, anything that a treaty's "shall" governs, or needing no subject at all. */
  readonly subject: 'party' | 'any' | 'none';
  /** The party named as the one bound, where the words do so: "the U.S. commitment". */
  readonly bound?: Span;
  /** Where the governing verb begins, when the operative words stand apart from it. */
  readonly governor?: number;
  /** Where the noun phrase begins that holds the commitment; a second one under the same verb begins its span here. */
  readonly phrase?: number;
  /** The main verb, lower case, for those rules that have one. */
  readonly verb?: string;
  readonly negative?: boolean;
  readonly passive?: boolean;
}

const ADVERB =
  '(?:(?!(?:apply|supply|rely|reply|comply|multiply|ally)\\b)[a-z]+ly|also|further|each|all|both|together|jointly|always|now|thus|therefore|instead|soon|again|once again|once more|hereby|still|never|not|in turn|thereafter|then|at all times|as well|likewise|first|finally|today)';
const ADVERBS = `(?: ${ADVERB}){0,4}`;
/** A parenthesis between commas, as in "shall, where appropriate, consult". */
const ASIDE = '(?:,(?! (?:and|or|but) )[^,;:.]{1,90}(?:,[^,;:.]{1,60})?,)?';
const POSSESSIVE = '(?:our|their|its|his|her|the|a|an|this|that|these|those)';

const re = (source: string) => new RegExp(source.replace(/ADVS/g, ADVERBS).replace(/ASIDE/g, ASIDE), 'g');

const MODAL = re(`\\b(will|shall|must)(ASIDEADVSASIDEADVS) ([a-z][a-z-]*)`);
/** Verbs after "will" that say how things are or turn out, not what is done. */
const STATIVE = new Set(
  'need require depend face find know see mean cost benefit suffer experience learn discover miss like want feel seem appear become'.split(' '),
);
/** What a treaty says of its own life and reading: legal effect and rights, no duty to act. */
const EFFECT =
  /^(?:in (?:[a-z]+ ){1,6}?(?=have the right)|thereafter |also |not |in no way |only |remain |first |at any time ){0,2}(?:(?:enter|come|be|remain|continue) (?:in|into) (?:full )?(?:force|effect)|take effect|become (?:effective|a party|final|binding)|have (?:the|full|complete|no|equal|a|an|one|its|such)? ?(?:\w+ )?(?:right|freedom|power|authority|option|competence|effect|legal capacity|vote|votes|meaning|jurisdiction|force)\b|be (?:fully |duly |also |equally )?(?:(?<=not be )(?:prohibited|precluded|forbidden)|required|obliged|entitled|free to|eligible|effective|authentic|interpreted|construed|deemed|considered|understood|regarded|final|binding|void|null|valid|sufficient|competent|able|of unlimited|without prejudice|in force|counted|a part[yi]|without effect|concluded for|an integral|authori[sz]ed|permitted|composed|called|known|referred to as)|be (?:subject (?:only )?to (?:ratification|acceptance|approval|the jurisdiction|the provisions|signature))|be (?:\w+ ){0,4}?open (?:\w+ ){0,4}?(?:for|to) (?:\w+ ){0,4}?(?:signature|accession|adherence|acceptance|ratification)|(?:remain |stay )?open for|mean\b|constitute\b|apply\b|prejudice|affect|in any way|prevent|impair|preclude|derogate|cease|form an? (?:integral )?part|replace|supersede|prevail|expire|consist|include\b|continue$|not be bound|be bound by|refer to|absolve|enjoy\b|remain (?:a|bound|subject|open|responsible)|diminish|modify|limit or|create\b|signify|imply|entail|exempt|relieve)/;

const NOUN = 'commitments?|resolve|determination|pledges?|dedication|intent|intentions?|readiness|willingness|preparedness|plans?|decisions?|will';
const COMMITMENT = new RegExp(
  `\\b(${NOUN})((?: of (?:the )?[a-z. ]{2,40}?)?(?:,[^,;:.]{1,60},)?)(?= (?:to|towards?|that|never to|not to|for|of|in|and support for|and dedication to|and determination to)\\b|:|[.,;]|$| (?:under|made|regarding)\\b)`,
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

const PREDICATE = re(
  `\\b(is|are|am|remain|remains|remained|stand|stands|stay)(ADVS(?: as)?) (committed|dedicated|devoted|determined|resolved|resolute|steadfast|united|unwavering|unflinching|undeterred|unequivocal|unyielding|firm|together|ready|willing|prepared|poised)\\b`,
);
const COURSE = new RegExp(
  `^(?: and [a-z]+(?:, [a-z]+)?)? in (?:${POSSESSIVE} )?(?:[a-z-]+,? (?:and )?){0,4}?(?:commitments?|pursuit|determination|resolve|dedication|efforts?|intention|intent|pledge|defen[sc]e|quest|endeavou?r) (?:to|of|towards?|for)(?: (?:continue|continuing) to)?`,
);
const TO = new RegExp(`^(?: and (?:[a-z]+ly )?[a-z]+)?${ASIDE}(?: (?:as ever|together|first and foremost|more than ever|jointly|collectively|as one))? to\\b`);

const PERFORMATIVE = re(
  `\\b(commits?|committed|pledges?|pledged|vows?|vowed|promises?|promised|undertakes?|undertook|undertaken|resolves?|resolved|decides?|decided|agrees?|agreed|concurs?|concurred|recommits?|recommitted|committing|pledging|agreeing|resolving|undertaking|deciding)\\b`,
);
const PERFORMATIVE_REST: Readonly<Record<string, RegExp>> = {
  commit: new RegExp(
    `^(?: (?:ourselves|themselves|itself|our (?:governments|countries|nations|states)))?(?: in principle| in [a-z]+ terms)?${ADVERBS}${ASIDE} (?:never |not )?to\\b|^(?: (?:an? )?(?:additional|further|over|up to|at least|nearly|more than|another|new|total of))* (?:\\$|€|£|us\\$|usd|eur)|^ (?:the|a|an|our) [^,;.:]{3,60}? to\\b|^:`,
  ),
  pledge: new RegExp(
    `^${ADVERBS}${ASIDE} (?:never |not )?to\\b|^ (?:ourselves|themselves|itself)\\b[^,;:.]{0,30} to\\b|^ (?:that|an?|our|their|its|the|full|continued|new|additional|over|more|up to|support)\\b|^ (?:\\$|€|£|us\\$)|^:`,
  ),
  agree: new RegExp(
    `^${ADVERBS}${ASIDE} (?:not )?to\\b|^ (?:up)?on (?:the )?(?:establish|launch|creat|form|start|conven|hold|initiat|expand|strengthen|deepen|enhanc|develop|resum|accelerat|advanc|cooperat|implement)(?:ing|ment|ion)\\b|^ upon the following|^ on the following`,
  ),
  decide: new RegExp(`^${ADVERBS}${ASIDE} (?:not )?to\\b|^ (?:up)?on the (?:establishment|launch|creation|convening|holding|formation)\\b|^:`),
  resolve: new RegExp(`^${ADVERBS}${ASIDE} (?:not )?to\\b|^:`),
  undertake: new RegExp(
    `^(?: (?:never|not|in [a-z]+|[a-z]+ly|also|further|the obligation|and [a-z]+)){0,4}${ASIDE}(?: (?:[a-z]+ ){0,4}?)?\\s?(?:never |not )?to\\b|^:|^ (?:that|not to)\\b`,
  ),
  concur: /^ (?:to|in|on|upon) (?=[a-z]+)/,
};

const INTEND = re(
  `\\b(intends?|intended|plans?|planned|seeks?|sought|strives?|aims?|aimed|aspires?|endeavou?rs?|planning|seeking|aiming|striving|expects?)(ADVSASIDE) (to|for|towards?)\\b`,
);
const INTEND_OBJECT = /\b(intends?) (?:our|their|its|the|this|these) [^,;.:]{3,60}? (to)\b/g;
const CONTINUE = re(
  `\\b(continues?|continuing)(ADVSASIDE) (to [a-z-]+|[a-z-]+ing\\b|(?:our|their|its) [a-z -]{0,40}?(?:work|efforts?|cooperation|collaboration|support|consultations?|dialogue|implementation|engagement|commitment|coordination|partnership)\\b|close [a-z]+)`,
);
/** Attitudes and states that one may hold on to without acting. */
const ATTITUDE =
  /^(?:be|believe|face|see|call|urge|condemn|welcome|oppose|encourage|recogni[sz]e|value|enjoy|benefit|share|grow|evolve|serve|have|hold|view|stress|emphasi[sz]e|expect|hope|regard|remain|exist|apply|suffer|pose|inspire|stem|need|appreciate|recall|reject|note|underline|underscore|express|to)$/;

const FOUND_NOUN =
  'establishment|creation|launch|launching|formation|founding|inauguration|start|initiation|designation|opening|commencement|relaunch|foundation';
const ANNOUNCE = new RegExp(
  `\\b(announces?|announced|announcing)\\b((?: [a-z]+){0,3}? (?:the |an? )?(?:[a-z-]+ ){0,3}?(?:${FOUND_NOUN}) of|(?: today)? (?:an? |the |our |two |three )?(?:new|first-ever|inaugural)\\b|(?: today)? an? (?:[^\\s.,;:]+ ){0,6}?(?:initiative|partnership|program(?:me)?|fund|framework|group|network|dialogue|mechanism|task force|fellowship|platform|plan|roadmap|facility|coalition|alliance)\\b|(?: today)? [^.;:]{0,60}?(?:\\$|€|£)\\d)`,
  'g',
);
const FOUND =
  /\b((?:hereby |formally )*)(establish|establishes|established|establishing|launch|launches|launched|launching|create|creates|created|creating|found|founded|inaugurate|inaugurated|inaugurating|designate|designates|designated|form|formed|forming|set up|setting up)\b(?= (?:today |jointly )?(?:(?:an?|the|our|this|its|new|two|three)\s|[\p{Lu}"]))/gu;
const HEREBY =
  /\b(?:is|are)? ?hereby (?:established|created|designated|constituted|instituted|appointed|declared to be)\b|\bhereby (?:establish|create|designate|institute|constitute)(?:es|s)?\b/g;
const PAST =
  /\b(?:in|on|since|during) (?:\p{L}+ )?(?:\d{1,2},? )?(?:19|20)\d\d\b|\blast (?:year|month|week|summer|autumn|spring|fall|december|november|october|september)\b|\bago\b|\bearlier this\b|\bpreviously\b|\bin recent\b|\bhistorically\b|\bfirst launched\b/u;

const STANDING = new RegExp(
  `\\b(?:${NOUN})\\b (?:to|of|for|towards?)\\b[^.;:]{1,220}? (is|are|remains?|will remain|has been and remains)(?: (?:\\p{L}+ly|as|both|now|also|more)){0,3} (enduring|ironclad|unwavering|unshakea?ble|steadfast|absolute|firm|strong|rock-solid|sacrosanct|backed|unequivocal|undiminished|unconditional|resolute|inviolable|longstanding|long-standing|undimmed|clear)\\b`,
  'gu',
);
const IS_COMMITMENT =
  /\b(?:is|are) (?:(?:the|our|their|its|an?) )?(?:[a-z-]+ ){0,3}?(?:commitment|pledge|resolve|determination) (?:never |not )?to\b(?= ([a-z]+))/g;

/** All operative words of a sentence, in order, never overlapping. `text` has its typography folded, `low` is its lower case; both of one length. */
export function findOperatives(text: string, low: string, treaty: boolean): readonly Operative[] {
  const out: Operative[] = [];
  modals(low, treaty, out);
  if (/commit|pledg|agree|decid|resolv|undert|vow|promis|concur/.test(low)) performatives(low, treaty, out);
  predicates(low, out);
  // A treaty says what is to be done; what its parties seek or keep doing is a recital.
  if (!treaty) intentions(low, out);
  if (!treaty) continuing(low, out);
  founding(text, low, out);
  nouns(text, low, out);
  out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return out.filter((o) => {
    if (o.span.start < end) return false;
    end = o.span.end;
    return true;
  });
}

const negation = (words: string): boolean => /\b(?:not|never)\b/.test(words);

function modals(low: string, treaty: boolean, out: Operative[]): void {
  // "We will:" and "Each Party shall:" hand their verb to the items that follow.
  const open = /\b(will|shall)((?: also| further| therefore| in particular)?,?) ?:\s*$/.exec(low);
  if (open) {
    const rule: RuleName = treaty && open[1] === 'will' ? 'treaty-undertaking' : (open[1] as 'will' | 'shall');
    out.push({
      span: { start: open.index, end: open.index + (open[1] as string).length + (open[2] as string).length },
      rule,
      form: 'base',
      subject: treaty ? 'any' : 'party',
      verb: '',
    });
  }
  for (const m of low.matchAll(MODAL)) {
    const [all, modal, between = '', verb = ''] = m;
    if (modal === 'must' && !treaty) continue;
    const start = m.index;
    const verbAt = start + all.length - verb.length;
    const rest = low.slice(verbAt, verbAt + 90);
    if (modal === 'will') {
      if (
        STATIVE.has(verb) ||
        /^(?:have|be able|be unable|be possible|be needed|be necessary|be required|be crucial|be critical|be essential|be key|be important)\b/.test(rest)
      )
        continue;
      const passive = /^be (?:[a-z]+ly )?(?:[a-z]+ed|met|held|done|made|given|taken|built|set|put|begun|undertaken|sent|kept)\b/.test(rest);
      if (treaty && EFFECT.test(rest)) continue;
      out.push({
        span: { start, end: verbAt },
        rule: treaty ? 'treaty-undertaking' : 'will',
        form: 'base',
        subject: 'party',
        verb,
        negative: negation(between),
        passive,
      });
    } else {
      // "The Parties agree that an attack on one shall be considered an attack on all": what they agree is no mere effect.
      const agreed = treaty && /\bagrees? that [^;:.]{0,200}$/.test(low.slice(0, start));
      if (!agreed && (EFFECT.test(rest) || EFFECT.test(`${between.trim()} ${rest}`.trim()))) continue;
      const passive = /^be (?:[a-z]+ly )?[a-z]+(?:ed|en|ld|ne|de|pt|nt|ut|wn)\b/.test(rest);
      const forbidden = /^be (?:strictly )?(?:prohibited|forbidden|banned)\b/.test(rest);
      const negative = negation(between) || forbidden;
      out.push({
        span: { start, end: verbAt },
        rule: forbidden ? 'treaty-prohibition' : 'shall',
        form: 'base',
        subject: treaty ? 'any' : 'party',
        verb,
        negative,
        passive,
      });
    }
  }
}

function performatives(low: string, treaty: boolean, out: Operative[]): void {
  for (const m of low.matchAll(PERFORMATIVE)) {
    const word = m[1] as string;
    const end = m.index + word.length;
    const before = low.slice(Math.max(0, m.index - 60), m.index);
    const stem = word.startsWith('recommit')
      ? 'commit'
      : (Object.keys(PERFORMATIVE_REST).find((k) => word.startsWith(k.slice(0, 5))) ??
        (/^(?:vow|promis)/.test(word) ? 'pledge' : /^undert/.test(word) ? 'undertake' : /^decid/.test(word) ? 'decide' : ''));
    const ing = word.endsWith('ing');
    if (
      /\b(?:to|be|been|being|is|are|was|were|remain|remains|remained|stand|not|fully|firmly|deeply|strongly|the|a|an|our|their|its|this|of|strong|new|these|those|'s|shared|could|would|may|might|should|can) $/.test(
        before,
      ) &&
      !(ing && /\b(?:is|are|am)(?: also| hereby)? $/.test(before)) &&
      !/(?:\bto(?:gether)?|\bwe|\bthey) (?:fully|firmly|strongly|deeply) $/.test(before)
    ) {
      if (
        !/\b(?:fully|firmly|deeply|strongly) $/.test(before) ||
        /\b(?:is|are|remain|remains|be|stand) (?:\w+ )?(?:fully|firmly|deeply|strongly) $/.test(before)
      )
        continue;
    }
    if (ing && !/\b(?:is|are|am)(?: also| hereby| further)? $/.test(before)) continue;
    const rest = PERFORMATIVE_REST[stem]?.exec(low.slice(end, end + 220));
    if (!rest) continue;
    if (stem === 'concur' && !/^[a-z]+ing\b/.test(low.slice(end + rest[0].length)) && !/ to /.test(rest[0])) continue;
    const perfect = /\b(?:have|has)(?: [a-z]+ly| also| further| today)? $/.exec(before);
    const start = perfect ? m.index - perfect[0].length : m.index;
    const [formed, stop] = complement(low, end + rest[0].length, / to$/.test(rest[0]), !/^(?:commit|pledge)/.test(stem));
    const rule: RuleName = word.startsWith('recommit') ? 'restated' : treaty ? 'treaty-undertaking' : 'performative';
    out.push({ span: { start, end: stop }, rule, form: formed, subject: 'party', verb: stem, negative: /\b(?:not|never)\b[^,]* to$/.test(rest[0]) });
  }
}

/** The form of the complement at `at`, and where it begins: "continue to" and "continuing to" belong to the operative words. */
function complement(low: string, at: number, afterTo: boolean, infinitive = false): [Form, number] {
  let end = at;
  const more = /^ (?:continue|continuing) to(?= [a-z])/.exec(low.slice(end, end + 24));
  if (more) return ['base', end + more[0].length];
  const word = /^ (?:(?!(?:apply|supply|rely|reply|comply|multiply) )[a-z]+ly |further |also |jointly |together |not |never )*([a-z-]+)/.exec(
    low.slice(end, end + 60),
  )?.[1];
  if (!word) return ['base', end];
  if (low[end] === ' ' && !afterTo) end = at;
  return [isVerb(word) || (infinitive && afterTo && !/ing$/.test(word)) ? 'base' : baseOfIng(word) ? 'ing' : afterTo && /ing$/.test(word) ? 'ing' : 'np', end];
}

function predicates(low: string, out: Operative[]): void {
  if (!/committed|dedicated|devoted|determined|resol|steadfast|united|un(?:wav|fl|det|eq|yi)|firm|stands? together|ready|willing|prepared|poised/.test(low))
    return;
  for (const m of low.matchAll(PREDICATE)) {
    const [all, be = '', , adjective = ''] = m;
    const end = m.index + all.length;
    const rest = low.slice(end, end + 220);
    const keeps = /^(?:remain|stand|stay)/.test(be);
    const to = TO.exec(rest);
    const course = COURSE.exec(rest);
    const readiness = /^(?:ready|willing|prepared|poised)/.test(adjective);
    let found = course;
    let rule: RuleName = 'remains';
    if (/^(?:committed|dedicated|devoted)/.test(adjective)) found = to ?? course;
    else if (/^(?:determined|resol|steadfast|firm|undeterred)/.test(adjective) || readiness)
      found = (to && followedByVerb(low, end + to[0].length) ? to : null) ?? course;
    if (!found) continue;
    if (readiness) rule = 'ready';
    else if (!keeps && /^(?:committed|dedicated|devoted|determined|resol)/.test(adjective) && !course) rule = 'determined';
    if (readiness && course) continue;
    const [form, stop] = complement(low, end + found[0].length, found === to);
    out.push({ span: { start: m.index, end: stop }, rule, form: found === to ? form : 'np', subject: 'party', verb: adjective });
  }
}

const followedByVerb = (low: string, at: number): boolean => {
  const word = /^ (?:[a-z]+ly |further |also |jointly |together |not |never )*([a-z-]+)/.exec(low.slice(at, at + 60))?.[1];
  return word !== undefined && !/^(?:the|a|an|our|their|its|this|these|those|that|all|any|such)$/.test(word);
};

function intentions(low: string, out: Operative[]): void {
  for (const m of low.matchAll(INTEND)) {
    const [all, word = '', , particle] = m;
    const before = low.slice(Math.max(0, m.index - 16), m.index);
    const progressive = word.endsWith('ing');
    if (progressive !== /\b(?:is|are|am)(?: also| now| actively)? $/.test(before)) continue;
    if (/^(?:intended|planned|aimed|sought)$/.test(word) && !/\b(?:we|they|leaders|presidents|sides|countries) $/.test(before)) continue;
    if (/\b(?:to|the|our|their|its|of|an?|and|or|for|with|new|will|shall|would|should|could|may|can|'s) $/.test(before) && !/\b(?:and|or) $/.test(before))
      continue;
    if (/^plans?$|^aims?$/.test(word) && /\b(?:the|our|their|its|his|of|national|action|concrete|and) $/.test(before)) continue;
    if (particle !== 'to' && !/^striv|^aim|^aspir/.test(word)) continue;
    const [form, end] = complement(low, m.index + all.length, particle === 'to', true);
    out.push({ span: { start: m.index, end }, rule: 'intends', form, subject: 'party', verb: word });
  }
  for (const m of low.matchAll(INTEND_OBJECT))
    out.push({ span: { start: m.index, end: m.index + m[0].length }, rule: 'intends', form: 'base', subject: 'party', verb: 'intend' });
}

function continuing(low: string, out: Operative[]): void {
  for (const m of low.matchAll(CONTINUE)) {
    const [, word = '', between = '', complementText = ''] = m;
    const before = low.slice(Math.max(0, m.index - 20), m.index);
    if (/\b(?:to|will|shall|should|must|can|may|would|could|or|has|have|and|also|further|,) $/.test(before) && !/\b(?:and|also|further) $/.test(before))
      continue;
    if (word === 'continuing' && !/\b(?:is|are|am) $/.test(before)) continue;
    const verb = /^to /.test(complementText) ? complementText.slice(3) : (baseOfIng(complementText) ?? '');
    if (verb && ATTITUDE.test(verb)) continue;
    if (/^to /.test(complementText) ? !isVerb(verb) : / /.test(complementText) === false && !verb) continue;
    const end = m.index + (/^to /.test(complementText) ? word.length + between.length + 3 : word.length + between.length);
    out.push({
      span: { start: m.index, end },
      rule: 'continues',
      form: /^to /.test(complementText) ? 'base' : verb ? 'ing' : 'np',
      subject: 'party',
      verb: 'continue',
    });
  }
}

function founding(text: string, low: string, out: Operative[]): void {
  if (!/announc|establish|launch|creat|found|inaugurat|designat|form|set|hereby/.test(low)) return;
  for (const m of low.matchAll(ANNOUNCE)) {
    const funds = /[$€£]\d$/.test(m[0]);
    const end = funds ? m.index + (m[1] as string).length : m.index + m[0].length;
    const be = /\b(?:is|are|am) $/.exec(low.slice(Math.max(0, m.index - 5), m.index));
    if (m[1] === 'announcing' && !be) continue;
    out.push({
      span: { start: m.index - (be?.[0].length ?? 0), end: funds ? end : m.index + m[0].length },
      rule: funds ? 'announced-funds' : 'founding-act',
      form: 'np',
      subject: 'party',
      verb: 'announce',
    });
  }
  for (const m of low.matchAll(HEREBY))
    out.push({
      span: { start: m.index + (m[0].startsWith(' ') ? 1 : 0), end: m.index + m[0].length },
      rule: 'founding-act',
      form: 'np',
      subject: 'none',
      verb: 'hereby',
    });
  for (const m of text.matchAll(FOUND)) {
    const word = m[2] as string;
    const before = low.slice(Math.max(0, m.index - 24), m.index);
    const perfect = /\b(?:have|has|is|are|am)(?: also| today| jointly| now| formally)* $/.exec(before);
    if (/\b(?:to|will|shall|or|by|of|was|were|been|be|should|could|would|may|we first|previously|had) $/.test(before)) continue;
    if (
      /\band $/.test(before) &&
      (/ed$/.test(word) ||
        !/\b(?:we|parties) (?:also |hereby |further )?(?:announce|endorse|adopt|issue|establish)\b(?![^;]*\b(?:to|will) )/.test(low.slice(0, m.index)))
    )
      continue;
    if (/ing$/.test(word) !== /\b(?:is|are|am)(?: also| today| jointly| now| formally)* $/.test(before)) continue;
    if (
      /^(?:form|found|set up|create|formed|created|designated|establish|launch)$/.test(word) &&
      !/hereby/.test(m[1] ?? '') &&
      !/ed$/.test(word) &&
      !/\b(?:we|today|hereby|parties|and) $/.test(before)
    )
      continue;
    // A year before the word puts the founding in the past: it is recalled, not done.
    if (PAST.test(low) || (!perfect && /ed$|^set up$/.test(word) && /\b(?:19|20)\d\d\b/.test(low.slice(0, m.index)))) continue;
    out.push({
      span: { start: m.index - (perfect?.[0].length ?? 0), end: m.index + m[0].length },
      rule: 'founding-act',
      form: 'np',
      subject: 'party',
      verb: word,
    });
  }
}

/** Commitments that stand as nouns: "reaffirm our commitment to …", "our commitment to … is ironclad". */
function nouns(text: string, low: string, out: Operative[]): void {
  if (!ANY_NOUN.test(low)) return;
  for (const m of low.matchAll(STANDING)) {
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
  for (const m of low.matchAll(IS_COMMITMENT))
    if (isVerb(m[1] as string))
      out.push({
        span: { start: m.index, end: m.index + m[0].length },
        rule: 'restated',
        form: 'base',
        subject: 'none',
        verb: 'commitment',
        negative: negation(m[0]),
      });
  for (const m of low.matchAll(COMMITMENT)) {
    const noun = m[1] as string;
    const end = m.index + m[0].length;
    const next =
      /^ (?:to|towards?|that|never to|not to|for|of|in|and support for|and dedication to|and determination to)\b|^:/.exec(low.slice(end, end + 30))?.[0] ?? '';
    if (next === '' && !/^commitment/.test(noun)) continue;
    if (/^(?:plan|decision|will)/.test(noun) && !/ to$/.test(next)) continue;
    if (/^ (?:for|of|in)/.test(next) && !/^commitment/.test(noun)) continue;
    const phrase = nounPhrase(text, low, m.index, m[2]);
    // "resolve", "pledge" and "plan" are verbs unless something before them says that they are nouns.
    if (
      /^(?:resolve|pledge|plan)/.test(noun) &&
      !new RegExp(`^(?:${POSSESSIVE}|new|strong|firm|shared|\\S+(?:'s|s')|u\\.s\\.)\\b`).test(low.slice(phrase.start, m.index))
    )
      continue;
    const governor = governorOf(low, phrase.start);
    if (!governor || (next === '' && (!/^(?:re)?(?:affirm|iterat|new|confirm)/.test(governor.word) || !/^(?:our|their|its) /.test(low.slice(phrase.start)))))
      continue;
    if (/^(?:plan|decision)/.test(noun) && !/^(?:announc|shar|outlin|declar|express|confirm|reaffirm|set)/.test(governor.word)) continue;
    const rule: RuleName = INTENTION.test(noun) || /^plan/.test(noun) ? 'intention' : /^decision/.test(noun) ? 'decision' : 'restated';
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
  if (
    !last ||
    /^(?:of|with|to|by|on|in|from|under|for|as|into|through|than|upon|despite|given|per|towards?|between|among|about|without|like|via|including)$/.test(last)
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
