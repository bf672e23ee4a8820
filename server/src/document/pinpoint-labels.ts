/** Fits pinpoints to an instrument: the labels that its paragraphs bear, and those that a pinpoint names in vain. */
import type { Instrument } from '../instrument/instrument.ts';
import { type FoundPinpoint, romanValue, type Unit } from './pinpoints.ts';

/** What an instrument's labels look like, and the paragraph behind each way of writing them. */
interface Labels {
  readonly exact: ReadonlyMap<string, string>;
  readonly numbers: readonly string[];
  /** True where paragraphs are numbered by levels: "2.1". */
  readonly byLevels: boolean;
  readonly has: (unit: Unit) => boolean;
}

const cache = new WeakMap<Instrument, Labels>();
/** Roman and Arabic numbers are one: "Article 6" is "Article VI". */
const key = (label: string): string =>
  label
    .replace(/\s+/g, ' ')
    .replace(/^([A-Za-z]+) ([IVXLC]+)(?=\(|$)/, (_, k: string, r: string) => `${k} ${romanValue(r)}`)
    .toLowerCase();

function labelsOf(instrument: Instrument): Labels {
  const known = cache.get(instrument);
  if (known) return known;
  const exact = new Map<string, string>();
  for (const p of instrument.paragraphs) {
    for (const l of [p.label, ...(p.alsoLabels ?? []), ...(p.items ?? []).map((i) => i.label)]) if (!exact.has(key(l))) exact.set(key(l), l);
    // "Article VI" is cited whole though only its paragraphs have labels.
    const whole = /^(\w+ [^(]+)\(/.exec(p.label)?.[1];
    if (whole && !exact.has(key(whole))) exact.set(key(whole), whole);
    // So is "Annex II", whose articles count anew.
    const annex = /^([^,(]+), /.exec(p.label)?.[1];
    if (annex && !exact.has(key(annex))) exact.set(key(annex), annex);
  }
  const all = [...exact.keys()];
  const starts = (word: string) => all.some((l) => l.startsWith(`${word} `));
  const byLevels = all.some((l) => /^\d+(?:\.\d+)+$/.test(l));
  const labels: Labels = {
    exact,
    numbers: instrument.paragraphs.map((p) => p.label).filter((l) => /^\d+$/.test(l)),
    byLevels,
    has: (unit) =>
      unit === 'paragraph' || unit === 'point' || unit === 'sign' || (unit === 'section' && byLevels)
        ? byLevels || all.some((l) => /^\d+$/.test(l))
        : unit === 'operative'
          ? all.some((l) => /^op\d/.test(l))
          : unit === 'recital'
            ? all.some((l) => /^(?:pp\d|recital )/.test(l))
            : unit === 'preamble'
              ? exact.has('preamble')
              : starts(unit),
  };
  cache.set(instrument, labels);
  return labels;
}

/** True when the instrument numbers anything in this way: an article never belongs to a text without articles. */
export const fits = (instrument: Instrument, unit: Unit): boolean => labelsOf(instrument).has(unit);

/** The labels that a pinpoint cites, and those of them that the instrument does not have. `undefined` when its unit does not fit. */
export function labelsFor(
  instrument: Instrument,
  found: FoundPinpoint,
): { readonly paragraphs: readonly string[]; readonly unknown: readonly string[] } | undefined {
  const labels = labelsOf(instrument);
  if (!labels.has(found.unit)) return undefined;
  const paragraphs: string[] = [];
  const unknown: string[] = [];
  for (const m of found.members) {
    if (labels.byLevels && m.decimal !== undefined) {
      const subs = m.subs.map((s) => `(${s})`).join('');
      const level = labels.exact.get(key(`${m.decimal}${subs}`)) ?? labels.exact.get(key(m.decimal));
      paragraphs.push(level ?? m.decimal);
      if (level === undefined) unknown.push(m.decimal);
      continue;
    }
    const fromEnd = m.main === 'last' ? 1 : m.main === 'penultimate' ? 2 : Number(/^last-(\d)$/.exec(m.main)?.[1] ?? -1) + 1;
    const counted = fromEnd > 0 ? (labels.numbers.at(-fromEnd) ?? m.main) : m.main;
    // "para. IV" of a text that counts its paragraphs in figures.
    const main = found.unit === 'paragraph' && labels.numbers.length > 0 ? String(romanValue(counted) ?? counted) : counted;
    const subs = m.subs.map((s) => `(${s})`).join('');
    const written =
      found.unit === 'operative'
        ? [`OP${main}`, main]
        : found.unit === 'recital'
          ? [`PP${main}`, `recital ${main}`]
          : found.unit === 'paragraph' || found.unit === 'point' || found.unit === 'sign'
            ? [subs ? `${main} ${subs}` : main, main]
            : [`${found.unit} ${main}${subs}`, `${found.unit} ${main}`];
    const hit = written.map((w) => labels.exact.get(key(w))).find((l) => l !== undefined);
    const whole = subs ? written[0] : undefined;
    const exact = whole === undefined || labels.exact.has(key(whole)) || m.loose || !/\(\d/.test(subs) ? hit : undefined;
    if (exact !== undefined) paragraphs.push(exact);
    else {
      const shown =
        found.unit === 'paragraph' || found.unit === 'point' || found.unit === 'sign'
          ? main
          : `${(found.unit[0] as string).toUpperCase()}${found.unit.slice(1)} ${main}${subs}`;
      paragraphs.push(shown);
      unknown.push(shown);
    }
  }
  const unique = (list: readonly string[]) => [...new Set(list)];
  return { paragraphs: unique(paragraphs), unknown: unique(unknown) };
}
