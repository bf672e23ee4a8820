/** Typographic folding that keeps every offset: one code unit in, one code unit out. */

const FOLDS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  ʼ: "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '＂': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '－': '-',
};
const FOLDABLE = /[‘’‚‛′ʼ＇“”„‟″«»「」『』＂‐‑‒–—―−－\uFF01-\uFF5E]|[^\S ]/g;

/** Quotation marks, apostrophes, dashes, spaces and full-width letters made plain; letter case is kept. Same length as the input. */
export const foldTypography = (text: string): string =>
  text.replace(FOLDABLE, (c) => {
    const plain = FOLDS[c];
    if (plain !== undefined) return plain;
    const code = c.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });

/** Ligatures as their letters, and an accent with its letter: one spelling of a word, of whatever length. */
export const composed = (word: string): string => (/[\u0300-\u036F\uFB00-\uFB06]/.test(word) ? word.normalize('NFKC') : word);

/** Lower case without changing the length (a letter whose lower case is longer is kept as it is). */
export const lower = (text: string): string => {
  const low = text.toLowerCase();
  return low.length === text.length
    ? low
    : Array.from({ length: text.length }, (_, i) => {
        const c = (text[i] as string).toLowerCase();
        return c.length === 1 ? c : (text[i] as string);
      }).join('');
};
