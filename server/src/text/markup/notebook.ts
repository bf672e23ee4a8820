/** Jupyter notebooks: the Markdown cells of an .ipynb file as one Markdown text, with a map back into the file. */
import type { Span } from '../span.ts';
import { parseMarkdown } from './markdown.ts';
import type { Block, Inline, Markup } from './markup.ts';

/** A string of the file: its text and where each unit of it begins in the file; one entry more than units. */
interface Piece {
  readonly text: string;
  readonly offsets: readonly number[];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };

/** A JSON reader that remembers where strings stand. Total: what is not JSON reads as far as it goes. */
class Scanner {
  readonly #json: string;
  #at = 0;

  constructor(json: string) {
    this.#json = json;
  }

  get at(): number {
    return this.#at;
  }

  peek(): string {
    while (/[\s\uFEFF]/.test(this.#json[this.#at] ?? '')) this.#at++;
    return this.#json[this.#at] ?? '';
  }

  take(c: string): boolean {
    if (this.peek() !== c) return false;
    this.#at++;
    return true;
  }

  string(): Piece {
    const offsets: number[] = [];
    let text = '';
    const json = this.#json;
    let i = this.#at + 1;
    while (i < json.length && json[i] !== '"') {
      const start = i;
      let c = json[i] as string;
      if (c === '\\') {
        const code = /^\\u([0-9A-Fa-f]{4})/.exec(json.slice(i, i + 6))?.[1];
        c = code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[json[i + 1] ?? ''] ?? json[i + 1] ?? '');
        i += code ? 6 : 2;
      } else i++;
      if (c === '') continue;
      text += c;
      offsets.push(start);
    }
    this.#at = Math.min(json.length, i + 1);
    return { text, offsets: [...offsets, i] };
  }

  /** Images in outputs are long strings: they are passed over, not read. */
  #skipString(): void {
    let i = this.#json.indexOf('"', this.#at + 1);
    while (i >= 0) {
      let slashes = 0;
      while (this.#json[i - 1 - slashes] === '\\') slashes++;
      if (slashes % 2 === 0) break;
      i = this.#json.indexOf('"', i + 1);
    }
    this.#at = i < 0 ? this.#json.length : i + 1;
  }

  /** Skips a value of any kind, nesting counted rather than descended. */
  skip(): void {
    let depth = 0;
    do {
      const c = this.peek();
      if (c === '') return;
      if (c === '"') this.#skipString();
      else {
        if (c === '{' || c === '[') depth++;
        else if (c === '}' || c === ']') depth--;
        const word = /[^\s"{}[\],:]+/y;
        word.lastIndex = this.#at;
        this.#at = word.test(this.#json) ? word.lastIndex : this.#at + 1;
      }
    } while (depth > 0);
  }

  /** Calls `each` at every value of the object that stands here. */
  object(each: (key: string) => void): void {
    if (!this.take('{')) {
      this.skip();
      return;
    }
    while (this.peek() === '"') {
      const key = this.string().text;
      if (!this.take(':')) return;
      const before = this.#at;
      each(key);
      if (this.#at === before) this.skip();
      if (!this.take(',')) break;
    }
    this.take('}');
  }

  array(each: () => void): void {
    if (!this.take('[')) {
      this.skip();
      return;
    }
    while (this.peek() !== ']' && this.peek() !== '') {
      const before = this.#at;
      each();
      if (this.#at === before) this.skip();
      if (!this.take(',')) break;
    }
    this.take(']');
  }
}

function markdownCells(json: string): readonly Piece[] {
  const cells: Piece[] = [];
  const s = new Scanner(json);
  s.object((key) => {
    if (key !== 'cells') return;
    s.array(() => {
      let markdown = false;
      let source: Piece | undefined;
      s.object((name) => {
        if (name === 'cell_type' && s.peek() === '"') markdown = s.string().text === 'markdown';
        else if (name === 'source') {
          if (s.peek() === '"') source = s.string();
          else {
            let text = '';
            const offsets: number[] = [];
            let end = s.at;
            s.array(() => {
              if (s.peek() !== '"') return;
              const piece = s.string();
              text += piece.text;
              for (const o of piece.offsets.slice(0, -1)) offsets.push(o);
              end = piece.offsets.at(-1) as number;
            });
            source = { text, offsets: [...offsets, end] };
          }
        }
      });
      if (markdown && source) cells.push(source);
    });
  });
  return cells;
}

export interface Notebook {
  /** The Markdown cells, a blank line between them. */
  readonly text: string;
  /** Their markup; all offsets in it are those of the .ipynb file. */
  readonly markup: Markup;
}

/** Reads the text of an .ipynb file. Total: what is no notebook has no cells. */
export function readNotebook(json: string): Notebook {
  let text = '';
  /** File offset at which each unit of `text` begins and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  for (const cell of markdownCells(json)) {
    if (text !== '') {
      const at = cell.offsets[0] as number;
      text += '\n\n';
      starts.push(at, at);
      ends.push(at, at);
    }
    text += cell.text;
    for (let i = 0; i < cell.text.length; i++) {
      starts.push(cell.offsets[i] as number);
      ends.push(cell.offsets[i + 1] as number);
    }
  }
  const first = (at: number): number => starts[at] ?? ends.at(-1) ?? 0;
  const last = (at: number): number => (at > 0 ? (ends[at - 1] as number) : first(0));
  const inFile = (s: Span): Span => (s.end > s.start ? { start: first(s.start), end: last(s.end) } : { start: first(s.start), end: first(s.start) });
  const quotes = new Map<Span, Span>();
  const quoteInFile = (s: Span): Span => {
    const known = quotes.get(s) ?? inFile(s);
    quotes.set(s, known);
    return known;
  };
  const block = (b: Block): Block => ({
    ...b,
    span: inFile(b.span),
    ...(b.quote ? { quote: quoteInFile(b.quote) } : {}),
    prose: { ...b.prose, starts: b.prose.starts.map((x) => first(x)), ends: b.prose.ends.map((x) => last(x)) },
    inlines: b.inlines.map((i): Inline => (i.kind === 'note' ? { ...i, source: inFile(i.source) } : i)),
  });
  const inText = parseMarkdown(text);
  const markup: Markup = {
    ...inText,
    format: 'notebook',
    blocks: inText.blocks.map(block),
    ...(inText.frontMatter ? { frontMatter: { ...inText.frontMatter, span: inFile(inText.frontMatter.span) } } : {}),
    comments: inText.comments.map((c) => ({ ...c, span: inFile(c.span) })),
  };
  return { text, markup };
}

export const parseNotebook = (json: string): Markup => readNotebook(json).markup;
