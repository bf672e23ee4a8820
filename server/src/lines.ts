/** Lines of a text: between offsets, which everything below uses, and lines and columns, which editors and terminals use. */

export interface Point {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the line's beginning, from 0. */
  readonly character: number;
}

export interface Lines {
  readonly count: number;
  /** Clamps. */
  at(offset: number): Point;
  /** Clamps: a column behind the line's end is its end, a line behind the last is the text's end. */
  offset(point: Point): number;
  /** The line's text without its end. */
  text(line: number): string;
}

/** Lines end with LF, CRLF or CR, as LSP has it. */
export function linesOf(text: string): Lines {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const endOf = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    if (line + 1 < starts.length) {
      if (text[end - 1] === '\n') end--;
      if (text[end - 1] === '\r' && end > (starts[line] as number)) end--;
    }
    return end;
  };
  return {
    count: starts.length,
    at(offset) {
      const o = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(o);
      return { line, character: Math.min(o, endOf(line)) - (starts[line] as number) };
    },
    offset({ line, character }) {
      if (!(line >= 0)) return 0;
      if (line >= starts.length) return text.length;
      return Math.min((starts[Math.floor(line)] as number) + Math.max(0, Math.floor(character) || 0), endOf(Math.floor(line)));
    },
    text: (line) => (line < 0 || line >= starts.length ? '' : text.slice(starts[line], endOf(line))),
  };
}
