/** Highlighting: semantic tokens, sorted and never overlapping; what lies inside shows through what lies around it. */
import type { Analysis } from '../document/analysis.ts';
import type { Commitment } from '../instrument/instrument.ts';
import { length, overlap, type Span } from '../text/span.ts';
import { namePieces } from './thing.ts';
import type { TokenModifier, TokenType } from './token-names.ts';

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

export function highlighting(analysis: Analysis): readonly Token[] {
  const on = analysis.settings.highlight;
  const out: Token[] = [];
  const add = (span: Span, type: TokenType, ...modifiers: TokenModifier[]) => {
    if (span.end > span.start) out.push({ span, type, modifiers });
  };
  if (on.citations)
    for (const c of analysis.citations) {
      if (c.instrument === undefined && !c.candidates) continue;
      for (const piece of namePieces(analysis.text, c)) add(piece, 'declarationCitation', ...(c.instrument === undefined ? (['unresolved'] as const) : []));
      for (const p of c.pinpoints)
        if (!p.inherited) add(p.span, 'declarationPinpoint', ...(c.instrument === undefined || p.unknown.length > 0 ? (['unresolved'] as const) : []));
    }
  if (on.terms) {
    for (const m of analysis.mentions) add(m.span, 'declarationTerm', ...(m.definition && overlap(m.definition, m.span) > 0 ? (['definition'] as const) : []));
    for (const t of analysis.self?.terms ?? [])
      for (const u of t.uses) add(u, 'declarationTerm', ...(t.definition && t.definedInText && overlap(t.definition, u) > 0 ? (['definition'] as const) : []));
  }
  for (const q of analysis.quotations) {
    if (on.quotations) add(q.span, 'declarationQuotation', q.match);
    if (on.commitments) for (const token of quotedCommitments(analysis, q)) out.push(token);
  }
  if (on.claims) for (const c of analysis.claims) add(c.operative, 'declarationClaim', c.force, c.verdict === 'wrong-actor' ? 'wrongActor' : c.verdict);
  if (on.commitments) for (const c of analysis.self?.commitments ?? []) out.push(...ofCommitment(c));
  return paint(out);
}

function ofCommitment(c: Commitment): readonly Token[] {
  const hedged: readonly TokenModifier[] = c.hedges.length > 0 ? ['hedged'] : [];
  return [
    { span: c.span, type: 'declarationCommitment', modifiers: [c.force] },
    { span: c.operative, type: 'declarationCommitment', modifiers: [c.force, 'operative', ...hedged] },
    ...c.hedges.map((h): Token => ({ span: h.span, type: 'declarationCommitment', modifiers: [c.force, 'hedged'] })),
  ];
}

/** The operative words of commitments inside a true quotation: the same words in the author's document. */
function quotedCommitments(analysis: Analysis, q: Analysis['quotations'][number]): readonly Token[] {
  if (q.source === undefined || (q.match !== 'verbatim' && q.match !== 'marked')) return [];
  const source = analysis.library.get(q.source.instrument);
  const out: Token[] = [];
  const written = analysis.text.slice(q.span.start, q.span.end);
  for (const c of source?.commitments ?? []) {
    if (c.paragraph !== q.source.paragraph || overlap(c.operative, q.source.span) === 0) continue;
    const find = (s: Span, modifiers: readonly TokenModifier[]) => {
      const words = source?.text.slice(s.start, s.end).split(/\s+/).filter(Boolean) ?? [];
      if (words.length === 0 || words.length > 12) return;
      const m = new RegExp(`(?<![\\p{L}\\p{N}])${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s{1,9}')}(?![\\p{L}\\p{N}])`, 'u').exec(
        written,
      );
      if (m) out.push({ span: { start: q.span.start + m.index, end: q.span.start + m.index + m[0].length }, type: 'declarationCommitment', modifiers });
    };
    find(c.operative, [c.force, 'operative', ...(c.hedges.length > 0 ? (['hedged'] as const) : [])]);
    for (const h of c.hedges) if (overlap(h.span, q.source.span) > 0) find(h.span, [c.force, 'hedged']);
  }
  return out;
}

/** Cuts tokens so that none overlap: the shorter of two lies on top, of equals the earlier in the list. The order of the text. */
export function paint(tokens: readonly Token[]): readonly Token[] {
  const painted: Token[] = [];
  /** Index of the first painted token that ends behind the offset. */
  const firstBehind = (offset: number): number => {
    let low = 0;
    let high = painted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((painted[middle] as Token).span.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const token of [...tokens].sort((a, b) => length(a.span) - length(b.span))) {
    const first = firstBehind(token.span.start);
    const pieces: Token[] = [];
    let at = token.span.start;
    let i = first;
    for (; i < painted.length && (painted[i] as Token).span.start < token.span.end; i++) {
      const there = painted[i] as Token;
      if (there.span.start > at) pieces.push({ ...token, span: { start: at, end: there.span.start } });
      pieces.push(there);
      at = there.span.end;
    }
    if (at < token.span.end) pieces.push({ ...token, span: { start: at, end: token.span.end } });
    painted.splice(first, i - first, ...pieces);
  }
  return painted;
}
