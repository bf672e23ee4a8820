/** What somebody who mistyped a name most likely meant. */

/** “check” for “chekc”: the name that so few letters make of the word, as a question in brackets; empty when none is near. */
export function meant(word: string, names: readonly string[]): string {
  const near = names.map((name) => ({ name, steps: stepsBetween(word.toLowerCase(), name) })).sort((a, b) => a.steps - b.steps)[0];
  return near && near.steps <= Math.max(1, Math.min(3, Math.floor(word.length / 3))) ? ` (“${near.name}”?)` : '';
}

/** Letters to add, to leave out, to change or to swap with the next (after Damerau and Levenshtein). */
function stepsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 9;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 9;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : 9;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
  }
  return at(a.length, b.length);
}
