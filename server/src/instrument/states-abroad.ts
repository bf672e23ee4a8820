/** Names of states in French and Spanish, from the platform's own table of regions, to the names that instruments are listed under. */
import type { Span } from '../text/span.ts';
import { canonicalParty } from './states.ts';

export interface Named extends Span {
  /** Canonical, in English: "Netherlands". */
  readonly name: string;
}

/** Names that are no plain name of a region: unions, and republics called by an adjective. */
const OTHERS: Readonly<Record<string, string>> = {
  fr: "États-Unis d'Amérique=United States|États-Unis du Mexique=Mexico|États-Unis mexicains=Mexico|République tunisienne=Tunisia|République argentine=Argentina|République française=France|République italienne=Italy|République hellénique=Greece|République portugaise=Portugal|République libanaise=Lebanon|République algérienne=Algeria|Confédération suisse=Switzerland|République de Corée=Republic of Korea|République populaire démocratique de Corée=Democratic People's Republic of Korea|Union européenne=European Union|République tchèque=Czech Republic|Fédération de Russie=Russia",
  es: "Estados Unidos de América=United States|Estados Unidos Mexicanos=Mexico|República Argentina=Argentina|República Francesa=France|República Italiana=Italy|República Helénica=Greece|República Portuguesa=Portugal|República de Corea=Republic of Korea|República Popular Democrática de Corea=Democratic People's Republic of Korea|Unión Europea=European Union|República Checa=Czech Republic|Federación de Rusia=Russia|Confederación Suiza=Switzerland",
};

const tables = new Map<string, { readonly names: ReadonlyMap<string, string>; readonly expression: RegExp }>();

/** One table a language, made when first asked for; a platform without the names of regions gives the others alone. */
function tableOf(language: string): { readonly names: ReadonlyMap<string, string>; readonly expression: RegExp } {
  const known = tables.get(language);
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, english: string) => names.set(plain(name), english);
  if (typeof Intl.DisplayNames === 'function') {
    const own = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (let a = 65; a <= 90; a++)
      for (let b = 65; b <= 90; b++) {
        const code = String.fromCharCode(a, b);
        const name = own.of(code)?.replace(/ \(.*/, '');
        const said = english.of(code)?.replace(/ \(.*/, '').replace(/ & /g, ' and ');
        if (name && said && /^\p{Lu}\p{Ll}/u.test(name) && !names.has(plain(name))) add(name, canonicalParty(said));
      }
  }
  for (const pair of OTHERS[language]?.split('|') ?? []) {
    const [name = '', english = ''] = pair.split('=');
    add(name, english);
  }
  const sorted = [...names.keys()].sort((x, y) => y.length - x.length).map((n) => n.replace(/[.()]/g, '\\$&'));
  const table = { names, expression: new RegExp(`(?<![\\p{L}-])(?:${sorted.join('|')})(?![\\p{L}]|-\\p{L})`, 'giu') };
  tables.set(language, table);
  return table;
}

const plain = (name: string): string => name.replace(/[’‘]/g, "'").toLowerCase();

/** Every name of a state in text whose typography is folded, in order, the longest where several begin. `language` is "fr" or "es". Total. */
export function namesOfStates(text: string, language: string): readonly Named[] {
  const { names, expression } = tableOf(language);
  const out: Named[] = [];
  for (const m of text.matchAll(expression)) {
    const name = names.get(plain(m[0]));
    if (name && /^\p{Lu}/u.test(m[0])) out.push({ name, start: m.index, end: m.index + m[0].length });
  }
  return out;
}
