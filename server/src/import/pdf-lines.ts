/** From the pieces of text on the pages of a PDF to lines and paragraphs: columns in their order, without running heads, page numbers and notes. */

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

/** A piece of text as pdf.js gives it. */
export interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const left = (i: Item): number => i.transform[4] as number;
const base = (i: Item): number => i.transform[5] as number;

interface Row {
  readonly y: number;
  readonly items: Item[];
}

/** Items on one base line, from left to right; rows from the top of the page to its foot. */
function rowsOf(items: readonly Item[]): readonly Row[] {
  const rows: Row[] = [];
  const at = new Map<number, Row>();
  for (const item of items) {
    if (item.str.length === 0) continue;
    const y = base(item);
    const near = Math.min(40, Math.max(2, item.height * 0.4));
    let row: Row | undefined;
    for (let d = 0; d <= near && !row; d++)
      row = [at.get(Math.round(y) + d), at.get(Math.round(y) - d)].find((r) => r !== undefined && Math.abs(r.y - y) < near);
    if (row) row.items.push(item);
    else {
      row = { y, items: [item] };
      rows.push(row);
      at.set(Math.round(y), row);
    }
  }
  for (const row of rows) row.items.sort((a, b) => left(a) - left(b));
  return rows.sort((a, b) => b.y - a.y);
}

function lineOf(y: number, row: readonly Item[]): Line {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const item of row) {
    const x = left(item);
    if (text && x - right > item.height * 0.15 && !text.endsWith(' ') && !item.str.startsWith(' ')) text += ' ';
    text += item.str;
    right = x + item.width;
  }
  return { text: text.replace(/\s+/g, ' ').trim(), x: left(row[0] as Item), y, height: Math.max(...row.map((i) => i.height)), right };
}

/** Where white space parts two columns in the middle of the page, over most of its rows; `undefined` when there is one column. */
function gutter(rows: readonly Row[]): number | undefined {
  const all = rows.flatMap((r) => r.items).filter((i) => i.str.trim() !== '');
  if (all.length < 8) return undefined;
  const from = Math.min(...all.map(left));
  const to = Math.max(...all.map((i) => left(i) + i.width));
  let best: { readonly x: number; readonly crossing: number } | undefined;
  for (let x = from + (to - from) * 0.35; x <= from + (to - from) * 0.65; x += 3) {
    let crossing = 0;
    let before = 0;
    let behind = 0;
    for (const row of rows) {
      const filled = row.items.filter((i) => i.str.trim() !== '');
      if (filled.some((i) => left(i) < x + 4 && left(i) + i.width > x - 4)) crossing++;
      else {
        if (filled.some((i) => left(i) + i.width <= x)) before++;
        if (filled.some((i) => left(i) >= x)) behind++;
      }
    }
    if (before < rows.length * 0.4 || behind < rows.length * 0.4 || crossing > rows.length * 0.25) continue;
    if (best === undefined || crossing < best.crossing) best = { x, crossing };
  }
  return best?.x;
}

/** The lines of a page in the order in which they are read: between lines that cross the gutter, the left column and then the right one. */
export function linesOf(items: readonly Item[]): readonly Line[] {
  const rows = rowsOf(items);
  const x = gutter(rows);
  if (x === undefined) return rows.map((r) => lineOf(r.y, r.items));
  const out: Line[] = [];
  let columns: [Line[], Line[]] = [[], []];
  const close = (): void => {
    out.push(...columns[0], ...columns[1]);
    columns = [[], []];
  };
  for (const row of rows) {
    const filled = row.items.filter((i) => i.str.trim() !== '');
    if (filled.some((i) => left(i) < x && left(i) + i.width > x)) {
      close();
      out.push(lineOf(row.y, row.items));
      continue;
    }
    const before = filled.filter((i) => left(i) < x);
    const behind = filled.filter((i) => left(i) >= x);
    if (before.length > 0) columns[0].push(lineOf(row.y, before));
    if (behind.length > 0) columns[1].push(lineOf(row.y, behind));
  }
  close();
  return out;
}

const FURNITURE = /^(?:page\s+)?\W*\d{1,4}\W*(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
const masked = (l: Line): string => l.text.replace(/\d+/g, '#');
/** The first and last lines of a page by their height on it, whatever column they stand in. */
const edges = (lines: readonly Line[], n: number): readonly Line[] => {
  const down = [...lines].sort((a, b) => b.y - a.y);
  return [...down.slice(0, n), ...down.slice(-n)];
};

/** Lines that stand at the top or foot of most pages, numbers aside, are running heads. */
function runningHeads(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) for (const l of new Set(edges(lines, pages.length >= 3 ? 2 : 1).map(masked))) seen.set(l, (seen.get(l) ?? 0) + 1);
  return new Set([...seen].filter(([, n]) => pages.length >= 2 && n > pages.length * 0.6).map(([l]) => l));
}

/** More lines than any page of a declaration has: no columns and notes are looked for among them. */
const CROWDED = 2000;

/** Without the notes at the foot of the page or of a column, which are smaller than the text and open with a number or a sign. */
function withoutNotes(lines: readonly Line[], height: number): readonly Line[] {
  if (lines.length > CROWDED) return lines;
  const small = (l: Line): boolean => l.height < height * 0.9;
  const beside = (a: Line, b: Line): boolean => a.x < b.right && b.x < a.right;
  const notes = lines.filter((l) => small(l) && /^(?:\[?\d{1,2}\]?|\*|†)\s?\S/.test(l.text) && !lines.some((m) => !small(m) && m.y < l.y && beside(l, m)));
  const rest = lines.filter((l) => !(small(l) && notes.some((n) => l.y <= n.y && beside(l, n))));
  return rest.length > 0 ? rest : lines;
}

/** The height of most of the text. */
function bodyHeight(pages: readonly (readonly Line[])[]): number {
  const heights = pages.flatMap((lines) => lines.flatMap((l) => Array<number>(Math.ceil(l.text.length / 20)).fill(l.height))).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 10;
}

/** The title as the first page prints it: its largest lines, where they are clearly larger than the text. */
export function titleOf(pages: readonly (readonly Line[])[]): string | undefined {
  const lines = (pages[0] ?? []).filter((l) => /\p{L}{2}/u.test(l.text));
  const largest = Math.max(0, ...lines.map((l) => l.height));
  if (largest < bodyHeight(pages) * 1.2) return undefined;
  const title = lines
    .filter((l) => l.height > largest - 0.5)
    .map((l) => l.text)
    .join(' ');
  return title.length <= 250 ? title : undefined;
}

const ENDED = /[.:;!?”"]$/;
const MARKER =
  /^(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\([a-z]{1,4}\)|[a-z]\)|[•–—-]|(?:Article|ARTICLE|Principle|PRINCIPLE|Annex|ANNEX)\s+[\dIVXA-Z]+)(?:[\s.:]|$)/;

function bounds(lines: readonly Line[], of: Line): { readonly right: number; readonly edge: number } {
  let right = of.right;
  let edge = of.x;
  const from = lines.length > CROWDED ? Number.NEGATIVE_INFINITY : of.x - 40;
  for (const l of lines.length > CROWDED ? lines.slice(0, CROWDED) : lines)
    if (l.x > from && l.x < of.x + 40) {
      right = Math.max(right, l.right);
      edge = Math.min(edge, l.x);
    }
  return { right, edge };
}

export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly string[] {
  const heads = runningHeads(pages);
  const height = bodyHeight(pages);
  const all = pages.map((lines) => {
    const atEdge = new Set(edges(lines, 2));
    return withoutNotes(
      lines.filter((l) => l.text && !FURNITURE.test(l.text) && !(atEdge.has(l) && heads.has(masked(l)))),
      height,
    );
  });
  const gaps: number[] = [];
  for (const lines of all)
    for (let i = 1; i < lines.length; i++) {
      const gap = (lines[i - 1] as Line).y - (lines[i] as Line).y;
      if (gap > 0) gaps.push(gap);
    }
  gaps.sort((a, b) => a - b);
  const leading = gaps[Math.floor(gaps.length * 0.3)] ?? 14;
  const out: string[] = [];
  let current = '';
  const end = (): void => {
    if (current.trim()) out.push(current.trim());
    current = '';
  };
  for (const lines of all) {
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (before === undefined) {
        if (MARKER.test(line.text)) end();
      } else {
        // A column has edges of its own: those of the lines above and below in it.
        const { right, edge } = bounds(lines, before);
        const next = before.y - line.y;
        const gap = next > leading * 1.45;
        const indented = line.x - edge > 8 && line.x - edge < 60 && before.x - edge < 4 && ENDED.test(before.text);
        const short = before.right < right - (right - edge) * 0.25 && ENDED.test(before.text);
        const title =
          before.right < edge + (right - edge) * 0.5 &&
          !/[,;]$/.test(before.text) &&
          /^\p{Lu}/u.test(before.text) &&
          /^\p{Lu}/u.test(line.text) &&
          !/\p{Ll}\p{P}?$/u.test(current.slice(0, -before.text.length).trim());
        // At the top of the next column, as of the next page, only a sentence that has not ended goes on.
        const turned = next < 0 && ENDED.test(before.text);
        if (gap || indented || short || title || turned || MARKER.test(line.text) || Math.abs(before.height - line.height) > 1.5) end();
      }
      if (/\p{L}-$/u.test(current) && /^\p{Ll}/u.test(line.text)) current = current.slice(0, -1) + line.text;
      else current += (current ? ' ' : '') + line.text;
    });
    // A paragraph that does not end its sentence goes on upon the next page.
    if (ENDED.test(current)) end();
  }
  end();
  return out;
}
