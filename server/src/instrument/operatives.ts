/** Operative words: where in a sentence something is undertaken, by which rule, and in what form its complement stands. */
import { matches } from '../text/matches.ts';
import { nounOperatives } from './commitment-nouns.ts';
import type { RuleName } from './force.ts';
import { foundingActs } from './founding-acts.ts';
import { complement, followedByVerb, negation, type Operative, POSSESSIVE } from './operative.ts';
import { baseOfIng, isVerb } from './verbs.ts';

const ADVERB =
  '(?:(?!(?:apply|supply|rely|reply|comply|multiply|ally)\\b)[a-z]+ly|also|further|each|all|both|together|jointly|always|now|thus|therefore|instead|soon|again|once again|once more|thereupon|forthwith|hereby|still|never|not|in turn|thereafter|then|at all times|as well|likewise|first|finally|today)';
const ADVERBS = `(?: ${ADVERB}){0,4}`;
/** A parenthesis between commas, as in "shall, where appropriate, consult". */
const ASIDE =
  '(?:,(?! (?:and|or|but) )[^,;:.]{1,220}(?:,(?= (?:in|on|at|by|with|to|for|as|if|where|when|subject|under|within|upon|including|pursuant|consistent|through|after|before|from|without|unless|not|inter|taking|and|or|[a-z]+ly)\\b)[^,;:.]{1,60})?,)?';

const re = (source: string) => new RegExp(source.replace(/ADVS/g, ADVERBS).replace(/ASIDE/g, ASIDE), 'g');

const MODAL = re(`\\b(will|shall|must)(ASIDEADVSASIDEADVS)(?: |: ?(?:\\(?[a-z0-9]{1,3}\\) ?)?)([a-z][a-z-]*)`);
/** Verbs after "will" that say how things are or turn out, not what is done. */
const STATIVE = new Set(
  'need require depend face find know see mean cost benefit suffer experience learn discover miss like want feel seem appear become'.split(' '),
);
/** What a treaty says of its own life and reading: legal effect and rights, no duty to act. */
const EFFECT =
  /^(?:in (?:[a-z]+ ){1,6}?(?=have the right)|thereafter |also |not |in no way |only |remain |first |at any time ){0,2}(?:have (?:\w+ )?(?:[a-z]+ed|become|been)\b|(?:enter|come|be|remain|continue) (?:in|into) (?:full )?(?:force|effect)|take effect|become (?:effective|a party|final|binding)|have (?:the|full|complete|no|equal|a|an|one|its|such)? ?(?:\w+ )?(?:right|freedom|power|authority|option|competence|effect|legal capacity|vote|votes|meaning|jurisdiction|force)\b|be (?:fully |duly |also |equally )?(?:(?<=not be )(?:prohibited|precluded|forbidden)|required|obliged|entitled|free to|eligible|effective|authentic|interpreted|construed|deemed|considered|understood|regarded|final|binding|void|null|valid|sufficient|competent|able|of unlimited|without prejudice|in force|counted|a part[yi]|without effect|concluded for|an integral|authori[sz]ed|permitted|composed|called|known|referred to as)|be (?:subject (?:only )?to (?:ratification|acceptance|approval|the jurisdiction|the provisions|signature))|be (?:\w+ ){0,4}?open (?:\w+ ){0,4}?(?:for|to) (?:\w+ ){0,4}?(?:signature|accession|adherence|acceptance|ratification)|(?:remain |stay )?open for|have access\b|mean\b|constitute\b|apply\b|prejudice|affect|in any way|prevent|impair|preclude|derogate|cease|form (?:an? )?(?:integral )?part|replace|supersede|prevail|expire|consist|include\b|continue$|not be bound|be bound by|refer to|absolve|enjoy\b|remain (?:a|bound|subject|open|responsible)|diminish|modify|limit or|create\b|signify|imply|entail|exempt|relieve)/;

const PREDICATE = re(
  `\\b(is|are|am|remain|remains|remained|stand|stands|stay)(ADVS(?: as)?) (committed|dedicated|devoted|determined|resolved|resolute|steadfast|united|unwavering|unflinching|undeterred|unequivocal|unyielding|firm|together|ready|willing|prepared|poised)\\b`,
);
const COURSE = new RegExp(
  `^(?: and [a-z]+(?:, [a-z]+)?)? in (?:${POSSESSIVE} )?(?:[a-z-]+,? (?:and )?){0,4}?(?:commitments?|pursuit|determination|resolve|dedication|efforts?|intention|intent|pledge|defen[sc]e|quest|endeavou?r) (?:to|of|towards?|for)(?: (?:continue|continuing) to)?|^ in (?!condemn|oppos|reject|call|believ|recogni|hop|say|urg)[a-z]+ing(?= \\S)`,
);
const TO = new RegExp(`^(?: and (?:[a-z]+ly )?[a-z]+)?${ASIDE}(?: (?:as ever|together|first and foremost|more than ever|jointly|collectively|as one))? to\\b`);

const PERFORMATIVE = re(
  `\\b(commits?|committed|pledges?|pledged|vows?|vowed|promises?|promised|undertakes?|undertook|undertaken|resolves?|resolved|decides?|decided|agrees?|agreed|concurs?|concurred|recommits?|recommitted|committing|pledging|agreeing|resolving|undertaking|deciding|accepts?|accepted|assumes?|assumed)\\b`,
);
/** "accept as a trust the obligation to …": an obligation taken on. */
const TAKEN_ON = /^(?: [a-z ]{0,40}?)? (?:the|an|full) (?:[a-z]+ )?(?:obligation|duty|responsibility|commitment) (?:not )?to\b/;
const PERFORMATIVE_REST: Readonly<Record<string, RegExp>> = {
  commit: new RegExp(
    `^(?: (?:ourselves|themselves|itself|(?:our|their|his|her|its) (?:own )?(?:governments?|countr(?:y|ies)|nations?|states?|administration)))?(?: in principle| in [a-z]+ terms)?${ADVERBS}${ASIDE} (?:never |not )?to\\b|^(?: (?:an? )?(?:additional|further|over|up to|at least|nearly|more than|another|new|total of))* (?:[a-z]{0,3}[$€£¥]|usd|eur|jpy|gbp)|^ (?:the|a|an|our) [^,;.:]{3,60}? to\\b|^:`,
  ),
  pledge: new RegExp(
    `^${ADVERBS}${ASIDE} (?:never |not )?to\\b|^ (?:ourselves|themselves|itself)\\b[^,;:.]{0,30} to\\b|^ (?:that|an?|our|their|its|the|full|continued|new|additional|over|more|up to|support)\\b|^ (?:[a-z]{0,3}[$€£¥]|usd|eur|jpy|gbp)|^:`,
  ),
  agree: new RegExp(
    `^${ADVERBS}${ASIDE} (?:not )?to\\b|^ (?:up)?on (?:the )?(?:establish|launch|creat|form|start|conven|hold|initiat|expand|strengthen|deepen|enhanc|develop|resum|accelerat|advanc|cooperat|implement)(?:ing|ment|ion)\\b|^ upon the following|^ on the following|^:\\s*$`,
  ),
  decide: new RegExp(`^${ADVERBS}${ASIDE} (?:not )?to\\b|^ (?:up)?on the (?:establishment|launch|creation|convening|holding|formation)\\b|^:`),
  resolve: new RegExp(`^${ADVERBS}${ASIDE} (?:not )?to\\b|^:`),
  undertake: new RegExp(
    `^(?: (?:never|not|in [a-z]+|[a-z]+ly|also|further|the obligation|and [a-z]+)){0,4}${ASIDE}(?: (?:[a-z]+ ){0,4}?)?\\s?(?:never |not )?to\\b|^:|^ (?:that|not to)\\b`,
  ),
  accept: TAKEN_ON,
  assume: TAKEN_ON,
  concur: /^ (?:to|in|on|upon) (?=[a-z]+)/,
};

const RECALLED = /^(?:in|at|since|last|when|earlier|during)\b[^,]{0,80}(?:\b(?:19|20)\d\d\b|\blast\b|\bearlier\b|[a-z]ed\b)[^,]{0,40},/;

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

/** All operative words of a sentence, in order, never overlapping. `text` has its typography folded, `low` is its lower case; both of one length. */
export function findOperatives(text: string, low: string, treaty: boolean): readonly Operative[] {
  const out: Operative[] = [];
  modals(low, treaty, out);
  if (/commit|pledg|agree|decid|resolv|undert|vow|promis|concur|accept|assum/.test(low)) performatives(low, treaty, out);
  if (/\bit (?:was|is|has) |\bhereby\b/.test(low)) impersonal(low, treaty, out);
  predicates(low, out);
  // A treaty says what is to be done; what its parties seek or keep doing is a recital.
  if (!treaty) intentions(low, out);
  if (!treaty) continuing(low, out);
  out.push(...foundingActs(text, low));
  out.push(...nounOperatives(text, low));
  out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  let modal = -1;
  return out.filter((o) => {
    // The verb of "will … seek to" is the modal's, and no operative of its own.
    if (o.span.start < end || o.span.start === modal) return false;
    end = o.span.end;
    modal = /^(?:will|shall|treaty-undertaking)$/.test(o.rule) && o.verb !== '' ? end : -1;
    return true;
  });
}

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
  for (const m of matches(MODAL, low)) {
    const [all, modal, between = '', verb = ''] = m;
    if (modal === 'must' && !treaty) continue;
    const start = m.index;
    const verbAt = start + all.length - verb.length;
    const rest = low.slice(verbAt, verbAt + 90);
    if (modal === 'will') {
      if (
        (STATIVE.has(verb) &&
          !(verb === 'require' && /\b(?:we|they|parties|governments|members|states) $/.test(low.slice(Math.max(0, start - 14), start))) &&
          !/^find (?:new |common |practical |lasting |joint )?(?:solutions?|ways|means|common ground)\b/.test(rest)) ||
        /^(?:have|be able|be unable|be possible|be needed|be necessary|be required|be an? (?:matter|question) |be crucial|be critical|be essential|be key|be important)\b/.test(
          rest,
        )
      )
        continue;
      const passive = /^be (?:[a-z]+ly )?(?:[a-z]+ed|met|held|done|made|given|taken|built|set|put|begun|undertaken|sent|kept)\b/.test(rest);
      if (treaty && EFFECT.test(rest)) continue;
      out.push({
        span: { start, end: verbAt },
        rule: treaty ? 'treaty-undertaking' : 'will',
        form: 'base',
        // In a treaty "copies will be sent by that Government" and "X, which will inform the others" bind as "shall" does.
        subject: treaty && (passive || /^be responsible\b/.test(rest) || /\b(?:which|who),? $/.test(low.slice(0, start))) ? 'any' : 'party',
        verb,
        negative: negation(between),
        passive,
      });
    } else {
      // "The Parties agree that a ship of one shall be considered a ship of all": what they agree is no mere effect.
      const agreed = treaty && /\bagrees? that [^;:.]{0,200}$/.test(low.slice(0, start));
      // What a notice or report is to hold is for its author to see to; what a term or a zone includes is its meaning.
      const holds =
        /^include\b/.test(rest) && /\b(?:notice|notification|report|request|statement|proposal|application|plan|communication)s? $/.test(low.slice(0, start));
      if (!agreed && !holds && (EFFECT.test(rest) || EFFECT.test(`${between.trim()} ${rest}`.trim()))) continue;
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
  for (const m of matches(PERFORMATIVE, low)) {
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
    // "When we met in 2019, we committed …": recalled, not undertaken.
    if (/ed$|undertook/.test(word) && !perfect && RECALLED.test(low.slice(0, m.index))) continue;
    const [formed, stop] = complement(low, end + rest[0].length, / to$/.test(rest[0]), !/^(?:commit|pledge)/.test(stem) || /\b(?:not|never) to$/.test(rest[0]));
    const rule: RuleName = word.startsWith('recommit') ? 'restated' : treaty ? 'treaty-undertaking' : 'performative';
    // "undertakes: - to …; - to …", the list run into the sentence.
    const listed = rest[0] === ':' && /^\s*(?:-\s?|\(?[a-z]\)\s?)?to [a-z]/.test(low.slice(stop, stop + 14));
    out.push({
      span: { start, end: stop },
      rule,
      form: listed ? 'base' : formed,
      subject: 'party',
      verb: stem,
      negative: /\b(?:not|never)\b[^,]* to$/.test(rest[0]),
    });
  }
}

/** "It was agreed to …", as agreed minutes have it: those in whose name the text stands agree. */
const IMPERSONAL = /\bit (?:was|is|has been)(?: also| further| jointly| mutually)? (agreed|decided|resolved) (?:not )?to\b(?= [a-z])/g;

/** "Do hereby:", "hereby declare to:" — a solemn form that hands its verb to the numbered paragraphs behind it. */
const HEREBY = /\b(?:do |have )?hereby(?: (?:declare|agree|resolve|pledge|commit|decide)(?: (?:ourselves|as follows))?(?: to)?)?(?: the following)? ?[:,]?\s*$/;

function impersonal(low: string, treaty: boolean, out: Operative[]): void {
  const solemn = treaty ? null : HEREBY.exec(low.slice(-80));
  if (solemn && /:\s*$|\bto\s*$/.test(solemn[0])) {
    const start = Math.max(0, low.length - 80) + solemn.index;
    out.push({
      span: { start, end: start + solemn[0].replace(/[:,\s]+$/, '').length },
      rule: 'performative',
      form: 'base',
      subject: 'none',
      phrase: start,
      verb: 'impersonal',
    });
  }
  for (const m of matches(IMPERSONAL, low))
    out.push({
      span: { start: m.index, end: m.index + m[0].length },
      rule: treaty ? 'treaty-undertaking' : 'performative',
      form: 'base',
      subject: 'none',
      phrase: m.index,
      verb: 'impersonal',
      negative: negation(m[0]),
    });
}

function predicates(low: string, out: Operative[]): void {
  if (!/committed|dedicated|devoted|determined|resol|steadfast|united|un(?:wav|fl|det|eq|yi)|firm|stands? together|ready|willing|prepared|poised/.test(low))
    return;
  for (const m of matches(PREDICATE, low)) {
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

function intentions(low: string, out: Operative[]): void {
  for (const m of matches(INTEND, low)) {
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
  for (const m of matches(INTEND_OBJECT, low))
    out.push({ span: { start: m.index, end: m.index + m[0].length }, rule: 'intends', form: 'base', subject: 'party', verb: 'intend' });
}

function continuing(low: string, out: Operative[]): void {
  for (const m of matches(CONTINUE, low)) {
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
