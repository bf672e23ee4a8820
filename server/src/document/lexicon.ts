/** Words of the field that mean the same to a reader: each row is one concept, its forms given by their beginnings. */

import { foldTypography, lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';

/**
 * Concept: beginnings of words. Collected from paraphrases in diplomatic reporting; a beginning ends with "$" when it is a whole word.
 * Verbs of promising are no concepts: they are weighed as force, not as content.
 */
const ROWS = `
consult: consult confer$ confers$ conferring conferred phone$ phoning counterpart
effort: effort utmost endeavor endeavour strive striv attempt$ try$ tries$ trying
use: use$ uses$ used$ using$ employ launch firing
nuclear: nuclear atomic nukes
weapon: weapon warhead arms$ bomb$ bombs$
peninsula: peninsula
policy: policy policies declaratory
communicate: communicat channel hotline telephone line$ lines$
infrastructure: infrastruct means$ plumbing
robust: robust sturdy solid reliable strong$ secure$ dependable resilient
maintain: maintain keep$ keeps$ kept$ keeping$ sustain preserv upkeep
decide: decision decid deciding
joint: joint cooperat together$ shared$ common$ collective combined$ collaborat bilateral two-country
deter: deter
establish: establish creat$ create found$ founding set$ sets$ setting launch form$ formed inaugurat institut new$
group: group body$ bodies council committee forum forums fora panel
consultative: consultative consultation
exercise: exercise drill manoeuvre maneuver
train: train
simulate: simulat wargame war-game tabletop table-top
interagency: interagency inter-agency agencies ministries
contingency: contingenc crisis crises emergenc
attack: attack strike$ strikes$ aggression assault
response: response respond repl answer retaliat counter
swift: swift rapid quick prompt fast$ speed
overwhelm: overwhelm overpower crush devastat massive
decisive: decisive conclusive
capability: capabilit abilit power$ powers$ arsenal resource
range: range whole$ entire gamut spectrum full$
visible: visib seen$ presence deploy show$ appear
asset: asset submarine bomber platform
strategic: strategic
enhance: enhanc increas rais rise$ boost augment heighten
deepen: deepen expand widen broaden extend$ extends$ extending$ deep$ deeper$ depth clos
strengthen: strengthen reinforc bolster improv better$ upgrade fortif consolidat firm$ firmer ever-stronger stronger
coordinate: coordinat liais
military: militar armed$ forces$ troops$ army
standing: standing$ existing
stand: stand$ stands$ stood$ united$ solidarity shoulder side$
threat: threat danger challeng
dialogue: dialogue talk$ talks$ talking negotiat diplomac
condition: precondition condition strings
denuclear: denuclear disarm
proliferate: nonproliferat non-proliferat proliferat npt$ enrich reprocess uranium plutonium
obligation: obligation dut adheren
treaty: treaty mdt$ pact$
defense: defen
posture: posture
relationship: relationship ties$ partnership bond$ bonds$
peace: peace
stability: stabil
region: indo-pacific region
share-information: information inform$ intelligence
plan: plan
execute: execut carr operation
conventional: conventional
support: support
connect: connect link tie$ tied$ tying join$ joined$ joining integrat interconnect knit hook
command: command headquarters
lockstep: lockstep
measure: step$ steps$ measure
facilitate: facilitat ease$ easier help$ helps$ smooth
enable: enabl possible allow$ permit
develop: develop build$ builds$ building$ built$ grow$ grows$ growing$ grown$
regular: regular routine often$ frequen
apply: apply$ applies$ applied$ applying$ bear$ devot contribut service$ disposal
enduring: endur last$ lasting perman$ permanently longstanding long-held long-standing abid
ironclad: ironclad iron-clad unbreakable unshak unwaver broken$ rock-solid
people: people$ nation
energy: energy
backed: back$ backed backs$ backing$ underpin underwrit rest$ rests$ behind$
pursue: pursu seek sought
steadfast: steadfast firmly$ resolute committed$
`;

const BEGINNINGS: readonly (readonly [string, string, boolean])[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [concept, forms] = row.split(': ') as [string, string];
    return forms.split(' ').map((f) => [concept, f.replace('$', ''), f.endsWith('$')] as const);
  })
  .sort((a, b) => b[1].length - a[1].length);

const STOP = new Set(
  `a an and any are as at be been being but by can could did do does for from had has have he her his how i if in into is it its itself may might more most much no nor not of on once one only or other our ours out over own same shall she should so some such than that the their them themselves then there thereby these they this those through to too under until up upon very was we were what when where which while who whom whose why will with within without would you also both each every about above after again all along among around before between during per via yet still just even according text declaration document paragraph sentence clause passage words washington seoul korea korean south north american america states united rok dprk u.s us president presidents leader leaders government governments side sides ally allies alliance country countries capital commits commit committed commitment commitments promise promises promised pledge pledges pledged vow vowed undertake undertook undertakes agree agreed agrees affirm affirmed reaffirm reaffirmed restate restated says said say announce announced guarantee guarantees guaranteed bind binds bound oblige obliges declare declared state stated going further furthermore remain remains remained repeat repeats repeated recall recalls two both three one first second third fourth fifth last call called calls stay stays likewise addition forward part himself way ways`.split(
    /\s+/,
  ),
);

const cache = new Map<string, string | undefined>();

/** A word's concept: a row's name, a stem for words in no row, or `undefined` for words that carry no content. */
export function conceptOf(word: string): string | undefined {
  const w = lower(foldTypography(word)).replace(/'s?$/, '');
  if (cache.has(w)) return cache.get(w);
  let concept: string | undefined;
  if (!STOP.has(w) && w.length > 1) {
    const row = BEGINNINGS.find(([, form, whole]) => (whole ? w === form : w.startsWith(form)));
    concept = row ? row[0] : `~${w.length > 5 ? w.replace(/(?:ations?|ments?|ings?|ness|ies|edly|ed|es|ly|s)$/, '') : w.replace(/s$/, '')}`;
  }
  if (cache.size > 20_000) cache.clear();
  cache.set(w, concept);
  return concept;
}

/**
 * Phrases that are one concept, and phrases that only point to one, marked "+": a veto is no consultation, yet a sentence that grants
 * one speaks of it. What points weighs for a commitment that has the concept and against none.
 */
const PHRASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bextend(?:ed|s|ing)?\s+(?:\w+\s+){0,2}?deterren\w+|\bnuclear\s+umbrella|\bumbrella\b/gi, ['umbrella', 'deter']],
  [/\bin\s+(?:close\s+)?step\s+with|\bhand\s+in\s+hand\b|\bside\s+by\s+side\s+with\b/gi, ['lockstep']],
  [/\bshoulder\s+to\s+shoulder|\bside\s+by\s+side\b(?!\s+with)|\bstand\w*\s+(?:together|united|as\s+one|firm)/gi, ['stand']],
  [/\bbring\w*\s+(?:\w+\s+){0,6}to\s+bear|\bput\w*\s+(?:\w+\s+){0,8}(?:at|in)\s+the\s+(?:service|disposal)/gi, ['+apply']],
  [/\btable-?\s?top\b/gi, ['simulate']],
  [/\bhot-?\s?lines?\b/gi, ['+infrastructure', '+maintain']],
  [/\bconsultations?\b/gi, ['+consult']],
  [/\bconsult(?:s|ed|ing)?\b/gi, ['+consultative']],
  [/\breturn\w*\s+(?:\w+\s+){0,3}(?:weapons|warheads|bombs)/gi, ['+visible', '+asset', '+strategic']],
  [
    /\bveto\w*|\bconsent\b|\bapprov(?:e|al)\b|\bpermission\b|\bsign\s+off|\bmust\s+(?:first\s+)?agree|\bask\w*\s+(?:\w+\s+){1,3}first|\bbeforehand\b|\bbefore\s+(?:any|it|using|firing|employing)/gi,
    ['+consult', '+decide', '+weapon'],
  ],
  [
    /\bvote\b|\bsay\s+(?:in|on|over)\b|\bshar\w+\s+(?:\w+\s+)?(?:control|command|authority)|\btrigger\b|\bbutton\b|\bjoint\w*\s+(?:control|authority)|\bco-?deci\w+|\bdecid\w*\s+(?:jointly|together)|\btaken\s+(?:jointly|together)|\bnuclear\s+sharing/gi,
    ['+decide', '+deepen', '+joint', '+deter'],
  ],
  [
    /\b(?:re-?)?deploy\w*|\bstation(?:ed|s|ing)?\b|\bbas(?:ed|ing)\b|\bhomeport\w*|\bport\s+(?:calls?|visits?)|\bdock\w*|\bpatrol\w*|\bflights?\b|\bshow\w*\b/gi,
    ['+visible', '+asset'],
  ],
  [/\b(?:submarines?|bombers?|carriers?|tactical\s+nuclear\s+\w+|warheads?|nuclear-armed\s+\w+)/gi, ['+visible', '+asset', '+strategic']],
  [
    /\b(?:not|never)\s+to\s+(?:build|acquire|develop|seek|make|possess|produce)|\bnuclear\s+(?:weapons?\s+)?(?:program\w*|ambitions?)|\b(?:weapons?|bombs?|arsenal)\s+of\s+(?:its|his|their)\s+(?:country[’']?s\s+)?own|\bown\s+(?:nuclear|bomb)|\bgo\w*\s+nuclear\b|\benrich\w*|\breprocess\w*|\bnuclear\s+option/gi,
    ['proliferate', '+obligation', '+treaty'],
  ],
  [
    /\bsummit|\bsanctions?\b|\bnegotiat\w+|\bpeace\s+(?:talks|treaty)|\binvit\w+|\bmeet\w*\s+(?:\w+\s+)?Kim\b|\bolive\s+branch|\bdoor\s+(?:\w+\s+)?open\b/gi,
    ['+dialogue', '+pursue', "+@Democratic People's Republic of Korea"],
  ],
  [
    /\bregime\b|\bwip\w+\s+(?:\w+\s+){0,3}out\b|\bdestroy\w*|\bannihilat\w*|\bobliterat\w*|\bretaliat\w*|\brepris\w+|\bin\s+kind\b|\bstrike\s+back\b|\bhit\s+back\b/gi,
    ['+response', '+attack', '+overwhelm'],
  ],
  [/\bseats?\b|\bmembers?\b|\bsit(?:s|ting)?\b|\bsecretariat\b/gi, ['+group', '+consultative']],
  [/\bmerg\w+|\bfus(?:e|ed|ing)\b|\bsingle\s+command|\bunder\s+(?:\p{L}+\s+){1,3}command\b/giu, ['+connect', '+command', '+planning', '+apply']],
];

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu;

/** The concepts of a text with how often; hyphened words count whole when a row knows them, else by their parts. */
export function conceptsOf(text: string): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const put = (concept: string): void => {
    out.set(concept, (out.get(concept) ?? 0) + 1);
  };
  const add = (word: string): void => {
    const c = conceptOf(word);
    if (c) put(c);
  };
  let rest = text;
  for (const [pattern, concepts] of PHRASES) {
    const whole = concepts.every((c) => !c.startsWith('+'));
    if (!pattern.test(rest)) continue;
    for (const c of concepts) put(c);
    // The words of a phrase that is a concept itself are spent.
    if (whole) rest = rest.replace(pattern, ' ');
    pattern.lastIndex = 0;
  }
  for (const m of matches(WORD, rest)) {
    const w = m[0].replace(/[.’'-]+$/, '');
    if (w.includes('-') && conceptOf(w)?.startsWith('~')) for (const part of w.split('-')) add(part);
    else add(w);
  }
  return out;
}
