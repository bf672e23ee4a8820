/** How strongly a restating sentence puts a promise: the rung it stands on, whether it keeps the effort, and whether it tells it as done. */
import { FORCES, type Force } from '../instrument/instrument.ts';
import type { Span } from '../text/span.ts';
import { conceptOf, conceptsOf } from './lexicon.ts';
import { stemOf } from './stems.ts';

/** Founding acts stand beside the ladder, as strong as a promise. */
export const rank = (force: Force): number => (force === 'enacts' ? 3 : FORCES.indexOf(force));

/** Words that show a claim's force, the strongest reading first. Spans are in the claim's text. */
const OPERATIVE: readonly (readonly [Force, RegExp])[] = [
  [
    'obliges',
    /\b(?:guarante\w+|oblig\w+|must\b|shall\b|(?:is|are|was|were)\s+(?:now\s+|hereby\s+|thereby\s+|thus\s+)*(?:legally\s+)?(?:bound|required|obliged|compelled|forced|duty-bound)|legally\s+(?:bound|binding|enforceable)|(?:binds?|bound|binding)\s+(?:itself|himself|themselves|themself|the\b|both|it\b|\p{Lu}\p{L}+)|binding\b|compel\w*|compulsory|mandatory|requires?\b|swore|sworn|irrevocabl\w+|ha(?:s|ve)\s+to(?!\s+do\s+with)\b|no\s+choice)/iu,
  ],
  [
    'enacts',
    /\b(?:ha(?:s|ve|d)\s+(?:already\s+)?(?:set\s+up|established|created|founded|launched|formed)|(?:set\s+up|established|created|founded|founds|launched|instituted|sets\s+up)\b|announc\w+|(?:would|will|to)\s+be\s+(?:set\s+up|established|created|formed)|being\s+(?:set\s+up|created|established))/i,
  ],
  [
    'commits',
    /\b(?:will|would|commit\w*|promis\w+|pledg\w+|vow\w*|undert\w+|agree[sd]?|assur\w+|ensur\w+|(?:is|are|was|were)\s+(?:now\s+)?(?:to\b|set\s+to|committed|determined|resolved)|offer(?:s|ed)|decid\w+|accept\w*|renounc\w+|conced\w+|can\s+count|gave|gives)/i,
  ],
  [
    'affirms',
    /\b(?:reaffirm\w*|affirm\w*|restat\w+|reiterat\w+|repeat\w*|recall\w*|remain\w*|stay\w*|stress\w*|continu\w+|stand[s]?\b|keep[s]?\b|hold[s]?\b|highlight\w*|underlin\w*|underscor\w*|confirm\w*|said|says?)\b/i,
  ],
  [
    'intends',
    /\b(?:intend\w*|plan(?:s|ned)?\s+to|aim(?:s|ed)?\s+to|hope[sd]?\b|seek\w*|wish\w*|consider\w*|explor\w+|look(?:s|ed)?\s+into|discuss\s+whether|think\s+about|study\w*)/i,
  ],
];

/** Verbs that make a promise: what is possible only within it weakens nothing ("pledged to consult whenever use might be considered"). */
const PROMISE =
  /\b(?:will|shall|must|commit\w*|promis\w+|pledg\w+|vow\w*|undert\w+|agree[sd]?|guarante\w+|assur\w+|ensur\w+|oblig\w+|b(?:ou|i)nd\w*|reaffirm\w*|affirm(?:s|ed)?|announc\w+|establish\w*|created|set\s+up|swore|remain\w*|decid\w+|accept\w*|offer(?:s|ed)|(?:is|are)\s+to)\b/i;
const POSSIBLE = /\b(?:may|might|could)\b(?!\s+(?:only|not|no|never|well\s+be\s+(?:said|argued)|seem|sound|look)\b)/i;
const SOFT =
  /\b(?:(?:agree[sd]?|promis\w+|undert\w+|pledg\w+|offer(?:s|ed)|decid\w+|commit\w*|will|would|ready|willing|said|says|plan\w*)\s+(?:\w+\s+){0,3}?(?:consider\b|stud(?:y|ying)\b|explor(?:e|ing)\b|examin(?:e|ing)\b|look\s+into|look\s+at|weigh\b|think\s+about|discuss(?:ing)?\s+(?:whether|the\s+possibility)|talk\s+about\s+(?:whether|the\s+possibility)|see\s+whether)|(?:study|explore|consider|examine|weigh|discuss|looking\s+into|look\s+into)\s+(?:the\s+)?(?:possibility|idea|option)|consider(?:s|ed|ing)?\s+(?:whether|possib\w+|\w+ing\b)|explor(?:es|ed|ing)\s+(?:ways|whether|closer|the)|look(?:s|ed|ing)\s+into|(?:hope[sd]?|hoping|wish(?:es|ed)?|would\s+like)\s+(?:to\b|that\b)|toy(?:s|ed|ing)\s+with|(?:merely|only|just|at\s+most)\s+(?:\w+\s+){0,2}(?:consider|discuss|explore|talk|look|study|think|hope|intend|aspire)\w*|at\s+some\s+(?:point|stage)|some\s?day\b|one\s+day\b|if\s+(?:it\s+is\s+|they\s+find\s+it\s+|it\s+finds\s+it\s+)?convenient|when\s+(?:it\s+is\s+)?convenient|if\s+(?:it|they)\s+(?:sees?|thinks?)\s+fit|at\s+(?:its|their)\s+(?:discretion|convenience|leisure)|perhaps|possibly\b(?!\s+(?:the|a)\b))/i;

const EFFORT =
  /\b(?:efforts?|try|tries|trying|tried|utmost|endeavo\w+|striv\w+|attempt\w*|seek\w*|work(?:s|ed|ing)?\s+(?:to|toward|towards|on|for)|(?:look\w*|search\w*)\s+for|opportunit\w+|aim\w*|as\s+(?:hard|best|much|far|fully)\s+as|far\s+as|best\b|all\s+(?:it|they|that\s+it|in\s+its)|all\s+(?:it|they)\s+can|every(?:thing)?\s+(?:it|they|in|step|possible|reasonable)|do\s+what(?:ever)?\s+(?:it|they)\s+can|pains|great\s+lengths|leave\s+no\s+stone|(?:if|where|when|whenever|wherever)\s+(?:at\s+all\s+)?(?:possible|feasible)|bend\s+over|exert\w*|toil\w*|as\s+possible)\b/i;
/** Intention, readiness and wish, which leave room where a promise leaves none. */
const ROOM =
  /\b(?:inten[dt]\w*|plan(?:s|ned|ning)?\b|aim\w*|seek\w*|sought|hope[sd]?|wish\w*|want\w*|ready|readiness|prepared|willing\w*|mean\s+to|meant\s+to|desir\w+|expect\w*|look\w*\s+to|consider\w*|explor\w*|try|tries|trying|may|might|could|would\s+like|propos\w+)\b/i;
export const leavesRoom = (text: string): boolean => ROOM.test(text) || EFFORT.test(text);
export const keepsEffort = (text: string): boolean => EFFORT.test(text);

/** A possibility, a study or a hope where a promise might stand; `undefined` when the sentence promises first. */
export function weakened(text: string): Span | undefined {
  const soft = SOFT.exec(text);
  if (soft && !/\b(?:guarante|must|shall|oblig)/i.test(text)) return { start: soft.index, end: soft.index + soft[0].length };
  const may = POSSIBLE.exec(text);
  if (!may) return undefined;
  // "so that consultation can take place", "a crisis that might come": the possibility belongs to something else.
  const before = text.slice(0, may.index);
  if (PROMISE.test(before) || /\b(?:so\s+that|which|whenever|wherever|when|where|if|whether|what|how)\b[^,;]*$/i.test(before)) return undefined;
  const verb = /^\S+\s+(?:[a-z]+\s+){0,2}/.exec(text.slice(may.index));
  return { start: may.index, end: may.index + (verb?.[0].trimEnd().length ?? may[0].length) };
}

const CONDUCT = /\b(?:obligations?|dut(?:y|ies))\s+of\s+(?:conduct|means|effort|best\s+efforts?|diligence)\b/gi;

/** The claim's force, and the words that show it. Among equals the kind of the source's own force is looked for first. */
export function forceOf(sentence: string, source: Force): { readonly force: Force; readonly span: Span } {
  const order: readonly Force[] =
    source === 'enacts'
      ? ['obliges', 'enacts', 'commits', 'affirms', 'intends']
      : source === 'affirms'
        ? ['obliges', 'affirms', 'commits', 'enacts', 'intends']
        : ['obliges', 'commits', 'affirms', 'enacts', 'intends'];
  // "An obligation of conduct" is a lawyer's word for an effort.
  const text = sentence.replace(CONDUCT, (m) => ' '.repeat(m.length));
  const weak = weakened(text);
  if (weak) return { force: 'intends', span: weak };
  for (const force of order) {
    const m = OPERATIVE.find(([f]) => f === force)?.[1].exec(text);
    if (m) return { force, span: { start: m.index, end: m.index + m[0].length } };
  }
  return { force: source, span: { start: 0, end: 0 } };
}

const DONE =
  /(?<!\b(?:that|which|who|what|it|to)\s)\b(?:ha(?:s|ve)\s+(?:already|now|since|thus|thereby)\s+(?:been\s+)?\w+|ha(?:s|ve)\s+(?:been\s+)?(?!(?:re)?affirmed\b|committed\b|pledged\b|promised\b|agreed\b|vowed\b|declared\b|announced\b|resolved\b|decided\b|offered\b|remained\b|continued\b|stated\b|restated\b|reiterated\b|accepted\b|stressed\b|highlighted\b|needed\b|wanted\b)(?:\w{3,}ed|built|set\s+up|begun|made|put|brought|held|met)\b|already\b|(?:is|are)\s+(?:now|already)\s+\w+)/i;

function saysDeed(promise: string, deed: string): boolean {
  const concept = conceptOf(deed);
  if (concept !== undefined && conceptsOf(promise).has(concept)) return true;
  // Too short to have a stem: "ended", "ending".
  const short = /^\p{Ll}{3,4}(?=ed$)/u.exec(deed)?.[0];
  return short !== undefined && new RegExp(`\\b${short}(?:e|s|es|ing|ed)?\\b`, 'i').test(promise);
}

/** "our commitment to rationalize and phase out": what is affirmed is an act still to be done, and this is it. */
export const isToDo = (promise: string, deed: string): boolean =>
  [...promise.matchAll(/\bto\s+(\p{Ll}+)(?:\s+(?:and|or)\s+(\p{Ll}+))?/gu)].some((m) =>
    [m[1], m[2]].some((w) => w !== undefined && w.length > 3 && stemOf(w) === stemOf(deed.toLowerCase())),
  );

/** Verbs by which one promises or says; to have done this is no keeping of the promise. */
const SAYING =
  /^(?:to|set|bound|committed|promised|pledged|agreed|undertaken|undertook|vowed|obliged|required|determined|resolved|(?:re)?affirmed|said|stated|declared|announced|offered|decided|accepted|intended|planned|aimed|hoped|wished|wanted|(?:re)?iterated|restated|repeated|recalled|stressed|highlighted|underlined|underscored|welcomed|noted|recogni[sz]ed|acknowledged|expressed|confirmed|renewed|assured|guaranteed|designed|expected|needed|remained|continued|used|called|signed|tried|asked|met)$/i;

/**
 * The words that tell a future act as done; `undefined` when none do. Without "already" or "has", the past of the very verb that the text
 * promises, right behind who acts: "both states restored relations" for "agree to restore".
 */
export function toldAsDone(text: string, promise: string, verb: string, actor: Span | undefined): string | undefined {
  const m = DONE.exec(text);
  // "is now to", "have now promised": the promise is new, not its keeping.
  const deed = /\S+$/.exec(m?.[0] ?? '')?.[0] ?? '';
  // What has been done is what was promised, unless the sentence says "already": it may tell of something else.
  if (m && !SAYING.test(deed) && (/already/i.test(m[0]) || saysDeed(promise, deed))) return m[0];
  const past = actor && /^\s+(?:\w+ly\s+|also\s+|then\s+)?(\w{3,}ed)\b/.exec(text.slice(actor.end, actor.end + 50));
  const said = past?.[1] ?? '';
  if (!past || SAYING.test(said) || /\b(?:will|would|shall|must|to)\b/i.test(text.slice(actor.end))) return undefined;
  return verb.split(/[^\p{L}-]+/u).some((w) => w.length > 3 && stemOf(w.toLowerCase()) === stemOf(said.toLowerCase())) ? said : undefined;
}
