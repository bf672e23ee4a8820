/** How much a PDF unpacks to, before pdf.js unpacks it: streams of a few kilobytes may hold gigabytes. */

import { Unzlib } from 'fflate';
import { breather } from '../breath.ts';
import { LIMITS, Unreadable } from './page.ts';

const STEP = 1 << 14;
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Throws `Unreadable` for what unpacks to more than anything with a text; pictures are not looked at, as nobody draws them. */
export async function measurePdf(bytes: Uint8Array): Promise<void> {
  const breathe = breather();
  let total = 0;
  for (let at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
    // The dictionary stands before the word; what it says comes last in it, or first.
    const dictionary = ascii(bytes, Math.max(0, at - 600), at).replace(/^[\s\S]*\bobj\b/, '');
    let start = at + 'stream'.length;
    if (bytes[start] === 13) start++;
    if (bytes[start] === 10) start++;
    at = start;
    if (/\/Subtype\s*\/Image\b/.test(dictionary) || !/\/(?:FlateDecode|Fl)\b/.test(dictionary)) continue;
    if (/\/(?:FlateDecode|Fl)\b[^\]]*\/(?:FlateDecode|Fl)\b/.test(/\/Filter\s*\[[^\]]*\]/.exec(dictionary)?.[0] ?? ''))
      throw new Unreadable('the PDF is packed twice over');
    let over = false;
    const inflate = new Unzlib((data, final) => {
      total += data.length;
      over ||= final;
    });
    try {
      for (let from = start; from < bytes.length && !over; from += STEP) {
        inflate.push(bytes.subarray(from, from + STEP), false);
        await breathe();
        if (total > LIMITS.unpacked) throw new Unreadable(`the PDF unpacks to more than ${LIMITS.unpacked >> 20} MB`);
      }
    } catch (e) {
      // What is damaged or encrypted is left to pdf.js.
      if (e instanceof Unreadable) throw e;
    }
  }
}

/** The next `stream` behind `from` that begins one; -1 when there is none. */
function next(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(115, from); at >= 0; at = bytes.indexOf(115, at + 1))
    if (
      bytes[at + 1] === 116 &&
      bytes[at + 5] === 109 &&
      (bytes[at + 6] === 10 || bytes[at + 6] === 13) &&
      ascii(bytes, at, at + 6) === 'stream' &&
      bytes[at - 1] !== 100
    )
      return at; // prettier-ignore
  return -1;
}
