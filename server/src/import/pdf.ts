/** Reads a PDF that has a text layer: lines, then paragraphs, page numbers and running heads left out (pdf.js, Apache-2.0). */
import { escapeLine, LIMITS, type Page, Unreadable } from './page.ts';

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly right: number;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Items on one base line are one line, from left to right, a space where there is a gap. */
function linesOf(items: readonly Item[]): readonly Line[] {
  const rows: { y: number; items: Item[] }[] = [];
  for (const item of items) {
    if (item.str.length === 0) continue;
    const y = item.transform[5] as number;
    const row = rows.find((r) => Math.abs(r.y - y) < Math.max(2, item.height * 0.4));
    if (row) row.items.push(item);
    else rows.push({ y, items: [item] });
  }
  rows.sort((a, b) => b.y - a.y);
  return rows.map(({ y, items: row }) => {
    row.sort((a, b) => (a.transform[4] as number) - (b.transform[4] as number));
    let text = '';
    let right = -Infinity;
    for (const item of row) {
      const x = item.transform[4] as number;
      if (text && x - right > item.height * 0.15 && !text.endsWith(' ') && !item.str.startsWith(' ')) text += ' ';
      text += item.str;
      right = x + item.width;
    }
    return { text: text.replace(/\s+/g, ' ').trim(), x: row[0]?.transform[4] as number, y, height: Math.max(...row.map((i) => i.height)), right };
  });
}

const FURNITURE = /^(?:page\s+)?\W*\d{1,4}\W*(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** Lines that stand at the top or foot of most pages, numbers aside, are running heads. */
function runningHeads(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const l of new Set([...lines.slice(0, 2), ...lines.slice(-2)].map((x) => x.text.replace(/\d+/g, '#')))) seen.set(l, (seen.get(l) ?? 0) + 1);
  return new Set([...seen].filter(([, n]) => pages.length >= 3 && n > pages.length * 0.6).map(([l]) => l));
}

export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly string[] {
  const heads = runningHeads(pages);
  const all = pages.map((lines) => lines.filter((l) => l.text && !FURNITURE.test(l.text) && !heads.has(l.text.replace(/\d+/g, '#'))));
  const gaps: number[] = [];
  for (const lines of all) for (let i = 1; i < lines.length; i++) gaps.push((lines[i - 1] as Line).y - (lines[i] as Line).y);
  gaps.sort((a, b) => a - b);
  const leading = gaps[Math.floor(gaps.length * 0.3)] ?? 14;
  const out: string[] = [];
  let current = '';
  const end = (): void => {
    if (current.trim()) out.push(current.trim());
    current = '';
  };
  for (const lines of all) {
    const right = Math.max(0, ...lines.map((l) => l.right));
    const left = Math.min(...lines.map((l) => l.x));
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      const gap = before ? before.y - line.y > leading * 1.45 : false;
      const indented = before !== undefined && line.x - left > 8 && before.x - left < 4 && /[.:;!?”"]$/.test(before.text);
      const short = before !== undefined && before.right < right - (right - left) * 0.25 && /[.:;!?”"]$/.test(before.text);
      const marker = /^(?:\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\)|[•–—-]|(?:Article|ARTICLE|Principle|Annex)\s+[\dIVXA-Z]+)(?:\s|$)/.test(line.text);
      if (gap || indented || short || marker || (before && Math.abs(before.height - line.height) > 1.5)) end();
      if (/\p{L}-$/u.test(current) && /^\p{Ll}/u.test(line.text)) current = current.slice(0, -1) + line.text;
      else current += (current ? ' ' : '') + line.text;
    });
    // A paragraph that does not end its sentence goes on upon the next page.
    if (/[.:;!?”"]$/.test(current)) end();
  }
  end();
  return out;
}

export const read = async (bytes: Uint8Array): Promise<Page> => {
  // The modern build of pdf.js expects a newer runtime than Node 20.
  (Promise as unknown as { withResolvers?: unknown }).withResolvers ??= function withResolvers<T>(this: PromiseConstructor) {
    let resolve!: (v: T) => void;
    let reject!: (e: unknown) => void;
    const promise = new Promise<T>((ok, bad) => {
      resolve = ok;
      reject = bad;
    });
    return { promise, resolve, reject };
  };
  const [{ getDocument, VerbosityLevel }, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.mjs' as string) as Promise<unknown>,
  ]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: true,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) throw new Unreadable(`the PDF has ${document.numPages} pages, more than ${LIMITS.pages}`);
    const pages: (readonly Line[])[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n);
      const content = await page.getTextContent();
      pages.push(linesOf(content.items.filter((i) => 'str' in i) as unknown as Item[]));
      page.cleanup();
    }
    const paragraphs = paragraphsOf(pages);
    if (paragraphs.length === 0) throw new Unreadable('the PDF has no text layer');
    const info = ((await document.getMetadata().catch(() => undefined))?.info ?? {}) as { Title?: string };
    return { ...(info.Title?.trim() ? { title: info.Title.trim() } : {}), markdown: `${paragraphs.map(escapeLine).join('\n\n')}\n` };
  } catch (e) {
    if (e instanceof Unreadable) throw e;
    const name = (e as Error).name;
    throw new Unreadable(
      name === 'PasswordException' ? 'the PDF is protected by a password' : `the PDF cannot be read: ${(e as Error).message.split('\n')[0]}`,
    );
  } finally {
    await task.destroy().catch(() => undefined);
  }
};
