/** Says which text a pinpoint in a table belongs to: the one that its row names, or the one that heads its column. */
import type { Block } from '../text/markup/markup.ts';
import type { Event } from './events.ts';

/** What a cell names: ids of ours, none when it names another text. */
export interface Owner {
  readonly ids: readonly string[];
}

export interface Tables {
  /**
   * The owner of a bare pinpoint in the cell; 'none' when the table gives it to a text that is not known; `undefined` when the table
   * says nothing.
   */
  readonly ownerOf: (block: Block) => Owner | 'none' | undefined;
}

interface Table {
  /** By column: what the first row names. */
  readonly heads: Map<number, Owner>;
  /** By column: the words of the first row. */
  readonly titles: Map<number, string>;
  /** By row: what a cell below the first row names. */
  readonly rows: Map<number, Owner>;
  /** Columns whose cells below the first row name texts. */
  readonly naming: Set<number>;
  /** Rows whose naming cell holds words. */
  readonly filled: Set<string>;
}

/** Heads a column of pinpoints without saying whose. */
const PLACE = /^$|para|¶|pinpoint|where|refer|source|citation|cite|locat|place|passage|see|항/i;

/** `meant` gives what an event means before anything is read in order; back-references mean nothing here. */
export function tablesOf(blocks: readonly Block[], events: (index: number) => readonly Event[], meant: (e: Event) => readonly string[] | undefined): Tables {
  const tables = new Map<number, Table>();
  blocks.forEach((block, index) => {
    if (!block.cell) return;
    let table = tables.get(block.cell.table);
    if (!table) {
      table = { heads: new Map(), titles: new Map(), rows: new Map(), naming: new Set(), filled: new Set() };
      tables.set(block.cell.table, table);
    }
    const { row, column } = block.cell;
    if (row === 0) table.titles.set(column, block.prose.text);
    table.filled.add(`${row}:${column}`);
    const named = events(index).flatMap((e) => {
      const ids = meant(e);
      return ids && !e.back && e.form !== 'key' ? [{ e, ids }] : [];
    });
    const first = named[0];
    if (!first || named.some((n) => n.ids[0] !== first.ids[0])) return;
    // A cell that only mentions a text in a longer sentence does not stand for the row.
    if (row > 0 && (first.e.span.end - first.e.span.start) * 2 < block.prose.text.length) return;
    if (row === 0) table.heads.set(column, { ids: first.ids });
    else {
      table.rows.set(row, { ids: first.ids });
      table.naming.add(column);
    }
  });
  return {
    ownerOf(block) {
      const table = block.cell && tables.get(block.cell.table);
      if (!block.cell || !table) return undefined;
      const { row, column } = block.cell;
      if (row === 0) return undefined;
      const head = table.heads.get(column);
      if (head) return head;
      const own = table.rows.get(row);
      if (own) return own;
      if ([...table.naming].some((c) => c !== column && table.filled.has(`${row}:${c}`))) return 'none';
      if (table.heads.size === 0) return undefined;
      if (table.heads.size > 1 || !PLACE.test(table.titles.get(column) ?? '')) return 'none';
      return [...table.heads.values()][0];
    },
  };
}
