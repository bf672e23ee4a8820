/** Hover: what the thing under the cursor is, in the declaration's own words. */
import type { Analysis, Citation, Claim, Mention, Pinpoint } from '../document/analysis.ts';
import { editionsOf, parallelOf } from '../instrument/editions.ts';
import type { Commitment, Instrument, Paragraph, Term } from '../instrument/instrument.ts';
import { overlap, type Span } from '../text/span.ts';
import { hoverQuotation } from './hover-quotation.ts';
import {
  cell,
  commitmentsOf,
  escaped,
  inParagraph,
  type LinkTo,
  type Mark,
  many,
  marked,
  nameOf,
  placesOf,
  renderCommitment,
  renderLadder,
  renderLink,
  renderParagraph,
  renderPassage,
  sections,
} from './render.ts';
import { termOf, thingAt } from './thing.ts';

export interface Hover {
  /** Exactly the thing hovered. */
  readonly span: Span;
  readonly markdown: string;
}

const NOWHERE: LinkTo = () => undefined;
/** A hover shows so many paragraphs of a range and names the rest. */
const MOST_PARAGRAPHS = 3;

/**
 * `said`: messages that the reader sees in the same box already, as those of findings there; they are not said twice. A hover that
 * has nothing else to say is `undefined`.
 */
export function hover(analysis: Analysis, offset: number, to: LinkTo = NOWHERE, said: readonly string[] = []): Hover | undefined {
  const thing = thingAt(analysis, offset);
  if (thing === undefined) return undefined;
  const markdown = ((): string | undefined => {
    switch (thing.kind) {
      case 'mention':
        return hoverMention(analysis, thing.mention, to);
      case 'pinpoint':
        return hoverPinpoint(analysis, thing.citation, thing.pinpoint, to);
      case 'citation':
        return hoverCitation(analysis, thing.citation, to);
      case 'quotation':
        return hoverQuotation(analysis, thing.quotation, to, said);
      case 'claim':
        return hoverClaim(analysis, thing.claim, to, said);
      case 'term':
        return analysis.self && hoverTerm(analysis.self, thing.term, to);
      case 'commitment':
        return `${renderCommitment(thing.commitment)}\n\n*Read by the rule “${escaped(thing.commitment.rule)}”.*`;
      case 'paragraph':
        return undefined;
    }
  })();
  return markdown === undefined || markdown === '' ? undefined : { span: thing.span, markdown };
}

/** The sentence of the instrument in which a span stands. */
function sentenceAt(instrument: Instrument, s: Span): { readonly paragraph: Paragraph; readonly sentence: Span } | undefined {
  const paragraph = instrument.paragraphs.find((p) => overlap(p.span, s) > 0);
  if (paragraph === undefined) return undefined;
  const at = inParagraph(paragraph, s);
  const sentence = paragraph.sentences.find((x) => overlap(x, at) > 0);
  return sentence && { paragraph, sentence };
}

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

function hoverTerm(instrument: Instrument, term: Term, to: LinkTo): string {
  const where = term.definition ? sentenceAt(instrument, term.definition) : undefined;
  const at = term.definition && where ? withBracket(where.paragraph.prose.text, inParagraph(where.paragraph, term.definition)) : undefined;
  const sentence = where && `> ${marked(where.paragraph.prose.text, at ? [{ span: at, mark: '**' }] : [], where.sentence.start, where.sentence.end)}`;
  const first = where?.paragraph.label ?? term.paragraphs[0];
  const count = term.uses.length;
  const place =
    first === undefined
      ? undefined
      : `${term.definedInText ? 'Defined' : 'First named'} in ${renderPassage(instrument, first, to)}${count > 0 ? `; occurs there ${times(count)}` : ''}.`;
  return sections(
    `${term.short === undefined ? '' : `**${escaped(term.short)}** — `}${term.short === undefined ? `**${escaped(term.long)}**` : escaped(term.long)} *(${term.kind})*`,
    term.note && escaped(term.note),
    sentence,
    place,
    !term.definedInText && term.source !== undefined && `*${escaped(term.source)}*`,
  );
}

/** "Harbour Council (HC)": the bracket that closes is shown with the one that opens. */
const withBracket = (text: string, s: Span): Span => (text[s.end] === ')' && text.slice(s.start, s.end).includes('(') ? { start: s.start, end: s.end + 1 } : s);

function hoverMention(analysis: Analysis, mention: Mention, to: LinkTo): string {
  const term = termOf(analysis, mention);
  const instrument = mention.instrument === undefined ? undefined : analysis.library.get(mention.instrument);
  if (term && instrument) return hoverTerm(instrument, term, to);
  return sections(
    `**${escaped(mention.short)}** — ${escaped(mention.long)}`,
    mention.definedHere && instrument === undefined && 'As this document itself defines it.',
    instrument && mention.paragraph !== undefined && renderPassage(instrument, mention.paragraph, to),
  );
}

/** "The Washington Declaration has 7 paragraphs." In the words of its numbering when that is not a plain count. */
export function whatExists(instrument: Instrument): string {
  const n = instrument.paragraphs.length;
  const the = /^(?:the|an?)\s/i.test(instrument.title) ? '' : 'The ';
  const first = instrument.paragraphs[0]?.label;
  const last = instrument.paragraphs.at(-1)?.label;
  const plainly = instrument.paragraphs.every((p) => p.label === String(p.number));
  return `${the}${instrument.title} has ${n} paragraph${n === 1 ? '' : 's'}${plainly || first === undefined ? '' : `, from ${first} to ${last}`}.`;
}

/** What anybody would expect of a numbered text: not worth a line. */
const PLAINLY = 'paragraphs as the text itself numbers them';

function hoverPinpoint(analysis: Analysis, citation: Citation, pinpoint: Pinpoint, to: LinkTo): string | undefined {
  const instrument = citation.instrument === undefined ? undefined : analysis.library.get(citation.instrument);
  if (instrument === undefined) return hoverCitation(analysis, citation, to);
  const places = pinpoint.paragraphs.flatMap((label) => placesOf(instrument, label));
  const known = places.map((place) => place.paragraph);
  const shown = places.slice(0, MOST_PARAGRAPHS).map(({ paragraph: p, item }) => {
    if (item) return `**${renderPassage(instrument, item.label, to)}**\n\n${itemOf(instrument, p, item.span)}`;
    const sentence = known.length === 1 && pinpoint.sentence !== undefined ? p.sentences[pinpoint.sentence - 1] : undefined;
    const text = sentence ? `> ${marked(p.prose.text, operativeMarks(instrument, p), sentence.start, sentence.end)}` : renderParagraph(instrument, p);
    const which = sentence ? `, sentence ${pinpoint.sentence}` : '';
    return `**${renderPassage(instrument, p.label, to)}${which}**\n\n${text}`;
  });
  const rest = known.slice(MOST_PARAGRAPHS).map((p) => renderLink(escaped(p.label), to({ instrument: instrument.id, paragraph: p.label, span: p.span })));
  const sentences = known.length === 1 && pinpoint.sentence !== undefined ? known[0]?.sentences.length : undefined;
  return sections(
    ...shown,
    rest.length > 0 && `… and ${rest.join(', ')}`,
    sentences !== undefined && (pinpoint.sentence as number) > sentences && `The paragraph has ${sentences} sentence${sentences === 1 ? '' : 's'}.`,
    pinpoint.unknown.length > 0 && `${pinpoint.unknown.map((x) => `There is no ${escaped(nameOf(x))}`).join('. ')}. ${escaped(whatExists(instrument))}`,
    known.length === 1 && inOtherEditions(analysis, instrument, known[0] as Paragraph, to),
    instrument.numbering && instrument.numbering !== PLAINLY && `*Numbering: ${escaped(instrument.numbering)}*`,
  );
}

/** An item behind the words that introduce it: "Each Party shall: … (b) train pilots." */
function itemOf(instrument: Instrument, p: Paragraph, item: Span): string {
  const lead = p.prose.text.slice(0, p.items?.[0]?.span.start ?? 0).lastIndexOf(':') + 1;
  const before = lead > 0 && lead < item.start ? `${marked(p.prose.text, operativeMarks(instrument, p), 0, lead)} … ` : '';
  return `> ${before}${marked(p.prose.text, operativeMarks(instrument, p), item.start, item.end)}`;
}

/** The same paragraph in the other editions that are loaded: their words, or only where it stands when the words are the same. */
function inOtherEditions(analysis: Analysis, instrument: Instrument, p: Paragraph, to: LinkTo): string {
  const shown = editionsOf(analysis.library, instrument.id).flatMap((id) => {
    const other = analysis.library.get(id);
    const parallel = other && parallelOf(instrument, p, other);
    if (other === undefined || parallel === undefined) return [];
    const where = renderPassage(other, parallel.paragraph.label, to);
    if (parallel.same) return [`The same words: ${where}`];
    return [
      `**${where}**${other.language === instrument.language ? '' : ` *(${escaped(languageName(other.language))})*`}\n\n${renderParagraph(other, parallel.paragraph)}`,
    ];
  });
  return shown.join('\n\n');
}

/** "French" for "fr"; what is no code of a language is left as it is. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const operativeMarks = (instrument: Instrument, p: Paragraph): readonly Mark[] =>
  commitmentsOf(instrument, p).flatMap((c): readonly Mark[] => [
    { span: inParagraph(p, c.operative), mark: '**' },
    ...c.hedges.map((h): Mark => ({ span: inParagraph(p, h.span), mark: '*' })),
  ]);

function hoverCitation(analysis: Analysis, citation: Citation, to: LinkTo): string | undefined {
  if (citation.instrument === undefined) {
    const titles = (citation.candidates ?? []).map((id) => analysis.library.head(id)?.title ?? id);
    return titles.length > 1 ? `This could be ${titles.map(escaped).join(' or ')}; it is left alone.` : undefined;
  }
  const instrument = analysis.library.get(citation.instrument);
  if (instrument === undefined) {
    const head = analysis.library.head(citation.instrument);
    return head && `**${escaped(head.title)}**${head.date ? ` (${escaped(head.date)})` : ''}`;
  }
  const inherited = citation.pinpoints.find((p) => p.inherited);
  const facts = [
    instrument.date,
    instrument.parties.join(', '),
    many(instrument.paragraphs.length, 'paragraph'),
    many(instrument.commitments.length, 'commitment'),
  ];
  const head = `**${renderLink(escaped(instrument.title), linkToWhole(instrument, to))}**  \n${facts
    .filter(Boolean)
    .map((f) => escaped(f as string))
    .join(' · ')}`;
  return sections(
    head,
    inherited && hoverPinpoint(analysis, citation, inherited, to),
    instrument.sourceUrl && `Source: <${instrument.sourceUrl.replace(/[<>\s]/g, encodeURIComponent)}>`,
    citation.why !== '' && `*Why this text: ${escaped(citation.why)}.*`,
  );
}

const linkToWhole = (instrument: Instrument, to: LinkTo): string | undefined =>
  to({ instrument: instrument.id, paragraph: instrument.paragraphs[0]?.label ?? '', span: { start: 0, end: 0 } });

const VERDICT = {
  faithful: 'As strong as the text.',
  overstated: 'Stronger than the text.',
  understated: 'Weaker than the text.',
  'wrong-actor': 'Another actor than in the text.',
} as const;

function hoverClaim(analysis: Analysis, claim: Claim, to: LinkTo, said: readonly string[]): string | undefined {
  const instrument = analysis.library.get(claim.instrument);
  const commitment = instrument?.commitments[claim.commitment];
  if (instrument === undefined || commitment === undefined) return undefined;
  const marks: Mark[] = [{ span: rebase(commitment.text, commitment, commitment.operative, instrument), mark: '**' }];
  for (const h of commitment.hedges) marks.push({ span: rebase(commitment.text, commitment, h.span, instrument), mark: '*' });
  const written = marked(analysis.text, [{ span: claim.operative, mark: '**' }], claim.span.start, claim.span.end);
  return sections(
    [VERDICT[claim.verdict], ...claim.reasons.filter((r) => !said.some((m) => m.includes(r))).map(escaped)].join(' '),
    `| written here | ${renderPassage(instrument, claim.paragraph, to)} |\n| --- | --- |\n| ${cell(written)} | ${cell(marked(commitment.text, marks))} |`,
    renderLadder(claim.sourceForce, claim.force),
    renderCommitment(commitment, true),
  );
}

/** A span of the file inside a commitment's folded text: found by its words, as white space is folded between them. */
function rebase(text: string, _c: Commitment, s: Span, instrument: Instrument): Span {
  const words = instrument.text.slice(s.start, s.end).replace(/\s+/g, ' ').trim();
  const at = words === '' ? -1 : text.indexOf(words);
  return at < 0 ? { start: 0, end: 0 } : { start: at, end: at + words.length };
}
