/** Sentence spans of prose. */
import type { Span } from './span.ts';

/** Sentences of the prose text, in order, without the space between them. Total: an empty text has none. */
export function findSentences(text: string): readonly Span[] {
  const out: Span[] = [];
  const end = /[.!?…][)\]"'”’]*(?=\s+["'“‘([]?\p{Lu})/gu;
  let start = 0;
  for (let m = end.exec(text); m; m = end.exec(text)) {
    if (
      /\b(?:\p{Lu}|[Pp]aras?|[Aa]rts?|[Nn]os?|Mr|Mrs|Ms|Dr|[Cc]f|Inc|St|v|vs|[Pp]p?|[Ss]ec|U\.S|U\.N|U\.K|e\.g|i\.e)\.$/u.test(
        text.slice(Math.max(0, m.index - 8), m.index + 1),
      )
    )
      continue;
    out.push({ start, end: end.lastIndex });
    start = end.lastIndex;
    while (text[start] === ' ') start++;
  }
  if (start < text.length) out.push({ start, end: text.length });
  return out;
}
