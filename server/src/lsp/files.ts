/** A Host over the wire: for a server that runs where there are no files, and a client that has them. */
import type { Connection } from 'vscode-languageserver';
import type { Host } from '../host.ts';
import { FindFiles, type FindFilesParams, type FindFilesResult, ReadFile, type ReadFileParams, type ReadFileResult } from './protocol.ts';

export function clientHost(connection: Connection): Host {
  const log = (message: string) => connection.console.warn(message);
  return {
    async read(uri) {
      const params: ReadFileParams = { uri };
      const result = await connection.sendRequest<ReadFileResult>(ReadFile, params).catch((): null => null);
      return result === null || result === undefined ? undefined : Uint8Array.from(atob(result.base64), (c) => c.charCodeAt(0));
    },
    async find(folder, extensions, shallow) {
      const params: FindFilesParams = { folder, extensions, ...(shallow ? { shallow } : {}) };
      return connection.sendRequest<FindFilesResult>(FindFiles, params).catch((e: unknown) => {
        log(`${folder}: ${e instanceof Error ? e.message : String(e)}`);
        return [];
      });
    },
    log,
  };
}
