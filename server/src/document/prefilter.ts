/** Tells cheaply whether a text can cite an instrument at all: what cannot is not read, and costs one pass over its words. */

import type { Library } from '../instrument/library.ts';
import { lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Reference } from './analysis.ts';
import { withoutSubtitle } from './names.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** Words of other scripts, or with letters that formats write as commands and entities, may be glued or spelled otherwise: not required. */
const SURE = /^[a-z0-9]{2,}$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]/;
/** What lets a document name its declarations itself: front matter, or a magic comment. */
const DIRECTIVE = /^declarations[ \t]*[:=]|declaration-lens/im;

interface Names {
  /** By the longest sure word of a name: the other sure words that must be there too. */
  readonly byWord: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Names without a sure word: looked for as they are. */
  readonly asIs: readonly string[];
}

const cache = new WeakMap<Library['heads'], Names>();

function namesOf(library: Library): Names {
  const known = cache.get(library.heads);
  if (known) return known;
  const byWord = new Map<string, (readonly string[])[]>();
  const asIs: string[] = [];
  for (const head of library.heads) {
    const address = head.sourceUrl?.replace(/^\w+:\/\/(?:www\.)?/, '').replace(/[?#].*$/, '');
    for (const name of [
      head.id,
      head.title,
      ...head.aliases,
      ...[head.title, ...head.aliases].flatMap(withoutSubtitle),
      ...(address ? [address.slice(address.indexOf('/') + 1)] : []),
    ]) {
      const words = [...new Set(lower(name).match(WORD) ?? [])].filter((w) => SURE.test(w)).sort((a, b) => b.length - a.length);
      const [longest, ...others] = words;
      if (longest === undefined) asIs.push(name.match(/[\p{L}\p{N}]+/u)?.[0] ?? name);
      else {
        const list = byWord.get(longest);
        if (list) list.push(others);
        else byWord.set(longest, [others]);
      }
    }
  }
  const names = { byWord, asIs: [...new Set(asIs)].filter((x) => x !== '') };
  cache.set(library.heads, names);
  return names;
}

/** With so few names each is looked for by itself; with more, the text's words are counted once for all of them. */
const FEW = 100;

function named(text: string, names: Names): boolean {
  const low = lower(text);
  if (names.byWord.size <= FEW) {
    for (const [word, all] of names.byWord) if (low.includes(word) && all.some((others) => others.every((o) => low.includes(o)))) return true;
    return names.asIs.some((n) => text.includes(n));
  }
  const words = new Set<string>();
  for (const m of matches(WORD, low)) words.add(m[0]);
  for (const w of words) if (names.byWord.get(w)?.some((others) => others.every((o) => words.has(o)))) return true;
  return names.asIs.some((n) => text.includes(n));
}

/** A bibliography that the document names may explain its keys; whether it does is known only when it has been read. */
const NAMES_BIBLIOGRAPHY = /bibliography|addbibresource/i;
const KEYED = /@|\\\w*cite/;

/** False only when no instrument of the library is named in the text, linked, or cited by a key that a bibliography explains. */
export function mayCite(text: string, library: Library, references: ReadonlyMap<string, Reference>): boolean {
  if (INVISIBLE.test(text) || DIRECTIVE.test(text) || (NAMES_BIBLIOGRAPHY.test(text) && KEYED.test(text))) return true;
  const names = namesOf(library);
  if (named(text, names)) return true;
  for (const r of references.values()) if (text.includes(r.key) && named(`${r.title ?? ''} ${r.url ?? ''} ${r.doi ?? ''}`, names)) return true;
  return false;
}
