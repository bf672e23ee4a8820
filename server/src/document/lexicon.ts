/** Words of the field that mean the same to a reader: each row is one concept, its forms given by their beginnings. */
import { foldTypography, lower } from '../text/fold.ts';

/**
 * Concept: beginnings of words. Collected from paraphrases in diplomatic reporting; a beginning ends with "$" when it is a whole word.
 * Verbs of promising are no concepts: they are weighed as force, not as content.
 */
const ROWS = `
consult: consult confer$ conferring phone$ phoning counterpart
effort: effort utmost endeavor endeavour strive striv attempt$ try$ tries$ trying
use: use$ uses$ used$ using$ employ launch firing
nuclear: nuclear atomic nukes
weapon: weapon warhead arms$ bomb$ bombs$
peninsula: peninsula
policy: policy policies declaratory
communicate: communicat channel hotline telephone line$ lines$
infrastructure: infrastruct means$ plumbing
robust: robust sturdy solid reliable strong$
maintain: maintain keep$ keeps$ kept$ keeping$ sustain preserv upkeep
decide: decision decid
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
overwhelm: overwhelm crush devastat massive
decisive: decisive conclusive
capability: capabilit abilit power$ powers$ arsenal resource
range: range whole$ entire gamut spectrum full$
visible: visib seen$ presence deploy show$ appear
asset: asset submarine bomber platform
strategic: strategic
enhance: enhanc increas rais rise$ boost step$ augment heighten
deepen: deepen expand widen broaden extend$ clos
strengthen: strengthen reinforc bolster improv better$ upgrade fortif consolidat firm$ firmer ever-stronger stronger
coordinate: coordinat liais
military: militar armed$ forces$ troops$ army
stand: stand$ stands$ stood$ standing$ united$ solidarity shoulder side$
threat: threat danger challeng
dialogue: dialogue talk$ talks$ talking negotiat diplomac
condition: precondition condition strings
denuclear: denuclear disarm
proliferate: nonproliferat non-proliferat proliferat npt$ enrich reprocess uranium plutonium
obligation: obligation dut adheren
treaty: treaty mdt$
defense: defen
posture: posture
relationship: relationship ties$ partnership
peace: peace
stability: stabil
region: indo-pacific region
share-information: information inform$ intelligence
plan: plan
execute: execut carr operation
conventional: conventional
support: support
connect: connect link tie$ tying join$ joining integrat
command: command headquarters
lockstep: lockstep step$
enduring: endur last$ lasting perman$ permanently longstanding long-held long-standing abid
ironclad: ironclad unbreakable unshak unwaver broken$ rock-solid
people: people$ nation
energy: energy
extend: extended$ extension umbrella
backed: back$ backed backs underpin underwrit
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
  `a an and any are as at be been being but by can could did do does for from had has have he her his how i if in into is it its itself may might more most much no nor not of on once one only or other our ours out over own same shall she should so some such than that the their them themselves then there thereby these they this those through to too under until up upon very was we were what when where which while who whom whose why will with within without would you also both each every about above after again all along among around before between during per via yet still just even according text declaration document paragraph sentence clause passage words washington seoul korea korean south north american america states united rok dprk u.s us biden yoon president presidents leader leaders government governments side sides ally allies alliance country countries capital commits commit committed commitment commitments promise promises promised pledge pledges pledged vow vowed undertake undertook undertakes agree agreed agrees affirm affirmed reaffirm reaffirmed restate restated says said say announce announced guarantee guarantees guaranteed bind binds bound oblige obliges declare declared state stated going further furthermore remain remains remained repeat repeats repeated recall recalls two both three one first second third fourth fifth last call called calls stay stays likewise addition forward part himself way ways`.split(
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

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu;

/** The concepts of a text with how often; hyphened words count whole when a row knows them, else by their parts. */
export function conceptsOf(text: string): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  const add = (word: string): void => {
    const c = conceptOf(word);
    if (c) out.set(c, (out.get(c) ?? 0) + 1);
  };
  for (const m of text.matchAll(WORD)) {
    const w = m[0].replace(/[.’'-]+$/, '');
    if (w.includes('-') && conceptOf(w)?.startsWith('~')) for (const part of w.split('-')) add(part);
    else add(w);
  }
  return out;
}
