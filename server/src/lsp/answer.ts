/** One wrapper round every request: it waits a beat, drops what is cancelled or stale, and is the only catch of the server. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Answering {
  /** The version of an open document now; `undefined` for one that is not open. */
  version(uri: string): number | undefined;
  log(message: string): void;
  /** Tests: an error is not swallowed. */
  readonly rethrow?: boolean;
}

/** One macrotask: the messages that wait behind this one, a cancellation among them, are read first. */
const beat = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/**
 * Runs a request. Cancelled: RequestCancelled. The document changed meanwhile: ContentModified. Any other failure is logged
 * once with request, uri and version, and answered with `otherwise`, so that one bad text never takes the editor down.
 */
export function answer<P, R>(
  answering: Answering,
  name: string,
  uriOf: (params: P) => string | undefined,
  run: (params: P, token: CancellationToken) => Promise<R> | R,
  otherwise: R,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const uri = uriOf(params);
    const version = uri === undefined ? undefined : answering.version(uri);
    const check = () => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name}: cancelled`);
      if (uri !== undefined && answering.version(uri) !== version) throw new ResponseError(LSPErrorCodes.ContentModified, `${name}: the document changed`);
    };
    await beat();
    check();
    try {
      const result = await run(params, token);
      check();
      return result;
    } catch (e) {
      if (e instanceof ResponseError) throw e;
      answering.log(`${name} ${uri ?? ''} version ${version ?? '–'}: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
      if (answering.rethrow) throw e;
      return otherwise;
    }
  };
}
