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
  /** Size in bytes and time of change in milliseconds; `undefined` for what is no file. Without it every file is read to be known. */
  stat?(uri: string): Promise<FileFacts | undefined>;
  /** The first bytes of a file, so that a long one costs no more than a short one. */
  start?(uri: string, bytes: number): Promise<Uint8Array | undefined>;
  /** A place between sessions for what can be made again. Neither throws; `write` is whole or not at all. */
  readonly cache?: {
    read(key: string): Promise<Uint8Array | undefined>;
    write(key: string, bytes: Uint8Array): Promise<void>;
  };
  /** The user's own folder of declarations, as a uri; it need not exist. */
  readonly own?: string;
}

export interface FileFacts {
  readonly size: number;
  readonly changed: number;
}
