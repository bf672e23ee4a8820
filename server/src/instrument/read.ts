/** Reads a declaration: front matter, paragraphs, terms, commitments. Total: a broken declaration has fewer paragraphs. */
import { parseMarkup } from '../text/markup/index.ts';
import { findCommitments } from './commitments.ts';
import type { Instrument, InstrumentHead, InstrumentSource } from './instrument.ts';
import { ownTitle } from './own-title.ts';
import { findParagraphs } from './paragraphs.ts';
import { findTerms } from './terms.ts';

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((x) => typeof x === 'string') : typeof value === 'string' ? [value] : [];

/** The head alone: cheap, for finding an instrument named without reading its text. */
export function readHead(
  source: InstrumentSource,
  data: Readonly<Record<string, unknown>> = parseMarkup(source.text, source.format).frontMatter?.data ?? {},
): InstrumentHead {
  const stem = source.path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string).trim() : undefined);
  const date = text('date') ?? (data.date instanceof Date ? data.date.toISOString().slice(0, 10) : undefined);
  const sourceUrl = text('source_url');
  const homonyms = (Array.isArray(data.homonyms) ? data.homonyms : []).flatMap((h: unknown) => {
    if (typeof h !== 'object' || h === null) return [];
    const { date: on, parties } = h as { readonly date?: unknown; readonly parties?: unknown };
    return [{ ...(typeof on === 'string' || typeof on === 'number' ? { date: String(on) } : {}), parties: strings(parties) }];
  });
  const editions = [...strings(data.edition_of), ...strings(data.editions)].map((e) => e.trim()).filter((e) => e !== '');
  return {
    id: text('id') ?? stem,
    title: text('title') ?? ownTitle(source.text, source.format) ?? stem,
    aliases: strings(data.aliases),
    ...(date ? { date } : {}),
    parties: strings(data.parties),
    ...(sourceUrl ? { sourceUrl } : {}),
    language: text('language') ?? text('lang') ?? 'en',
    ...(homonyms.length > 0 ? { homonyms } : {}),
    ...(editions.length > 0 ? { editions } : {}),
    ...(text('numbering') === 'counted' ? { counted: true as const } : {}),
  };
}

/** `overrides` are what a user says of a text that says otherwise, or nothing, of itself. */
export function readInstrument(source: InstrumentSource, overrides: { readonly id?: string; readonly language?: string } = {}): Instrument {
  const markup = parseMarkup(source.text, source.format);
  const head = { ...readHead(source, markup.frontMatter?.data ?? {}), ...overrides };
  const { paragraphs, numbering } = findParagraphs(markup, head, source.text);
  const { terms, problems } = findTerms(paragraphs, head, source.terms);
  const commitments = findCommitments(paragraphs, head, terms, source.text.slice(0, paragraphs[0]?.span.start ?? 0));
  return {
    ...head,
    text: source.text,
    format: source.format,
    ...(source.uri ? { uri: source.uri } : {}),
    numbering,
    paragraphs,
    terms,
    commitments,
    problems: [
      ...(markup.frontMatter?.error ? [`front matter: ${markup.frontMatter.error}`] : []),
      ...problems,
      ...(paragraphs.length === 0 ? ['no paragraph was recognised in it'] : []),
    ],
  };
}
