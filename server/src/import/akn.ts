/** Reads Akoma Ntoso XML (OASIS LegalDocML 1.0): articles, paragraphs, recitals and points with their numbers (saxes, ISC). */
import { SaxesParser } from 'saxes';
import { escapeLine, LIMITS, type Page, Unreadable } from './page.ts';

/** Elements whose text is one block of the document. */
const BLOCKS = new Set(['p', 'block', 'docTitle', 'docNumber', 'docDate', 'listIntroduction', 'listWrap', 'intro', 'wrapUp', 'content']);
const NUMBERED = new Set([
  'article',
  'paragraph',
  'subparagraph',
  'point',
  'indent',
  'alinea',
  'recital',
  'section',
  'chapter',
  'part',
  'title',
  'annex',
  'attachment',
  'principle',
  'rule',
  'item',
  'blockList',
  'clause',
  'list',
  'level',
  'hcontainer',
  'subsection',
  'subchapter',
  'subpart',
]);
const HEADED = new Set(['article', 'section', 'chapter', 'part', 'title', 'annex', 'principle', 'rule', 'hcontainer', 'subsection', 'subchapter', 'subpart']);

export const read = async (bytes: Uint8Array): Promise<Page> => {
  const parser = new SaxesParser({ xmlns: false });
  const blocks: string[] = [];
  const path: string[] = [];
  const units: { readonly name: string; num: string; head: string; spoken: boolean }[] = [];
  let text = '';
  let meta = false;
  let notes = 0;
  let title = '';
  let date: string | undefined;
  let url: string | undefined;
  let language: string | undefined;
  let failure: string | undefined;
  const local = (name: string): string => name.replace(/^.*:/, '');
  const fold = (s: string): string => s.replace(/\s+/g, ' ').trim();

  const heading = (): void => {
    for (const u of units)
      if (HEADED.has(u.name) && !u.spoken && (u.num || u.head)) {
        u.spoken = true;
        blocks.push(`### ${fold(u.num)}`.trimEnd(), ...(u.head ? [`**${fold(u.head)}**`] : []));
      }
  };
  const flush = (): void => {
    const line = fold(text);
    text = '';
    if (!line) return;
    heading();
    // "1. (a) …": the numbers of all that begins with these words, from the outside in.
    let number = '';
    for (const u of units)
      if (!HEADED.has(u.name) && !u.spoken && u.num) {
        number += `${fold(u.num)} `;
        u.spoken = true;
      }
    blocks.push(number ? number + line : escapeLine(line));
  };

  parser.on('error', (e) => {
    failure ??= e.message.replace(/^\d+:\d+:\s*/, '');
    throw new Unreadable(`the XML is not well formed: ${failure}`);
  });
  parser.on('doctype', (d) => {
    if (/<!ENTITY/i.test(d)) throw new Unreadable('the XML declares entities, which are not read');
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    path.push(name);
    if (path.length > LIMITS.depth) throw new Unreadable(`the XML is nested deeper than ${LIMITS.depth} levels`);
    if (path.length === 1 && name !== 'akomaNtoso') throw new Unreadable(`the root element is <${name}>, not <akomaNtoso>`);
    const attributes = tag.attributes as Record<string, string>;
    if (name === 'authorialNote') notes++;
    if (notes > 0) return;
    if (name === 'meta') meta = true;
    if (meta) {
      if (name === 'FRBRdate') date ??= /\d{4}-\d{2}-\d{2}/.exec(attributes.date ?? '')?.[0];
      if (name === 'FRBRlanguage') language ??= attributes.language;
      if (name === 'FRBRuri') url ??= attributes.value;
      return;
    }
    if (NUMBERED.has(name)) {
      flush();
      units.push({ name, num: '', head: '', spoken: false });
    } else if (BLOCKS.has(name) || name === 'num' || name === 'heading' || name === 'preface' || name === 'preamble') flush();
  });
  parser.on('text', (t) => {
    if (!meta && notes === 0) text += t;
  });
  parser.on('cdata', (t) => {
    if (!meta && notes === 0) text += t;
  });
  parser.on('closetag', (tag) => {
    const name = local(tag.name);
    path.pop();
    if (name === 'authorialNote') notes--;
    if (notes > 0 || name === 'authorialNote') return;
    if (name === 'meta') meta = false;
    if (meta) return;
    const unit = units.at(-1);
    if (name === 'num' && unit) {
      unit.num = text;
      text = '';
    } else if (name === 'heading' || name === 'subheading') {
      if (unit && HEADED.has(unit.name) && !unit.spoken) unit.head = text;
      else if (fold(text)) blocks.push(`## ${fold(text)}`);
      text = '';
    } else if (name === 'docTitle') {
      title ||= fold(text);
      // The title may stand inside a paragraph of the preface: kept for the front matter only.
      text = '';
    } else if (NUMBERED.has(name)) {
      flush();
      heading();
      units.pop();
    } else if (BLOCKS.has(name)) flush();
  });
  try {
    parser.write(new TextDecoder('utf-8').decode(bytes)).close();
  } catch (e) {
    throw e instanceof Unreadable ? e : new Unreadable(`the XML is not well formed: ${(e as Error).message.split('\n')[0]}`);
  }
  if (blocks.length === 0) throw new Unreadable('the XML has no text');
  return {
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(url && /^https?:/.test(url) ? { sourceUrl: url } : {}),
    ...(language ? { language: language.slice(0, 2) } : {}),
    markdown: `${blocks.join('\n\n')}\n`,
  };
};
