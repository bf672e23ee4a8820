/** Finds commitments: who undertakes what, how strongly, with which hedges. */
import { foldTypography, lower } from '../text/fold.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { type Cast, castOf } from './cast.ts';
import { type Lead, type Reading, readSentence, subjectLeft } from './commitment-clauses.ts';
import { shape } from './commitment-fields.ts';
import { effortAt, findHedges } from './hedges.ts';
import type { Commitment, InstrumentHead, Paragraph, Term } from './instrument.ts';
import { findCommitmentsIn } from './romance.ts';
import { tongueOf } from './tongues.ts';
import { baseOfIng, isFiniteVerb, isVerb } from './verbs.ts';

export { explainRule } from './force.ts';

/**
 * The commitments of an instrument in the order of its text, by rules that know nothing of a particular text. Follows the
 * coding rule of the G7 Research Group for what counts (see `explainRule`); recognitions, welcomes and calls on others are left out.
 * Total: paragraphs without any give none. `opening` is what stands before the first paragraph, where a body that adopts a text names itself.
 */
export function findCommitments(paragraphs: readonly Paragraph[], head: InstrumentHead, _terms: readonly Term[], opening = ''): readonly Commitment[] {
  const tongue = tongueOf(paragraphs);
  if (tongue) return findCommitmentsIn(tongue, paragraphs, head);
  const cast = castOf(paragraphs, head, opening);
  const out: Commitment[] = [];
  const recent: string[] = [];
  let open: Lead | undefined;
  for (const paragraph of paragraphs) {
    if (cast.treaty && /^(?:preamble|recital)/i.test(paragraph.label)) continue;
    if (open && !takesLead(paragraph.prose.text, open)) open = undefined;
    const units = unitsOf(paragraph);
    let lead: Lead | undefined = open;
    let given: readonly string[] | undefined;
    const carried = open !== undefined;
    const introduced = introductionOf(units, paragraph, cast.treaty);
    for (const unit of units) {
      const text = paragraph.prose.text.slice(unit.start, unit.end);
      const read = readSentence(text, cast, recent, unit.item ? given : undefined);
      if (!unit.item) given = subjectLeft(text, cast);
      // A sentence that itself begins with a pronoun does not say whom the next one means.
      if (!/^\W*(?:they|it|he|she)\b/i.test(text) && recent.push(text) > 3) recent.shift();
      const before = out.length;
      if ((unit.first || (carried && unit === units[0])) && lead && (read.readings.length === 0 || (lead.form === 'base' && EFFORT.test(text)))) {
        const item = fromLead(text, lead, cast);
        if (item) {
          out.push(shape(paragraph, unit.start, item, cast, lead));
          continue;
        }
      }
      const led = unit.item ? (lead ?? introduced) : undefined;
      for (const r of read.readings)
        out.push(shape(paragraph, unit.start, r.conjunctOf === undefined ? r : { ...r, conjunctOf: before + r.conjunctOf }, cast, led));
      const elaborated = read.readings.length === 0 && !unit.item ? elaboration(paragraph, unit, out.at(-1)) : undefined;
      if (elaborated) out.push(elaborated);
      if (read.lead) lead = read.lead;
      else if (!unit.item && !carried) lead = undefined;
    }
    open = lead && (carried || /:\s*$/.test(paragraph.prose.text)) ? lead : undefined;
  }
  return out;
}

/** "This includes working …", "Such activities will include …": says what the undertaking right before it consists of. */
const ELABORATION = /^(?:this|these|it|they|such\s(?:(?!may\b|might\b|can\b|could\b)\p{L}+\s?){1,4}?)\s*\b(?:will\s+)?(?:also\s+)?includes?\s+/iu;

function elaboration(paragraph: Paragraph, unit: Span, previous: Commitment | undefined): Commitment | undefined {
  const text = paragraph.prose.text.slice(unit.start, unit.end).replace(/[.;\s]+$/, '');
  const m = ELABORATION.exec(text);
  if (!m || text.endsWith(':') || previous?.paragraph !== paragraph.label || (previous.force !== 'commits' && previous.force !== 'obliges')) return undefined;
  const gerund = /^\p{L}+ing\b/u.test(text.slice(m[0].length));
  if (!gerund && !/\bwill\s/i.test(m[0])) return undefined;
  const span = { start: unit.start + (gerund ? m[0].length : 0), end: unit.start + text.length };
  return {
    paragraph: paragraph.label,
    span: toSource(paragraph.prose, span),
    text: paragraph.prose.text.slice(span.start, span.end),
    actors: previous.actors,
    verb: m[0].trim(),
    operative: toSource(paragraph.prose, { start: unit.start, end: unit.start + m[0].trimEnd().length }),
    force: previous.force,
    hedges: [],
    rule: 'elaboration',
  };
}

interface Unit extends Span {
  readonly item: boolean;
  /** True where an item begins: what a later sentence of it says is said for itself. */
  readonly first: boolean;
}

/** What is read at a time: sentences, and items that an introduction with a colon hands its verb to. A list of objects stays one sentence. */
function unitsOf(paragraph: Paragraph): readonly Unit[] {
  const items = paragraph.items ?? [];
  const text = paragraph.prose.text;
  const sentences = paragraph.sentences.flatMap((s) => unglued(text, s));
  const first = items[0];
  if (!first || !handsOn(text, items)) {
    const units = sentences.map((s) => ({ ...s, item: false, first: false }));
    return first ? joined(units, items, text) : units;
  }
  const begins = (at: number) => items.some((x) => Math.abs(x.span.start - at) < 6);
  const inItem = (at: number) => items.some((x) => x.span.start <= at && at < x.span.end);
  const out: Unit[] = [];
  for (const s of sentences) {
    let at = s.start;
    for (const i of items) {
      if (i.span.start <= at || i.span.start >= s.end) continue;
      out.push({ start: at, end: at + unmarked(text, at, i.span.start).length, item: inItem(at), first: begins(at) });
      at = i.span.start;
    }
    out.push({ start: at, end: s.end, item: inItem(at), first: begins(at) });
  }
  return out.filter((u) => u.end > u.start);
}

/** Sentences that lost the space between them ("… force.Each Party …"), as converted treaties often have them. */
function unglued(text: string, s: Span): readonly Span[] {
  const out: Span[] = [];
  let start = s.start;
  for (const m of text.slice(s.start, s.end).matchAll(/[a-z)]\.(?=\p{Lu}[a-z]+ [\p{L}\d])/gu)) {
    const end = s.start + m.index + 2;
    out.push({ start, end });
    start = end;
  }
  out.push({ start, end: s.end });
  return out;
}

/** True when an introduction hands its verb, or its "that", to the items: they begin with verbs, have verbs of their own, or follow an open colon. */
function handsOn(text: string, items: NonNullable<Paragraph['items']>): boolean {
  const introduction = unmarked(text, 0, items[0]?.span.start ?? 0);
  if (!/[:—–-]$/.test(introduction)) return false;
  // Means, purposes and matters are one with what they serve: "by: (a) …", "for the purpose of: (a) …".
  if (/\b(?:of|by|for|through)\s*:$/.test(introduction)) return false;
  if (/\bfollowing (?:[a-z]+ )?(?:steps|measures|actions|activities)\b[^.;:]{0,200}:$/i.test(introduction)) return true;
  if (
    /(?:\b(?:to|will|shall|that|following|undertakes?|agree|commit|steps|actions|measures|intends?|also)|practicable|possible|appropriate)\s*[:—–-]$/i.test(
      introduction,
    )
  )
    return true;
  const led = items.filter((i) => {
    const item = text.slice(i.span.start, i.span.end);
    const word = firstWord(item);
    return (
      (word !== undefined && (isVerb(word) || baseOfIng(word) !== undefined || isFiniteVerb(word))) ||
      /\b(?:shall|will|undertakes?|commits?|agrees?|pledges?|intends?)\b/.test(item)
    );
  });
  return led.length * 2 > items.length;
}

/** The text between two offsets without the next item's marker at its end. */
const unmarked = (text: string, from: number, to: number): string => text.slice(from, to).replace(/\s*(?:\(?[a-z0-9]{1,4}[.)]|[–•*-])?\s*$/i, '');

/** The hedges of an introduction hold for its items even where the items have verbs of their own. */
function introductionOf(units: readonly Unit[], paragraph: Paragraph, treaty: boolean): Pick<Lead, 'hedgeTexts'> | undefined {
  const i = units.findIndex((u) => u.item);
  const unit = units[i - 1];
  if (!unit) return undefined;
  const text = paragraph.prose.text.slice(unit.start, unit.end);
  return { hedgeTexts: findHedges(lower(foldTypography(text)), 0, text.length, treaty).map((h) => text.slice(h.start, h.end)) };
}

/** Items that go on a sentence ("report on (a) …; (b) …") are read with it. */
function joined(units: readonly Unit[], items: NonNullable<Paragraph['items']>, text: string): readonly Unit[] {
  const out: Unit[] = [];
  for (const u of units) {
    const last = out.at(-1);
    const begins = items.some((i) => i.span.start >= u.start && i.span.start - u.start < 6);
    if (last && begins && !/[.!?]["'”’)]*\s*$/.test(text.slice(last.start, last.end))) out[out.length - 1] = { ...last, end: u.end };
    else out.push(u);
  }
  return out;
}

/** True when a paragraph of its own can be a member of the list that the paragraph before announced. */
function takesLead(text: string, lead: Lead): boolean {
  const word = firstWord(text);
  return (
    word !== undefined &&
    (lead.form === 'ing' ? baseOfIng(word) !== undefined : lead.form === 'base' ? isVerb(word) : baseOfIng(word) !== undefined || isVerb(word))
  );
}

const MARKER = /^\s*(?:\(?[a-z0-9]{1,4}[.)]\s*|[-–—•*]\s*)?(?:(?:to|not to|also|further|jointly|and|[A-Za-z]+ly)\s+)*/i;
const firstWord = (text: string): string | undefined => /^[a-z-]+/.exec(text.replace(MARKER, '').toLowerCase())?.[0];

/** Items of a declaration that hold a view, greet or ask others: no undertaking though “do hereby:” stands over them. */
const ATTITUDE =
  /^(?:also |further |hereby |[a-z]+ly )*(?:recogni[sz]e|welcome|note|acknowledge|commend|appreciate|call (?:on|upon|for)|urge|request|invite|task|instruct|express|underscore|underline|stress|emphasi[sz]e|recall|reaffirm|affirm|reiterate|condemn|thank|deplore|direct) /;

/** "We commit to: – strive to …": the effort is what is undertaken. */
const EFFORT = /^\s*(?:\(?[a-z0-9]{1,4}[.)]\s*|[-–—•*]\s*)?(?:strive|seek|aim|endeavou?r|plan|intend|continue) to\b/i;

/** What is asked of others between the items of a list is none of them. */
const REQUEST = /^(?:also |further )?(?:request|call (?:on|upon)|urge|thank|express) /;

/** An item that takes the introduction's verb: its first sentence, without its marker. */
function fromLead(text: string, lead: Lead, cast: Cast): Reading | undefined {
  const marker = /^\s*(?:\(?[a-z0-9]{1,4}[.)]\s*|[-–—•*]\s*)?/i.exec(text)?.[0].length ?? 0;
  const end = text.search(/[\s.;,:]*(?:\b(?:and|or)\b)?[\s.;,]*$/);
  if (end - marker < 8 || !/[a-z]{3}/i.test(text.slice(marker, end))) return undefined;
  // An item that is a sentence of its own about what may or should be takes no verb.
  if (/^(?:Such|These|This|The|Those)\b[^.;:]{0,160}? (?:would|should|may|could)\b/.test(text.slice(marker))) return undefined;
  const word = firstWord(text);
  if (word && (/hereby/i.test(lead.verb) ? ATTITUDE : REQUEST).test(text.slice(marker).toLowerCase())) return undefined;
  const verb = word && (isVerb(word) || baseOfIng(word)) ? text.slice(marker).match(/^(?:to |also |further |[a-z]+ly )*[\w-]+/i)?.[0] : undefined;
  const low = lower(foldTypography(text));
  const at = verb ? marker + verb.search(/[\w-]+$/) : marker;
  const effort = verb ? effortAt(low, at, lead.rule) : undefined;
  const hedges = findHedges(low, marker, text.length, cast.treaty).filter((h) => effort === undefined || h.start >= effort);
  return {
    span: { start: marker, end },
    operative: { start: marker, end: marker + (verb?.length ?? Math.min(end - marker, /^\S+/.exec(text.slice(marker))?.[0].length ?? 0)) },
    verb: verb ? `${lead.verb} … ${verb}` : lead.verb,
    rule: lead.rule,
    actors: lead.actors,
    hedges: effort === undefined ? hedges : [{ start: at, end: effort }, ...hedges],
    negative: lead.negative || /^not\b/i.test(text.slice(marker)),
  };
}
