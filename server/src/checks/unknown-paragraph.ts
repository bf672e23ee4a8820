/** A pinpoint to a paragraph that the instrument does not have. */
import type { Analysis, Pinpoint } from '../document/analysis.ts';
import { renderPinpoint } from '../document/restyle.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Check, Fix } from './check.ts';
import { repin } from './cite.ts';

export const unknownParagraph: Check = {
  id: 'unknown-paragraph',
  severity: 'warning',
  summary: 'a pinpoint to a paragraph that does not exist',
  *run(analysis) {
    for (const c of analysis.citations) {
      const instrument = c.instrument === undefined ? undefined : analysis.library.get(c.instrument);
      if (!instrument) continue;
      for (const p of c.pinpoints) {
        if (p.unknown.length === 0 || p.inherited || p.unknown.every((label) => isCountedOtherwise(label, instrument))) continue;
        yield { span: p.span, message: `${said(p.unknown)}: ${whatExists(instrument)}.`, fixes: fixes(analysis, p, instrument) };
      }
    }
  },
};

/**
 * "Annex I" where the instrument has Annexes A and B: letters or numbers are a text's own choice for each kind of division, so another
 * choice is another text's.
 */
function isCountedOtherwise(label: string, instrument: Instrument): boolean {
  const [, kind, number] = /^(\p{L}+) ([A-Z]+|\d+)/u.exec(label) ?? [];
  if (kind === undefined || number === undefined) return false;
  const others = instrument.paragraphs.flatMap((p) => (p.label.startsWith(`${kind} `) ? [p.label.slice(kind.length + 1).replace(/[^A-Z\d].*$/, '')] : []));
  return others.length > 0 && others.every((other) => isNumber(other) !== isNumber(number));
}

/** A single letter is Roman only where it counts few: nobody's Annex C is the hundredth, and Annex I comes long before an Annex H. */
const isNumber = (numeral: string): boolean => /^(?:\d+|[IVXLC]{2,}|[IVX])$/.test(numeral);

const named = (label: string): string => (/^\d/.test(label) ? `paragraph ${label}` : label);

const said = (labels: readonly string[]): string => `There is no ${labels.map(named).join(' and no ')}`;

/** "The Washington Declaration has 7 paragraphs": what a reader can cite instead. */
export function whatExists(instrument: Instrument): string {
  const labels = instrument.paragraphs.map((p) => p.label);
  const name = /^the\s/i.test(instrument.title) ? instrument.title : `the ${instrument.title}`;
  if (labels.length === 0) return `${name} has no paragraphs`;
  const numbers = labels.filter((l) => /^\d+$/.test(l));
  if (numbers.length > 0) return `${name} has ${numbers.length} ${numbers.length === 1 ? 'paragraph' : 'paragraphs'}`;
  const divisions = [...new Set(labels.map((l) => l.replace(/\(.*$/, '')).filter((l) => l !== 'Preamble'))];
  return `${name} has ${divisions[0]} to ${divisions.at(-1)}`;
}

/** Offers what exists, in the author's style: the nearest numbers first; in a list, only the wrong members are dropped. */
function fixes(analysis: Analysis, p: Pinpoint, instrument: Instrument): readonly Fix[] {
  const cite = (verb: string, labels: readonly string[], rest: Partial<Fix> = {}): readonly Fix[] => {
    const text = renderPinpoint(p.text, labels);
    const edit = repin(analysis, p, text);
    return edit ? [{ title: `${verb} ${text}`, edits: [edit], ...rest }] : [];
  };
  const kept = p.paragraphs.filter((l) => !p.unknown.includes(l));
  if (kept.length > 0) return cite('Cite only', kept, { preferred: true });
  const wanted = Number(/\d+/.exec(p.unknown[0] ?? '')?.[0] ?? 0);
  const exist = instrument.paragraphs.map((x) => x.label).filter((l) => (/^\d+$/.test(p.unknown[0] ?? '') ? /^\d+$/.test(l) : !/^\d+$/.test(l)));
  const near = [...exist].sort((a, b) => Math.abs(Number(/\d+/.exec(a)?.[0] ?? 99) - wanted) - Math.abs(Number(/\d+/.exec(b)?.[0] ?? 99) - wanted)).slice(0, 7);
  return near.flatMap((label) => cite('Cite', [label]));
}
