/** Reads a Word document: mammoth (BSD-2) makes HTML of it, once fflate (MIT) has seen that it unpacks to a sane size. */

import { Unzip, UnzipInflate } from 'fflate';
import mammoth from 'mammoth';
import { breather } from '../breath.ts';
import { withNumbers } from './docx-numbers.ts';
import { readHtmlText } from './html.ts';
import { LIMITS, type Page, Unreadable } from './page.ts';

/** Of this file each letter becomes many bytes of memory; a book of 500 pages has a tenth. */
const LARGEST = 32 << 20;

/** Unpacks in pieces without keeping them, and stops at the limit: a small file may claim little and hold terabytes. */
async function measure(bytes: Uint8Array): Promise<void> {
  const breathe = breather();
  let total = 0;
  let text = 0;
  let document = false;
  let damaged = false;
  const unzip = new Unzip((file) => {
    if (file.name === 'word/document.xml') document = true;
    file.ondata = (error, data) => {
      if (error) damaged = true;
      else total += data.length;
      if (file.name === 'word/document.xml') text += data.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // A step of 16 KB inflates to some 16 MB at most, so the limit is never far exceeded.
  const step = 1 << 14;
  for (let at = 0; at < bytes.length && !damaged; at += step) {
    unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    await breathe();
    if (text > LARGEST) throw new Unreadable(`the text of the Word document is larger than ${LARGEST >> 20} MB`);
    if (total > LIMITS.unpacked) throw new Unreadable(`the archive unpacks to more than ${LIMITS.unpacked >> 20} MB`);
  }
  if (damaged) throw new Unreadable('the archive is damaged');
  if (!document) throw new Unreadable('this archive is not a Word document');
}

export const read = async (bytes: Uint8Array): Promise<Page> => {
  try {
    await measure(bytes);
  } catch (e) {
    throw e instanceof Unreadable ? e : new Unreadable('the archive is damaged');
  }
  let html: string;
  try {
    const numbered = withNumbers(bytes) ?? bytes;
    const copy = numbered.buffer.slice(numbered.byteOffset, numbered.byteOffset + numbered.byteLength) as ArrayBuffer;
    // mammoth from its sources wants a Buffer, bundled for the browser an ArrayBuffer, wherever the bundle runs.
    const input = typeof Buffer === 'undefined' ? { arrayBuffer: copy } : { arrayBuffer: copy, buffer: Buffer.from(copy) };
    const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), styleMap: ["p[style-name='Title'] => h1:fresh"] };
    html = (await mammoth.convertToHtml(input as { arrayBuffer: ArrayBuffer }, options)).value;
  } catch (e) {
    throw new Unreadable(`the Word document cannot be read: ${(e as Error).message.split('\n')[0]}`);
  }
  const page = readHtmlText(html);
  return { ...page, markdown: page.markdown };
};
