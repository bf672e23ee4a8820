/** Fixes of claims: the text's own verb, effort or actor put into the sentence where that is safe, and else a quotation in its place. */
import type { Analysis, Claim, Pinpoint } from '../document/analysis.ts';
import { addedBy, effortOf } from '../document/claim-compare.ts';
import { forceOf, keepsEffort, toldAsDone } from '../document/claim-force.ts';
import { contentOf } from '../document/claim-match.ts';
import { reword, settingOf } from '../document/claim-setting.ts';
import { subjectOf } from '../document/claim-subject.ts';
import { conceptOf, conceptsOf } from '../document/lexicon.ts';
import { renderPinpoint } from '../document/restyle.ts';
import { stemOf } from '../document/stems.ts';
import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { findStates } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import { toSource } from '../text/prose.ts';
import { firstFrom } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Fix } from './check.ts';
import { signs } from './cite.ts';
import { marksOf } from './marks.ts';
import { inFormat, nameOf, paragraphName, quote, upperFirst } from './phrases.ts';

/** A change of the claim's text; the span is in it. */
interface Change {
  readonly span: Span;
  readonly text: string;
}

/** The smallest change that makes the claim faithful, where there is one; then the quotation. */
export function fixesOf(analysis: Analysis, claim: Claim, instrument: Instrument): readonly Fix[] {
  const commitment = instrument.commitments[claim.commitment];
  if (!commitment) return [];
  const quotation = quoteInstead(analysis, claim, instrument, commitment);
  const changes =
    claim.verdict === 'wrong-actor'
      ? renamed(claim, instrument, commitment)
      : claim.verdict === 'overstated'
        ? lessened(claim, instrument, commitment)
        : claim.verdict === 'understated'
          ? promised(claim, commitment)
          : [];
  const edits = changes.map((c) => editOf(analysis, claim, c));
  if (
    edits.length === 0 ||
    edits.some((e) => e === undefined) ||
    !staysWithin(applied(claim.text, changes), commitment, instrument) ||
    reword(claim, applied(claim.text, changes), instrument)?.verdict !== 'faithful'
  )
    return [quotation];
  return [{ title: titleOf(claim, changes), edits: edits as readonly Edit[], preferred: true }, quotation];
}

/** Of what the sentence says, so much stands in the sentence of the text: less, and its verb is not all that is amiss. */
const WITHIN = 0.75;

function staysWithin(text: string, commitment: Commitment, instrument: Instrument): boolean {
  const there = contentOf(settingOf(commitment, instrument, text).sentence, instrument);
  const said = [...contentOf(text, instrument)].filter((c) => !c.startsWith('+'));
  return said.filter((c) => there.has(c)).length >= WITHIN * said.length;
}

const applied = (text: string, changes: readonly Change[]): string =>
  changes.toSorted((a, b) => b.span.start - a.span.start).reduce((t, c) => t.slice(0, c.span.start) + c.text + t.slice(c.span.end), text);

function titleOf(claim: Claim, changes: readonly Change[]): string {
  const said = changes.filter((c) => c.text.trim() !== '').map((c) => quote(c.text.trim(), 60));
  const left = changes.filter((c) => c.text.trim() === '').map((c) => quote(claim.text.slice(c.span.start, c.span.end).trim(), 60));
  return [...(said.length > 0 ? [`say ${said.join(' and ')}`] : []), ...(left.length > 0 ? [`leave out ${left.join(' and ')}`] : [])]
    .join(', ')
    .replace(/^./, (c) => c.toUpperCase());
}

/** The change in the file; `undefined` where markup or a line's wrap stands in the words. */
function editOf(analysis: Analysis, claim: Claim, c: Change): Edit | undefined {
  const prose = analysis.markup.blocks[claim.block]?.prose;
  if (!prose) return undefined;
  const span = toSource(prose, { start: claim.inProse.start + c.span.start, end: claim.inProse.start + c.span.end });
  if (foldTypography(analysis.text.slice(span.start, span.end)).replace(/\s/g, ' ') !== foldTypography(claim.text.slice(c.span.start, c.span.end)))
    return undefined;
  return { span, text: inFormat(analysis, c.text) };
}

/** A modal or a verb of promising, right before the verb of what is promised. Not before "be": who is acted on promises nothing. */
const MODAL =
  /\b(?:(?:will|would|shall|must)|(?:has|have|had|is|are)\s+to|(?:is|are|was|were)\s+(?:now\s+|thereby\s+|legally\s+)*(?:bound|obliged|required|set|forced)\s+to|(?:undertakes?|undertook|pledge[sd]?|promise[sd]?|commit(?:s|ted)?|agree[sd]?|vow(?:s|ed)?)\s+to)\s+(?!be\b|have\b|not\b|make\s+every|do\s+(?:its|their)\s+best)(?=[a-z])/i;
const BINDING = /^(?:must|shall|ha[sd]|have|(?:is|are|was|were)\s+(?:now\s+|thereby\s+|legally\s+)*(?:bound|obliged|required|forced))/i;
/** Words that can go without leaving a gap in the sentence. */
const ADVERB =
  /^(?:always|forever|for\s+ever|for\s+good|permanently|perpetually|indefinitely|automatically|immediately|instantly|at\s+once|irrevocably|irreversibly|unconditionally|totally|exclusively|solely|legally|worldwide|world-wide|globally|daily|weekly|monthly|beforehand|in\s+advance|once\s+and\s+for\s+all|at\s+(?:all\s+times|all\s+hours|any\s+time|any\s+price|any\s+cost)|(?:in|under)\s+(?:all|any|every)\s+\p{L}+|without\s+(?:any\s+)?(?:exceptions?|limits?|reservations?|qualification|delay|hesitation|interruption)|within\s+\p{L}+\s+\p{L}+|within\s+(?:minutes|hours|days|weeks|months)|by\s+(?:the\s+end\s+of\s+)?\d{4}|every\s+\p{L}+|all\s+(?:the\s+)?year\s+round|around\s+the\s+(?:world|globe|clock))$/iu;

/** The modal before a verb that the text itself has: where the sentence says what else is done, its verb is not for us to weaken. */
function modalIn(text: string, commitment: Commitment): RegExpExecArray | undefined {
  const modal = MODAL.exec(text);
  const verb = modal && /^(?:\w+ly\s+|also\s+|further\s+|always\s+)*(\w+)/.exec(text.slice(modal.index + modal[0].length))?.[1];
  const concept = verb && conceptOf(verb);
  return modal && concept && conceptsOf(commitment.text).has(concept) ? modal : undefined;
}

function lessened(claim: Claim, instrument: Instrument, commitment: Commitment): readonly Change[] {
  const { text } = claim;
  const changes: Change[] = [];
  const setting = settingOf(commitment, instrument, text);
  const effort = effortOf(commitment);
  const { force, span } = forceOf(text, commitment.force);
  const modal = modalIn(text, commitment);
  const said = modal?.[0].trimEnd() ?? '';
  const start = modal?.index ?? 0;
  const drops = effort !== undefined && !keepsEffort(text);
  const raised = force === 'obliges' && commitment.force !== 'obliges';
  if (commitment.force === 'intends' && modal && /\bintend\b/.test(commitment.verb)) {
    const one = subjectOf(text, instrument);
    changes.push({
      span: { start, end: start + said.length },
      text: one && instrument.commitments.some((c) => c.actors.includes(one.name)) ? 'intends to' : 'intend to',
    });
  } else if (drops && modal && effort) {
    const verb = BINDING.test(said) ? 'will' : said;
    changes.push({
      span: { start, end: start + said.length },
      text: `${verb.replace(/\s+to$/, '')}${/\sto$/.test(verb) ? ' to' : ''} ${effort.replace(/\s+to$/, '')} to`,
    });
  } else if (raised && modal && BINDING.test(said)) changes.push({ span: { start, end: start + said.length }, text: 'will' });
  else if (raised && /\bwill\b/.test(commitment.text) && /^guarantee[sd]?$/i.test(text.slice(span.start, span.end)) && /^\s+that\b/.test(text.slice(span.end)))
    changes.push({ span, text: /d$/i.test(text.slice(span.start, span.end)) ? 'said' : /s$/i.test(text.slice(span.start, span.end)) ? 'says' : 'say' });
  for (const phrase of addedBy(text, commitment, instrument, setting)) {
    const at = text.indexOf(phrase);
    if (modal && changes.length > 0 && at >= start && at + phrase.length <= start + said.length) continue;
    if (at < 0 || !ADVERB.test(phrase)) return [];
    changes.push(without(text, at, at + phrase.length));
  }
  const done = /^ha(?:s|ve)\s+(?:already\s+|now\s+)?(\w+)$/i.exec(toldAsDone(text, commitment.text, commitment.verb, undefined) ?? '');
  if (done) {
    const base = commitment.text
      .split(/[^\p{L}-]+/u)
      .find((w) => /^[a-z]/.test(w) && stemOf(w) === stemOf((done[1] as string).toLowerCase()) && !/(?:ed|ing|s)$/.test(w));
    const at = text.indexOf(done[0]);
    // "has widened and deepened": a second participle would be left alone.
    if (!base || at < 0 || /^,?\s+(?:and|or)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b/.test(text.slice(at + done[0].length))) return [];
    changes.push({ span: { start: at, end: at + done[0].length }, text: `will ${base}` });
  }
  const apart = changes.toSorted((a, b) => a.span.start - b.span.start);
  return apart.every((c, k) => k === 0 || c.span.start >= (apart[k - 1] as Change).span.end) ? apart : [];
}

/** Takes the words out with one of the spaces beside them. */
const without = (text: string, start: number, end: number): Change =>
  text[start - 1] === ' ' ? { span: { start: start - 1, end }, text: '' } : { span: { start, end: text[end] === ' ' ? end + 1 : end }, text: '' };

/** "may", "might" for a promise: the text's "will". */
function promised(claim: Claim, commitment: Commitment): readonly Change[] {
  if (!/\bwill\b/.test(commitment.verb)) return [];
  const may =
    /\b(?:may|might|could)(?:\s+(?:perhaps|possibly|well|at\s+their\s+discretion|at\s+its\s+discretion))?(?=\s+(?!be\b|have\b|consider|explore|discuss|not\b))/i.exec(
      claim.text,
    );
  return may ? [{ span: { start: may.index, end: may.index + may[0].length }, text: 'will' }] : [];
}

/** The state that undertakes, for the one that is said to; only where both are named as single states and no "its" or "their" would be left astray. */
function renamed(claim: Claim, instrument: Instrument, commitment: Commitment): readonly Change[] {
  const { text } = claim;
  const subject = subjectOf(text, instrument);
  const [actor] = commitment.actors;
  if (!subject || subject.alone || commitment.actors.length !== 1 || !actor) return [];
  const named = findStates(foldTypography(text)).filter((s) => !s.adjective);
  const own = named.find((s) => s.span.start === subject.span.start && s.span.end === subject.span.end);
  const behind = text.slice(subject.span.end);
  if (!own || named.some((s) => s.name === actor) || /\b(?:his|her|their)\b/i.test(text) || /^['’]/.test(behind)) return [];
  const article = /\bthe\s+$/i.exec(text.slice(0, subject.span.start))?.[0] ?? '';
  const start = subject.span.start - article.length;
  const name = /^(?:United|Republic|Democratic|Netherlands|Philippines)/.test(actor) ? `the ${actor}` : actor;
  return [{ span: { start, end: subject.span.end }, text: start === 0 || /[.:]\s*$/.test(text.slice(0, start)) ? upperFirst(name) : name }];
}

/** A document's pinpoints of an instrument, by block, and the first one that shows how its author writes a single one. */
interface Pins {
  readonly style: Pinpoint | undefined;
  readonly byBlock: ReadonlyMap<number, readonly Pinpoint[]>;
}

/** Gathered once, however many claims ask. */
const gathered = new WeakMap<Analysis, Map<string, Pins>>();

function pinsOf(analysis: Analysis, id: string): Pins {
  const known = gathered.get(analysis) ?? new Map<string, Pins>();
  gathered.set(analysis, known);
  const before = known.get(id);
  if (before) return before;
  const byBlock = new Map<number, Pinpoint[]>();
  let style: Pinpoint | undefined;
  for (const c of analysis.citations)
    if (c.instrument === id)
      for (const p of c.pinpoints) {
        if (p.inherited) continue;
        if (p.paragraphs.length === 1) style ??= p;
        const there = byBlock.get(p.block);
        if (there) there.push(p);
        else byBlock.set(p.block, [p]);
      }
  for (const list of byBlock.values()) list.sort((a, b) => a.inProse.start - b.inProse.start);
  const pins = { style, byBlock };
  known.set(id, pins);
  return pins;
}

const SENTENCE_END = /[.!?]\s/g;

/** The commitment's own words for the sentence. A pinpoint that stays beside it is not said again. */
function quoteInstead(analysis: Analysis, claim: Claim, instrument: Instrument, commitment: Commitment): Fix {
  const words = commitment.text.replace(/[.;,]$/, '');
  const prose = analysis.markup.blocks[claim.block]?.prose.text ?? '';
  const { style, byBlock } = pinsOf(analysis, instrument.id);
  SENTENCE_END.lastIndex = claim.inProse.end;
  const stop = SENTENCE_END.exec(prose)?.index ?? prose.length;
  const here = byBlock.get(claim.block) ?? [];
  let stays = false;
  for (let k = firstFrom(here, (p) => p.inProse.start, claim.inProse.end); k < here.length && !stays; k++) {
    const p = here[k] as Pinpoint;
    if (p.inProse.start >= stop + 2) break;
    stays = p.paragraphs.includes(claim.paragraph);
  }
  const pinpoint = style && /^\d/.test(claim.paragraph) ? renderPinpoint(style.text, [claim.paragraph]) : paragraphName(claim.paragraph);
  const [open, close] = marksOf(analysis);
  const ends = /[.!?]["”’)]*$/.test(claim.text);
  const before = prose.slice(0, claim.inProse.start).trimEnd();
  const inside = before !== '' && !/[.!?:"”’)\]]$/.test(before.slice(-1));
  const lead = inFormat(analysis, `${inside ? 'in' : 'In'} the words of ${nameOf(analysis, instrument.id)}, `);
  const text = `${lead}${open}${inFormat(analysis, words)}${close}${stays ? '' : ` (${signs(analysis, pinpoint)})`}${ends ? '.' : ''}`;
  return { title: 'Quote the text instead', edits: [{ span: claim.span, text }] };
}
