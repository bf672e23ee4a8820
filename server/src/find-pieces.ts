/** The pieces in which the words of a folder lie on the disk: which file is in which, and a piece read and written. */
import { type Counts, type Indexed, packWords, unpackWords, type Words } from './find-words.ts';
import type { Host } from './host.ts';
import type { Shelved } from './shelf-entries.ts';
import { sha256 } from './shelf-index.ts';
import { asFolder, canonical, decode } from './uri.ts';

/** Raised whenever words are cut otherwise, or the file has another shape: a piece of another version is made again. */
const VERSION = 1;
/** A folder with fewer files is scanned as fast as its index is read. */
const INDEXED = 100;
/** Files in a piece, about: one that changed costs the writing of so many. */
const SIZE = 96;

export interface Piece {
  readonly key: string;
  readonly files: readonly (Shelved & { readonly file: Indexed })[];
}

/** A number for a text, every letter of which reaches every bit; not for secrets. */
export function hash(text: string): number {
  let h = 5381;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 33) ^ text.charCodeAt(i)) >>> 0;
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d) >>> 0;
  return (h ^ (h >>> 12)) >>> 0;
}

/** Files of large places, by pieces; a file's piece depends on its name alone, so that two windows write the same ones. */
export async function piecesOf(host: Host, places: readonly string[], shelved: readonly Shelved[]): Promise<readonly Piece[]> {
  const out: Piece[] = [];
  const left = new Map<Piece['files'][number], string>();
  for (const s of shelved) if (s.file !== undefined) left.set(s as Piece['files'][number], canonical(s.file.uri));
  for (const place of host.cache ? places : []) {
    const below = canonical(asFolder(place));
    const here = [...left].filter(([, uri]) => uri.startsWith(below));
    for (const [s] of here) left.delete(s);
    if (here.length < INDEXED) continue;
    const count = 2 ** Math.max(0, Math.ceil(Math.log2(here.length / SIZE)));
    const pieces = Array.from({ length: count }, (): Piece['files'][number][] => []);
    for (const [s, uri] of here) pieces[hash(uri) % count]?.push(s);
    const name = (await sha256(place)).slice(0, 24);
    pieces.forEach((files, n) => void out.push({ key: `words/${name}/${n}-${count}`, files }));
  }
  return out;
}

/** `undefined` for a piece that is not there, damaged or of another version. Never throws. */
export async function readPiece(host: Host, key: string): Promise<Words | undefined> {
  const bytes = await host.cache?.read(key);
  const end = bytes?.indexOf(10) ?? -1;
  if (bytes === undefined || end < 0 || end > 200) return undefined;
  const body = bytes.subarray(end + 1);
  return decode(bytes.subarray(0, end)) === `declaration-lens words ${VERSION} ${await sha256(body)}` ? unpackWords(body) : undefined;
}

export async function writePiece(host: Host, key: string, files: readonly Indexed[], counts: readonly Counts[]): Promise<void> {
  const body = packWords(files, counts);
  const head = new TextEncoder().encode(`declaration-lens words ${VERSION} ${await sha256(body)}\n`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  await host.cache?.write(key, bytes);
}
