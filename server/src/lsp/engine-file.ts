/** The engine out of its file, which gives it to the scope when it runs: `require` and `importScripts` share no other way. */

export type Engine = typeof import('./engine.ts');

/** Takes what the file gave. Both halves then speak with the same classes of LSP, so that either knows the other's errors. */
export function takeEngine(languageserver: unknown): Engine {
  const scope = globalThis as unknown as { declarationLens(languageserver: unknown): Engine };
  return scope.declarationLens(languageserver);
}
