/** Host: the only door to the world. The desktop, the browser, the command line and the tests each bring their own. */

export interface Host {
  /** The bytes of a file; `undefined` when there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /**
   * Uris of the files below a folder whose name ends in one of the extensions (no dot, lower case), not following links in
   * circles. `shallow` looks at the folder itself only.
   */
  find(folder: string, extensions: readonly string[], shallow?: boolean): Promise<readonly string[]>;
  log(message: string): void;
}
