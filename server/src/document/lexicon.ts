/** Words of diplomatic English that mean the same to a reader: each row is one concept, its forms given by their beginnings. */

import { foldTypography, lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { PHRASES } from './claim-phrases.ts';
import { stemOf } from './stems.ts';

/**
 * Concept: beginnings of words; a beginning ends with "$" when it is a whole word. Chosen by hand: verbs and nouns that recur in agreed
 * texts of any kind, with what reporters write for them; no names, no places, nothing that one text alone says. Verbs of promising are no
 * concepts: they are weighed as force, not as content.
 */
const ROWS = `
consult: consult confer$ confers$ conferring conferred phone$ phoning counterpart
effort: effort utmost endeavor endeavour strive striv attempt$ try$ tries$ trying
use: use$ uses$ used$ using$ employ launch firing
nuclear: nuclear atomic nuke$ nukes
weapon: weapon warhead arms$ bomb$ bombs$
policy: policy policies declaratory
communicate: communicat channel hotline telephone line$ lines$
infrastructure: infrastruct means$ plumbing
robust: robust sturdy solid reliable strong$ secure$ dependable resilien sound$
maintain: maintain keep$ keeps$ kept$ keeping$ sustain preserv upkeep uphold upheld
decide: decision decid deciding
joint: joint cooperat co-operat together$ shared$ common$ collective combined$ collaborat bilateral trilateral two-country
deter: deter
establish: establish creat$ create found$ founding set$ sets$ setting launch form$ formed inaugurat institut new$ unveil
group: group body$ bodies council committee forum forums fora panel
consultative: consultative consultation
exercise: exercise drill manoeuvre maneuver
train: train
simulate: simulat wargame war-game tabletop table-top
interagency: interagency inter-agency agencies ministries
contingency: contingenc crisis crises emergenc
attack: attack strike$ strikes$ aggression assault
response: response respond repl answer retaliat counter-attack counterattack reaction
swift: swift rapid quick prompt fast$ speed forthwith expeditious
overwhelm: overwhelm overpower crush devastat massive
decisive: decisive conclusive
capability: capabilit abilit power$ powers$ arsenal resource capacit
range: range whole$ entire gamut spectrum full$
visible: visib seen$ presence deploy show$ appear
asset: asset submarine bomber carrier$ carriers$ platform
strategic: strategic
enhance: enhanc increas rais rise$ boost augment heighten
deepen: deepen expand widen broaden extend$ extends$ extending$ deep$ deeper$ depth clos
strengthen: strengthen reinforc bolster improv better$ upgrade fortif consolidat firm$ firmer ever-stronger stronger beef$
coordinate: coordinat co-ordinat liais align
military: militar armed$ forces$ troops$ army armies
standing: standing$ existing
stand: stand$ stands$ stood$ united$ solidarity shoulder side$
threat: threat danger challeng menac imperil
dialogue: dialogue talk$ talks$ talking negotiat diplomac diplomat discuss
condition: precondition condition strings
denuclear: denuclear disarm
proliferate: nonproliferat non-proliferat proliferat npt$ enrich reprocess uranium plutonium
obligation: obligation dut adheren
treaty: treaty treaties pact$ convention$
defense: defen
posture: posture
relationship: relationship relations$ ties$ partnership partner bond$ bonds$ friendship friendl
peace: peace
stability: stabil
region: region
share-information: information inform$ intelligence
plan: plan
execute: execut carr operation
conventional: conventional
support: support assist aid$
connect: connect link tie$ tied$ tying join$ joined$ joining integrat interconnect knit hook
command: command headquarters
lockstep: lockstep
measure: step$ steps$ measure action$ actions$
facilitate: facilitat ease$ easier help$ helps$ smooth
enable: enabl possible allow$ permit
develop: develop build$ builds$ building$ built$ grow$ grows$ growing$ grown$
regular: regular routine often$ frequen
apply: apply$ applies$ applied$ applying$ bear$ devot contribut service$ disposal
enduring: endur last$ lasting perman$ permanently longstanding long-held long-standing abid
ironclad: ironclad iron-clad unbreakable unshak unwaver broken$ rock-solid unflinch
people: people$ nation$
energy: energy energies
backed: back$ backed backs$ backing$ underpin underwrit rest$ rests$ behind$
pursue: pursu seek sought
steadfast: steadfast firmly$ resolute committed$
prohibit: prohibit ban$ bans$ banned banning forbid forbad outlaw
refrain: refrain abstain abstention
notify: notif notice notices
withdraw: withdraw
amend: amend
advance: promot advanc foster encourag
combat: combat fight$ fights fighting counter$ counters$ countering oppos resist confront tackl
protect: protect safeguard
reduce: reduc cut$ cuts$ cutting lower$ diminish curb$ curbing
release: releas free$ frees$ freed freeing liberat
restore: restor reestablish re-establish resum
implement: implement fulfil
settle: settl
border: border frontier boundar
ceasefire: ceasefire cease-fire truce armistice hostilit
law: law$ laws$ legal lawful legislat
standard: standard norm$ norms$ rule$ rules$
ocean: ocean sea$ seas$ maritim marin
emission: emission greenhouse
finance: financ fund$ funds$ funding
trade: trade$ trades trading commerc
investment: invest
health: health pandemic
digital: digital cyber internet
technology: technolog tech$
prevent: prevent avert forestall
additional: additional extra supplementary
report: report$ reports$ reporting reported
review: review reassess
island: island isle
export: export
prolong: extended$ prolong extension renew
coercion: coerc
consequence: consequence price$ pay$ costs$
women: women woman gender
continue: continu
finalize: finali conclud
unauthorized: unauthori
`;

const BEGINNINGS: readonly (readonly [string, string, boolean])[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [concept, forms] = row.split(': ') as [string, string];
    return forms.split(' ').map((f) => [concept, f.replace('$', ''), f.endsWith('$')] as const);
  })
  .sort((a, b) => b[1].length - a[1].length);

const STOP = new Set(
  `a an and any are as at be been being but by can could did do does for from had has have he her his how i if in into is it its itself may might more most much no nor not of on once one only or other our ours out over own same shall she should so some such than that the their them themselves then there thereby these they this those through to too under until up upon very was we were what when where which while who whom whose why will with within without would you also both each every about above after again all along among around before between during per via yet still just even according text declaration document paragraph sentence clause passage words para paras art article articles section treaty communique principles statement u.s us state states president presidents prime minister ministers leader leaders government governments side sides ally allies alliance country countries capital commits commit committed commitment commitments promise promises promised pledge pledges pledged vow vowed undertake undertook undertakes agree agreed agrees affirm affirmed reaffirm reaffirmed restate restated says said say announce announced guarantee guarantees guaranteed bind binds bound oblige obliges declare declared state stated going further furthermore remain remains remained repeat repeats repeated recall recalls two both three one first second third fourth fifth last call called calls stay stays likewise addition forward part himself herself way ways parties party member members hereby thereof upon regard regarding well including include includes included i.e e.g must merely require requires required hope hopes hoped wish wishes recognize recognizes recognized recognise recognises recognised reiterate reiterates reiterated reiterating renew renews renewed express expresses expressed underscore underscores underscored underline underlines underlined stress stresses stressed either neither everything whatever whole firm firmly strong strongly full fully very unwavering steadfast resolute resolutely make makes made making take takes taken taking give gives gave given`.split(
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
    concept = row ? row[0] : `~${stemOf(w)}`;
  }
  if (cache.size > 20_000) cache.clear();
  cache.set(w, concept);
  return concept;
}

/** A prefix alone says nothing, and what follows it says something else: "Indo-Pacific", "non-nuclear". */
const PREFIXED = /^(?:anti|bi|co|counter|cross|ex|euro|extra|indo|inter|multi|non|post|pre|pro|re|self|sub|trans|ultra|under)-/i;

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
    const whole = concepts.some((c) => !c.startsWith('+'));
    if (!pattern.test(rest)) continue;
    for (const c of concepts) put(c);
    // The words of a phrase that is a concept itself are spent.
    if (whole) rest = rest.replace(pattern, ' ');
    pattern.lastIndex = 0;
  }
  for (const m of matches(WORD, rest)) {
    const w = m[0].replace(/[.’'-]+$/, '');
    if (w.includes('-') && !PREFIXED.test(w) && conceptOf(w)?.startsWith('~')) for (const part of w.split('-')) add(part);
    else add(w);
  }
  return out;
}
