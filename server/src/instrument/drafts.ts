/** From drafts to paragraphs: the units of each joined to one text, and the labels of the items inside it. */
import { join, type Prose } from '../text/prose.ts';
import { findSentences } from '../text/sentences.ts';
import type { Paragraph } from './instrument.ts';
import { type Marker, markerOf } from './markers.ts';
import type { Unit } from './outline.ts';

/** A paragraph in the making: its label, and the units that belong to it. */
export interface Draft {
  readonly label: string;
  readonly also: string[];
  readonly units: Unit[];
  readonly heading?: string;
}

/** A sentence that goes on in what follows: “…:”, “…;”, and before the last of a list “…; and”. */
export const UNFINISHED = /(?:[:,;–—：；，]|[;,]\s(?:and|or|et|ou|y|o|e|u|und))$/;

/** Which list of a paragraph an item stands in: "(a)" and "(b)" in one, "(i)" in another inside it. */
type Style = 'number' | 'letter' | 'capital' | 'roman' | 'Roman';
const styleOf = (m: Marker): Style =>
  m.kind === 'roman' ? (/^[ivx]/.test(m.label) ? 'roman' : 'Roman') : m.kind === 'letter' ? (/^[A-Z]/.test(m.label) ? 'capital' : 'letter') : 'number';

/** Labels of sub-paragraphs as one refers to them: letters and numbers as written, bullets counted: "4 (b1)", "Article VII(5)(a)(i)". */
class Items {
  readonly #parent: string;
  readonly #path: { readonly style: Style; readonly label: string; readonly indent: number }[] = [];
  #bullets = 0;

  constructor(parent: string) {
    this.#parent = parent;
  }

  next(marker: Marker, indent: number, after: Marker | undefined): string {
    if (marker.kind === 'decimal') return marker.label;
    const gap = /\(|\.|^(?:Article|Annex)/.test(this.#parent) ? '' : ' ';
    if (marker.kind === 'bullet') return `${this.#parent} (b${++this.#bullets})`;
    let style = styleOf(marker);
    // "(i)" behind "(h)" is a letter, unless "(ii)" follows it; "(v)" and "(x)" behind "(iv)" and "(ix)" are numbers.
    const last = this.#path.findLast((p) => p.style === 'letter')?.label;
    if (marker.label === 'i' && last === 'h' && after?.label !== 'ii') style = 'letter';
    if (style === 'letter' && /^[vx]$/.test(marker.label) && this.#path.at(-1)?.style === 'roman') style = 'roman';
    // A list of the same style further in is one inside the other.
    const known = this.#path.findLastIndex((p) => p.style === style && indent <= p.indent + 2);
    if (known >= 0) this.#path.length = this.#path.findIndex((p) => p.style === style && indent <= p.indent + 2);
    this.#path.push({ style, label: marker.label, indent });
    return `${this.#parent}${gap}${this.#path.map((p) => `(${p.label})`).join('')}`;
  }
}

export function finish(drafts: readonly Draft[]): readonly Paragraph[] {
  return drafts
    .filter((d) => d.units.some((u) => u.prose.text.length > 0))
    .map((d, i) => {
      const pieces: Prose[] = [];
      const items: { label: string; span: { start: number; end: number } }[] = [];
      const labels = new Items(d.label);
      let at = 0;
      d.units.forEach((u, k) => {
        // A list inside a paragraph keeps its letters, which stand in the prose as written; its first unit has lost only the paragraph's own number.
        const own = k === 0 && (/^(?:number|decimal|bullet)$/.test(u.marker?.kind ?? '') || u.marker?.label === d.label);
        const piece = !own && u.prose !== u.block.prose ? u.block.prose : u.prose;
        if (piece.text.length === 0) return;
        if (pieces.length > 0) at += 1;
        const end = at + piece.text.length;
        const after = d.units[k + 1]?.marker;
        if (u.marker && !own) items.push({ label: labels.next(u.marker, u.indent, after), span: { start: end - u.prose.text.length, end } });
        // "4. (i) …": a number, and at once the first item under it.
        const inner = own && u.marker?.kind !== 'bullet' ? markerOf(u.prose.text) : undefined;
        if (inner && /^[aAiI]$/.test(inner.marker.label) && inner.length > 0)
          items.push({ label: labels.next(inner.marker, u.indent + 1, after), span: { start: at + inner.length, end } });
        pieces.push(piece);
        at = end;
      });
      const prose = join(pieces);
      const first = d.units[0] as Unit;
      const last = d.units.at(-1) as Unit;
      return {
        label: d.label,
        number: i + 1,
        span: { start: first.block.span.start, end: last.block.span.end },
        prose,
        sentences: findSentences(prose.text),
        ...(d.also.length > 0 ? { alsoLabels: d.also } : {}),
        ...(items.length > 0 ? { items } : inlineItems(d.label, prose)),
        ...(d.heading ? { heading: d.heading } : {}),
      };
    });
}

/** "(a) …; (b) …" or "a. …; b. …" run into one block: found when the letters follow each other from (a). */
function inlineItems(parent: string, prose: Prose): { items?: Paragraph['items'] } {
  const found: { letter: string; at: number; end: number }[] = [];
  // "(a) …", "a) …"; "a. …" behind a colon or semicolon only, where no name is abbreviated.
  for (const m of prose.text.matchAll(/(?:^|[\s:;,.])\(?([a-h])\)\s?(?=\p{L})|(?<=[:;](?: and| or)? ?)([a-h])\.\s?(?=\p{L})/gu)) {
    const letter = (m[1] ?? m[2]) as string;
    if (letter.charCodeAt(0) === 97 + found.length) found.push({ letter, at: m.index + (/^[\s:;,.]/.test(m[0]) ? 1 : 0), end: m.index + m[0].length });
  }
  if (found.length < 2) return {};
  return {
    items: found.map((f, i) => ({
      label: /\(|\.|^Article/.test(parent) ? `${parent}(${f.letter})` : `${parent} (${f.letter})`,
      span: { start: f.end, end: found[i + 1]?.at ?? prose.text.length },
    })),
  };
}
