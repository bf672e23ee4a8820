/** The index of a library folder between sessions: what is known of each file, so that a start reads one file and not thousands. */
import type { Host } from './host.ts';
import type { InstrumentHead } from './instrument/instrument.ts';
import { decode } from './uri.ts';

/** What is known of a file without reading it. */
export interface Known {
  readonly uri: string;
  /** Differs whenever the file, or the terms file beside it, may have changed. */
  readonly stamp: string;
  /** In bytes. */
  readonly size: number;
  /** It is imported: no editor opens it as text. */
  readonly foreign: boolean;
  /** `undefined` for a file that cannot be read: `problem` says why. */
  readonly head?: InstrumentHead;
  readonly problem?: string;
}

/** Raised whenever heads are read otherwise, or the file has another shape: an index of another version is made again. */
const VERSION = 3;

/** SHA-256 in hexadecimal. */
export const sha256 = async (content: string | Uint8Array): Promise<string> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))].map((b) => b.toString(16).padStart(2, '0')).join('');
};

const keyOf = async (place: string): Promise<string> => `index/${(await sha256(place)).slice(0, 24)}.json`;

/** The index of a folder; `undefined` when there is none, or it is cut short, damaged or of another version. Never throws. */
export async function readIndex(host: Host, place: string): Promise<readonly Known[] | undefined> {
  const bytes = await host.cache?.read(await keyOf(place));
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf(10);
  if (end < 0 || end > 200) return undefined;
  const body = bytes.subarray(end + 1);
  if (decode(bytes.subarray(0, end)) !== `declaration-lens index ${VERSION} ${await sha256(body)}`) return undefined;
  try {
    const data = JSON.parse(decode(body)) as { readonly place: string; readonly files: readonly Known[] };
    return data.place === place && Array.isArray(data.files) ? data.files : undefined;
  } catch {
    return undefined;
  }
}

export async function writeIndex(host: Host, place: string, files: readonly Known[]): Promise<void> {
  if (host.cache === undefined) return;
  const plain = files.map(({ uri, stamp, size, foreign, head, problem }) => ({ uri, stamp, size, foreign, head, problem }));
  const body = JSON.stringify({ place, files: plain });
  await host.cache.write(await keyOf(place), new TextEncoder().encode(`declaration-lens index ${VERSION} ${await sha256(body)}\n${body}`));
}
