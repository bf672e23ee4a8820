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

/** UTF-8 as text, a byte order mark kept so that offsets are those of the file; what is no UTF-8 becomes U+FFFD. */
export const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
