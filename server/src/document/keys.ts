/** Resolves citation keys to instruments: by id, by what a bibliography says of them, or by their own make-up. */
import type { InstrumentHead } from '../instrument/instrument.ts';
import { foldTypography, lower } from '../text/fold.ts';
import type { Reference } from './analysis.ts';
import { plainUrl } from './citations.ts';

const words = (title: string): readonly string[] => lower(foldTypography(title)).match(/[\p{L}\p{N}]+/gu) ?? [];
const flat = (title: string): string =>
  words(title)
    .filter((w) => w !== 'the')
    .join(' ');

/** True when the letters are made of beginnings of the title's words, in order: "washdecl" of "Washington Declaration", "wd". */
function abbreviates(letters: string, title: readonly string[]): boolean {
  let rest = letters;
  for (const w of title) {
    let n = 0;
    while (n < w.length && n < rest.length && rest[n] === w[n]) n++;
    if (n === 0) return false;
    // The longest beginning may swallow a letter of the next word; titles are short, so the plain greedy choice serves.
    rest = rest.slice(n);
  }
  return rest === '';
}

/** The head that the key stands for; `undefined` when none, or when a bibliography says that it is something else. */
export function headOfKey(
  key: string,
  references: ReadonlyMap<string, Reference>,
  heads: readonly InstrumentHead[],
  named: (id: string) => boolean,
): InstrumentHead | undefined {
  const reference = references.get(key);
  if (reference) {
    const url = reference.url && plainUrl(reference.url);
    for (const h of heads) if (url && h.sourceUrl && plainUrl(h.sourceUrl) === url) return h;
    const title = reference.title && flat(reference.title);
    const fit = heads.filter(
      (h) =>
        title && [h.title, ...h.aliases].some((t) => flat(t) === title) && (!reference.date || !h.date || reference.date.slice(0, 4) === h.date.slice(0, 4)),
    );
    if (fit.length === 1) return fit[0];
    return reference.title || reference.url ? undefined : heads.find((h) => h.id === key);
  }
  const same = heads.find((h) => h.id.toLowerCase() === key.toLowerCase());
  if (same) return same;
  // Without its bibliography a key speaks only through its letters, and only for a text that the document names in words.
  const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(key)?.[1] ?? /\D(\d{2})$/.exec(key)?.[1];
  const letters = key.toLowerCase().replace(/[^a-z]/g, '');
  const fit = heads.filter((h) => {
    if (!named(h.id)) return false;
    if (year !== undefined && h.date && !h.date.slice(0, 4).endsWith(year)) return false;
    return [h.title, ...h.aliases].some((t) => {
      const w = words(t).filter((x) => x !== 'the' && x !== 'of' && x !== 'on');
      return w.length > 0 && (year !== undefined || letters.length > 4) && abbreviates(letters, w);
    });
  });
  return fit.length === 1 ? fit[0] : undefined;
}
