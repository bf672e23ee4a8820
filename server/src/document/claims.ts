/** Finds sentences that restate a commitment in the author's words, and compares their strength, scope and actors with it. */

import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import { firstFrom, ofWords } from '../text/remember.ts';
import { findSentences } from '../text/sentences.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Citation, Claim, Mention, Place, Quotation, Resolved } from './analysis.ts';
import { aboutWhich, countsOthers, recalled, speaksOfThePast } from './claim-about.ts';
import { findClauses } from './claim-clauses.ts';
import { compareClaim, namesStranger } from './claim-compare.ts';
import { fieldOf, ties } from './claim-match.ts';
import { type Around, claimsOf } from './claim-memory.ts';
import { isAgreedText, isAnchored, isDoneByPlace, isNominal, speaksOfOthers, voiceOf } from './claim-sentences.ts';
import { settingOf } from './claim-setting.ts';
import { OF_STATE, type Subject, subjectOf } from './claim-subject.ts';
import { ALL, findParties, isJoint, partiesOf } from './parties.ts';
import { stemOf } from './stems.ts';

/** Below this a sentence is about the same things, but does not restate; above the second, it does without any further sign. */
const LIKELY = 0.3;
/** How far, in the file, a citation may stand from a sentence that restates what it cites: some paragraphs before, a few lines behind. */
const BEFORE = 1500;
/** The same in a document that cites one known text alone; where it names others too, what is far must be very like. */
const BEFORE_ALONE = 6000;
const BEHIND = 600;
/** In UTF-16 units: no sentence of prose is longer, and what is (a table on one line, a list without stops) restates nothing. */
const LONGEST = 3000;
/** A sentence that names a state of which the instrument knows nothing is about something else, unless it is very like. */
const SURE = 0.5;
/** Where another text was named last, and nobody acts who does in the commitment. */
const CERTAIN = 0.6;
/** So many concepts a sentence must have in common with a commitment whose text was named long before. */
const ENOUGH = 3;
/** Of the weight of a concept: few commitments have it. */
const RARE = 1.5;
/** What accuses needs a surer tie than what agrees, the more so where another acts than in the text. */
const DOUBTFUL = 0.45;

export function findClaims(read: Resolved & { readonly quotations: readonly Quotation[]; readonly mentions: readonly Mention[] }): readonly Claim[] {
  const claims: Claim[] = [];
  const { markup, citations, cites, quotations } = read;
  if (isAgreedText(markup.blocks)) return claims;
  let recent: readonly string[] = [];
  // In order, so that a sentence looks at the citations near it and not at all of them.
  const byBlock = group(citations);
  const ofInstrument = new Map(cites.map(({ instrument: { id } }) => [id, citations.filter((c) => c.instrument === id)]));
  const quotedIn = group(quotations);
  const reach = cites.length === 1 ? BEFORE_ALONE : BEFORE;
  const surely = citations.every((c) => c.instrument !== undefined || c.other === undefined || recalled(c.other, cites)) ? reach : BEFORE;
  const longest = citations.reduce((n, c) => Math.max(n, c.span.end - c.span.start), 0);
  markup.blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.kind === 'caption' || block.quote) return;
    const here = byBlock.get(index) ?? [];
    const sentences = block.kind === 'cell' ? [{ start: 0, end: block.prose.text.length }] : sentencesOf(block.prose);
    for (const sentence of sentences) {
      if (sentence.end - sentence.start > LONGEST) continue;
      const upTo = firstFrom(here, (c) => c.inProse.start, sentence.end);
      const inside =
        upTo === 0
          ? []
          : here
              .slice(
                firstFrom(here, (c) => c.inProse.start, sentence.start - longest),
                upTo,
              )
              .filter((c) => overlap(c.inProse, sentence) > 0);
      let last = upTo - 1;
      while (last >= 0 && (here[last] as Citation).inProse.end > sentence.start) last--;
      const before = here[last];
      // Where the only text cited gave way to another one, named by the way, its promises are its own only if they are very like.
      const about = aboutWhich(inside, before, cites, sentence.start);
      const instrument = about ?? (inside.length === 0 && before?.pinpoints.length === 0 && cites.length === 1 ? cites[0]?.instrument : undefined);
      if (!instrument) continue;
      let doubtful: Around['doubtful'] = about === undefined ? 'another' : undefined;
      if (!inside.some((c) => c.instrument === instrument.id)) {
        const at = toSource(block.prose, sentence);
        const own = ofInstrument.get(instrument.id) ?? [];
        const end = own[firstFrom(own, (c) => c.span.start, at.end + BEHIND + 1) - 1]?.span.end ?? -1;
        if (end < 0 || end < at.start - reach) continue;
        doubtful = end < at.start - surely ? 'far' : doubtful;
      }
      claims.push(
        ...claimsOf({ block, inside, instrument, doubtful, recent, quotations: quotedIn.get(index) ?? [] }, index, read.said.get(index), sentence, inSentence),
      );
      const labels = inside.length === 0 ? [] : inside.filter((c) => c.instrument === instrument.id).flatMap((c) => c.pinpoints.flatMap((p) => p.paragraphs));
      if (labels.length > 0) recent = labels;
    }
  });
  return claims;
}

const sentencesOf = ofWords(findSentences);

const group = <T extends Place>(places: readonly T[]): ReadonlyMap<number, readonly T[]> => {
  const out = new Map<number, T[]>();
  for (const c of places) {
    const there = out.get(c.block);
    if (there) there.push(c);
    else out.set(c.block, [c]);
  }
  for (const list of out.values()) list.sort((a, b) => a.inProse.start - b.inProse.start);
  return out;
};

/** By which a text makes a duty depend on what happens. */
const CONDITION = /\b(?:if|should|unless|whenever|in\s+(?:the\s+)?(?:case|event)|provided\s+that|upon)\b/i;

const SEVERITY: readonly Claim['verdict'][] = ['faithful', 'understated', 'overstated', 'wrong-actor'];

/** A sentence of two clauses that restate two commitments is two claims; any other is one or none. */
function inSentence(around: Around, sentence: Span): readonly Claim[] {
  const text = around.block.prose.text.slice(sentence.start, sentence.end);
  const clauses = findClauses(text, around.instrument);
  if (clauses.length > 1 && voiceOf(text) !== 'reported' && !/\?\W*$/.test(text)) {
    let before: Subject | undefined;
    const claims = clauses.flatMap((c) => {
      const own = text.slice(c.start, c.end);
      // "and it will …": the one who acted before.
      const subject = /^(?:\w+\s+){0,2}(?:it|he|she)\b/i.test(own) ? before : undefined;
      before = subjectOf(own, around.instrument) ?? before;
      const claim = restated(around, { start: sentence.start + c.start, end: sentence.start + c.end }, subject);
      return claim ? [claim] : [];
    });
    if (new Set(claims.map((c) => c.commitment)).size > 1) return claims;
    // Two clauses that seem to restate one promise: the one that says it best does; the other speaks of something else.
    const [claim] = claims.toSorted((a, b) => SEVERITY.indexOf(a.verdict) - SEVERITY.indexOf(b.verdict));
    if (claims.length > 1 && claim) return [claim];
  }
  const claim = restated(around, sentence);
  return claim ? [claim] : [];
}

/** "That is wrong, of course." "It has not." "Not so:" — what was said is said to be denied. */
const DENIED_NEXT =
  /^\s*(?:(?:But\s+|Yet\s+|Of course,?\s+)?(?:that|this|it)(?:\s+(?:reading|claim|view))?\s+(?:is|was|would\s+be)\s+(?:(?:simply|plainly|quite|just|flatly|clearly|also|all|of\s+course)\s+)*(?:wrong|false|untrue|incorrect|mistaken|nonsense|inaccurate|not\s+(?:so|true|right|correct|what|the\s+case)|an?\s+(?:\w+\s+)?(?:myth|misreading|mistake|misconception|error|exaggeration|overstatement|fiction))\b|(?:but\s+|yet\s+)?(?:it|they|she|he)\s+(?:has|have|does|do|did|is|are|was|were|had)\s+(?:not|nothing\s+of\s+the\s+(?:sort|kind))\s*[.!;]|not\s+(?:so|quite|true|exactly)\s*[.,:;!–—]|(?:wrong|false|nonsense|hardly|no)\s*[.,:;!–—]|nothing\s+of\s+the\s+(?:sort|kind)\b|on\s+the\s+contrary\b|(?:the\s+(?:text|declaration|document)|paragraph\s+\d+)\s+says\s+(?:nothing\s+of\s+the|no\s+such)\b)/i;

function restated({ block, inside, instrument, doubtful, recent, quotations }: Around, sentence: Span, carried?: Subject): Claim | undefined {
  const prose = block.prose.text;
  let text = prose.slice(sentence.start, sentence.end);
  if (countsOthers(text, instrument)) return undefined;
  // Words in quotation marks are the text's or somebody's own; a sentence that is mostly those restates nothing.
  const marks = [...text.matchAll(/[“"„«‘]([^“”"„»’‘]{12,})[”"“»’]/g)];
  const inQuotes = marks.reduce((n, m) => n + m[0].length, 0);
  const isQuoted = quotations.some((q) => overlap(q.inProse, sentence) > 0 && q.text.split(/\s+/).length >= 4);
  if (isQuoted || inQuotes > text.length * 0.4) return undefined;
  if (/[:：]\s*$/.test(text)) return undefined;
  const voice = voiceOf(text);
  if (voice === 'none' || voice === 'reported' || speaksOfOthers(text, instrument)) return undefined;
  const after = prose.slice(sentence.end, sentence.end + 100);
  if (DENIED_NEXT.test(after)) return undefined;
  if (/^\s*(?:so|or so)\s+(?:at\s+least\s+)?(?:\w+\s+){0,3}(?:argued|claimed|commentator|critics|reported)/i.test(after)) return undefined;
  // The citation at the end of the sentence is no part of what it says.
  const tail = /\s*(?:\([^()]*\)|\[@[^\]]*\])\s*[.!]?$/.exec(text);
  if (tail && inside.some((c) => c.inProse.start >= sentence.start + tail.index)) text = text.slice(0, tail.index);
  const labels = inside.filter((c) => c.instrument === instrument.id).flatMap((c) => c.pinpoints.flatMap((p) => p.paragraphs));
  // What names the text says nothing of what it promises: "the United States-Japan Joint Statement" is no actor.
  const own = blank(
    text,
    inside.filter((c) => c.instrument === instrument.id).map((c) => ({ start: c.inProse.start - sentence.start, end: c.inProse.end - sentence.start })),
  );
  const subject = carried ?? subjectOf(own, instrument);
  if (voice === 'bare' && labels.length === 0) return undefined;
  const [best, second] = ties(own, instrument, labels, subject, recent);
  if (!best || best.score < LIKELY) return undefined;
  const commitment = instrument.commitments[best.index];
  if (!commitment) return undefined;
  const actor = subject !== undefined && (subject.name === ALL || partiesOf(instrument).includes(subject.name));
  const fits = subject !== undefined && actor && (subject.name === ALL ? isJoint(commitment, instrument) : commitment.actors.includes(subject.name));
  if (doubtful === 'another' && best.score < (fits ? SURE : CERTAIN)) return undefined;
  if (doubtful === 'far' && !(fits && best.score >= CERTAIN && best.said >= ENOUGH)) return undefined;
  const pinned = labels.includes(commitment.paragraph);
  if (
    voice === 'bare' &&
    !(pinned && best.score >= SURE && (isNominal(text) || does(text, commitment, instrument) || (best.score >= CERTAIN && isDoneByPlace(text))))
  )
    return undefined;
  // One word in common tells nothing, but where no other commitment has it and its own party acts; pointing alone, only beside a pinpoint.
  // So does a word that only one of the few commitments has to which the pinpoint leads.
  const there = pinned ? instrument.commitments.filter((c) => labels.includes(c.paragraph)).length : 0;
  const telling = fieldOf(instrument);
  const alone =
    best.common.length < 2 &&
    !((fits || pinned) && best.common.every(telling.unique)) &&
    !(there > 0 && there < 3 && best.common.every((c) => telling.weight(c) > RARE));
  if (alone || (best.said === 0 && !pinned)) return undefined;
  // A body that the text founds or names may be what acts.
  if (
    best.score < SURE &&
    !(actor || isAnchored(text) || (pinned && best.said >= ENOUGH) || (best.score > DOUBTFUL && best.common.some((c) => c.startsWith('#'))))
  )
    return undefined;
  if (speaksOfThePast(text, instrument)) return undefined;
  if (best.score < (fits ? DOUBTFUL : SURE) && namesStranger(own, instrument) && !(fits && (pinned || recent.includes(commitment.paragraph)))) return undefined;
  // Two commitments that fit equally well, in different paragraphs: silence.
  const rival = second && instrument.commitments[second.index]?.paragraph !== instrument.commitments[best.index]?.paragraph;
  if (second && rival && best.score - second.score < 0.02 && best.score < 0.5) return undefined;
  const anchored =
    pinned ||
    inside.some((c) => c.instrument === instrument.id) ||
    isAnchored(text) ||
    findParties(own, instrument).some(
      (p) => (p.name === ALL || partiesOf(instrument).includes(p.name)) && !OF_STATE.test(own.slice(p.span.end)) && !/^['’]s\s/.test(own.slice(p.span.end)),
    );
  const setting = { ...settingOf(commitment, instrument, own), loose: !anchored };
  // A condition is a claim's where the text makes one.
  if (voice === 'conditional' && (!CONDITION.test(setting.sentence) || (best.score < SURE && !pinned))) return undefined;
  const verdict = compareClaim(own, subject, commitment, instrument, setting);
  const needed = { faithful: 0, understated: DOUBTFUL, overstated: fits ? 0.36 : DOUBTFUL, 'wrong-actor': SURE }[verdict.verdict];
  if (!pinned && best.score < needed) return undefined;
  const span = { start: sentence.start, end: sentence.start + text.length };
  const operative = { start: sentence.start + verdict.operative.start, end: sentence.start + verdict.operative.end };
  return {
    span: toSource(block.prose, span),
    block: 0,
    inProse: span,
    text,
    instrument: instrument.id,
    commitment: best.index,
    paragraph: commitment.paragraph,
    force: verdict.force,
    sourceForce: commitment.force,
    verdict: verdict.verdict,
    reasons: verdict.reasons,
    operative: toSource(block.prose, operative),
    attributed: false,
  };
}

const STATES_DO = /\b(?:states?|part(?:y|ies)|countr(?:y|ies)|governments?)\s+(?:\w+ly\s+)?(\p{Ll}{3,})/u;

/** "Importing states take measures", "has the Alliance engage": right behind who acts stands a verb of the commitment's own. */
function does(text: string, commitment: Commitment, instrument: Instrument): boolean {
  const behind = findParties(text, instrument).map((p) => /^\s+(?:\w+ly\s+)?(\p{Ll}{3,})/u.exec(text.slice(p.span.end, p.span.end + 40))?.[1]);
  const own = new Set(
    commitment.text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((w) => w.length > 2)
      .map(stemOf),
  );
  return [...behind, STATES_DO.exec(text.slice(0, 100))?.[1]].some((verb) => verb !== undefined && own.has(stemOf(verb)));
}

/** The text with signs that are no words for what stands in the spans: every offset stays. */
const blank = (text: string, spans: readonly Span[]): string =>
  spans.reduce(
    (t, s) => t.slice(0, Math.max(0, s.start)) + '§'.repeat(Math.max(0, Math.min(t.length, s.end) - Math.max(0, s.start))) + t.slice(Math.max(0, s.end)),
    text,
  );
