/**
 * Remembers answers of pure functions of a text, so that an edit re-reads what it touched and nothing else. Never seen from outside: with
 * or without it every answer is the same.
 */

/** The function, remembering its last answers by key; when more than `most` are kept it starts afresh. */
export function remember<V>(make: (key: string) => V, most: number): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** Index of the first item whose number is at least `least`, in a list ordered by that number; its length when there is none. */
export function firstFrom<T>(list: readonly T[], number: (item: T) => number, least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (number(list[middle] as T) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
