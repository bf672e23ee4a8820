/** Writes the numbers that Word counts by itself ("Article 3", "1.2", "(a)") into the text of a document, where a reader of it finds them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sign } from './page.ts';

interface Level {
  readonly format: string;
  /** "%1.", "Article %1", "(%2)". */
  readonly text: string;
  readonly start: number;
}
interface Numbering {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}
interface Place {
  readonly id: string;
  readonly level: number;
}

const value = (xml: string, element: string): string | undefined => new RegExp(`<w:${element}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1];
const placeOf = (xml: string): Place | undefined => {
  const at = xml.indexOf('<w:numPr');
  const own = at < 0 ? '' : xml.slice(at, xml.indexOf('</w:numPr>', at));
  const id = value(own, 'numId');
  return id === undefined ? undefined : { id, level: Number(value(own, 'ilvl') ?? 0) };
};
function* elements(xml: string, name: string): Generator<{ readonly tag: string; readonly xml: string }> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf(`<w:${name} `, at);
    const end = start < 0 ? -1 : xml.indexOf(`</w:${name}>`, start);
    if (end < 0) return;
    yield { tag: xml.slice(start, xml.indexOf('>', start)), xml: xml.slice(start, end) };
    at = end;
  }
}

function readNumberings(xml: string): ReadonlyMap<string, Numbering> {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>();
  for (const a of elements(xml, 'abstractNum')) {
    const levels = new Map<number, Level>();
    for (const l of elements(a.xml, 'lvl'))
      levels.set(Number(/w:ilvl="(\d+)"/.exec(l.tag)?.[1] ?? 0), {
        format: value(l.xml, 'numFmt') ?? 'decimal',
        text: value(l.xml, 'lvlText') ?? '',
        start: Number(value(l.xml, 'start') ?? 1),
      });
    abstracts.set(/w:abstractNumId="([^"]*)"/.exec(a.tag)?.[1] ?? '', levels);
  }
  const found = new Map<string, Numbering>();
  for (const n of elements(xml, 'num')) {
    const abstract = value(n.xml, 'abstractNumId') ?? '';
    const starts = new Map<number, number>();
    for (const o of elements(n.xml, 'lvlOverride')) {
      const start = value(o.xml, 'startOverride');
      if (start !== undefined) starts.set(Number(/w:ilvl="(\d+)"/.exec(o.tag)?.[1] ?? 0), Number(start));
    }
    found.set(/w:numId="([^"]*)"/.exec(n.tag)?.[1] ?? '', { abstract, levels: abstracts.get(abstract) ?? new Map(), starts });
  }
  return found;
}

/** The numbering that a paragraph style brings with it, its own or that of the style it is based on. */
function readStyles(xml: string): ReadonlyMap<string, Place> {
  const own = new Map<string, { readonly place: Place | undefined; readonly base: string | undefined }>();
  for (const s of elements(xml, 'style')) own.set(/w:styleId="([^"]*)"/.exec(s.tag)?.[1] ?? '', { place: placeOf(s.xml), base: value(s.xml, 'basedOn') });
  const found = new Map<string, Place>();
  for (const id of own.keys())
    for (let at: string | undefined = id, hops = 0; at !== undefined && hops < 20; at = own.get(at)?.base, hops++) {
      const place = own.get(at)?.place;
      if (place) {
        found.set(id, place);
        break;
      }
    }
  return found;
}

const PARAGRAPH = /(<w:p(?: [^>]*)?>\s*<w:pPr>)((?:(?!<\/w:pPr>)[\s\S]){0,4000})(<\/w:pPr>)/g;

/** The document with its numbers as text; bullets stay lists. `undefined` when it has no numbering or cannot be read so. */
export function withNumbers(bytes: Uint8Array): Uint8Array | undefined {
  const files = unzipSync(bytes, { filter: (f) => !f.name.startsWith('word/media/') });
  const part = (name: string): string => (files[name] ? strFromU8(files[name] as Uint8Array) : '');
  const numberings = readNumberings(part('word/numbering.xml'));
  const document = part('word/document.xml');
  if (numberings.size === 0 || document.includes('<w:pPrChange')) return undefined;
  const styles = readStyles(part('word/styles.xml'));
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  const text = document.replace(PARAGRAPH, (whole, open: string, properties: string, close: string) => {
    const place = placeOf(properties) ?? styles.get(value(properties, 'pStyle') ?? '');
    const numbering = place && numberings.get(place.id);
    const level = place && numbering?.levels.get(place.level);
    if (!place || !numbering || !level || level.format === 'bullet' || level.text === '') return whole;
    const counts = counters.get(numbering.abstract) ?? [];
    counters.set(numbering.abstract, counts);
    const start = numbering.starts.get(place.level);
    if (start !== undefined && !begun.has(`${place.id} ${place.level}`)) counts[place.level] = start - 1;
    begun.add(`${place.id} ${place.level}`);
    counts[place.level] = (counts[place.level] ?? level.start - 1) + 1;
    counts.length = place.level + 1;
    const label = level.text.replace(/%(\d)/g, (_, d: string) => {
      const of = numbering.levels.get(Number(d) - 1);
      return sign(counts[Number(d) - 1] ?? of?.start ?? 1, of?.format ?? 'decimal');
    });
    const rest = properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>/, '');
    return `${open}${rest}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>${close}<w:r><w:t xml:space="preserve">${label} </w:t></w:r>`;
  });
  return zipSync({ ...files, 'word/document.xml': strToU8(text) }, { level: 0 });
}
