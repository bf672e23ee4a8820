/** What sort of act a commitment promises, told from the verb of the act and, where that says only "strengthen", from its object. */
import { foldTypography, lower } from '../text/fold.ts';

/**
 * Defence, consultation and restraint as in the codebook of the Alliance Treaty Obligations and Provisions project (Leeds and others, 2002);
 * the other kinds are those that communiqués add to an alliance's. `cooperation` is what is left of joint action without any of them.
 */
export type CommitmentKind = 'consultation' | 'defence' | 'restraint' | 'institution' | 'information' | 'review' | 'assistance' | 'compliance' | 'cooperation';

const SPECIFIC: Readonly<Record<Exclude<CommitmentKind, 'cooperation'>, RegExp>> = {
  consultation: /\b(?:consult\w*|confer\b|convene\w*|discuss\w*|dialogues?|negotiat\w+|talks)\b/,
  defence:
    /\b(?:defend\w*|deter\b|deterr\w+|counter-?attack\w*|retaliat\w*|(?:swift|decisive|overwhelming)\b.{0,40} response|mutual defen[cs]e|collective (?:self-)?defen[cs]e|(?:armed|nuclear) attack|defen[cs]e posture|deploy\w*|strategic assets|military exercis\w+|joint (?:military )?exercis\w+)\b/,
  restraint: /\b(?:refrain\w*|abstain\w*|renounc\w+|forgo|forego|desist|moratori\w+|cease\b)/,
  institution:
    /\b(?:establish\w*|creat(?:e|es|ed|ing)|launch\w*|set(?:s|ting)? up|found(?:s|ed|ing)?)\b(?=.{0,60}\b(?:group|council|committee|commission|forum|mechanism|centre|center|secretariat|body|agency|dialogue|programme|program|fund|institute|network|organi[sz]ation|partnership|hub|task ?force)\b)/,
  information:
    /\b(?:inform\b|notif\w+|shar\w+ (?:\w+ ){0,2}(?:information|data|intelligence|reports?)|exchang\w+ (?:of )?(?:\w+ ){0,2}(?:information|data|views|reports?)|publish\w*|report to)\b/,
  review: /\b(?:review\w*|evaluat\w+|assess\w*|monitor\w*|verif\w+|inspect\w*)\b/,
  assistance: /\b(?:assist\w*|support\w*|help\b|provid\w+|financ\w+|fund(?:s|ed|ing)?\b|mobili[sz]\w+|contribut\w+|donat\w+|invest\w*|deliver\w*)\b/,
  compliance: /\b(?:compl(?:y|ies|iance)|implement\w*|fulfil\w*|uphold\w*|respect\b|abide|observe\b|adher\w+|honou?r\w*|ratif\w+|obligations?)\b/,
};

/** Joint action in general: what is done is said by the object, if at all. */
const GENERAL =
  /\b(?:co-?operat\w+|collaborat\w+|co-?ordinat\w+|work\w* (?:together|with|closely)|partner\w*|strengthen\w*|deepen\w*|enhanc\w+|expand\w*|promot\w+|advanc\w+|engag\w+|maintain\w*|develop\w*|continu\w+|joint\w*|lockstep|stand together)\b/;

/** So far behind the operative words the act is still named, in UTF-16 units; further on stand purposes and examples. */
const NEAR = 90;

/**
 * The kind of an act, from the words behind the operative ones ("make every effort to consult with …"); `negative` for an undertaking not
 * to act. `undefined` where no word tells it, and in languages other than English.
 */
export function kindOf(act: string, negative: boolean): CommitmentKind | undefined {
  if (negative) return 'restraint';
  const words = lower(foldTypography(act)).slice(0, NEAR);
  let first: { readonly kind: CommitmentKind; readonly at: number } | undefined;
  for (const [kind, pattern] of Object.entries(SPECIFIC) as [CommitmentKind, RegExp][]) {
    const at = words.search(pattern);
    if (at >= 0 && (first === undefined || at < first.at)) first = { kind, at };
  }
  return first?.kind ?? (GENERAL.test(words) ? 'cooperation' : undefined);
}
