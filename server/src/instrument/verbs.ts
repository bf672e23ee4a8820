/** The verbs of the genre in their base form, and the little grammar that coordination needs: a part of speech by lexicon, not a parser. */

/** Verbs that are hardly ever nouns: after "and" they begin a new member of a coordination. */
const VERBS = new Set(
  `accelerate accept accede accompany accomplish account achieve acquire act adapt add address adhere adjust adopt advance advocate affirm afford agree align allocate allow amend amplify analyze analyse announce apply appoint appropriate arrange assess assign assist assume assure attain attract authorize avert avoid ban begin bolster bring broaden build call carry celebrate champion channel check clarify collaborate collect combat come communicate compete complement complete comply conclude conduct confirm confront connect conserve consider consolidate constitute construct consult contain continue contribute convene cooperate co-operate coordinate co-ordinate counter create cultivate curb cut deal decarbonize decide declare decommission deepen defend define defuse de-escalate deliver demonstrate denounce deny deploy deposit destroy detect deter determine develop devise devote direct disclose discourage discuss dismantle disrupt disseminate diversify double draw drive elevate eliminate embark embrace employ empower enable enact encourage end endeavor endeavour endorse enforce engage enhance enlarge enrich ensure enter eradicate establish evaluate examine exchange exclude execute exercise exert expand expedite explore extend facilitate finalize finance focus follow forge formalize formulate foster fulfil fulfill fund generate give grant grow guarantee guide halt harmonize harness have help hold identify implement impose improve include incorporate increase induce inform initiate institute integrate intensify intercept introduce invest investigate invite involve join keep launch lead learn leverage lift limit list maintain make manage match maximize measure meet minimize mitigate mobilise mobilize modernize monitor move mainstream narrow negotiate notify nurture observe obtain offer open oppose optimize organize overcome oversee participate partner pass patrol pay permit phase place plan play prepare preserve press prevent prioritize proceed procure prohibit promote promulgate propose prosecute protect provide publish punish purchase pursue put raise ratify reach reaffirm realise realize rebuild recognize recommend reconvene recruit redouble reduce refer refine refrain register reinforce reinvigorate reject rely remain remove renounce renew repeal replace report request require resist resolve respect respond restore restrict resume retain review revise revitalize rotate safeguard scale secure seek send serve set settle shape share shield showcase sign simplify solve speed stabilize stand stay steer step stop streamline strengthen strive submit suggest support suppress sustain tackle take target tend terminate train transfer transform transition transmit treat triple undertake unlock update upgrade uphold urge use utilise utilize verify work welcome withdraw widen
commence commit break do install refrain abstain manufacture receive refuse hinder recover render consent designate depend detonate emplace fight innovate galvanize chart embed host bridge heal feed back tie rally equip educate empower scale inspire reshape respect recall condemn address raise diversify localize subsidize export import waive lift relax unite reunify deescalate normalize demilitarize denuclearize disarm demine renounce issue bear cause cover deem enjoin entitle exploit hasten heed hinder honor honour impede invoke lay modify operate possess produce promote regulate release repatriate return show stockpile supply surrender test trade train transport visit voice withhold`.split(
    /\s+/,
  ),
);
/** Verbs that are as often nouns: after "and" they are verbs only before a determiner, a possessive or the like. */
const AMBIGUOUS = new Set(
  `resort search export import clear clean close rescue station account act address advance aim ban balance benefit call challenge change check commit control counter cover demand design draw drive end exchange exercise finance focus function fund guide halt help hold honor honour impact increase influence invest issue launch lead limit list look make map market match measure monitor move need offer open partner patrol pay place plan play position press process produce program progress promise protest purchase range reach register release report request research resolve respect result return review safeguard scale secure seek set shape share shield show sign stand start state step stop study supply support surface target test trade train transfer transition transport travel treat trust use value view visit voice volunteer vote welcome work`.split(
    /\s+/,
  ),
);
/** What may follow a verb and never follows a noun in the same place. */
const OBJECT_START =
  /^(?:the|a|an|our|their|its|his|her|any|all|each|every|both|this|that|these|those|such|no|more|further|other|new|additional|greater|efforts|closely|together|jointly|it|them|with|towards?|collaboratively|constructively|tirelessly|up)\b/;

/** True for a word that the lexicon knows as a verb's base form, be it a noun as well. Lower case. */
export const isVerb = (word: string): boolean => VERBS.has(american(word)) || AMBIGUOUS.has(word);

const american = (word: string): string => word.replace(/is(?=e$)/, 'iz').replace(/^co-/, 'co');

/** True when the base form, followed by `rest` (without the space), is read as a verb and not as a noun. */
export function standsAsVerb(word: string, rest: string): boolean {
  if (!AMBIGUOUS.has(word)) return isVerb(word);
  // "and seek to expand": these govern an infinitive as verbs only.
  if (/^(?:seek|work)$/.test(word) && rest.startsWith('to ')) return true;
  return OBJECT_START.test(rest);
}

/** The base forms that an -ing form may belong to, known to the lexicon; `undefined` when none is. Lower case. */
export function baseOfIng(word: string): string | undefined {
  if (!/^[a-z-]{2,}ing$/.test(word)) return undefined;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.replace(/([a-z])\1$/, '$1'), stem.replace(/y$/, 'ie')].find(isVerb);
}

/** The base form of a third person or past form known to the lexicon; `undefined` when none is. Lower case. */
function baseOfFinite(word: string): string | undefined {
  const tries = [word];
  if (/ies$|ied$/.test(word)) tries.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es') || word.endsWith('ed')) tries.push(word.slice(0, -2), word.slice(0, -1), word.slice(0, -2).replace(/([a-z])\1$/, '$1'));
  if (word.endsWith('s')) tries.push(word.slice(0, -1));
  return tries.find(isVerb);
}

/** Finite verbs that the lexicon of actions does not hold. */
const FINITE =
  /^(?:shar|not|recogni[sz]|condemn|underscor|underlin|stress|emphasi[sz]|express|reiterat|enjoy|believ|appreciat|applaud|commend|acknowledg|congratulat|thank|intend|plan|remember|highlight|agree|concur|oppos|reject|recall|affirm|reaffirm|met|held|hold|look|view|regret|deplor|encourag|hope|expect|endors|stand|face|spok|underst|honou?r|mark|declar|deman|reconfirm|recommit|confirm|pledg|resolv|decid|determin|paid|made|took|gave|spoke|saw|began|brought|kept|led|came|drew|discuss|exchang|concur|support|attend|gather|conven)/;
const AUXILIARY = /^(?:are|is|am|have|has|will|shall|remain|stand|were|was|can)$/;

/** True for a word that, right behind a subject, is read as its finite verb. Lower case. */
export const isFiniteVerb = (word: string): boolean => AUXILIARY.test(word) || FINITE.test(word) || baseOfFinite(word) !== undefined;
