/**
 * Finds all matches of an expression with the expression itself: `String.matchAll` works on a copy, which the engine compiles afresh
 * whenever its cache has let go of it — with classes such as `\p{L}` that costs more than the matching of a short text.
 */

/**
 * The matches in the order of the text, as `text.matchAll(expression)` gives them; offsets are UTF-16 units. Safe when nested or left early:
 * the place is kept here, not in the expression. An expression without the flag `g` gives its first match only.
 */
export function* matches(expression: RegExp, text: string): Generator<RegExpExecArray, undefined> {
  let at = 0;
  while (at <= text.length) {
    expression.lastIndex = at;
    const match = expression.exec(text);
    const end = expression.lastIndex;
    expression.lastIndex = 0;
    if (!match) return;
    at = match[0] === '' ? end + (expression.unicode && (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1) : end;
    yield match;
    if (!expression.global) return;
  }
}
