/** Uris as keys, and bytes as text: what every reader of files needs once. */

/** One spelling for uris that mean the same file: escapes resolved, a Windows drive in lower case. Total. */
export function canonical(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // A stray per cent sign: the uri is its own key.
  }
  return plain.replace(/^(file:\/\/\/)([A-Za-z])(?=:)/, (_, scheme: string, drive: string) => scheme + drive.toLowerCase());
}

/** The uri of `relative` seen from the file `base`; `undefined` when that is none. */
export function resolveUri(base: string, relative: string): string | undefined {
  try {
    return new URL(relative.replaceAll('\\', '/'), base).href;
  } catch {
    return undefined;
  }
}

/** A folder's uri with the slash that makes relative names resolve below it. */
export const asFolder = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

/** True for the folder itself and all that is in it. */
export const isWithin = (uri: string, folder: string): boolean => canonical(asFolder(uri)).startsWith(canonical(asFolder(folder)));

/**
 * UTF-8 as text, and UTF-16 where a byte order mark says so, as editors have it. The mark is kept, so that offsets are those of the file;
 * what is neither becomes U+FFFD.
 */
export function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
