/** Sentence spans of prose: diplomatic English first, with Korean, Chinese and Japanese full stops. */
import type { Span } from './span.ts';

/** Terminators with the closing marks that belong to them. */
const END = /[.!?…。！？]+["'”’»」』)\]*]*/g;
const WIDE = /[。！？]/;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never the end of a sentence: something is named or introduced next. */
const TITLES = words(
  'mr mrs ms messrs mx dr prof gen lt col maj capt cpt cmdr cdr sgt adm radm vadm brig amb sen rep gov pres hon rev supt st mt ft vs v cf e.g i.e viz approx ca incl esp resp h.e vice-adm lt-gen maj-gen dep asst atty',
);
/** End nothing while a number, a roman numeral or a pinpoint follows. */
const NUMBERED = words(
  'para paras par pars párr párrs abs num núm ziff subpara subparas no nos art arts p pp sec secs sect § ch chs chap vol vols fig figs tab pt pts n nn fn cl cls ann app prin princ rec res reg op ex exh doc stat bk ll col sched ed eds sess mtg supp ser jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** May end a sentence and may not: they do only when what follows surely starts one. */
const DOUBTFUL = words('etc inc ltd co corp jr sr al ibid id cit loc supra infra bros dept univ govt assn natl intl admin rev’d ph.d');
/** Words that with a capital start a sentence, and hardly a name. */
const STARTERS = words(
  'The A An This That These Those It Its He She They We You There Here His Her Their Our In On By From With Under After Before When While If As But And So Yet However Moreover Thus Hence Therefore Instead Each Every Such Then Now What Why How Who Where Whether Although Though Because Since Unless Until Even Still Also According Upon Rather Nonetheless Nevertheless Indeed Meanwhile Today Furthermore Finally Conversely Similarly Likewise Some Many Most Neither Nor Nothing Nobody',
);
/** Nouns that a single letter belongs to: "Annex A." ends a sentence as a name's initial does not. */
const LETTERED =
  /(?:Annex|Appendix|Part|Section|Group|Option|Article|Art\.|Type|Class|Schedule|Chapter|Category|Phase|Plan|Tier|Title|Table|Figure|Exhibit|Protocol)$/;
const SPEAKS =
  /^\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,3} (?:asked|said|says|asks|wrote|writes|replied|added|told|argued|argues|answered|wondered)(?![\p{L}])/u;
const OPENERS = /["'“‘«„([「『*]/;

/** Sentences of the prose text, in order, without the space between them. Total: an empty text has none. */
export function findSentences(text: string): readonly Span[] {
  const out: Span[] = [];
  let start = 0;
  while (start < text.length && text[start] === ' ') start++;
  const end = new RegExp(END.source, 'g');
  for (let m = end.exec(text); m; m = end.exec(text)) {
    const stop = breakAt(text, start, m.index, end.lastIndex, m[0]);
    if (stop < 0) continue;
    out.push({ start, end: stop });
    start = stop;
    while (start < text.length && text[start] === ' ') start++;
    end.lastIndex = Math.max(start, end.lastIndex);
  }
  if (start < text.length) {
    let last = text.length;
    while (last > start && text[last - 1] === ' ') last--;
    out.push({ start, end: last });
  }
  return out;
}

/** Where the sentence that began at `start` ends if it ends with the terminator at `at`; -1 when it goes on. */
function breakAt(text: string, start: number, at: number, behind: number, mark: string): number {
  if (WIDE.test(mark)) return behind;
  if (behind >= text.length) return -1;
  // A citation key may touch the stop, as the mark of a note would.
  if (text[behind] !== ' ' && !text.startsWith('[@', behind)) return -1;
  const stop = attached(text, behind);
  if (stop >= text.length) return -1;
  let next = stop;
  while (text[next] === ' ') next++;
  const word = startOfSentence(text, next);
  if (word === undefined) return -1;
  const starter = STARTERS.has(word);
  // What was attached settles it: a pinpoint in brackets stands behind a whole sentence.
  if (stop > behind) return stop;
  const spaced = mark[0] === '.' && text.slice(Math.max(0, at - 2), at) === '. ';
  if (spaced || mark.startsWith('…') || mark.startsWith('..')) return starter || /^(?:\.{4}|…\.)|["'”’»)\]]$/.test(mark) ? stop : -1;
  if (mark[0] === '?' || mark[0] === '!') return /["”’»]/.test(mark) && SPEAKS.test(text.slice(next, next + 140)) ? -1 : stop;
  return fullStop(text, start, at, next, word, starter, mark.length > 1) ? stop : -1;
}

/** Whether the full stop at `at` ends a sentence rather than an abbreviation, an initial or an item's number. */
function fullStop(text: string, start: number, at: number, next: number, word: string, starter: boolean, closed: boolean): boolean {
  let from = at;
  const limit = Math.max(start, at - 24);
  while (from > limit && /[\p{L}\p{N}.’'§-]/u.test(text[from - 1] as string)) from--;
  // "Japan-U.S. Economic Dialogue": the abbreviation is the last part of the compound.
  const token = text.slice(from, at).replace(/^.*-(?=\p{L}\.\p{L}$)/u, '');
  const low = token.toLowerCase();
  // The number or letter of an item, with nothing before it.
  if (from - start <= 1 && /^(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxIVX]{1,5})$/u.test(token)) return false;
  if (TITLES.has(low)) return false;
  if (NUMBERED.has(low)) {
    if (/^(?:\d|[IVXLCDM]+\b|[¶§([]|OP|PP)/.test(text.slice(next, next + 8))) return false;
    // "no." and "art." are words of their own too; an abbreviation before a name, as in "Res. A", goes on.
    return starter || low === 'no' || closed;
  }
  if (/^(?:\p{L}\.)+\p{L}$/u.test(token))
    return low === 'a.m' || low === 'p.m' ? /\p{Lu}/u.test(text[next] as string) : starter || (closed && !/[)\]]/.test(text[at + 1] ?? ''));
  if (/^\p{Lu}$/u.test(token))
    return (
      LETTERED.test(text.slice(Math.max(start, from - 14), from).trimEnd()) ||
      (token !== 'I' && starter && /\b(?:and|or|to) $/.test(text.slice(Math.max(start, from - 4), from)))
    );
  if (DOUBTFUL.has(low)) return starter || (closed && !/[)\]]/.test(text[at + 1] ?? ''));
  return word !== '';
}

/** The word that could start a sentence at `at`, its opening marks skipped; '' for a number or a letter without case; `undefined` for none. */
function startOfSentence(text: string, at: number): string | undefined {
  let i = at;
  while (i < at + 4 && OPENERS.test(text[i] ?? '')) i++;
  const c = text[i] ?? '';
  // An omission that a capital follows, "[…] The", starts one.
  if (c === '…' || (c === '.' && i > at)) return /^[….\s]{1,7}\]\s*\p{Lu}/u.test(text.slice(i, i + 12)) ? ' ' : undefined;
  if (/[\p{N}¶§@•]/u.test(c)) return ' ';
  if (/\p{Lo}/u.test(c)) return ' ';
  if (!/\p{Lu}/u.test(c)) return undefined;
  return /^[\p{L}'’]+/u.exec(text.slice(i, i + 30))?.[0] ?? ' ';
}

/**
 * Where the sentence ends when a citation in brackets stands behind its full stop: "… Korea. (Washington Declaration, para. 4)".
 * A parenthesis that is a sentence of its own ends in a full stop within and is left alone.
 */
function attached(text: string, behind: number): number {
  const open = text[behind] === ' ' ? behind + 1 : behind;
  const c = text[open];
  if (c !== '(' && c !== '[') return behind;
  let depth = 0;
  for (let i = open; i < text.length && i < open + 300; i++) {
    if (text[i] === c) depth++;
    else if (text[i] === (c === '(' ? ')' : ']') && --depth === 0) {
      if (/[.!?]["”’]?$/.test(text.slice(i - 2, i)) || i - open < 2) return behind;
      const inside = text.slice(open + 1, i);
      if (!/@|\d|\b(?:ibid|id|para|declaration|emphasis|italics|footnote)/i.test(inside)) return behind;
      const end = text[i + 1] === '.' ? i + 2 : i + 1;
      return end >= text.length || (text[end] === ' ' && startOfSentence(text, end + 1) !== undefined) ? end : behind;
    }
  }
  return behind;
}
