/** Reads a PDF that has a text layer: lines, then paragraphs, page numbers and running heads left out (pdf.js, Apache-2.0). */
import { escapeLine, LIMITS, type Page, Unreadable } from './page.ts';
import { type Item, type Line, linesOf, paragraphsOf, titleOf } from './pdf-lines.ts';
import { measurePdf } from './pdf-size.ts';

export const read = async (bytes: Uint8Array): Promise<Page> => {
  await measurePdf(bytes);
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
    // Programs write the name of their file where the title belongs.
    const told = info.Title?.trim().replace(/^Microsoft Word - |\.(?:docx?|pdf|indd|rtf)$/gi, '');
    const title = told && /\s/.test(told) ? told : (titleOf(pages) ?? told);
    return { ...(title ? { title } : {}), markdown: `${paragraphs.map(escapeLine).join('\n\n')}\n` };
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
